"""The progress of an indicator in a box: a bar from baseline to target, and a small chart.

Both have their words above them or in the description of the box, so nobody needs to see them.
"""

from collections.abc import Iterator, Sequence
from functools import partial

from attrs import evolve

from tocmodel.analysis.trend_points import PointKind, TrendPoint
from tocmodel.diagram.model import Badge
from tocmodel.layout.palette import INK, MUTED, PAPER, Tone
from tocmodel.layout.scene import Bounds, Path, Point
from tocmodel.layout.shapes import circle, line, rectangle

BAR_ROOM = 9.0
"""The height of a bar below the words of a badge, with the room around it."""
SHORTEST_BAR = 60.0
_BAR, _ABOVE_BAR = 4.5, 1.5
_CHART, _BETWEEN = 36.0, 7.0
"""The width of a small chart, and the gap between a bar and the chart beside it."""
_LEAST_SHOWN = 4
"""A chart shows no less than this part of its highest number."""
_RADIUS, _LATEST = 1.0, 1.6
_DASH = (2.0, 1.6)


def draw_bar_and_chart(badge: Badge, place: Bounds, tone: Tone) -> Iterator[Path]:
    """Yield the bar of a badge, its small chart, or both side by side."""
    bar = evolve(place, y=place.y + _ABOVE_BAR, height=_BAR)
    chart = evolve(place, width=_CHART)
    if badge.share is not None:
        if badge.trend:
            bar = evolve(bar, width=place.width - _CHART - _BETWEEN)
            chart = evolve(chart, x=place.right - _CHART)
        yield from _draw_bar(badge.share, bar, tone)
    if badge.trend:
        yield from _draw_chart(badge.trend, chart, tone)


def trend_sample(place: Bounds, tone: Tone) -> tuple[Path, ...]:
    """Return a small chart of three numbers on the way to a target, for the legend."""
    kinds = (*[PointKind.OBSERVED] * 3, PointKind.TARGET)
    trend = tuple(
        TrendPoint(kind=kind, value=value, low=value, high=value, day=day)
        for day, (kind, value) in enumerate(zip(kinds, (2, 4, 5, 8), strict=True), 1)
    )
    chart = evolve(place, y=place.centre[1] - BAR_ROOM / 2, height=BAR_ROOM)
    return tuple(_draw_chart(trend, chart, tone))


def _draw_bar(share: float, place: Bounds, tone: Tone) -> Iterator[Path]:
    """Yield a bar from the baseline to the target, filled as far as the way has been gone.

    The words above it have the same, and more: a bar ends at the baseline and at the target.
    """
    yield Path(commands=rectangle(place), fill=PAPER, stroke=MUTED, stroke_width=0.7)
    done = evolve(place, width=place.width * min(max(share, 0.0), 1.0))
    if done.width:
        yield Path(commands=rectangle(done), fill=tone.dark)
    target = line(((place.right, place.y - 1.5), (place.right, place.bottom + 1.5)))
    yield Path(commands=target, stroke=INK, stroke_width=1.4)


def _draw_chart(trend: Sequence[TrendPoint], place: Bounds, tone: Tone) -> Iterator[Path]:
    """Yield a line through the numbers, and a dashed one at the height of the target.

    Its scale is that of the bar, from the lowest to the highest of these, but it shows at least a
    quarter of the highest, so that a small change does not look large.
    """
    inner = evolve(place, y=place.y + _LATEST, height=place.height - 2 * _LATEST)
    at = partial(_place_of, trend, inner)
    way = tuple(at(point) for point in trend if point.kind is not PointKind.TARGET)
    for target in (point for point in trend if point.kind is PointKind.TARGET):
        _, height = at(target)
        ends = ((place.x, height), (place.right, height))
        yield Path(commands=line(ends), stroke=MUTED, stroke_width=0.7, dash=_DASH)
    yield Path(commands=line(way), stroke=tone.dark, stroke_width=1.0)
    for x, y in way[:-1]:
        yield Path(commands=circle(x, y, _RADIUS), fill=tone.dark)
    yield Path(commands=circle(*way[-1], _LATEST), fill=tone.dark)


def _place_of(trend: Sequence[TrendPoint], place: Bounds, point: TrendPoint) -> Point:
    """Return where a number is in a chart: its day from left to right, its value upwards."""
    values = [each.value for each in trend]
    low, high = min(values), max(values)
    least = max(map(abs, values)) / _LEAST_SHOWN
    if high - low < least:
        low, high = (low + high - least) / 2, (low + high + least) / 2
    days = [each.day or 0 for each in trend if each.kind is not PointKind.TARGET]
    along = ((point.day or days[-1]) - days[0]) / (days[-1] - days[0])
    up = (point.value - low) / ((high - low) or 1.0)
    room = place.width - 2 * _LATEST
    return place.x + _LATEST + room * along, place.bottom - place.height * up
