"""The numbers of an indicator in time, as small charts have them.

A number is in a chart only if it can be compared with the others there.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

from attrs import frozen

from tocmodel.analysis.comparison import FigureSetting, comparable
from tocmodel.analysis.progress import Progress
from tocmodel.model import Figure
from tocmodel.model.period import period
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import figure_words, has_symbol


class PointKind(StrEnum):
    """What a number in a chart is.

    Attributes:
        BASELINE: the figure at the start.
        OBSERVED: it was counted.
        FORECAST: it is expected.
        TARGET: it is aimed for.
    """

    BASELINE = "baseline"
    OBSERVED = "observed"
    FORECAST = "forecast"
    TARGET = "target"


@frozen(kw_only=True)
class TrendPoint(SelfDescribing):
    """A number in a chart.

    Attributes:
        kind: what it is.
        value: the number in the unit of the chart; the middle of a range.
        low, high: the ends of a range or of a confidence interval, in the same unit; otherwise the
            number itself.
        day: the last day that it is about, in days as ``date.toordinal`` counts them from 1;
            ``None`` without a date.
        words: the number in a few words.
        period: the time that it is about, as written.
    """

    kind: PointKind
    value: float
    low: float
    high: float
    day: int | None = None
    words: str = ""
    period: str = ""


_LEAST = 3
"""A trend needs at least so many numbers: two are a difference."""

_Kinds = Iterable[tuple[PointKind, Figure]]


def figures_of(item: Progress) -> Iterator[tuple[PointKind, Figure]]:
    """Yield every figure of a series, with what it is."""
    if item.baseline:
        yield PointKind.BASELINE, item.baseline
    yield from ((PointKind.OBSERVED, figure) for figure in item.observations)
    yield from ((PointKind.FORECAST, figure) for figure in item.forecasts)
    yield from ((PointKind.TARGET, figure) for figure in item.targets)


def points_of(
    item: Progress, setting: FigureSetting
) -> tuple[tuple[TrendPoint, ...], tuple[str, ...]]:
    """Return the numbers of a series in the order of time, and why others are left out.

    Numbers without a date come first.
    """
    figures = tuple(figures_of(item))
    base = item.latest or next((figure for _, figure in figures), None)
    points, left_out = _points(figures, base, setting)
    in_time = sorted(points, key=lambda point: (point.day is not None, point.day or 0))
    return tuple(in_time), tuple(left_out)


def sure_points_of(item: Progress, setting: FigureSetting) -> tuple[TrendPoint, ...]:
    """Return the numbers from the baseline on, and the last target, if none of them is in doubt.

    A chart without words can state no doubt. So there are none unless at least three numbers were
    counted, each with a day of its own, and all of them are exact and can be compared. A line must
    not run over a figure that is withheld either.
    """
    kinds = (PointKind.BASELINE, PointKind.OBSERVED)
    counted = [figure for kind, figure in figures_of(item) if kind in kinds]
    own = (*item.indicator.baseline, *item.indicator.observations)
    if any(figure.redacted for figure in own) or not all(map(_is_exact, counted)):
        return ()
    points, _ = points_of(item, setting)
    way = tuple(point for point in points if point.kind in kinds)
    days = [point.day or 0 for point in way]
    if len(way) < max(len(counted), _LEAST) or not all(days):
        return ()
    if not all(earlier < later for earlier, later in pairwise(days)):
        return ()
    targets = [point for point in points if point.kind is PointKind.TARGET]
    return (*way, *targets[-1:])


def _is_exact(figure: Figure) -> bool:
    """Whether a figure is one number without a doubt of its source."""
    doubts = (figure.qualifier, figure.of_qualifier, figure.spread and figure.spread.ci)
    return figure.value is not None and not any(doubts) and not figure.overlaps


def _points(
    figures: _Kinds, base: Figure | None, setting: FigureSetting
) -> tuple[list[TrendPoint], list[str]]:
    """Return the numbers that can be compared with one of them, and why others are left out."""
    held, left_out = [], []
    as_shares = False
    for kind, figure in figures:
        found = comparable(figure, base, setting) if base else None
        if found is not None and found.is_possible:
            held.append((kind, figure))
            as_shares = as_shares or found.as_shares
        elif figure.has_number and found is not None:
            left_out.append(found.reasons[0])
    return [_point(kind, figure, setting, as_share=as_shares) for kind, figure in held], left_out


def _point(
    kind: PointKind, figure: Figure, setting: FigureSetting, *, as_share: bool
) -> TrendPoint:
    low, high = figure.bounds or (0, 0)
    whole = figure.of if as_share and figure.of else 1
    spread = figure.spread.ci if figure.spread and figure.spread.ci else (low, high)
    when = period(figure.period, setting.year_begins)
    return TrendPoint(
        kind=kind,
        value=(low + high) / 2 / whole,
        low=min(low, spread[0]) / whole,
        high=max(high, spread[1]) / whole,
        day=when.end.toordinal() if when else None,
        words=_label(figure, figure.unit or setting.unit, as_share=as_share),
        period=figure.period,
    )


def _label(figure: Figure, unit: str, *, as_share: bool) -> str:
    """Return a number in a few words: with the symbol of its unit, and its whole if it counts."""
    bare = Figure(
        statistic=figure.statistic,
        value=figure.value,
        from_=figure.from_,
        to=figure.to,
        qualifier=figure.qualifier,
        of=figure.of if as_share else None,
    )
    return figure_words(bare, unit if has_symbol(unit) else "")
