"""A figure in each of the ways in which it may be given, and what it is like."""

from typing import Any

import pytest

from tocmodel.model import Figure, Spread
from tocmodel.model.figure import figure, figures

SEVEN = Figure(value=7)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        (0, Figure(value=0)),
        (7, SEVEN),
        (SEVEN, SEVEN),
        ({"from": 5, "to": 10}, Figure(from_=5, to=10)),
    ],
)
def test_a_figure_is_made_of_a_number_or_of_its_fields(given: Any, expected: Figure | None) -> None:
    assert figure(given) == expected


@pytest.mark.parametrize("given", [7, SEVEN, {"value": 7}, [7], (SEVEN,), [{"value": 7}, None]])
def test_one_figure_or_several_are_a_tuple(given: Any) -> None:
    assert figures(given) == (SEVEN,)


def test_no_figure_is_an_empty_tuple_and_nought_is_a_figure() -> None:
    assert figures(None) == figures([]) == ()
    assert figures([1, 0]) == (Figure(value=1), Figure(value=0))


def test_a_spread_is_made_of_its_fields_and_its_ends_are_pairs() -> None:
    spread = Spread(se=0.4, ci=(1.2, 9.4), ci_level=95, range=(0, 14))
    fields = {"se": 0.4, "ci": [1.2, 9.4], "ci_level": 95, "range": [0, 14]}
    assert Figure(value=5, spread=fields).spread == spread
    assert Figure(value=5, spread=spread).spread is spread
    assert Figure(value=5).spread is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, None, True),
        ("count", None, True),
        ("share", "count", True),
        ("mean", "mean", True),
        ("mean", "median", False),
        ("mean", None, False),
        (None, "rank", False),
    ],
)
def test_figures_are_alike_where_one_may_be_more_than_the_other(
    one: str | None, other: str | None, expected: bool
) -> None:
    assert Figure(value=1, statistic=one).is_like(Figure(value=2, statistic=other)) is expected


@pytest.mark.parametrize(
    ("fields", "bounds", "has_number"),
    [
        ({"value": 0}, (0, 0), True),
        ({"from_": 5, "to": 10}, (5, 10), True),
        ({"from_": 5}, None, True),
        ({"to": 0}, None, True),
        ({"comment": "more"}, None, False),
    ],
)
def test_a_figure_has_bounds_where_both_ends_are_known(
    fields: dict[str, Any], bounds: tuple[int, int] | None, has_number: bool
) -> None:
    found = Figure(**fields)
    assert (found.bounds, found.has_number) == (bounds, has_number)
