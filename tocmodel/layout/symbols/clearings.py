"""Free room on a picture: where marks and words on arrows cover nothing else."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from tocmodel.layout.scene import Bounds, PathCommand, Point
from tocmodel.layout.shapes import on_curve

_CELL = 24.0
_STEP = 4.0
"""Between two points of a line that are looked at."""
_MOST = 400
"""Steps of one curve or straight line."""
_RIM = -0.4
_ON_AREA = 30.0
"""What it costs to cover a box or another mark, besides how much of it is covered."""
_ON_LINE = 4.0
"""What it costs to cover another arrow."""


@frozen(eq=False)
class Clearings:
    """What is drawn already, in a grid of cells for a quick search."""

    _points: dict[tuple[int, int], list[tuple[float, float, int]]] = field(factory=dict)
    _areas: dict[tuple[int, int], list[Bounds]] = field(factory=dict)

    def add_line(self, number: int, line: Sequence[PathCommand]) -> None:
        """Add the line of an arrow, which has a number."""
        for x, y in points_along(line):
            cell = int(x // _CELL), int(y // _CELL)
            self._points.setdefault(cell, []).append((x, y, number))

    def take(self, area: Bounds) -> None:
        """Add an area that nothing else may cover."""
        for cell in _cells(area):
            self._areas.setdefault(cell, []).append(area)

    def is_free(self, area: Bounds, own: int) -> bool:
        """Whether an area covers nothing but the arrow that it belongs to."""
        return self.cost(area, own) == 0.0

    def holds(self, area: Bounds, own: int) -> bool:
        """Whether the arrow with a number runs through an area."""
        return own in self._lines_in(area)

    def cost(self, area: Bounds, own: int) -> float:
        """What an area covers, apart from the arrow that it belongs to."""
        covered: dict[int, float] = {}
        for cell in _cells(area):
            for other in self._areas.get(cell, ()):
                if shared := _shared(area, other):
                    covered[id(other)] = _ON_AREA + shared
        return sum(covered.values()) + _ON_LINE * len(self._lines_in(area) - {own})

    def _lines_in(self, area: Bounds) -> set[int]:
        return {
            number
            for cell in _cells(area)
            for x, y, number in self._points.get(cell, ())
            if area.x <= x <= area.right and area.y <= y <= area.bottom
        }

    def best(
        self, own: int, areas: Iterable[Bounds], *, far: float = 0.01
    ) -> tuple[Bounds | None, float]:
        """Return the area that covers least, and what it costs; earlier ones come first.

        Args:
            own: the number of the arrow that the areas belong to.
            areas: the areas to try, the preferred one first.
            far: what each further step from the preferred place costs.
        """
        best, least = None, float("inf")
        for step, area in enumerate(areas):
            if step * far >= least:
                break
            cost = self.cost(area, own) + step * far
            if cost < least:
                best, least = area, cost
        return best, least


def _cells(area: Bounds) -> Iterator[tuple[int, int]]:
    for column in range(int(area.x // _CELL), int(area.right // _CELL) + 1):
        for row in range(int(area.y // _CELL), int(area.bottom // _CELL) + 1):
            yield column, row


def meet(one: Bounds, other: Bounds) -> bool:
    """Whether two areas share more than a rim."""
    return _shared(one, other) > 0.0


def _shared(one: Bounds, other: Bounds) -> float:
    """How much two areas share; rims may touch."""
    wide = min(one.right, other.right) - max(one.x, other.x) - _RIM
    high = min(one.bottom, other.bottom) - max(one.y, other.y) - _RIM
    return wide * high if wide > 0 and high > 0 else 0.0


def points_along(line: Sequence[PathCommand], step_length: float = _STEP) -> Iterator[Point]:
    """Yield points along a line, a few points of length apart."""
    x, y = line[0][1][-2], line[0][1][-1]
    yield x, y
    for letter, numbers in line[1:]:
        end = numbers[-2], numbers[-1]
        steps = min(int((abs(end[0] - x) + abs(end[1] - y)) / step_length) + 1, _MOST)
        for step in range(1, steps + 1):
            share = step / steps
            if letter == "C":
                yield on_curve((x, y), numbers, share)
            else:
                yield (
                    round(x + (end[0] - x) * share, 2),
                    round(y + (end[1] - y) * share, 2),
                )
        x, y = end


def around(point: Point, width: float, height: float) -> Bounds:
    """Return an area round a point."""
    return Bounds(x=point[0] - width / 2, y=point[1] - height / 2, width=width, height=height)
