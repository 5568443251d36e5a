"""Which entry of one theory is which of another."""

import json
from typing import Any

import pytest

from tocmodel.analysis.difference import diff
from tocmodel.analysis.difference.matching import likeness
from tocmodel.loading import loads
from tocmodel.model import TheoryOfChange


def theory(**body: Any) -> TheoryOfChange:
    return loads(json.dumps({"tocmodel": 1, "title": "Breakfast", **body}), "a.toc.json")


def outcomes(**titles: str) -> dict[str, Any]:
    return {id_.replace("_", "-"): {"title": title} for id_, title in titles.items()}


def renamed(old: TheoryOfChange, new: TheoryOfChange) -> dict[str, str]:
    assert {b: a for a, b in diff(old, new).renamed.items()} == dict(diff(new, old).renamed)
    return dict(diff(old, new).renamed)


def test_an_id_that_stays_is_the_same_entry_whatever_its_title() -> None:
    old, new = outcomes(a="Fed", b="Calm"), outcomes(a="Calm", b="Fed")
    assert renamed(theory(outcomes=old), theory(outcomes=new)) == {}


def test_the_same_title_is_the_same_entry() -> None:
    old, new = outcomes(a="Children are fed"), outcomes(b="children are  fed!")
    assert renamed(theory(outcomes=old), theory(outcomes=new)) == {"a": "b"}


def test_the_same_title_in_another_section_is_another_entry() -> None:
    old = theory(outcomes={"a": {"title": "Fed"}})
    new = theory(outputs={"b": {"title": "Fed"}})
    assert renamed(old, new) == {}


def test_of_equal_titles_the_neighbours_decide() -> None:
    def both(first: str, second: str) -> TheoryOfChange:
        return theory(
            interventions={"club": {"title": "Club"}, "van": {"title": "Van"}},
            outcomes={first: {"title": "Fed"}, second: {"title": "Fed"}},
            links=[f"club -> {first}", f"van -> {second}"],
        )

    assert renamed(both("a", "b"), both("z", "y")) == {"a": "z", "b": "y"}


@pytest.mark.parametrize(("link", "found"), [("club -> b", {"a": "b"}), ("van -> b", {})])
def test_a_title_that_is_nearly_the_same_needs_the_same_place(
    link: str, found: dict[str, str]
) -> None:
    means = {"club": {"title": "Club"}, "van": {"title": "Van"}}
    old = theory(interventions=means, outcomes=outcomes(a="Children are fed"), links=["club -> a"])
    new = theory(interventions=means, outcomes=outcomes(b="All children are fed"), links=[link])
    assert renamed(old, new) == found


def test_a_rename_may_be_known_by_another_rename() -> None:
    old = theory(outcomes=outcomes(a="Children are fed", b="Mornings are calm"), links=["a -> b"])
    new = theory(outcomes=outcomes(x="Children are fed", y="Mornings are calmer"), links=["x -> y"])
    assert renamed(old, new) == {"a": "x", "b": "y"}


def test_references_follow_a_rename_wherever_they_stand() -> None:
    def named(id_: str) -> TheoryOfChange:
        return theory(
            partners={"p": {"title": "Parents"}},
            groups={f"g{id_}": {"title": "Early years"}},
            outcomes={id_: {"title": "Fed", "group": f"g{id_}"}, "calm": {"title": "Calm"}},
            risks={"r": {"title": "Rents", "threatens": [id_]}},
            links=[f"{id_} -> calm"],
            indicators={"i": {"title": "Meals", "measures": [id_]}},
            evidence={"e": {"title": "A visit", "supports": [id_, f"{id_} -> calm"]}},
            reviews={"v": {"date": "2019", "changed": [id_], "prompted_by": [id_]}},
            views={
                "w": {
                    "title": "W",
                    "focus": id_,
                    "where": {"group": [f"g{id_}"]},
                    "collapse": [f"g{id_}"],
                }
            },
            waivers=[{"rule": "no-goal", "reason": "early", "at": [id_]}],
            translations={"cy": {id_: {"title": "Bwyd"}}},
        )

    found = diff(named("fed"), named("children-fed"))
    assert {item.field for item in found} == {"id"}
    assert len(found) == 2


def test_a_title_that_stands_hundreds_of_times_is_told_by_its_neighbours() -> None:
    def untitled(stem: str) -> TheoryOfChange:
        ids = [f"{stem}-{number:03}" for number in range(300)]
        means = {f"way-{number:03}": {"title": f"Way {number}"} for number in range(300)}
        # The ids of the new theory run the other way round: only the links tell.
        order = reversed(ids) if stem == "new" else ids
        return theory(
            interventions=means,
            outcomes={id_: {"title": "To be agreed"} for id_ in ids},
            links=[f"{cause} -> {effect}" for cause, effect in zip(means, order, strict=True)],
        )

    assert renamed(untitled("old"), untitled("new")) == {
        f"old-{number:03}": f"new-{299 - number:03}" for number in range(300)
    }


def test_likeness_is_the_same_both_ways_and_between_0_and_1() -> None:
    titles = ["", "a", "aa", "Children are fed", "children fed", "Plant och bwyd", "子供", "!!!"]
    for one in titles:
        for other in titles:
            assert likeness(one, other) == likeness(other, one)
            assert 0 <= likeness(one, other) <= 1
        assert likeness(one, one) == 1
