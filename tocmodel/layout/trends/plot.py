"""One chart in a place: its numbers over time, with the target as a dashed line.

What a number is, its shape says: a square for the baseline, a dot for what was counted, a ring for
a forecast, a diamond for a target. Colour repeats the status, which is beside the chart in words.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from tocmodel.analysis.trend_points import PointKind, TrendPoint
from tocmodel.layout.palette import INK, MUTED, PAPER, RULE, Tone
from tocmodel.layout.scene import Bounds, Path, Point, Primitive, Text
from tocmodel.layout.shapes import circle, line, polygon, rectangle
from tocmodel.layout.text import ASCENT, LEADING, measure
from tocmodel.tables.trends import Trend

_INSET = 6.0
"""From the sides of a chart to its first and last number."""

_RADIUS = 2.6
_DASH = (3.0, 2.0)
_GAP = 3.0


@frozen
class _Scale:
    """Where a day and a number are in a chart."""

    place: Bounds
    days: tuple[float, float]
    values: tuple[float, float]

    def x(self, day: float) -> float:
        first, last = self.days
        if last == first:
            return self.place.centre[0]
        room = self.place.width - 2 * _INSET
        return self.place.x + _INSET + room * (day - first) / (last - first)

    def y(self, value: float) -> float:
        low, high = self.values
        return self.place.bottom - self.place.height * (value - low) / (high - low)


def draw_plot(
    trend: Trend, place: Bounds, tone: Tone, *, size: float = 9.0, labels: bool = True
) -> tuple[Primitive, ...]:
    """Return the drawing of a trend in a place; nothing where it has no number.

    The scale begins at zero, so that a small change does not look large.

    Args:
        trend: its numbers.
        place: where it is; labels need the room of a line above the highest number.
        tone: the colours of its status.
        size: the size of the labels.
        labels: whether the numbers that matter most are written beside their shapes.
    """
    if not trend.points:
        return ()
    above = size * LEADING + _RADIUS + _GAP if labels else _RADIUS + 1
    inner = Bounds(
        x=place.x,
        y=place.y + above,
        width=place.width,
        height=place.height - above - (0 if labels else _RADIUS + 1),
    )
    days = _days(trend)
    scale = _Scale(inner, (min(days.values()), max(days.values())), _range(trend.points))
    spots = [(point, (scale.x(days[id(point)]), scale.y(point.value))) for point in trend.points]
    target, course = [*_target_line(spots, inner)], [*_course(trend, spots, tone)]
    drawn = [*_axis(scale), *target, *course]
    drawn += [path for point, at in spots for path in _whisker(point, at[0], scale, tone)]
    drawn += [draw_point(point.kind, at, tone) for point, at in spots]
    if not labels:
        return tuple(drawn)
    taken = [box for path in (*target, *course) for box in _along(path)]
    return (*drawn, *_labels(spots, place, tone, size, taken))


def _days(trend: Trend) -> dict[int, float]:
    """Return where on the scale of time each number is: side by side if they are not dated.

    A target without a date is at the end, as it is still to come.
    """
    if not trend.is_dated:
        order = sorted(trend.points, key=lambda point: [*PointKind].index(point.kind))
        return {id(point): float(number) for number, point in enumerate(order)}
    last = max(point.day for point in trend.points if point.day is not None)
    return {id(point): float(last if point.day is None else point.day) for point in trend.points}


def _range(points: Sequence[TrendPoint]) -> tuple[float, float]:
    low = min(0.0, *(point.low for point in points))
    high = max(0.0, *(point.high for point in points))
    return (low, high) if high > low else (low, low + 1)


def _axis(scale: _Scale) -> Iterator[Path]:
    zero = scale.y(0.0)
    ends = ((scale.place.x, zero), (scale.place.right, zero))
    yield Path(commands=line(ends), stroke=RULE, stroke_width=0.9)


Spots = Sequence[tuple[TrendPoint, Point]]
"""The numbers of a chart and where they are."""


def _target_line(spots: Spots, place: Bounds) -> Iterator[Path]:
    """Yield a dashed line at the height of the last target."""
    targets = [at for point, at in spots if point.kind is PointKind.TARGET]
    if targets:
        ends = ((place.x, targets[-1][1]), (place.right, targets[-1][1]))
        yield Path(commands=line(ends), stroke=MUTED, stroke_width=0.9, dash=_DASH)


def _course(trend: Trend, spots: Spots, tone: Tone) -> Iterator[Path]:
    """Yield the line from the baseline through what was counted, where dates give the order."""
    kinds = (PointKind.BASELINE, PointKind.OBSERVED)
    way = tuple(at for point, at in spots if point.kind in kinds)
    if trend.is_dated and len(way) > 1:
        yield Path(commands=line(way), stroke=tone.dark, stroke_width=1.6)


def _whisker(point: TrendPoint, x: float, scale: _Scale, tone: Tone) -> Iterator[Path]:
    if point.high > point.low:
        ends = ((x, scale.y(point.low)), (x, scale.y(point.high)))
        yield Path(commands=line(ends), stroke=tone.dark, stroke_width=1.0)


def draw_point(kind: PointKind, at: Point, tone: Tone) -> Path:
    """Return the shape of a number."""
    x, y = at
    if kind is PointKind.OBSERVED:
        return Path(commands=circle(x, y, _RADIUS), fill=tone.dark)
    if kind is PointKind.FORECAST:
        commands = circle(x, y, _RADIUS)
        return Path(commands=commands, fill=PAPER, stroke=tone.dark, stroke_width=1.1)
    if kind is PointKind.BASELINE:
        side = 2 * _RADIUS
        commands = rectangle(Bounds(x=x - _RADIUS, y=y - _RADIUS, width=side, height=side))
        return Path(commands=commands, fill=PAPER, stroke=tone.dark, stroke_width=1.3)
    wide = _RADIUS + 0.9
    commands = polygon(((x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)))
    return Path(commands=commands, fill=PAPER, stroke=INK, stroke_width=1.1)


def _along(path: Path) -> Iterator[Bounds]:
    """Yield small areas along a line, which no words may cover."""
    points = [numbers for _, numbers in path.commands]
    for (x, y), (to_x, to_y) in pairwise(points):
        steps = max(1, round((to_x - x) / 3))
        for step in range(steps + 1):
            part = step / steps
            yield _box(x + (to_x - x) * part - 0.5, y + (to_y - y) * part - 0.5, 1.0, 1.0)


def _labels(
    spots: Spots, place: Bounds, tone: Tone, size: float, lines: Sequence[Bounds]
) -> Iterator[Text]:
    """Yield the words of the latest number, the last target, the baseline and a forecast.

    Each is beside its shape, where it covers nothing; one without such a place is left out, as
    the words below the chart have it too.
    """
    taken = [_box(at[0] - _RADIUS, at[1] - _RADIUS, 2 * _RADIUS, 2 * _RADIUS) for _, at in spots]
    taken += lines
    for point, at in _worth_words(spots):
        is_bold = point.kind is PointKind.OBSERVED
        width = measure(point.words, size, bold=is_bold)
        for left, top in _places(at, width, size):
            box = _box(left, top, width, size * LEADING)
            if _is_within(box, place) and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                colour = MUTED if point.kind is PointKind.TARGET else tone.dark
                yield Text(
                    x=left,
                    y=top + size * ASCENT,
                    text=point.words,
                    size=size,
                    width=width,
                    colour=colour,
                    bold=is_bold,
                )
                break


def _worth_words(spots: Spots) -> Iterator[tuple[TrendPoint, Point]]:
    """Yield the last number of each kind, and the first that was counted without a baseline."""
    seen = [spot for spot in spots if spot[0].kind is PointKind.OBSERVED]
    order = (PointKind.OBSERVED, PointKind.TARGET, PointKind.BASELINE, PointKind.FORECAST)
    for kind in order:
        yield from [spot for spot in spots if spot[0].kind is kind][-1:]
    if not any(point.kind is PointKind.BASELINE for point, _ in spots):
        yield from seen[:-1][:1]


def _places(at: Point, width: float, size: float) -> Iterator[Point]:
    """Yield the places for words beside a shape, the best first: their top left corners."""
    x, y = at
    high = size * LEADING
    for left in (x - width / 2, x - width + _INSET, x - _INSET):
        yield left, y - _RADIUS - _GAP / 2 - high
    for left in (x - width / 2, x - width + _INSET, x - _INSET):
        yield left, y + _RADIUS + _GAP / 2
    yield x + _RADIUS + _GAP, y - high / 2
    yield x - _RADIUS - _GAP - width, y - high / 2


def _box(x: float, y: float, width: float, height: float) -> Bounds:
    return Bounds(x=x, y=y, width=width, height=height)


def _is_within(box: Bounds, place: Bounds) -> bool:
    return (
        box.x >= place.x - 0.5
        and box.right <= place.right + 0.5
        and box.y >= place.y - 0.5
        and box.bottom <= place.bottom + 0.5
    )


def _overlap(one: Bounds, other: Bounds) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )
