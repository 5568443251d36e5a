"""Small charts to scene: a panel for each series of figures, in rows, or a line for each."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from attrs import evolve, frozen

from tocmodel.analysis.trend_points import PointKind
from tocmodel.diagnostics import TocModelError
from tocmodel.layout.fonts.lettering import Lettering, use_lettering
from tocmodel.layout.fonts.outlines import with_outlines
from tocmodel.layout.fonts.typefaces import Typeface
from tocmodel.layout.legend import SAMPLE, SAMPLE_HEIGHT, Sample, place_legend
from tocmodel.layout.marks import MARK, badge_mark
from tocmodel.layout.palette import INK, MUTED, NEUTRAL, RULE, STAGES, Tone
from tocmodel.layout.scene import Bounds, Path, Primitive, Scene, SceneGroup
from tocmodel.layout.shapes import line
from tocmodel.layout.sheet import A3, A4, Sheet
from tocmodel.layout.text import LEADING, wrap
from tocmodel.layout.text_block import left
from tocmodel.layout.titles import draw_title
from tocmodel.layout.trends.plot import draw_plot, draw_point
from tocmodel.tables.trends import Trend, Trends, described

MOST_CHARTS = 1_000
"""The most charts in one picture."""

_NARROWEST, _BETWEEN, _BELOW = 160.0, 20.0, 18.0
"""The least width of a panel, and the gaps beside and below it."""

_MOST_ON_A_SHEET = 60
"""No sheet has room for more charts, so none is tried: that saves most of the time for many."""

_CHART = 64.0
"""The height of the chart in a panel."""

_SPARK = 22.0
"""The height of the chart in a line."""


def layout_trends(
    trends: Trends,
    *,
    as_lines: bool = False,
    upright: bool = False,
    typefaces: Sequence[Typeface] = (),
) -> Scene:
    """Place small charts on a page; no engine is needed.

    The page is A4, or A3 if they need more room, or as long as they need.

    Args:
        trends: what they show.
        as_lines: a line for each, with a small chart in it, instead of a panel.
        upright: the page is upright, as those of a document are.
        typefaces: fonts to use for the letters they have; the bundled font draws the rest.

    Raises:
        TocModelError: there are too many for a picture.
    """
    if len(trends.trends) > MOST_CHARTS:
        raise TocModelError(
            f"there are {len(trends.trends):,} series of figures, and a picture can hold "
            f"{MOST_CHARTS:,}: save them as csv, or choose some with --status"
        )
    lettering = Lettering(typefaces=tuple(typefaces), language=trends.language)
    with use_lettering(lettering):
        scene = _place(trends, _lines if as_lines else _panels, upright=upright)
        return with_outlines(scene, lettering)


_Body = tuple[list[SceneGroup], float]
"""The charts, and where they end."""


_BodyOf = Callable[[Trends, Bounds, Sheet], _Body]


def _place(trends: Trends, body: _BodyOf, *, upright: bool) -> Scene:
    """Return the scene on the first sheet that has room, or on a longer one."""
    sheets = (A4.upright(),) if upright else (A4, A4.upright(), A3, A3.upright())
    may_fit = len(trends.trends) <= _MOST_ON_A_SHEET
    scenes = (_on_sheet(trends, body, sheet) for sheet in sheets if may_fit)
    scene = next((one for one in scenes if one.page), None)
    long = evolve(sheets[-1 if upright else 2], height=float("inf"), page="")
    return scene or _on_sheet(trends, body, long)


def _on_sheet(trends: Trends, body: _BodyOf, sheet: Sheet) -> Scene:
    inner = sheet.width - 2 * sheet.margin
    title, high = draw_title(trends, sheet.margin, sheet.margin, inner, sheet)
    room = Bounds(x=sheet.margin, y=sheet.margin + high + 14, width=inner, height=0)
    groups, bottom = body(trends, room, sheet)
    legend, high = place_legend([*_samples(trends)], sheet.margin, bottom, inner, sheet)
    height = bottom + high + sheet.margin * 0.7
    return Scene(
        width=sheet.width,
        height=round(height, 2),
        page=sheet.page if height <= sheet.height else "",
        title=trends.title,
        description=trends.description,
        language=trends.language,
        groups=(title, *groups, *legend),
    )


# Panels, side by side in rows.


@frozen
class _Panel:
    """The words of a panel, broken into lines."""

    trend: Trend
    title: tuple[str, ...]
    about: tuple[str, ...]
    status: tuple[str, ...]
    reason: tuple[str, ...]

    def above(self, sheet: Sheet) -> float:
        """The height of the words above the chart."""
        lines = len(self.title) * sheet.heading + len(self.about) * sheet.small
        return (lines + len(self.status) * sheet.text) * LEADING + 6

    def below(self, sheet: Sheet) -> float:
        """The height of the words below the chart."""
        return (len(self.reason) + bool(_times(self.trend))) * sheet.small * LEADING + 6


def _panels(trends: Trends, room: Bounds, sheet: Sheet) -> _Body:
    count = max(1, int((room.width + _BETWEEN) // (_NARROWEST + _BETWEEN)))
    width = (room.width + _BETWEEN) / count - _BETWEEN
    panels = [_panel(trend, width, sheet) for trend in trends.trends]
    groups: list[SceneGroup] = []
    top = room.y
    for first in range(0, len(panels), count):
        row = panels[first : first + count]
        above = max(panel.above(sheet) for panel in row)
        below = max(panel.below(sheet) for panel in row)
        chart = _CHART if any(panel.trend.points for panel in row) else 0.0
        for column, panel in enumerate(row):
            x = room.x + column * (width + _BETWEEN)
            place = Bounds(x=x, y=top, width=width, height=above + chart + below)
            groups.append(_drawn_panel(panel, place, (above, chart), sheet))
        top += above + chart + below + _BELOW
    return groups, top


def _panel(trend: Trend, width: float, sheet: Sheet) -> _Panel:
    remarks = [
        *filter(None, [trend.reason]),
        *(f"not in it: {reason}" for reason in trend.left_out),
    ]
    return _Panel(
        trend=trend,
        title=wrap(trend.title, width, sheet.heading, bold=True),
        about=wrap(", ".join(filter(None, (trend.about, trend.unit))), width, sheet.small),
        status=wrap(trend.status_words, width - MARK - 4, sheet.text, bold=True),
        reason=tuple(row for words in remarks for row in wrap(words, width, sheet.small)),
    )


def _drawn_panel(
    panel: _Panel, place: Bounds, heights: tuple[float, float], sheet: Sheet
) -> SceneGroup:
    """Return a panel: its words, its chart, and when its first and last numbers are from."""
    trend, tone = panel.trend, _tone(panel.trend)
    y = place.y
    rule = line(((place.x, y - 3), (place.right, y - 3)))
    items: list[Primitive] = [Path(commands=rule, stroke=tone.dark, stroke_width=1.4)]
    items += left(panel.title, place.x, y, sheet.heading, INK, bold=True)
    y += len(panel.title) * sheet.heading * LEADING
    items += left(panel.about, place.x, y, sheet.small, MUTED)
    y += len(panel.about) * sheet.small * LEADING + 2
    items += badge_mark(_mark(trend), place.x, y + 1, tone.dark)
    items += left(panel.status, place.x + MARK + 4, y, sheet.text, tone.dark, bold=True)
    above, high = heights
    chart = Bounds(x=place.x, y=place.y + above, width=place.width, height=high)
    items += draw_plot(trend, chart, tone, size=sheet.small)
    y = chart.bottom + 5
    if times := _times(trend):
        items += left((times,), place.x, y, sheet.small, MUTED)
        y += sheet.small * LEADING
    items += left(panel.reason, place.x, y, sheet.small, INK)
    return _group(trend, place, items)


def _group(trend: Trend, place: Bounds, items: Sequence[Primitive]) -> SceneGroup:
    about = f" ({trend.about})" if trend.about else ""
    return SceneGroup(
        id=f"trend:{trend.id}",
        role="trend",
        kind=f"progress:{trend.status}",
        title=f"{trend.title}{about}: {trend.status_words}",
        description=described(trend),
        items=tuple(items),
        bounds=place,
    )


def _times(trend: Trend) -> str:
    """Return the first and the last period of the numbers; that they have none if so.

    >>> _times(Trend(id="a", title="A"))
    ''
    """
    if not trend.points:
        return ""
    if not trend.is_dated:
        return "without dates" if len(trend.points) > 1 else ""
    periods = [point.period for point in trend.points if point.day is not None]
    return periods[0] if periods[0] == periods[-1] else f"{periods[0]} to {periods[-1]}"


def _tone(trend: Trend) -> Tone:
    return STAGES.get(_mark(trend), NEUTRAL)


def _mark(trend: Trend) -> str:
    return f"progress:{trend.status}"


# Lines: one below another.

_COLUMNS = (0.3, 0.2, 0.09, 0.19, 0.22)
"""The parts of the width for the title, the chart, the latest number, the status and the reason."""


def _lines(trends: Trends, room: Bounds, sheet: Sheet) -> _Body:
    groups: list[SceneGroup] = []
    top = room.y
    for trend in trends.trends:
        place = Bounds(x=room.x, y=top, width=room.width, height=0)
        group, height = _drawn_line(trend, place, sheet)
        groups.append(group)
        top += height
    return groups, top + 8


def _drawn_line(trend: Trend, place: Bounds, sheet: Sheet) -> tuple[SceneGroup, float]:
    """Return a line: the title, the chart, the latest number, the status, and the reason."""
    tone, size, small = _tone(trend), sheet.text, sheet.small
    starts = [place.x + place.width * sum(_COLUMNS[:index]) for index in range(5)]
    widths = [place.width * part - 12 for part in _COLUMNS]
    title = wrap(trend.title, widths[0], size, bold=True)
    about = wrap(", ".join(filter(None, (trend.about, trend.unit))), widths[0], small)
    latest = trend.of_kind(PointKind.OBSERVED)[-1:]
    number = wrap(latest[0].words if latest else "", widths[2], size, bold=True)
    status = wrap(trend.status_words, widths[3] - MARK - 4, size, bold=True)
    reason = wrap(trend.reason, widths[4], small)
    lines = (len(title) * size + len(about) * small, len(number) * size, len(reason) * small)
    height = max(_SPARK, *(high * LEADING for high in (*lines, len(status) * size))) + 4
    items: list[Primitive] = [*left(title, starts[0], place.y, size, INK, bold=True)]
    items += left(about, starts[0], place.y + len(title) * size * LEADING, small, MUTED)
    chart = Bounds(x=starts[1], y=place.y, width=widths[1], height=_SPARK)
    items += draw_plot(trend, chart, tone, labels=False)
    items += left(number, starts[2], place.y, size, INK, bold=True)
    items += badge_mark(_mark(trend), starts[3], place.y + 1, tone.dark)
    items += left(status, starts[3] + MARK + 4, place.y, size, tone.dark, bold=True)
    items += left(reason, starts[4], place.y, small, INK)
    end = place.y + height
    rule = line(((place.x, end), (place.right, end)))
    items.append(Path(commands=rule, stroke=RULE, stroke_width=0.6))
    return _group(trend, evolve(place, height=height), items), height + 5


# The legend: every shape in the picture, and no other.

_MEANINGS = {
    PointKind.BASELINE: "baseline",
    PointKind.OBSERVED: "counted",
    PointKind.FORECAST: "forecast, not a result",
    PointKind.TARGET: "target; the dashed line is at the last",
}


def _samples(trends: Trends) -> Iterator[Sample]:
    used = {point.kind for trend in trends.trends for point in trend.points}
    for kind, meaning in _MEANINGS.items():
        if kind in used:
            yield Sample(kind=f"point:{kind}", text=meaning, draw=partial(_sample, kind))


def _sample(kind: PointKind, x: float, y: float) -> tuple[Primitive, ...]:
    return (draw_point(kind, (x + SAMPLE / 2, y + SAMPLE_HEIGHT / 2), NEUTRAL),)
