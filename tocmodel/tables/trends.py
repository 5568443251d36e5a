"""What small charts of indicators show: the numbers of each series in time, with their words.

A number is in a chart only if it can be compared with the others there.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from attrs import field, frozen

from tocmodel.analysis.comparison import FigureSetting, comparable, setting_of
from tocmodel.analysis.progress import (
    PLAIN_REASONS,
    Progress,
    ProgressReport,
    ProgressStatus,
    progress_words,
    status_counts,
)
from tocmodel.analysis.titles import Words, words_for
from tocmodel.model import Figure, TheoryOfChange
from tocmodel.model.period import period
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import figure_words, has_symbol, remark_words


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


@frozen(kw_only=True)
class Trend(SelfDescribing):
    """What the chart of one series of figures shows.

    Attributes:
        id: unique in the picture.
        title: the title of the indicator.
        about: the group and the place of the figures; empty for all.
        status: how it is doing.
        status_words: the same in words, with the share of the way.
        reason: why, in words; empty where the status says it.
        points: its numbers, in the order of time.
        unit: what is counted, where no symbol says it.
        left_out: why some figures are not in the chart, or not in a total.
        figures: all its figures in words, for those who cannot see the chart.
    """

    id: str
    title: str
    about: str = ""
    status: ProgressStatus = ProgressStatus.NO_DATA
    status_words: str = ""
    reason: str = ""
    points: tuple[TrendPoint, ...] = ()
    unit: str = ""
    left_out: tuple[str, ...] = ()
    figures: str = field(default="", repr=False)

    @property
    def is_dated(self) -> bool:
        """Whether every number but a target has a date, so that they have an order in time."""
        dated = [point.day is not None for point in self.points if point.kind != PointKind.TARGET]
        return bool(dated) and all(dated)

    def of_kind(self, kind: PointKind) -> tuple[TrendPoint, ...]:
        """Return the numbers of one kind."""
        return tuple(point for point in self.points if point.kind is kind)


@frozen(kw_only=True)
class Trends(SelfDescribing):
    """What a picture of small charts shows.

    Attributes:
        title: its heading.
        subtitle: how many series have each status, after the words that mark an imagined theory.
        language: BCP 47 tag of its titles.
        description: the picture in words, for those who cannot see it.
        trends: a chart each.
    """

    title: str
    subtitle: str = ""
    language: str = "en-GB"
    description: str = ""
    trends: tuple[Trend, ...] = ()


def to_trends(found: ProgressReport, *, language: str | None = None) -> Trends:
    """Return what a picture of the progress of indicators shows.

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    theory: TheoryOfChange = found.about or TheoryOfChange(title="")
    words = words_for(theory, language or "", plain=False)
    trends = tuple(_trend(item, number, words) for number, item in enumerate(found))
    return Trends(
        title=f"Progress: {words.theory_title}",
        subtitle=" · ".join(filter(None, (remark_words(theory), status_counts(found)))),
        language=language or theory.language,
        description=" ".join(map(described, trends)),
        trends=trends,
    )


def described(trend: Trend) -> str:
    """Return a chart in a sentence or two.

    >>> described(Trend(id="a", title="Meals", status_words="met", reason="now 9", figures="9"))
    'Meals: met (now 9). Figures: 9.'
    """
    about = f" ({trend.about})" if trend.about else ""
    figures = f" Figures: {trend.figures}." if trend.figures else ""
    reason = f" ({trend.reason})" if trend.reason else ""
    return f"{trend.title}{about}: {trend.status_words}{reason}.{figures}"


def _trend(item: Progress, number: int, words: Words) -> Trend:
    indicator = item.indicator
    setting = setting_of(words.theory, indicator)
    unit = indicator.unit
    is_known = indicator.id in words.theory.indicators  # a total is not in the theory
    figures = tuple(_figures(item))
    base = next((figure for figure in (item.latest, *map(_second, figures)) if figure), None)
    points, left_out = _points(figures, base, setting)
    return Trend(
        id=f"{indicator.id}:{number}",
        title=words.title(indicator.id) if is_known else indicator.title,
        about=", ".join(filter(None, (item.group, item.place))),
        status=item.status,
        status_words=progress_words(item),
        reason="" if item.reason in PLAIN_REASONS else item.reason,
        points=tuple(sorted(points, key=lambda point: (point.day is not None, point.day or 0))),
        unit="" if has_symbol(unit) else unit,
        left_out=tuple(dict.fromkeys((*left_out, *item.remarks))),
        figures="; ".join(_in_words(kind, figure, unit) for kind, figure in figures),
    )


def _in_words(kind: PointKind, figure: Figure, unit: str) -> str:
    words = figure_words(figure, unit)  # those of a forecast begin with the word
    return words if kind is PointKind.FORECAST else f"{kind} {words}"


_Kinds = Iterable[tuple[PointKind, Figure]]


def _second(pair: tuple[PointKind, Figure]) -> Figure:
    return pair[1]


def _figures(item: Progress) -> Iterator[tuple[PointKind, Figure]]:
    if item.baseline:
        yield PointKind.BASELINE, item.baseline
    yield from ((PointKind.OBSERVED, figure) for figure in item.observations)
    yield from ((PointKind.FORECAST, figure) for figure in item.forecasts)
    yield from ((PointKind.TARGET, figure) for figure in item.targets)


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
