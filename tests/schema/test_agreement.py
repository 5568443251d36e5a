"""jsonschema-rs lets through what the jsonschema library lets through, and nothing else."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from strategies import theories

from tocmodel.fileformat.dumping import to_data
from tocmodel.schema import is_valid, load_schema, problems
from tocmodel.schema.explain import explain
from tocmodel.syntax import parse

EVERYTHING = Path(__file__).parent / "corpus" / "good" / "everything.toc.yaml"
WHOLE = parse(EVERYTHING.read_text(encoding="utf-8"), str(EVERYTHING)).data
"""The plain data of a theory that uses every field."""

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-200, 20000),
    st.integers(10**18, 10**30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(
        [
            "",
            "a",
            "a\n",
            "a -> b",
            "a -> b\n",
            "A b",
            "2018",
            "2018-13",
            "medium",
            "realised",
            "٣",
            "é",
        ]
    ),
    st.lists(st.sampled_from(["a", 1, None]), max_size=2),
    st.dictionaries(
        st.sampled_from(["title", "value", "from", "to", "Id!", "a"]), st.just("a"), max_size=2
    ),
)
KEYS = st.sampled_from(["titel", "Id!", "horizon", "x\n", "fields", "03"])


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every mapping or list in a value, with each of its keys or places."""
    keys = list(value) if isinstance(value, dict) else range(len(value))
    found = []
    for key in keys:
        found.append((value, key))
        if isinstance(value[key], dict | list):
            found += places(value[key])
    return found


@st.composite
def spoilt(draw: st.DrawFn) -> dict[str, Any]:
    """The whole theory with one to three things in it changed, put in or taken out."""
    data = deepcopy(WHOLE)
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(places(data)))
        match draw(st.sampled_from(["change", "take out", "put in"])):
            case "change":
                holder[key] = draw(ODD)
            case "take out":
                del holder[key]
            case _ if isinstance(holder, dict):
                holder[
                    draw(st.sampled_from(["titel", "Id!", "horizon", "x\n", "fields", "03"]))
                ] = draw(ODD)
            case _:
                holder.append(draw(ODD))
    return data


@given(theories())
@settings(
    max_examples=30, deadline=None, phases=[Phase.generate]
)  # making them small takes minutes
def test_every_theory_is_valid_when_it_is_written_out(theory: Any) -> None:
    assert problems(to_data(theory)) == []


@given(spoilt())
@settings(max_examples=300, deadline=None)
def test_the_gate_and_the_explanation_agree_on_spoilt_theories(data: dict[str, Any]) -> None:
    explained = explain(data, load_schema())
    assert is_valid(data) == (explained == [])
    assert problems(data) == explained


@given(st.recursive(ODD, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
@settings(max_examples=150, deadline=None)
def test_any_data_at_all_have_problems_and_never_an_exception(data: Any) -> None:
    assert problems(data) != []
