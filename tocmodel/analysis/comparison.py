"""Whether two figures can be compared, which of them is more, and if that is not known, why.

Everything that sets one figure beside another asks here: checks, claims and progress. Two numbers
are compared only if they are of one sort, about the same people and place, and for equally long
times. A doubt of the source counts: *at least 20* may be more than 45.
"""

import math
from collections.abc import Iterator, Mapping
from enum import StrEnum

from attrs import evolve, frozen

from tocmodel.model import Figure, Indicator, Number, Qualifier, Statistic, TheoryOfChange
from tocmodel.model.choices import Month
from tocmodel.model.period import period
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import is_percent


class Order(StrEnum):
    """How a figure relates to another.

    Attributes:
        MORE: it is more.
        LESS: it is less.
        EQUAL: they are the same number.
        UNKNOWN: they cannot be compared, or their doubts leave open which is more.
    """

    MORE = "more"
    LESS = "less"
    EQUAL = "equal"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class FigureSetting(SelfDescribing):
    """What two figures of one indicator share.

    Attributes:
        unit: their unit.
        cumulative: each figure is a running total, so that it counts from the same start.
        place: the place that a figure is about if it names none.
        year_begins: the month in which the years of the theory begin.
    """

    unit: str = ""
    cumulative: bool = False
    place: str = ""
    year_begins: Month | None = None


@frozen(kw_only=True)
class FigureComparison(SelfDescribing):
    """What is known of a figure beside another.

    Attributes:
        order: whether it is more or less than the other.
        is_possible: whether the two are numbers of one sort, so that they can be compared at all.
        reasons: why it is not known which is more; empty if it is.
        as_shares: the two are counts out of different wholes, and their shares were compared.
    """

    order: Order
    is_possible: bool = True
    reasons: tuple[str, ...] = ()
    as_shares: bool = False

    @property
    def is_known(self) -> bool:
        """Whether it is known which of the two is more."""
        return self.order is not Order.UNKNOWN


_ALIKE = FigureSetting()


def setting_of(theory: TheoryOfChange, indicator: Indicator) -> FigureSetting:
    """Return what the figures of an indicator share."""
    return FigureSetting(
        unit=indicator.unit,
        cumulative=indicator.cumulative,
        place=theory.place.name if theory.place else "",
        year_begins=theory.year_begins,
    )


def comparable(first: Figure, second: Figure, setting: FigureSetting = _ALIKE) -> FigureComparison:
    """Compare two figures, or state why they cannot be compared.

    Two percentages compare whatever they are percentages of. Counts out of different wholes
    compare by their shares.

    Args:
        first: the figure.
        second: the other figure.
        setting: their unit, and whether they are running totals.

    >>> percent = FigureSetting(unit="percent")
    >>> comparable(Figure(value=60, of=200), Figure(value=75, of=300), percent).order
    <Order.LESS: 'less'>
    >>> found = comparable(Figure(value=21, of=240), Figure(value=15, of=100))
    >>> found.order, found.as_shares
    (<Order.LESS: 'less'>, True)
    >>> term = Figure(value=20, period="2023/2024-autumn")
    >>> comparable(term, Figure(value=45, period="2022/2023")).reasons
    ('one is for a term, the other for a year',)
    >>> comparable(Figure(value=20, qualifier="at least"), Figure(value=45)).reasons
    ('at least 20 and 45 may be the same number',)
    """
    units = {item.unit or setting.unit for item in (first, second)}
    if len(units) == 1:
        setting = evolve(setting, unit=units.pop())
    reasons = tuple(_obstacles(first, second, setting))
    if reasons:
        return FigureComparison(order=Order.UNKNOWN, is_possible=False, reasons=reasons)
    as_shares = _counts_of_wholes(first, second, setting) and first.of != second.of
    one, other = (_span(item, as_share=as_shares) for item in (first, second))
    order = _order(one, other)
    if order is Order.UNKNOWN:
        words = f"{_in_words(first)} and {_in_words(second)} may be the same number"
        return FigureComparison(order=order, reasons=(words,), as_shares=as_shares)
    return FigureComparison(order=order, as_shares=as_shares)


def baseline_for(figure: Figure, indicator: Indicator, setting: FigureSetting) -> Figure | None:
    """Return the first baseline of an indicator that a figure can be compared with."""
    found = (item for item in indicator.baseline if comparable(figure, item, setting).is_possible)
    return next(found, None)


def _obstacles(first: Figure, second: Figure, setting: FigureSetting) -> Iterator[str]:
    without = [item for item in (first, second) if item.bounds is None]
    if without:
        yield "neither has a number" if len(without) == 2 else "one has no number"
        return
    one, other = (item.unit or setting.unit for item in (first, second))
    if one.casefold() != other.casefold():
        names = [name or "something else" for name in (one, other)]
        yield f"one counts {names[0]}, the other {names[1]}"
    if not first.is_like(second):
        yield f"one is {_sort(first)}, the other {_sort(second)}"
    yield from _of_other_people(first, second, setting)
    yield from _out_of_other_things(first, second, setting)
    if not setting.cumulative:
        yield from _for_other_times(first, second, setting.year_begins)


def _of_other_people(first: Figure, second: Figure, setting: FigureSetting) -> Iterator[str]:
    one, other = (group_words(item) for item in (first, second))
    if one != other:
        names = [name or "all" for name in (one, other)]
        yield f"one is about {names[0]}, the other about {names[1]}"
    one, other = (item.place or setting.place for item in (first, second))
    if one.casefold() != other.casefold():
        names = [name or "the place of the theory" for name in (one, other)]
        yield f"one is about {names[0]}, the other about {names[1]}"


def group_words(figure: Figure) -> str:
    """Return the group that a figure is about, in the same words for the same group."""
    if not figure.by:
        return figure.subgroup
    keys = sorted((str(name), str(value)) for name, value in figure.by.items())
    words = [f"{name}: {value}" for name, value in keys]
    return ", ".join([*words, *([figure.subgroup] if figure.subgroup else [])])


def _out_of_other_things(first: Figure, second: Figure, setting: FigureSetting) -> Iterator[str]:
    if first.of_what and second.of_what and first.of_what.casefold() != second.of_what.casefold():
        yield f"one is out of {first.of_what}, the other out of {second.of_what}"
    if not (first.is_part and second.is_part) or is_percent(setting.unit):
        return
    if (first.of is None) != (second.of is None):
        yield "only one gives the whole that it is a part of"
    elif first.of != second.of and 0 in (first.of, second.of):
        yield "one is out of none"


def _for_other_times(first: Figure, second: Figure, year_begins: Month | None) -> Iterator[str]:
    one, other = (period(item.period, year_begins) for item in (first, second))
    if one and other and not one.is_as_long_as(other):
        yield f"one is for {one.length}, the other for {other.length}"


def _counts_of_wholes(first: Figure, second: Figure, setting: FigureSetting) -> bool:
    is_share = first.is_part and second.is_part and not is_percent(setting.unit)
    return is_share and first.of is not None and second.of is not None


def _sort(figure: Figure) -> str:
    kind = figure.statistic or Statistic.COUNT
    return f"a {kind.value.replace('-', ' ')}"


def _in_words(figure: Figure) -> str:
    bounds = figure.bounds or (0, 0)
    number = f"{bounds[0]:,}" if bounds[0] == bounds[1] else f"{bounds[0]:,} to {bounds[1]:,}"
    return f"{figure.qualifier} {number}" if figure.qualifier else number


# The numbers that a figure may mean.

_Span = tuple[float, float, bool]
"""The lowest and the highest number that it may be, and whether the ends are included."""


def _span(figure: Figure, *, as_share: bool) -> _Span:
    low, high, closed = number_span(figure)
    if as_share and figure.of:
        return low / figure.of, high / figure.of, closed
    return low, high, closed


def number_span(figure: Figure) -> _Span:
    """Return the lowest and the highest number that a figure may mean, with its doubt.

    *About* covers the numbers that round to the written one at its last digit that is not zero,
    and *nearly* the lower half of these. The last part of the result is whether the ends are
    included.

    >>> number_span(Figure(value=2000, qualifier="about")), number_span(Figure(value=7))
    ((1500.0, 2500.0, True), (7, 7, True))
    >>> number_span(Figure(value=20, qualifier="more than")), number_span(Figure(from_=5, to=10))
    ((20, inf, False), (5, 10, True))
    """
    low, high = figure.bounds or (-math.inf, math.inf)
    if figure.qualifier is None:
        return low, high, True
    spans: Mapping[Qualifier, _Span] = {
        Qualifier.AT_LEAST: (low, math.inf, True),
        Qualifier.MORE_THAN: (low, math.inf, False),
        Qualifier.AT_MOST: (-math.inf, high, True),
        Qualifier.LESS_THAN: (-math.inf, high, False),
        Qualifier.ABOUT: (low - _half_a_step(low), high + _half_a_step(high), True),
        Qualifier.NEARLY: (low - _half_a_step(low), high, False),
    }
    return spans[figure.qualifier]


def _half_a_step(number: Number) -> float:
    """Return half the place value of the last digit that is not zero.

    >>> _half_a_step(2000), _half_a_step(11000), _half_a_step(0.25), _half_a_step(0)
    (500.0, 500.0, 0.005, 0.5)
    """
    if not number:
        return 0.5
    digits = format(abs(number), "f").rstrip("0") if isinstance(number, float) else str(abs(number))
    whole, _, part = digits.partition(".")
    if part:
        return 10.0 ** -len(part) / 2
    return 10.0 ** (len(whole) - len(whole.rstrip("0"))) / 2


def _order(one: _Span, other: _Span) -> Order:
    if one[:2] == other[:2] and one[0] == one[1] and one[2] and other[2]:
        return Order.EQUAL
    if one[0] > other[1] or (one[0] == other[1] and not (one[2] and other[2])):
        return Order.MORE
    if one[1] < other[0] or (one[1] == other[0] and not (one[2] and other[2])):
        return Order.LESS
    return Order.UNKNOWN
