"""Where the marks of evidence stand on the line of an arrow: on no box, words or other mark."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocmodel.layout.marks import row_bounds
from tocmodel.layout.scene import Bounds, Command, Point

_ALONG = tuple(sorted((step / 24 for step in range(1, 24)), key=lambda share: abs(share - 0.5)))
"""The shares of each stretch of a line that are tried, from its middle."""


def free_place(
    kinds: Sequence[str],
    wish: Point,
    line: Sequence[Command],
    taken: Sequence[Bounds],
    beside: Sequence[Point] = (),
) -> Point:
    """Return the place where a row of marks covers least: the one wished for, if it covers nothing.

    Args:
        kinds: the marks.
        wish: where they would stand best.
        line: the line that they belong to, without its head.
        taken: what they must not cover.
        beside: places off the line, for where it has no room.
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


def _points(line: Sequence[Command]) -> Iterator[Point]:
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
