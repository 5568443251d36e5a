"""The area of a map in small cells: which box and which lines are where."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt

from attrs import frozen

from tocmodel.layout.scene import Bounds, Point

CELL = 3.0
SIGN_PLACE = 13.0
"""From the tip of an arrow to the middle of its sign, if it is free there."""
_WIDE = 12.0
_ALIKE = 0.94
"""Lines in the same cell whose directions agree so much look like one: the cosine of 20 degrees."""

GridCell = tuple[int, int]
"""A square of the grid on a page, by its column and its row."""


def samples(line: Sequence[Point]) -> list[tuple[Point, Point]]:
    """Return points along a line, a cell apart, each with the direction there."""
    found: list[tuple[Point, Point]] = []
    left = 0.0
    for (x, y), (x2, y2) in pairwise(line):
        dx, dy = x2 - x, y2 - y
        length = sqrt(dx * dx + dy * dy)
        if not length:
            continue
        ux, uy = dx / length, dy / length
        unit = (ux, uy)
        while left < length:
            found.append(((x + ux * left, y + uy * left), unit))
            left += CELL
        left -= length
    return found


@frozen
class Trace:
    """A line as the field sees it: the place, the direction and the cell of each of its samples.

    Attributes:
        samples: the places and directions.
        cells: the cells, one a sample.
    """

    samples: Sequence[tuple[Point, Point]]
    cells: Sequence[GridCell]


class CostField:
    """What is where on a map.

    Boxes are there from the beginning; lines are added one after the other.

    Attributes:
        cell: how wide a cell is.
        blocked: the boxes of the coarser grid of ways round boxes, as found so far; empty for none.
    """

    def __init__(self, boxes: Mapping[str, Bounds], around: float, cell: float = CELL) -> None:
        self.cell = cell
        self.blocked: dict[GridCell, str] = {}
        self._boxes: dict[GridCell, str] = {}
        self._lines: dict[GridCell, dict[int, Point]] = {}
        self._spots: dict[GridCell, list[tuple[int, float, float]]] = {}
        self._signs: dict[GridCell, int] = {}
        self._sign_cells: dict[int, list[GridCell]] = {}
        for id_, box in boxes.items():
            for place in _cells(box, around, cell):
                self._boxes.setdefault(place, id_)

    def trace(self, line: Sequence[Point]) -> Trace:
        """Return what the field sees along a line."""
        cell = self.cell
        found = samples(line)
        return Trace(found, [(int(x // cell), int(y // cell)) for (x, y), _ in found])

    def boxes_on(self, trace: Trace) -> list[tuple[int, str]]:
        """Return the samples of a line that are on a box, by their places, each with its box."""
        boxes = self._boxes
        if boxes.keys().isdisjoint(trace.cells):  # most lines; this is quickest for them
            return []
        return [(n, boxes[cell]) for n, cell in enumerate(trace.cells) if cell in boxes]

    def box_at(self, spot: Point) -> str:
        """Return the box at a spot, or near it; empty where there is none."""
        return self._boxes.get((int(spot[0] // self.cell), int(spot[1] // self.cell)), "")

    def first_box(self, start: Point, end: Point) -> str:
        """Return the first box on a straight line, or near it; empty if there is none."""
        (x, y), cell, boxes = start, self.cell, self._boxes
        dx, dy = end[0] - x, end[1] - y
        length = sqrt(dx * dx + dy * dy) or 1.0
        dx, dy, far = dx / length, dy / length, 0.0
        while far < length:
            box = boxes.get((int((x + dx * far) // cell), int((y + dy * far) // cell)))
            if box:
                return box
            far += CELL
        return ""

    def signs_on(self, trace: Trace, number: int) -> int:
        """Return how many samples of a line are where the sign of another line is kept room."""
        signs = self._signs
        if signs.keys().isdisjoint(trace.cells):
            return 0
        return sum(cell in signs and signs[cell] != number for cell in trace.cells)

    def reserve(self, number: int, spot: Point) -> None:
        """Keep the room round a spot for the sign of a line, and no longer any other."""
        for cell in self._sign_cells.get(number, ()):
            self._signs.pop(cell, None)
        area = Bounds(x=spot[0] - 4, y=spot[1] - 4, width=8, height=8)
        self._sign_cells[number] = [
            cell for cell in _cells(area, 0, self.cell) if cell not in self._signs
        ]
        self._signs.update(dict.fromkeys(self._sign_cells[number], number))

    def add(self, number: int, trace: Trace) -> None:
        """Add a line."""
        for (x, y), _ in trace.samples:
            self._spots.setdefault((int(x // _WIDE), int(y // _WIDE)), []).append((number, x, y))
        for cell, unit in _swath(trace).items():
            self._lines.setdefault(cell, {})[number] = unit

    def remove(self, number: int, trace: Trace) -> None:
        """Take a line away again."""
        for wide in {(int(x // _WIDE), int(y // _WIDE)) for (x, y), _ in trace.samples}:
            self._spots[wide] = [one for one in self._spots[wide] if one[0] != number]
        for cell in _swath(trace):
            del self._lines[cell][number]

    def met(self, trace: Trace, friends: frozenset[int]) -> tuple[int, int]:
        """Return how many lines a line crosses, and along how many cells it runs on one.

        Args:
            trace: the line.
            friends: the lines that share an end with it, which it may run beside.
        """
        crossed: set[int] = set()
        beside = 0
        lines = self._lines
        for cell, (_, (ux, uy)) in zip(trace.cells, trace.samples, strict=True):
            if not (here := lines.get(cell)):
                continue
            for number, (vx, vy) in here.items():
                if number in friends:
                    continue
                if abs(ux * vx + uy * vy) > _ALIKE:
                    beside += 1
                else:
                    crossed.add(number)
        return len(crossed), beside

    def lines_near(self, area: Bounds, around: float) -> set[int]:
        """Return the lines that run through an area, or within a distance of it."""
        return set(self._near(area, around))

    def is_alone(self, number: int, area: Bounds, around: float) -> bool:
        """Whether no line but one runs through an area, or within a distance of it."""
        return all(other == number for other in self._near(area, around))

    def _near(self, area: Bounds, around: float) -> Iterator[int]:
        left, top, right, bottom = area.x, area.y, area.right, area.bottom
        square = around * around
        for i in range(int((left - around) // _WIDE), int((right + around) // _WIDE) + 1):
            for j in range(int((top - around) // _WIDE), int((bottom + around) // _WIDE) + 1):
                for number, x, y in self._spots.get((i, j), ()):
                    dx = left - x if x < left else x - right if x > right else 0.0
                    dy = top - y if y < top else y - bottom if y > bottom else 0.0
                    if dx * dx + dy * dy < square:
                        yield number

    def box_in(self, area: Bounds) -> bool:
        """Whether there is a box in an area."""
        return any(cell in self._boxes for cell in _cells(area, 0.0, self.cell))


def _swath(trace: Trace) -> dict[GridCell, Point]:
    """The cells of a line and those beside them, each with the direction of the line there."""
    found: dict[GridCell, Point] = {}
    for (i, j), (_, unit) in zip(trace.cells, trace.samples, strict=True):
        for cell in ((i, j), (i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
            found.setdefault(cell, unit)
    return found


def _cells(box: Bounds, around: float, cell: float) -> Iterable[tuple[int, int]]:
    for i in range(int((box.x - around) // cell), int((box.right + around) // cell) + 1):
        for j in range(int((box.y - around) // cell), int((box.bottom + around) // cell) + 1):
            yield i, j
