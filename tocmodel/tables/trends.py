"""What small charts of indicators show: the numbers of each series in time, with their words.

A number is in a chart only if it can be compared with the others there.
"""

from attrs import field, frozen

from tocmodel.analysis.comparison import setting_of
from tocmodel.analysis.progress import (
    PLAIN_REASONS,
    Progress,
    ProgressReport,
    ProgressStatus,
    progress_words,
    status_counts,
)
from tocmodel.analysis.titles import Words, words_for
from tocmodel.analysis.trend_points import PointKind, TrendPoint, figures_of, points_of
from tocmodel.model import Figure, TheoryOfChange
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import figure_words, has_symbol, remark_words


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
    points, left_out = points_of(item, setting)
    return Trend(
        id=f"{indicator.id}:{number}",
        title=words.title(indicator.id) if is_known else indicator.title,
        about=", ".join(filter(None, (item.group, item.place))),
        status=item.status,
        status_words=progress_words(item),
        reason="" if item.reason in PLAIN_REASONS else item.reason,
        points=points,
        unit="" if has_symbol(unit) else unit,
        left_out=tuple(dict.fromkeys((*left_out, *item.remarks))),
        figures="; ".join(_in_words(kind, figure, unit) for kind, figure in figures_of(item)),
    )


def _in_words(kind: PointKind, figure: Figure, unit: str) -> str:
    words = figure_words(figure, unit)  # those of a forecast begin with the word
    return words if kind is PointKind.FORECAST else f"{kind} {words}"
