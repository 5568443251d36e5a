"""A theory is built in Python as easily as it is read, and answers for its own parts."""

import pickle
from typing import Any

import attrs
import pytest

from tocmodel.diagnostics import TocModelError
from tocmodel.model import (
    Assumption,
    Figure,
    Horizon,
    Indicator,
    Intervention,
    Link,
    Outcome,
    Partner,
    TheoryOfChange,
    ValueCreation,
)

THEORY = TheoryOfChange(
    title="A small theory",
    partners=[Partner(id="school", title="The school")],
    interventions={"club": {"title": "A club", "partners": "school"}},
    outcomes=[
        Outcome(id="enjoy", title="Children enjoy reading", horizon="short"),
        Outcome(id="read", title="Children read well", horizon=Horizon.LONG),
    ],
    links=["club -> enjoy -> read", Link(from_="read", to="enjoy", feedback=True)],
    value_creation={"idea": {"title": "An idea", "cycle": "realised", "for": ["school"]}},
)


def test_sections_look_up_by_id_and_name_the_nearest_one() -> None:
    assert THEORY.outcomes["enjoy"].horizon is Horizon.SHORT
    with pytest.raises(KeyError, match="no entry 'enjyo'; did you mean 'enjoy'"):
        THEORY.outcomes["enjyo"]


def test_an_element_is_found_whatever_its_section() -> None:
    assert THEORY.element("club") == Intervention(id="club", title="A club", partners=("school",))
    assert THEORY.section_of("club") == "interventions"
    with pytest.raises(KeyError, match="no element 'clbu'; did you mean 'club'"):
        THEORY.element("clbu")


def test_links_are_found_from_both_ends() -> None:
    assert [link.to for link in THEORY.links_from("enjoy")] == ["read"]
    assert [link.from_ for link in THEORY.links_to("enjoy")] == ["club", "read"]


def test_a_value_accepts_both_spellings_and_its_keys_from_a_file() -> None:
    assert THEORY.value_creation["idea"] == ValueCreation(
        id="idea", title="An idea", cycle="realized", for_=("school",)
    )


def test_a_bare_number_is_a_figure() -> None:
    indicator = Indicator(
        title="x", baseline=12, observations=[3, {"value": 4, "qualifier": "about"}]
    )
    assert indicator.baseline == (Figure(value=12),)
    assert indicator.observations == (Figure(value=3), Figure(value=4, qualifier="about"))


def test_an_assumption_may_be_written_in_place() -> None:
    link = Link(from_="a", to="b", assumes=["known", {"title": "families come", "critical": True}])
    assert link.assumes == ("known", Assumption(title="families come", critical=True))


def test_a_theory_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        THEORY.title = "another"  # type: ignore[misc]
    with pytest.raises((TypeError, AttributeError)):
        THEORY.outcomes["new"] = Outcome(title="x")  # type: ignore[index]
    with pytest.raises(AttributeError, match="cannot be changed"):
        THEORY.outcomes._items = {}


def test_a_theory_survives_pickling() -> None:
    assert pickle.loads(pickle.dumps(THEORY)) == THEORY


@pytest.mark.parametrize(
    ("outcomes", "message"),
    [
        ([Outcome(title="x")], "'x' needs an id"),
        ([Outcome(id="a", title="x"), Outcome(id="a", title="y")], "two entries have the id 'a'"),
    ],
)
def test_a_section_from_a_list_needs_an_id_for_each_entry(
    outcomes: list[Outcome], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        TheoryOfChange(title="t", outcomes=outcomes)


def test_rows_make_the_same_sections_as_ids_with_their_fields() -> None:
    rows = TheoryOfChange(
        title="t",
        outcomes=[{"id": "fed", "title": "Children are fed", "horizon": "short"}],
        links=[{"from": "fed", "to": "fed"}],
    )
    fields = {"fed": {"title": "Children are fed", "horizon": "short"}}
    assert rows == TheoryOfChange(title="t", outcomes=fields, links=["fed -> fed"])


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"outcomes": [{"id": "fed", "title": "x", "horizon": "lng"}]},
            (
                "'fed' in outcomes: the field 'horizon' is 'lng', which is not one of short, "
                "medium, long, impact; did you mean 'long'?"
            ),
        ),
        (
            {"outcomes": {"fed": {"titel": "x"}}},
            "'fed' in outcomes: there is no field 'titel'; did you mean 'title'?",
        ),
        ({"outcomes": [{"id": "fed"}]}, "'fed' in outcomes: the field 'title' is missing"),
        ({"outcomes": [{"title": "x"}]}, "'x' needs an id to be an entry of a section"),
        ({"outcomes": ["x"]}, "an entry of a section has fields, and is not: 'x'"),
        ({"outcomes": "x"}, "a section is made of entries or rows, and not of: 'x'"),
        ({"outcomes": 5}, "a section is made of entries or rows, and not of: 5"),
        ({"links": "a -> b"}, "links are a list of chains or links, and not: 'a -> b'"),
        ({"links": {"from": "a"}}, "links are a list of chains or links, and not: {'from': 'a'}"),
        ({"links": ["a"]}, "a chain has an arrow, such as 'a -> b', and is not: 'a'"),
        (
            {"links": [("a", "b")]},
            "a link is a chain, 'a -> b', or has fields, and not: ('a', 'b')",
        ),
        (
            {"outcomes": [{"id": "fed", "title": "x", "classified_as": "resilience"}]},
            (
                "'fed' in outcomes: the field 'classified_as' is 'resilience', which does not fit "
                "(not a mapping: 'resilience')"
            ),
        ),
        (
            {"links": [{"from": "a", "to": "b", "effect": "increase"}]},
            (
                "the link from 'a' to 'b': the field 'effect' is 'increase', which is not one of "
                "increases, decreases, changes, unknown, disputed; did you mean 'increases'?"
            ),
        ),
        (
            {"indicators": {"n": {"title": "x", "baseline": {"valu": 3}}}},
            (
                "'n' in indicators: the field 'baseline' is {'valu': 3}, which does not fit "
                "(there is no field 'valu'; did you mean 'value'?)"
            ),
        ),
    ],
)
def test_fields_that_make_no_entry_are_refused_by_name(given: dict[str, Any], message: str) -> None:
    with pytest.raises(TocModelError) as refused:
        TheoryOfChange(title="t", **given)
    assert str(refused.value) == message
    assert isinstance(refused.value, ValueError)


def test_a_word_that_a_class_does_not_know_is_named_with_those_it_knows() -> None:
    with pytest.raises(TocModelError) as refused:
        Outcome(title="x", horizon="Medium")
    message = "'Medium' is not one of short, medium, long, impact; did you mean 'medium'?"
    assert str(refused.value) == message


def test_what_pandas_has_for_a_missing_value_is_left_out() -> None:
    missing = type("NAType", (), {})()
    rows = [{"id": "fed", "title": "x", "who": missing, "plain": float("nan")}]
    assert TheoryOfChange(title="t", outcomes=rows).outcomes["fed"] == Outcome(id="fed", title="x")


def test_an_entry_of_the_wrong_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="'p' in outcomes is Partner, not Outcome"):
        TheoryOfChange(title="t", outcomes=[Partner(id="p", title="x")])
