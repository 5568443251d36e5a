"""Free places on the lines of a map for what is on them: signs, marks and words."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from attrs import Factory, frozen

from tocmodel.layout.map.field import CELL, SIGN_PLACE, CostField, GridCell, samples
from tocmodel.layout.map.making_way import moved_aside
from tocmodel.layout.map.routes import RouteFinder
from tocmodel.layout.scene import Bounds, Point

_STRICT = ((5.8, 1.5), (4.5, 0.4))
"""The least distance from the middle of a sign to another line, and between two signs; if there is
no such place, less will do."""
SIGN = (9.6, 9.6)
"""The size of a sign."""
_RADIUS = 4.6
_ROUNDS = 6
"""How often lines make way for signs that have no place yet."""
_WIDE = 32.0
"""The width of the cells in which the places taken are kept."""


def place_signs(
    finder: RouteFinder, signed: Collection[int]
) -> tuple["SignPlaces", dict[int, Point]]:
    """Return the places taken, and the place of the sign of each arrow that has one.

    Where a sign has no free place on its line, the lines in the way of its best one choose again
    and keep away from it.

    Args:
        finder: the routes, all of which are chosen.
        signed: the arrows with a sign.
    """
    order = sorted(signed, key=lambda n: (len(finder.routes[n].points), n))
    for left in reversed(range(_ROUNDS)):
        places, found = SignPlaces(finder.field), dict[int, Point]()
        crowded = []
        for number in order:
            spot = places.find(number, finder.routes[number].points, SIGN)
            spot = spot or _on_wider_curve(finder, places, number)
            if spot is None:
                crowded.append(number)
            else:
                found[number] = spot
                finder.field.reserve(number, spot)
        for number in crowded:
            line = finder.routes[number].points
            found[number], in_way = places.least_crossed(number, line, SIGN)
            finder.field.reserve(number, found[number])
            for other in sorted(in_way) if left else ():
                _make_way(finder, other, found[number])
        if not crowded:
            break
        order.sort(key=lambda n: n not in crowded)  # in the next round these choose first
    return places, found


def _on_wider_curve(finder: RouteFinder, places: "SignPlaces", number: int) -> Point | None:
    """Let an arrow swing out so far that its sign has a place; none if no curve helps."""
    old = finder.routes[number]
    finder.take_away(number)
    for route in finder.wider(number):
        finder.add(number, route)
        spot = places.find(number, route.points, SIGN)
        if spot is not None:
            return spot
        finder.take_away(number)
    finder.add(number, old)
    return None


def _make_way(finder: RouteFinder, number: int, spot: Point) -> None:
    """Move a line aside, off the sign of another, or let it take another way, if there is room."""
    old = finder.routes[number]
    finder.take_away(number)
    ways = chain(finder.free(number, moved_aside(old, spot)), finder.past(number, spot))
    finder.add(number, next(ways, old))


@frozen
class SignPlaces:
    """The places taken so far.

    Attributes:
        field: the boxes and lines.
        taken: the areas of signs, marks and words, in the wide cells that they touch.
    """

    field: CostField
    taken: dict[GridCell, list[Bounds]] = Factory(dict)

    def find(
        self, number: int, line: Sequence[Point], size: tuple[float, float], *, back: bool = False
    ) -> Point | None:
        """Return a place on a line that is free of boxes, other lines and other signs, and take it.

        Args:
            number: the number of the line.
            line: its points, from start to tip.
            size: the width and height that is needed.
            back: near its start and not near its tip.

        Returns:
            The middle of the place; ``None`` if there is none.
        """
        for clear, apart in _STRICT:
            for spot in _along(line if back else tuple(reversed(line))):
                if self._is_free(_around(spot, size), number, clear, apart):
                    self._take(_around(spot, size))
                    return spot
        return None

    def on_line(
        self, number: int, line: Sequence[Point], size: tuple[float, float]
    ) -> tuple[Point, Point]:
        """Return the free place on a line nearest to its middle, and the line's direction; take it.

        Where none is free, it is where it covers few other lines.

        Args:
            number: the number of the line.
            line: its points, from start to tip.
            size: the width and height that is needed.
        """
        every = samples(line)
        middle = len(every) // 2
        near = sorted(range(len(every)), key=lambda place: (abs(place - middle), place))
        free = (n for n in near if self._is_free(_around(every[n][0], size), number, *_STRICT[-1]))
        place = next(free, None)
        if place is None:
            return self.least_crossed(number, line, size)[0], every[middle][1]
        spot, unit = every[place]
        self._take(_around(spot, size))
        return (round(spot[0], 2), round(spot[1], 2)), unit

    def least_crossed(
        self, number: int, line: Sequence[Point], size: tuple[float, float], *, back: bool = False
    ) -> tuple[Point, set[int]]:
        """Return a place on a line in the way of few other lines, and these; and take it.

        Args:
            number: the number of the line.
            line: its points, from start to tip.
            size: the width and height that is needed.
            back: near its start and not near its tip.
        """
        clear = _STRICT[-1][0]
        best, fewest = line[len(line) // 2], None
        for spot in _along(line if back else tuple(reversed(line))):
            area = _around(spot, size)
            if self._is_empty(area, 0.0):
                lines = self.field.lines_near(_core(area), clear) - {number}
                if fewest is None or len(lines) < len(fewest):
                    best, fewest = spot, lines
        self._take(_around(best, size))
        return best, fewest or set()

    def _take(self, area: Bounds) -> None:
        for cell in _cells(area, 0.0):
            self.taken.setdefault(cell, []).append(area)

    def _is_free(self, area: Bounds, number: int, clear: float, apart: float) -> bool:
        if not self._is_empty(area, apart):
            return False
        return self.field.is_alone(number, _core(area), clear)

    def _is_empty(self, area: Bounds, apart: float) -> bool:
        """Whether an area is on no box, and as far apart from all areas that are taken."""
        near = (other for cell in _cells(area, apart) for other in self.taken.get(cell, ()))
        return not (any(_meet(area, other, apart) for other in near) or self.field.box_in(area))


def _cells(area: Bounds, around: float) -> Iterator[GridCell]:
    for i in range(int((area.x - around) // _WIDE), int((area.right + around) // _WIDE) + 1):
        for j in range(int((area.y - around) // _WIDE), int((area.bottom + around) // _WIDE) + 1):
            yield i, j


def _along(line: Sequence[Point]) -> Iterator[Point]:
    """Yield the places to try, the best first: on the line, then beside it, then further on."""
    every = samples(line)
    first = int(SIGN_PLACE // CELL)
    rest = every[first : max(len(every) - 3, first + 1)]
    for part in (rest[:12], rest[12:]):
        for beside in (0.0, 7.5, -7.5, 10.5, -10.5):
            for (x, y), (dx, dy) in part:
                yield round(x - dy * beside, 2), round(y + dx * beside, 2)


def _core(area: Bounds) -> Bounds:
    """What is left of an area without the radius of a sign on each side."""
    width, height = max(area.width - 2 * _RADIUS, 0.0), max(area.height - 2 * _RADIUS, 0.0)
    return _around(area.centre, (width, height))


def _around(spot: Point, size: tuple[float, float]) -> Bounds:
    width, height = size
    return Bounds(x=spot[0] - width / 2, y=spot[1] - height / 2, width=width, height=height)


def _meet(one: Bounds, other: Bounds, apart: float) -> bool:
    return (
        one.x < other.right + apart
        and other.x < one.right + apart
        and one.y < other.bottom + apart
        and other.y < one.bottom + apart
    )
