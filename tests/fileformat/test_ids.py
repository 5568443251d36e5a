"""Unknown ids, and ids used twice."""

from typing import Any

import pytest

from tocmodel.fileformat.ids import duplicate_ids, unknown_ids
from tocmodel.fileformat.ids.advice import ONE_ID
from tocmodel.model import REFERENCES
from tocmodel.schema import problems

DATA: dict[str, Any] = {
    "sources": {"report": {"title": "R"}},
    "partners": {"council": {"title": "C"}},
    "assets": {"trust": {"title": "T", "partners": ["council"]}},
    "outcomes": {"wellbeing": {"title": "W"}, "arrears-fall": {"title": "A"}},
    "links": ["arrears-fall -> wellbeing"],
}


def messages(**sections: Any) -> list[tuple[Any, str]]:
    return [(item.pointer, item.message) for item in unknown_ids({**DATA, **sections})]


def test_a_theory_with_all_its_ids_has_no_problem() -> None:
    assert messages() == []


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (
            {"links": ["arrears-fall -> wellbieng"]},
            (("links", 0, 1), "no element 'wellbieng'; did you mean 'wellbeing'?"),
        ),
        (
            {"mechanisms": {"m": {"title": "M", "origin": "stated", "source": "reprot"}}},
            (
                ("mechanisms", "m", "source"),
                "no source 'reprot'; did you mean 'report'?",
            ),
        ),
        (
            {"value_creation": {"v": {"title": "V", "agreed": {"with": ["council", "fam"]}}}},
            (("value_creation", "v", "agreed", "with", 1), "no partner 'fam'"),
        ),
        (
            {
                "links": [
                    {
                        "from": "arrears-fall",
                        "to": "wellbeing",
                        "assumes": [{"title": "A", "agreed": {"with": "report"}}],
                    }
                ]
            },
            (
                ("links", 0, "assumes", 0, "agreed", "with"),
                "'report' is in sources, where a partner is expected",
            ),
        ),
        (
            {"links": [{"from": "trust", "to": "x", "via": "wellbeing"}]},
            (("links", 0, "to"), "no element 'x'"),
        ),
        (
            {"interventions": {"i": {"title": "I", "partners": ["trust"]}}},
            (
                ("interventions", "i", "partners", 0),
                "'trust' is in assets, where a partner is expected",
            ),
        ),
        (
            {"interventions": {"i": {"title": "I", "uses": "trsut"}}},
            (
                ("interventions", "i", "uses"),
                "no asset, input or group 'trsut'; did you mean 'trust'?",
            ),
        ),
        (
            {
                "indicators": {
                    "i": {"title": "I", "observations": [3, {"value": 1, "source": "reprot"}]}
                }
            },
            (
                ("indicators", "i", "observations", 1, "source"),
                "no source 'reprot'; did you mean 'report'?",
            ),
        ),
        (
            {"evidence": {"e": {"title": "E", "supports": ["wellbeing -> arrears-fall"]}}},
            (
                ("evidence", "e", "supports", 0),
                "no link 'wellbeing -> arrears-fall'; did you mean 'arrears-fall -> wellbeing'?",
            ),
        ),
        (
            {"place": {"name": "P", "children": {"value": 1, "source": "x"}}},
            (("place", "children", "source"), "no source 'x'"),
        ),
    ],
)
def test_an_unknown_id_is_found_where_it_is_used(
    sections: dict[str, Any], expected: tuple[Any, str]
) -> None:
    assert list(messages(**sections))[:1] == [expected]


def test_an_id_in_two_sections_is_found_but_a_view_may_share_one() -> None:
    data = {**DATA, "risks": {"trust": {"title": "T"}}, "views": {"council": {"title": "V"}}}
    assert [(item.pointer, item.message) for item in duplicate_ids(data)] == [
        (("risks", "trust"), "the id 'trust' is taken: it is in assets too")
    ]


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda item: f"{item.section}.{item.field}")
def test_every_field_with_ids_is_examined(reference: Any) -> None:
    value: Any = {"nowhere": "yes"} if reference.keys else "nowhere"
    for key in reversed(reference.field.split("/")):
        value = {key: value}
    entry = {"title": "X", **value}
    wrapped: Any = {"x": entry}
    if reference.section in ("links", "waivers"):
        wrapped = [entry]
    if reference.section in ("place", "revision"):
        wrapped = entry
    assert any("nowhere" in item.message for item in unknown_ids({reference.section: wrapped}))


@pytest.mark.parametrize("data", [None, [], "x", {"links": 3}, {"outcomes": ["x"]}, {"place": 1}])
def test_data_of_any_shape_is_examined_without_a_crash(data: Any) -> None:
    assert list(unknown_ids(data)) == []
    assert list(duplicate_ids(data)) == []


def test_a_missing_id_is_reported_once_with_all_its_places() -> None:
    links = ["x -> wellbeing", "x -> arrears-fall", {"from": "arrears-fall", "to": "x"}]
    [problem] = unknown_ids({**DATA, "links": links})
    assert problem.message == "no element 'x'"
    assert problem.pointer == ("links", 0, 0)
    assert problem.also == (("links", 1, 0), ("links", 2, "to"))


def test_only_the_first_of_very_many_missing_ids_get_advice() -> None:
    found = list(unknown_ids({**DATA, "links": [f"wellbeing{n} -> x{n}" for n in range(100)]}))
    assert len(found) == 200
    assert found[98].message == "no element 'wellbeing49'; did you mean 'wellbeing'?"
    assert (found[100].message, found[100].help) == ("no element 'wellbeing50'", "")


_LISTS = ("steps", "assumes", "evidence", "voices", "amounts", "quotes")
"""The keys whose items have keys of their own."""


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda item: f"{item.section}.{item.field}")
def test_a_field_that_takes_one_id_is_known_to_take_one(reference: Any) -> None:
    value: Any = ["a", "b"]
    keys = reference.field.split("/")
    for key in reversed(keys):
        entries = key in _LISTS and isinstance(value, dict)
        value = {key: [{"title": "X", **value}] if entries else value}
    entry = {"title": "X", **value}
    wrapped: Any = {"x": entry}
    if reference.section in ("links", "waivers"):
        wrapped = [entry]
    if reference.section in ("place", "revision"):
        wrapped = entry
    found = problems({"tocmodel": 1, "title": "T", reference.section: wrapped})
    kinds = [item.message for item in found if item.pointer[-1:] == (keys[-1],)]
    takes_no_list = keys[-1] in ONE_ID or reference.keys  # or the ids are keys of a mapping
    assert any("is a list" in message for message in kinds) == takes_no_list
