"""The shapes of regions: soft areas round boxes that belong together, and round no others.

A region is what is near its boxes, closed over the gaps between those that are close: it is grown
and then shrunk, as a photograph of the area in small cells, whose edge is then followed. Boxes that
are further apart are joined by a band, where no other box is in the way: a region that is in one
piece is seen as one.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor, hypot, sqrt

from tocmodel.layout.map.field import GridCell
from tocmodel.layout.scene import Bounds, PathCommand, Point

_CELL = 7.0
_AROUND, _BRIDGE = 9.0, 24.0
"""How far a region reaches beyond its boxes, and half the widest gap that it closes."""
_FREE = 5.0
"""How far it stays away from boxes that are not in it."""
_BAND = 11.0
"""Half the width of a band between two boxes."""
_LONGEST = 260.0
"""The longest band; further apart, boxes are in pieces of their own."""
_STEPS = range(-int(_BRIDGE // _CELL), int(_BRIDGE // _CELL) + 1)
_DISC = tuple(
    (i, j) for i in _STEPS for j in _STEPS if (i * i + j * j) * _CELL * _CELL <= _BRIDGE * _BRIDGE
)
"""The cells that are no further from a cell than half the widest gap, seen from it."""


def outline(inside: Sequence[Bounds], outside: Sequence[Bounds]) -> tuple[PathCommand, ...]:
    """Return the path round a region: one closed curve or several.

    Args:
        inside: its boxes.
        outside: all other boxes.
    """
    reach = _AROUND + _BRIDGE
    grown = {cell for box in inside for cell in _disc_cells(box, reach)}
    rim = [
        (i, j)
        for i, j in grown
        if not (
            (i + 1, j) in grown
            and (i - 1, j) in grown
            and (i, j + 1) in grown
            and (i, j - 1) in grown
        )
    ]
    filled = grown - {(i + across, j + down) for i, j in rim for across, down in _DISC}
    filled |= {cell for box in inside for cell in _disc_cells(box, _AROUND)}
    filled |= set(_bands(inside, outside))
    near = [box for box in outside if _overlap(box, _extent(inside), reach + _FREE)]
    filled -= {cell for box in near for cell in _disc_cells(box, _FREE)}
    kept = filled | {cell for box in inside for cell in _disc_cells(box, 2.0)}
    commands: list[PathCommand] = []
    for loop in _edges(kept):
        commands += _soft(loop)
    return tuple(commands)


def _bands(inside: Sequence[Bounds], outside: Sequence[Bounds]) -> Iterator[GridCell]:
    """Yield the cells of the bands that join boxes which are too far apart to be joined without.

    Each box is joined to the nearest of those before it in the tree of shortest bands.
    """
    apart = [(_gap(inside[0], box), box, inside[0]) for box in inside[1:]]
    while apart:
        far, box, nearest = min(apart, key=lambda one: one[0])
        apart = [
            min((gap, other, end), (_gap(box, other), other, box), key=lambda one: one[0])
            for gap, other, end in apart
            if other is not box
        ]
        if 2 * _AROUND < far <= _LONGEST:
            line = [
                Bounds(x=x, y=y, width=0.0, height=0.0)
                for x, y in _points(nearest.centre, box.centre)
            ]
            clear = _BAND + _AROUND + _FREE
            if not any(_overlap(one, at, clear) for one in outside for at in line):
                for at in line:
                    yield from _disc_cells(at, _BAND)


def _gap(one: Bounds, other: Bounds) -> float:
    """How far two boxes are apart."""
    across = max(one.x - other.right, other.x - one.right, 0.0)
    down = max(one.y - other.bottom, other.y - one.bottom, 0.0)
    return hypot(across, down)


def _points(start: Point, end: Point) -> Iterator[Point]:
    """Yield points of a line that are a cell apart."""
    steps = max(1, ceil(hypot(end[0] - start[0], end[1] - start[1]) / _CELL))
    for step in range(steps + 1):
        share = step / steps
        yield start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _extent(boxes: Sequence[Bounds]) -> Bounds:
    x, y = min(one.x for one in boxes), min(one.y for one in boxes)
    right, bottom = max(one.right for one in boxes), max(one.bottom for one in boxes)
    return Bounds(x=x, y=y, width=right - x, height=bottom - y)


def _overlap(one: Bounds, other: Bounds, far: float) -> bool:
    """Whether two areas overlap if one is made larger by a distance."""
    return (
        one.x - far < other.right
        and other.x < one.right + far
        and one.y - far < other.bottom
        and other.y < one.bottom + far
    )


def _disc_cells(box: Bounds, reach: float) -> Iterator[GridCell]:
    """Yield the cells whose middle is within a distance of a box."""
    for j in range(int((box.y - reach) // _CELL), int((box.bottom + reach) // _CELL) + 1):
        y = (j + 0.5) * _CELL
        dy = max(box.y - y, 0.0, y - box.bottom)
        if dy <= reach:
            aside = sqrt(reach * reach - dy * dy)
            first = ceil((box.x - aside) / _CELL - 0.5)
            last = floor((box.right + aside) / _CELL - 0.5)
            yield from ((i, j) for i in range(first, last + 1))


def _edges(cells: set[GridCell]) -> Iterator[list[Point]]:
    """Yield the edges of an area of cells, each as a closed walk along their corners."""
    steps: dict[GridCell, list[GridCell]] = {}
    for i, j in sorted(cells):
        sides = (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        )
        for other, start, end in sides:
            if other not in cells:
                steps.setdefault(start, []).append(end)
    while steps:
        start = here = min(steps)
        walk = []
        while True:
            walk.append((here[0] * _CELL, here[1] * _CELL))
            ends = steps[here]
            after = ends.pop()
            if not ends:
                del steps[here]
            here = after
            if here == start:
                break
        if len(walk) > 6:
            yield walk


def _soft(walk: Sequence[Point]) -> Iterator[PathCommand]:
    """A closed curve near a walk along the corners of cells."""
    middles = _smoothed(_smoothed(_smoothed(walk)))
    spots = middles[:: 2 if len(middles) > 24 else 1]
    count = len(spots)
    yield "M", _rounded(spots[0])
    for place in range(count):
        before, here = spots[place - 1], spots[place]
        after, later = spots[(place + 1) % count], spots[(place + 2) % count]
        one = (here[0] + (after[0] - before[0]) / 6, here[1] + (after[1] - before[1]) / 6)
        other = (after[0] - (later[0] - here[0]) / 6, after[1] - (later[1] - here[1]) / 6)
        yield "C", (*_rounded(one), *_rounded(other), *_rounded(after))
    yield "Z", ()


def _smoothed(walk: Sequence[Point]) -> list[Point]:
    """Each point moved towards its neighbours."""
    count = len(walk)
    return [
        (
            (walk[i - 1][0] + 2 * walk[i][0] + walk[(i + 1) % count][0]) / 4,
            (walk[i - 1][1] + 2 * walk[i][1] + walk[(i + 1) % count][1]) / 4,
        )
        for i in range(count)
    ]


def _rounded(spot: Point) -> Point:
    return round(spot[0], 1), round(spot[1], 1)
