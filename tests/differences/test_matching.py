"""Which entry of one theory is which of another."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.differences import diff
from tocmodel.differences.match import Matches, likeness, pair_equal, pair_up
from tocmodel.fileformat.loading import loads
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
            waivers=[{"check": "no-goal", "reason": "early", "at": [id_]}],
            translations={"cy": {id_: {"title": "Bwyd"}}},
        )

    found = diff(named("fed"), named("children-fed"))
    assert {item.field for item in found} == {"id"}
    assert len(found) == 2


def test_a_title_that_occurs_hundreds_of_times_is_matched_by_its_neighbours() -> None:
    def untitled(stem: str) -> TheoryOfChange:
        ids = [f"{stem}-{number:03}" for number in range(300)]
        means = {f"way-{number:03}": {"title": f"Way {number}"} for number in range(300)}
        # The ids of the new theory run the other way round: only the links help.
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


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("School ready", "school-ready!", 1),
        ("Children are ready for school", "Children ready for school", 12 / 13),
        ("Fewer arrears", "", 0),
        ("", "", 1),
        ("a", "b", 0),
        ("A", "a.", 1),
        ("!", "?", 0),
        ("aaa", "aa", 2 / 3),
        ("Mäßig", "MÄSSIG", 1),
    ],
)
def test_likeness_is_the_share_of_pairs_of_letters(one: str, other: str, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


# --- pairs of what has no id


def never(one: object, other: object) -> int:
    return 0


def equal(one: object, other: object) -> int:
    return int(one == other)


def close(one: int, other: int) -> int:
    return 9 - abs(one - other)


@pytest.mark.parametrize(
    ("old", "new", "alike", "least", "expected"),
    [
        # Equally alike, what is higher up in both lists goes first.
        ("ab", "cd", never, 0, ("ac bd", "", "")),
        ("abc", "def", never, 0, ("ad be cf", "", "")),
        ("ab", "cde", never, 0, ("ac bd", "", "e")),
        # No item is in two pairs.
        ("ab", "c", never, 0, ("ac", "b", "")),
        ("a", "bc", never, 0, ("ab", "", "c")),
        ("aa", "aaa", equal, 1, ("aa aa", "", "a")),
        # What is most alike goes first, wherever it is.
        ("ab", "ba", equal, 0, ("aa bb", "", "")),
        ("ax", "ya", equal, 0, ("aa xy", "", "")),
        ("ax", "ya", equal, 1, ("aa", "x", "y")),
        # One of each is a pair, unless it must be alike.
        ("a", "b", never, 0, ("ab", "", "")),
        ("a", "b", equal, 1, ("", "a", "b")),
        ("", "ab", never, 0, ("", "", "ab")),
        ("ab", "", never, 0, ("", "ab", "")),
    ],
)
def test_what_is_most_alike_is_paired_first_and_once(
    old: str,
    new: str,
    alike: Callable[[object, object], int],
    least: int,
    expected: tuple[str, str, str],
) -> None:
    pairs, gone, more = pair_up(old, new, alike, least=least)
    assert (" ".join(map("".join, pairs)), "".join(gone), "".join(more)) == expected


def test_the_likeness_and_not_the_place_decides() -> None:
    assert pair_up([1, 5, 9], [8, 2], close) == ([(1, 2), (9, 8)], [5], [])
    assert pair_up([8, 2], [1, 5, 9], close) == ([(8, 9), (2, 1)], [], [5])


@given(st.lists(st.integers(0, 4), max_size=8), st.lists(st.integers(0, 4), max_size=8))
def test_equal_items_are_paired_as_by_comparing_each_with_each(
    old: list[int], new: list[int]
) -> None:
    compared = pair_up(old, new, lambda one, other: int(one == other), least=1)
    assert pair_equal(old, new, int, int) == compared


def test_very_many_items_are_paired_in_their_order() -> None:
    old, new = range(101), range(100, 0, -1)
    assert pair_up(old, new, equal) == ([*zip(old, new, strict=False)], [100], [])


def test_unless_more_is_asked_nothing_has_to_be_alike() -> None:
    assert pair_up("ab", "cde", never) == ([("a", "c"), ("b", "d")], [], ["e"])


# --- where several could be the same


def linked(outcomes: dict[str, str], *links: str) -> TheoryOfChange:
    means = {id_: {"title": id_.title()} for id_ in ("club", "van", "hall", "cook")}
    return theory(
        interventions=means,
        outcomes={id_: {"title": title} for id_, title in outcomes.items()},
        links=links,
    )


def test_half_of_the_neighbours_are_enough_and_less_is_not() -> None:
    old = linked({"a": "Children are fed"}, "club -> a", "van -> a")
    half = linked({"b": "All children are fed"}, "club -> b")
    third = linked({"b": "All children are fed"}, "club -> b", "hall -> b", "cook -> b")
    assert renamed(old, half) == {"a": "b"}
    assert renamed(old, third) == {}


def test_without_neighbours_on_either_side_a_title_nearly_the_same_is_enough() -> None:
    alone, other = linked({"a": "Children are fed"}), linked({"b": "All children are fed"})
    assert renamed(alone, other) == {"a": "b"}
    assert renamed(alone, linked({"b": "All children are fed"}, "club -> b")) == {}


def test_of_titles_nearly_the_same_the_nearer_goes_first() -> None:
    old = linked({"a": "Children are fed"}, "club -> a")
    new = linked(
        {"b": "All the children are fed", "c": "Children are fed now"}, "club -> b", "club -> c"
    )
    assert renamed(old, new) == {"a": "c"}


def test_of_titles_as_near_as_each_other_the_better_place_goes_first() -> None:
    old = linked({"a": "Children are fed"}, "club -> a", "van -> a")
    new = linked(
        {"b": "Children are fed now", "c": "Children are fed now"},
        "club -> b",
        "club -> c",
        "van -> c",
    )
    assert renamed(old, new) == {"a": "c"}


def test_where_nothing_decides_the_first_by_its_id_goes_first() -> None:
    old = linked({"m": "Fed"})
    assert renamed(old, linked({"z": "Fed", "b": "Fed"})) == {"m": "b"}
    assert renamed(linked({"z": "Fed", "b": "Fed"}), linked({"m": "Fed"})) == {"b": "m"}


def test_evidence_for_a_link_is_a_neighbour_of_both_its_ends() -> None:
    def study(first: str, second: str) -> TheoryOfChange:
        return theory(
            outcomes={
                "a": {"title": "Fed"},
                "b": {"title": "Calm"},
                "c": {"title": "Well"},
                first: {"title": "Ready"},
                second: {"title": "Ready"},
            },
            links=["a -> b"],
            evidence={
                "one": {"title": "A study", "supports": ["a -> b", first]},
                "two": {"title": "A visit", "supports": ["c", second]},
            },
        )

    assert renamed(study("x", "y"), study("p", "o")) == {"x": "p", "y": "o"}


def test_the_part_of_a_link_and_its_figures_are_neighbours_too() -> None:
    def theories(first: str, second: str) -> TheoryOfChange:
        return theory(
            sources={first: {"title": "Report"}, second: {"title": "Report"}},
            outcomes=outcomes(a="Fed", b="Calm"),
            indicators={"i": {"title": "Meals", "baseline": {"value": 1, "source": first}}},
            mechanisms={"m": {"title": "Trust"}},
            links=[{"from": "a", "to": "b", "via": ["m"], "origin": "stated", "source": second}],
        )

    assert renamed(theories("x", "y"), theories("p", "o")) == {"x": "p", "y": "o"}


def test_a_view_is_recognised_by_its_title_where_only_one_has_it() -> None:
    def views(**titles: str) -> TheoryOfChange:
        return theory(views={id_: {"title": title} for id_, title in titles.items()})

    old = views(a="For the board")
    assert [item.kind for item in diff(old, views(b="For the  Board"))] == ["renamed", "changed"]
    two = views(b="For the board", c="For the board")
    assert [item.kind for item in diff(old, two)] == ["added", "added", "removed"]
    assert [item.kind for item in diff(two, old)] == ["added", "removed", "removed"]


def test_a_view_that_keeps_its_id_stays_itself_whatever_its_title() -> None:
    old = theory(views={"a": {"title": "For the board"}})
    new = theory(views={"a": {"title": "For schools"}, "b": {"title": "For the board"}})
    assert [(item.kind, item.about) for item in diff(old, new)] == [
        ("changed", "a"),
        ("added", "b"),
    ]
    assert [(item.kind, item.about) for item in diff(new, old)] == [
        ("changed", "a"),
        ("removed", "b"),
    ]


def test_an_id_has_the_new_name_of_its_entry_or_view_or_keeps_its_own() -> None:
    matches = Matches({"a": "x"}, {"b": "y", "a": "z"})
    assert [matches.new_id(id_) for id_ in "abc"] == ["x", "y", "c"]


# --- how near is near enough


def test_titles_are_near_from_seven_tenths_on() -> None:
    assert likeness("School abcd", "School axyz") == 0.7
    old = theory(outcomes=outcomes(a="School abcd"))
    assert renamed(old, theory(outcomes=outcomes(b="School axyz"))) == {"a": "b"}
    assert renamed(old, theory(outcomes=outcomes(b="School wxyz"))) == {}


def test_neighbours_that_are_gone_count_each_by_itself() -> None:
    old = linked(
        {"a": "Children are fed", "p": "Gone", "q": "Lost"}, "club -> a", "a -> p", "a -> q"
    )
    assert renamed(old, linked({"b": "All children are fed"}, "club -> b")) == {}


def test_a_rename_is_known_by_one_that_was_known_by_its_own_neighbours() -> None:
    old = linked(
        {"a": "Children are fed", "b": "Mornings are calm", "c": "Lessons are quiet"},
        *("club -> a", "van -> a", "a -> b", "club -> b", "b -> c"),
    )
    new = linked(
        {"x": "Children are fed now", "y": "Mornings are calm now", "z": "Lessons are quiet now"},
        *("club -> x", "van -> x", "x -> y", "club -> y", "y -> z", "cook -> z"),
    )
    # First a, by club and van; then b, by a and club; then c, by b, though not by its new cook.
    assert renamed(old, new) == {"a": "x", "b": "y", "c": "z"}


@pytest.mark.parametrize(
    ("before", "now", "found"), [(30, 30, 30), (31, 31, 0), (31, 30, 0), (30, 31, 0)]
)
def test_a_word_in_more_than_thirty_titles_tells_none_of_them_apart(
    before: int, now: int, found: int
) -> None:
    def meals(stem: str, count: int, end: str) -> TheoryOfChange:
        titles = {f"{stem}{number:02}": f"Meals at_{number:02}{end}" for number in range(count)}
        return theory(outcomes={id_: {"title": title} for id_, title in titles.items()})

    expected = {f"o{number:02}": f"n{number:02}" for number in range(found)}
    assert renamed(meals("o", before, "x"), meals("n", now, "xy")) == expected


# --- titles that come again and again


def untitled(stem: str, places: dict[str, list[int]], **more: Any) -> TheoryOfChange:
    """Outcomes of one title, each below the intervention for which its number is given."""
    means = {id_: {"title": id_.title()} for id_ in places}
    numbers = [number for found in places.values() for number in found]
    named = {f"{stem}{number:03}": {"title": "To be agreed"} for number in numbers}
    links = [f"{cause} -> {stem}{number:03}" for cause, found in places.items() for number in found]
    return theory(interventions=means, outcomes={**named, **more}, links=links)


def test_of_more_than_a_hundred_of_one_title_those_in_the_same_place_are_the_same() -> None:
    old = untitled(
        "o", {"club": [*range(60)], "van": [*range(60, 101)]}, fed={"title": "Children are fed"}
    )
    new = untitled(
        "n", {"club": [*range(58)], "van": [], "hall": [70]}, ate={"title": "Children are fed"}
    )
    expected = {f"o{number:03}": f"n{number:03}" for number in range(58)}
    assert renamed(old, new) == {"fed": "ate", **expected}


@pytest.mark.parametrize(("count", "found"), [(100, 100), (101, 0)])
def test_up_to_a_hundred_of_one_title_are_compared_each_with_each(count: int, found: int) -> None:
    old = untitled("o", {"club": [*range(count)], "van": []})
    new = untitled("n", {"van": [*range(count)], "club": []})
    expected = {f"o{number:03}": f"n{number:03}" for number in range(found)}
    assert renamed(old, new) == expected
