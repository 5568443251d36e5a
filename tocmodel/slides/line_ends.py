"""The ends of lines: where a line stops, and which way it points there."""

from collections.abc import Sequence

from tocmodel.layout.scene import PathCommand, Point

_APART = 0.05
"""How far two points must be apart to show a direction."""


def spots_of(path: Sequence[PathCommand]) -> list[Point]:
    """Return the points of a path, the handles of its curves too."""
    return [(at[place], at[place + 1]) for _, at in path for place in range(0, len(at), 2)]


def end_of(spots: Sequence[Point]) -> tuple[Point, Point]:
    """Return the end of a line and its direction there: lines end along one of the axes.

    >>> end_of([(0.0, 0.0), (9.0, 1.0), (9.0, 5.0)])
    ((9.0, 5.0), (0.0, 1.0))
    """
    end = spots[-1]
    before = next((spot for spot in reversed(spots) if _distance(spot, end) > _APART), end)
    x, y = end[0] - before[0], end[1] - before[1]
    way = (1.0 if x > 0 else -1.0, 0.0) if abs(x) >= abs(y) else (0.0, 1.0 if y > 0 else -1.0)
    return end, way


def further(point: Point, way: Point, length: float) -> Point:
    """Return the point that is further on in a direction.

    >>> further((3.0, 4.0), (0.0, 1.0), 10.0)
    (3.0, 14.0)
    """
    return point[0] + way[0] * length, point[1] + way[1] * length


def _distance(one: Point, other: Point) -> float:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))
