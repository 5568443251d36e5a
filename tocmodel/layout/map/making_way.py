"""Lines that make way for a sign, and lines with room for a sign of their own."""

from collections.abc import Iterator
from itertools import pairwise

from tocmodel.layout.map.field import CELL, samples
from tocmodel.layout.map.routes import MapRoute, apart, route_of, smooth, unit_of
from tocmodel.layout.scene import Point

_ASIDE = (6.5, -6.5, 9.0, -9.0, 12.0, -12.0)
"""How far the middle of a line may be moved aside."""
_REACH = 34.0
"""Before and after the sign, a line is back where it was after so far."""
_END = 18.0
"""Less than so far from its ends a line keeps its direction."""


def moved_aside(route: MapRoute, spot: Point) -> Iterator[MapRoute]:
    """Yield a route as it would be if it went round a spot, the nearest to the old one first."""
    line = samples(route.points)
    nearest = min(range(len(line)), key=lambda n: apart(line[n][0], spot))
    (x, y), (ux, uy) = line[nearest]
    normal = (-uy, ux)
    already = (x - spot[0]) * normal[0] + (y - spot[1]) * normal[1]
    for far in _ASIDE:
        points = [route.points[0]]
        for number in range(4, len(line) - 3, 4):
            move = (far - already) * _share(line, number, spot)
            (x, y), _ = line[number]
            points.append((round(x + normal[0] * move, 2), round(y + normal[1] * move, 2)))
        yield route_of(smooth(_straightened([*points, route.tip]), 6.0))


def _share(line: list[tuple[Point, Point]], number: int, spot: Point) -> float:
    """How much of the move a point of the line makes: all near the spot, and none far away."""
    far = apart(line[number][0], spot) / _REACH
    if far >= 1:
        return 0.0
    to_end = min(number, len(line) - 1 - number) * CELL
    return (1 - far * far) * (1 - far * far) * min(1.0, to_end / _END)


def _straightened(points: list[Point]) -> list[Point]:
    """Leave out points at which a line hardly turns."""
    kept = [points[0]]
    for here, after in pairwise(points[1:]):
        before, ahead = unit_of(kept[-1], here), unit_of(here, after)
        if before[0] * ahead[0] + before[1] * ahead[1] < 0.9995:
            kept.append(here)
    return [*kept, points[-1]]
