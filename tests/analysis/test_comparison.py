"""Two figures: which is more, or why that is not known."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.analysis.comparison import (
    FigureComparison,
    FigureSetting,
    Order,
    comparable,
    number_span,
)
from tocmodel.model import Figure, Qualifier, Statistic
from tocmodel.model.figure import figure

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("comparison.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", CASES)
def test_two_figures_have_an_order_or_a_reason_why_not(name: str) -> None:
    case = CASES[name]
    first, second = map(figure, case["figures"])
    assert first is not None
    assert second is not None
    found = comparable(first, second, FigureSetting(**case.get("setting", {})))
    why = tuple(case.get("why", ()))
    assert found == FigureComparison(
        order=Order(case.get("order", "unknown")),
        is_possible="order" in case or "may be" in why[0],
        reasons=why,
        as_shares=case.get("as_shares", False),
    )


numbers = st.integers(-50, 50) | st.floats(-50, 50, allow_nan=False).map(lambda x: round(x, 2))
figures = st.builds(
    Figure,
    value=numbers,
    qualifier=st.none() | st.sampled_from(Qualifier),
    of=st.none() | st.integers(0, 3),
    statistic=st.none() | st.sampled_from([Statistic.SHARE, Statistic.MEAN]),
    period=st.sampled_from(["", "2023/2024-autumn", "2023/2024", "2024"]),
    by=st.sampled_from([{}, {"sex": "girls"}]),
) | st.builds(Figure, from_=st.integers(0, 3), to=st.integers(3, 6))
OPPOSITE = {Order.MORE: Order.LESS, Order.LESS: Order.MORE}


@given(first=figures, second=figures, unit=st.sampled_from(["", "percent"]))
def test_the_order_turns_round_with_the_figures(first: Figure, second: Figure, unit: str) -> None:
    setting = FigureSetting(unit=unit)
    one, other = comparable(first, second, setting), comparable(second, first, setting)
    assert other.order is OPPOSITE.get(one.order, one.order)
    assert (other.is_possible, other.as_shares) == (one.is_possible, one.as_shares)
    assert one.is_known is not bool(one.reasons)


@given(first=figures)
def test_no_figure_is_more_or_less_than_itself(first: Figure) -> None:
    assert comparable(first, first).order in (Order.EQUAL, Order.UNKNOWN)


@given(first=figures, second=figures, third=figures)
def test_more_than_more_is_more(first: Figure, second: Figure, third: Figure) -> None:
    steps = comparable(first, second), comparable(second, third), comparable(first, third)
    if [step.order for step in steps[:2]] == [Order.MORE] * 2 and steps[2].is_possible:
        shares = {step.as_shares for step in steps}
        assert steps[2].order is Order.MORE or len(shares) == 2


@given(value=numbers, qualifier=st.sampled_from(Qualifier))
def test_a_doubted_number_may_be_the_written_one_or_ends_at_it(
    value: float, qualifier: Qualifier
) -> None:
    low, high, is_closed = number_span(Figure(value=value, qualifier=qualifier))
    assert low <= value <= high
    assert is_closed is (qualifier not in ("more than", "less than", "nearly"))
