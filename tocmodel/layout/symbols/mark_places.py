"""The positions of evidence marks on the line of an arrow, clear of boxes, words and marks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocmodel.layout.marks import row_bounds
from tocmodel.layout.scene import Bounds, PathCommand, Point

_ALONG = tuple(sorted((step / 24 for step in range(1, 24)), key=lambda share: abs(share - 0.5)))
"""The positions to try on each stretch of a line, as shares from its middle."""


def free_place(
    kinds: Sequence[str],
    wish: Point,
    line: Sequence[PathCommand],
    taken: Sequence[Bounds],
    beside: Sequence[Point] = (),
) -> Point:
    """Return the position where a row of marks covers least: the preferred one, if it is free.

    Args:
        kinds: the marks.
        wish: the preferred position.
        line: their line, without its head.
        taken: areas that they must not cover.
        beside: positions off the line, if it has no room.
    """
    best, least = wish, _covered(row_bounds(kinds, wish), taken)
    for place in (*_points(line), *beside) if least else ():
        covered = _covered(row_bounds(kinds, place), taken)
        if covered < least:
            best, least = place, covered
    return best


def _covered(room: Bounds, taken: Sequence[Bounds]) -> float:
    wide = ((min(room.right, o.right) - max(room.x, o.x), o) for o in taken)
    return sum(
        across * max(0.0, min(room.bottom, o.bottom) - max(room.y, o.y))
        for across, o in wide
        if across > 0
    )


def _points(line: Sequence[PathCommand]) -> Iterator[Point]:
    for (_, before), (letter, numbers) in pairwise(line):
        start = (before[-2], before[-1])
        for share in _ALONG:
            if letter == "C":
                yield on_curve(start, numbers, share)
            else:
                x, y = numbers
                yield (
                    round(start[0] + (x - start[0]) * share, 2),
                    round(start[1] + (y - start[1]) * share, 2),
                )


def on_curve(start: Point, numbers: Sequence[float], t: float) -> Point:
    """Return the point of a curve at a share ``t`` of its way."""
    x1, y1, x2, y2, x3, y3 = numbers
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        round(a * start[0] + b * x1 + c * x2 + d * x3, 2),
        round(a * start[1] + b * y1 + c * y2 + d * y3, 2),
    )
