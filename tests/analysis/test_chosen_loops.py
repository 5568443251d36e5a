"""Loops chosen for a picture: which, in which order, and what they are called."""

import pytest

from tocmodel.analysis.chosen_loops import LONGEST, MOST_LOOPS, choose_loops
from tocmodel.model import TheoryOfChange


def system(
    *links: object, named: dict[str, list[str]] | None = None, size: int = 9
) -> TheoryOfChange:
    return TheoryOfChange(
        title="System",
        factors={f"f{n}": {"title": f"Factor {n}"} for n in range(size)},
        links=links,
        loops={name: {"title": name, "through": ids} for name, ids in (named or {}).items()},
    )


def lowers(cause: str, effect: str) -> dict[str, str]:
    return {"from": cause, "to": effect, "effect": "decreases"}


def chosen(theory: TheoryOfChange, **keys: object) -> list[tuple[str, str, str]]:
    return [
        (one.code, " ".join(one.loop.elements), one.reason.value)
        for one in choose_loops(theory, **keys).chosen  # type: ignore[arg-type]
    ]


PAIRS = ("f0 -> f1 -> f0", "f2 -> f3", lowers("f3", "f2"), "f4 -> f5 -> f6 -> f4")


def test_each_loop_has_a_code_by_its_sign_and_the_shortest_come_first() -> None:
    unsure = {"from": "f6", "to": "f4", "effect": "unknown"}
    assert chosen(system(*PAIRS[:3], "f4 -> f5 -> f6", unsure)) == [
        ("R1", "f0 f1", "shortest"),
        ("B1", "f2 f3", "busiest"),
        ("?1", "f4 f5 f6", "shortest"),
    ]


def test_named_loops_come_first_however_long_and_then_those_through_the_focus() -> None:
    ring = " -> ".join(f"f{n}" for n in (*range(9), 0))
    theory = system(*PAIRS, ring, named={"around": [f"f{n}" for n in range(9)]})
    assert chosen(theory, focus="f5")[:3] == [
        ("R1", "f0 f1 f2 f3 f4 f5 f6 f7 f8", "named"),
        ("R2", "f4 f5 f6", "focus"),
        ("R3", "f0 f1", "shortest"),
    ]


def test_a_busy_loop_is_chosen_before_shorter_ones_whose_links_are_in_no_other() -> None:
    lonely = ("f0 -> f1 -> f0", "f2 -> f3 -> f2")
    busy = ("f4 -> f5 -> f6 -> f4", "f5 -> f7 -> f6", "f5 -> f8 -> f6")
    assert [row[1:] for row in chosen(system(*lonely, *busy), most=2)] == [
        ("f0 f1", "shortest"),
        ("f4 f5 f6", "busiest"),
    ]


def test_only_loops_of_shown_elements_are_chosen() -> None:
    assert chosen(system(*PAIRS), shown=["f2", "f3", "f4", "f5"]) == [("B1", "f2 f3", "shortest")]


def test_a_name_whose_links_do_not_close_it_is_no_loop() -> None:
    assert chosen(system("f0 -> f1", named={"open": ["f0", "f1"]})) == []


@pytest.mark.parametrize(("size", "found"), [(LONGEST, 1), (LONGEST + 1, 0)])
def test_loops_without_a_name_have_at_most_six_links(size: int, found: int) -> None:
    ring = " -> ".join(f"f{n}" for n in (*range(size), 0))
    assert choose_loops(system(ring)).found == found


def test_a_map_with_too_many_loops_to_count_still_has_six_at_once() -> None:
    ids = [f"f{n}" for n in range(30)]
    links = [{"from": a, "to": b} for a in ids for b in ids if a != b]
    found = choose_loops(system(*links, size=30))
    assert (len(found.chosen), found.complete) == (MOST_LOOPS, False)
