"""Adding up over included theories: numerators and denominators, and why something is not in it."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.analysis.adding_up import add_figures
from tocmodel.analysis.totals import totals
from tocmodel.fileformat.dumping import plain_data
from tocmodel.model import TheoryOfChange
from tocmodel.model.figure import figure

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("adding_up.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_figures_are_added_up_or_it_is_said_why_not(name: str) -> None:
    case = CASES[name]
    parts = {place: figure(one) for place, one in case["parts"].items()}
    found = add_figures(parts, case.get("unit", ""))
    assert found.figure == figure(case.get("is"))
    assert [*map(list, found.left_out)] == case.get("without", [])
    assert found.problem == case.get("problem", "")


share = st.integers(1, 900).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(st.lists(share, min_size=2, max_size=6))
def test_percentages_of_places_are_the_percentage_of_all_who_live_there(
    counted: list[tuple[int, int]],
) -> None:
    people, everybody = (sum(column) for column in zip(*counted, strict=True))
    shares = [Fraction(100 * value, of) for value, of in counted]
    parts = {
        str(number): figure({"value": float(share), "of": of})
        for number, (share, (_, of)) in enumerate(zip(shares, counted, strict=True))
    }
    found = add_figures(parts, "percent").figure
    assert found is not None
    assert found.value == pytest.approx(100 * people / everybody, abs=0.051)
    assert found.of == everybody
    assert (
        min(shares) - Fraction("0.1") <= Fraction(found.value or 0) <= max(shares) + Fraction("0.1")
    )


@given(st.lists(share, min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_places_and_who_is_added_first_make_no_difference(
    counted: list[tuple[int, int]], chance: Any
) -> None:
    parts = {str(n): figure({"value": v, "of": of}) for n, (v, of) in enumerate(counted)}
    names = [*parts]
    chance.shuffle(names)
    assert add_figures({name: parts[name] for name in names}) == add_figures(parts)
    first, *others = names
    rest = add_figures({name: parts[name] for name in others}).figure
    assert add_figures({"first": parts[first], "rest": rest}) == add_figures(parts)


ABSENT = {
    "title": "Pupils who are often absent",
    "unit": "percent",
    "better": "lower",
    "baseline": {"value": 30, "of": 400, "period": "2021/2022"},
    "target": {"value": 18, "of": 400, "period": "2024/2025"},
    "observations": [
        {"value": 20, "of": 400, "period": "2023/2024"},
        {"value": 40, "of": 100, "period": "2023/2024", "by": {"sex": "girls"}},
        {"value": 10, "of": 100, "period": "2023/2024", "place": "Elsewhere"},
        {"value": 19, "of": 400, "period": "2024/2025", "basis": "forecast"},
    ],
}


def zone(**indicators: Any) -> TheoryOfChange:
    return TheoryOfChange(title="Z", year_begins="september", indicators=indicators)


def programme(**zones: TheoryOfChange | None) -> TheoryOfChange:
    """A programme of theories; ``None`` is one that nobody described."""
    includes = {
        id_: {"title": id_.capitalize(), **({"theory": one} if one else {})}
        for id_, one in zones.items()
    }
    return TheoryOfChange(title="Programme", includes=includes)


def test_a_total_has_its_own_progress() -> None:
    other = {**ABSENT, "observations": [{"value": 30, "of": 100, "period": "2023/2024"}]}
    [found] = totals(programme(harbour=zone(absent=ABSENT), hill=zone(absent=other)))
    assert (found.indicator.title, found.place) == (ABSENT["title"], "Harbour and Hill together")
    assert [plain_data(item) for item in found.observations] == [
        {"value": 22, "of": 500, "period": "2023/2024"}
    ]
    assert (found.share, found.status.value) == (pytest.approx(8 / 12), "on-the-way")
    assert found.remarks == ()


def test_a_place_without_a_figure_makes_a_total_at_least_one() -> None:
    clubs = {"title": "Clubs", "unit": "clubs", "observations": [{"value": 3, "period": 2024}]}
    late = {**clubs, "observations": [{"value": 9, "period": 2025}, 4]}
    made = programme(
        harbour=zone(clubs=clubs), hill=zone(clubs=clubs), quay=zone(clubs=late), moor=None
    )
    [found] = totals(made)
    assert [plain_data(item) for item in found.observations] == [
        {"value": 6, "qualifier": "at least", "period": "2024"}
    ]
    assert found.remarks == (
        "Moor: not described",
        "2024: Quay: no figure",
        "2025: Harbour, Hill: no figure",
    )


def test_two_figures_for_one_time_are_not_chosen_from() -> None:
    one = {"title": "Clubs", "observations": [{"value": 3, "period": 2024}]}
    two = {"title": "Clubs", "observations": [{"value": 3, "period": 2024}] * 2}
    [found] = totals(programme(a=zone(clubs=one), b=zone(clubs=one), c=zone(clubs=two)))
    assert found.remarks == ("2024: C: two figures for the time",)


def test_different_indicators_with_one_id_are_not_added_up() -> None:
    clubs = {"title": "Clubs", "unit": "clubs", "observations": [{"value": 3, "period": 2024}]}
    other = {**clubs, "unit": "children"}
    running = {**clubs, "cumulative": True, "better": "lower"}
    assert totals(programme(a=zone(clubs=clubs), b=zone(clubs=other))) == ()
    made = programme(
        a=zone(clubs=clubs),
        b=zone(clubs={**clubs, "title": "The clubs"}),
        c=zone(clubs=other),
        d=zone(clubs=running),
    )
    [found] = totals(made)
    assert (found.indicator.title, found.place) == ("Clubs", "A and B together")
    assert found.remarks == (
        "C: it counts children, not clubs",
        "D: only some of these are running totals",
    )


def test_a_programme_of_programmes_adds_up_their_zones() -> None:
    clubs = {"title": "Clubs", "better": "higher", "observations": [{"value": 3, "period": 2024}]}
    inner = programme(a=zone(clubs=clubs), b=zone(clubs=clubs), c=zone(clubs=clubs))
    both = evolve(programme(north=inner, south=inner), title="All")
    [found] = totals(both)
    assert found.place == "6 included theories together"
    assert found.observations[0].value == 18


def test_a_theory_on_its_own_has_no_totals() -> None:
    assert totals(zone(absent=ABSENT)) == ()
