"""A way round boxes where no simple line gets through: the shortest over a grid, made straight."""

from collections.abc import Collection, Iterator, Sequence
from heapq import heappop, heappush
from itertools import product
from math import sqrt

from tocmodel.layout.map.field import CostField, GridCell
from tocmodel.layout.scene import Point

_NEAR_END = 3
_DIAGONAL = 1.4142135
_WITHIN = 0.4
"""Where a spot is in its cell: never on the edge of two cells of the field, as half of them are."""
_FEW, _MOST = 4_000, 40_000
"""How many cells are looked at from one end before the other is tried, and before it is given up.
"""
_SIGN = 7.0
"""How far from the middle of a sign a line stays that goes round it."""
_HURRY = 1.7
"""How much more than the way so far counts what is left of it: the more, the quicker the search."""
_STEPS = tuple(
    (i, j, _DIAGONAL if i and j else 1.0) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j
)
"""The ways to the next cell, and how long each is."""


def way_round(
    start: Point, end: Point, own: Collection[str], field: CostField, spot: Point | None = None
) -> list[Point]:
    """Return the points of a line that is on no box; only its ends if there is no such line.

    Near its ends it may be on its own boxes, or on any if there is no other way.

    Args:
        start: where the line starts.
        end: where it ends.
        own: the boxes at its ends.
        field: the boxes.
        spot: the middle of a sign that it goes round as well.
    """
    for boxes in (own, ()):
        for most in (_FEW, _MOST):
            found = _search(start, end, boxes, field, most, spot)
            if found is None:  # the end may be walled in, which is soon found out from there
                back = _search(end, start, boxes, field, most, spot)
                found = back if back is None else back[::-1]
            if found:
                return found
            if found is not None:
                break
    return [start, end]


def _search(
    start: Point,
    end: Point,
    own: Collection[str],
    field: CostField,
    most: int,
    spot: Point | None,
) -> list[Point] | None:
    """The points of a line that near its ends is on its own boxes at most, or on any if none.

    There are none if the start is walled in; it is ``None`` if it takes too many cells to find out.
    """
    grid = field.cell * 1.2
    goal, first = _cell(end, grid), _cell(start, grid)
    ends = {*_cells_round(first), *_cells_round(goal)}
    waiting = [(0.0, first)]
    far, before = {first: 0.0}, {first: first}
    done = set() if spot is None else _cells_within(spot, grid)
    blocked = field.blocked
    while waiting:
        _, cell = heappop(waiting)
        if cell == goal:
            way = [start, *_back(goal, before, grid), end]
            return _pulled(way, field) if spot is None else way
        if cell in done:
            continue
        if len(done) == most:
            return None
        done.add(cell)
        so_far = far[cell]
        for i, j, step in _STEPS:
            near = (cell[0] + i, cell[1] + j)
            if near in done:
                continue
            if near not in blocked:
                blocked[near] = field.box_at(_spot(near, grid))
            box = blocked[near]
            if box and (near not in ends or (own and box not in own)):
                continue
            long = so_far + step
            if near not in far or long < far[near]:
                far[near], before[near] = long, cell
                across, down = abs(near[0] - goal[0]), abs(near[1] - goal[1])
                left = max(across, down) + (_DIAGONAL - 1) * min(across, down)
                heappush(waiting, (long + _HURRY * left, near))
    return []


def _cells_within(spot: Point, grid: float) -> set[GridCell]:
    """The cells that are so near the middle of a sign that a line there would touch it."""
    (i, j), reach = _cell(spot, grid), int(_SIGN // grid) + 1
    near = product(range(i - reach, i + reach + 1), range(j - reach, j + reach + 1))
    cells = ((cell, _spot(cell, grid)) for cell in near)
    return {cell for cell, (x, y) in cells if abs(x - spot[0]) < _SIGN and abs(y - spot[1]) < _SIGN}


def _cells_round(end: GridCell) -> Iterator[GridCell]:
    """Yield the cells round an end, where a line may be near a box."""
    reach = range(-_NEAR_END, _NEAR_END + 1)
    yield from ((end[0] + i, end[1] + j) for i in reach for j in reach)


def _cell(spot: Point, grid: float) -> GridCell:
    return int(spot[0] // grid), int(spot[1] // grid)


def _spot(cell: GridCell, grid: float) -> Point:
    return (cell[0] + _WITHIN) * grid, (cell[1] + _WITHIN) * grid


def _back(goal: GridCell, before: dict[GridCell, GridCell], grid: float) -> list[Point]:
    """The places where the way that was found begins, turns and ends.

    It begins and ends in the middle of a cell: slanted to another place in it, it might meet a box.
    """
    cells = [goal]
    while before[cells[-1]] != cells[-1]:
        cells.append(before[cells[-1]])
    turns = [
        cell
        for before_, cell, after in zip(cells, cells[1:], cells[2:], strict=False)
        if (cell[0] - before_[0], cell[1] - before_[1]) != (after[0] - cell[0], after[1] - cell[1])
    ]
    return [_spot(cell, grid) for cell in (cells[-1], *reversed(turns), goal)]


def _pulled(spots: Sequence[Point], field: CostField) -> list[Point]:
    """Leave out the points that a line can pass by without coming near a box."""
    kept = [spots[0]]
    for place in range(1, len(spots) - 1):
        if not _is_clear(kept[-1], spots[place + 1], field):
            kept.append(spots[place])
    return [*kept, spots[-1]]


def _is_clear(one: Point, other: Point, field: CostField) -> bool:
    """Whether a line, and one beside it on either side, is on no box."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    aside = field.cell / 2 / (sqrt(dx * dx + dy * dy) or 1.0)
    sides = ((-dy * aside * side, dx * aside * side) for side in (0, 1, -1))
    return not any(
        field.first_box((one[0] + x, one[1] + y), (other[0] + x, other[1] + y)) for x, y in sides
    )
