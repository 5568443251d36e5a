"""The one form in which a value is compared, whole."""

from typing import Any

import pytest

from tocmodel.differences.normalise import defaults_of, fields_of, normalised, parts_of, references
from tocmodel.model import Effect, Figure, Outcome, StoryStep, ValueCreation, View

FIGURE = Figure(from_=5, to=10, source="s", note=" read\n  with care ")


def renamed(id_: str) -> str:
    return {"s": "survey", "g": "early", "a": "fed"}.get(id_, id_)


@pytest.mark.parametrize(
    ("section", "path", "value", "expected"),
    [
        ("outcomes", "unintended", None, None),
        # A mark is not the number that Python takes it for.
        ("outcomes", "unintended", True, ("truth", True)),
        ("outcomes", "fields/code", 1, 1),
        ("outcomes", "who", " \n ", None),
        ("outcomes", "who", "e\u0301cole \n  a", "école a"),
        ("outcomes", "who", "a", "a"),
        ("links", "effect", Effect.CHANGES, "changes"),
        ("interventions", "uses", ("hall", "a", "hall"), ("fed", "hall")),
        ("outcomes", "fields/codes", (1, "a", "a"), ("a", "a", 1)),
        ("interventions", "uses", (), None),
        ("interventions", "uses", ("", " "), None),
        ("views", "columns", ("b", "a"), ("b", "a")),
        ("evidence", "supports", ("a -> b", "c"), ("c", "fed -> b")),
        ("reviews", "prompted_by", ("a",), ("fed",)),
        (
            "views",
            "where",
            {"tags": (" a ",), "group": ("g",)},
            (("group", ("early",)), ("tags", ("a",))),
        ),
        ("outcomes", "fields", {"ref": " 7 ", "code": ""}, (("ref", "7"),)),
        ("outcomes", "fields", {"code": ""}, None),
        (
            "indicators",
            "baseline",
            FIGURE,
            (
                ("from", 5),
                ("to", 10),
                ("overlaps", ("truth", False)),
                ("basis", "actual"),
                ("source", "survey"),
                ("note", "read with care"),
                ("redacted", ("truth", False)),
            ),
        ),
    ],
)
def test_a_value_has_one_form(section: str, path: str, value: Any, expected: object) -> None:
    found = normalised(section, path, value, renamed)
    assert (type(found) is bool, found) == (type(expected) is bool, expected)


def test_without_other_names_ids_keep_theirs() -> None:
    assert normalised("interventions", "uses", ("b", "a")) == ("a", "b")


@pytest.mark.parametrize(
    ("section", "path", "value", "expected"),
    [
        ("outcomes", "who", "a", []),
        ("interventions", "uses", ("hall", ""), ["hall"]),
        ("evidence", "supports", ("a -> b -> c", "d"), ["a", "b", "b", "c", "d"]),
        ("indicators", "baseline", FIGURE, ["s"]),
        ("indicators", "observations", (FIGURE, Figure(value=1, source="t")), ["s", "t"]),
        ("indicators", "baseline", None, []),
        ("outcomes", "fields", {"a": "b"}, []),
    ],
)
def test_a_value_names_the_ids_of_its_references(
    section: str, path: str, value: Any, expected: list[str]
) -> None:
    assert [*references(section, path, value)] == expected


def test_the_defaults_are_what_an_entry_has_that_gives_nothing_but_its_title() -> None:
    for entry in (
        Outcome(id="a", title="A"),
        ValueCreation(id="a", title="A", cycle="potential"),
        View(id="a", title="A"),
    ):
        given = {"title", "cycle"}
        expected = {name: held for name, held in fields_of(entry) if name not in given}
        assert {name: held for name, held in defaults_of(entry) if name != "id"} == expected


def test_parts_have_their_names_in_a_file() -> None:
    parts = dict(parts_of(FIGURE))
    assert (parts["from"], parts["to"], parts["of_what"], parts["note"]) == (5, 10, "", FIGURE.note)
    assert dict(parts_of(StoryStep(cycle="potential", says="we met"))).items() >= {
        ("says", "we met"),
        ("evidence", ()),
    }
