"""No small number can be worked out from the figures that are published."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from attrs import frozen
from hypothesis import assume, given
from hypothesis import strategies as st

from tocmodel.analysis.publication import published
from tocmodel.model import Figure, TheoryOfChange
from tocmodel.wording import figure_words

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("small_numbers.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_figures_are_published_as_far_as_they_give_nobody_away(name: str) -> None:
    case = CASES[name]
    indicator = {"title": "I", "unit": "children", **case["indicator"]}
    place = {"name": "Port", **case.get("place", {})}
    theory = TheoryOfChange(title="T", place=place, indicators={"i": indicator})
    found = published(theory, suppress_below=case.get("suppress_below", 10))
    made = found.theory.indicators["i"]
    figures = (*made.baseline, *made.observations, *made.target)
    assert [figure_words(item, made.unit) for item in figures] == case["shows"]
    assert found.theory.left_out.removeprefix("Left out for publication: ") == case["left_out"]
    assert list(found.texts) == case.get("texts", [])


# A reader who knows how the figures add up, and nothing else.

SEXES, YEARS = ("girls", "boys"), ("7", "8")
CELLS = tuple(product(SEXES, YEARS))
GROUPS: tuple[dict[str, str], ...] = (
    {},
    *({"sex": sex} for sex in SEXES),
    *({"year": year} for year in YEARS),
    *({"sex": sex, "year": year} for sex, year in CELLS),
)
LIMIT = 3


@frozen
class Drawn:
    """A table of children by sex and year, and the groups of which the theory has a figure."""

    cells: tuple[int, ...]
    groups: tuple[dict[str, str], ...]


def members(group: dict[str, str]) -> tuple[bool, ...]:
    """Whether each cell of the table belongs to a group."""
    return tuple(
        group.get("sex", sex) == sex and group.get("year", year) == year for sex, year in CELLS
    )


def number_of(group: dict[str, str], cells: tuple[int, ...]) -> int:
    return sum(number for number, is_in in zip(cells, members(group), strict=True) if is_in)


def after(drawn: Drawn) -> list[tuple[dict[str, str], int, Figure]]:
    """Return each group with its true number, and the figure that is published for it."""
    seen = [
        {"value": number_of(group, drawn.cells), "by": group, "period": 2024}
        for group in drawn.groups
    ]
    indicator = {"title": "I", "unit": "children", "observations": seen}
    theory = TheoryOfChange(title="T", indicators={"i": indicator})
    figures = published(theory, suppress_below=LIMIT).theory.indicators["i"].observations
    numbers = (number_of(group, drawn.cells) for group in drawn.groups)
    return list(zip(drawn.groups, numbers, figures, strict=True))


def is_shown(figure: Figure) -> bool:
    return figure.value is not None and figure.qualifier is None


tables = st.builds(
    Drawn,
    st.tuples(*[st.integers(0, 6)] * len(CELLS)),
    st.lists(st.sampled_from(GROUPS), min_size=2, unique_by=str).map(tuple),
)


@given(tables)
def test_no_hidden_number_follows_from_those_that_are_shown(drawn: Drawn) -> None:
    found = after(drawn)
    shown = [list(map(int, members(group))) for group, _, figure in found if is_shown(figure)]
    for group, number, figure in found:
        if number < LIMIT:
            assert not is_shown(figure)
            assert rank([*shown, list(map(int, members(group)))]) > rank(shown)
    for (group, number, figure), (other, more, whole) in product(found, repeat=2):
        if group.items() > other.items() and is_shown(figure) and is_shown(whole):
            assert more - number >= LIMIT or more == number


def rank(rows: list[list[int]]) -> int:
    """Return how many of some rows say something that the others do not."""
    left = [list(map(Fraction, row)) for row in rows]
    count = 0
    for column in range(len(CELLS)):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left = [
            [a - b * row[column] / pivot[column] for a, b in zip(row, pivot, strict=True)]
            for row in left
        ]
        count += 1
    return count


@given(tables)
def test_as_many_numbers_remain_possible_as_the_words_leave_open(drawn: Drawn) -> None:
    """A reader tries every table of up to 9 children a cell that agrees with what is shown."""
    found = after(drawn)
    small = [group for group, number, _ in found if number < LIMIT]
    assume(small)
    told_apart = any(figure.qualifier for _, _, figure in found)
    possible: Sequence[int] = range(len(TABLES))
    for group, _, figure in found:
        column = NUMBERS[str(group)]
        possible = [at for at in possible if agrees(column[at], figure, told_apart=told_apart)]
    for group in small:
        assert len({NUMBERS[str(group)][at] for at in possible}) >= LIMIT


TABLES = tuple(product(range(10), repeat=len(CELLS)))
NUMBERS = {str(group): [number_of(group, cells) for cells in TABLES] for group in GROUPS}
"""The number of each group in every table that a reader tries."""


def agrees(number: int, figure: Figure, *, told_apart: bool) -> bool:
    if figure.redacted:  # if others are *less than* the limit, this one is not
        return number >= LIMIT or not told_apart
    return number == figure.value if figure.qualifier is None else number < LIMIT
