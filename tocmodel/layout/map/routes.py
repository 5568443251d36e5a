"""Routes of arrows over a map: gently curved, round boxes, and away from other arrows.

Each arrow tries several curves and keeps the one that costs least: above all no box, then no run
beside another arrow, then few crossings. Short arrows, which have the least choice, come first, and
after all have a line each may choose once more.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt

from attrs import frozen

from tocmodel.layout.map.detour import way_round
from tocmodel.layout.map.field import CELL, CostField, samples
from tocmodel.layout.map.ports import Ends, Port, find_ports
from tocmodel.layout.scene import Bounds, PathCommand, Point

_BOWS = (0.0, 0.12, -0.12, 0.24, -0.24, 0.4, -0.4)
"""How far a curve may swing out, as a part of its length; the first is straight."""
_MARGINS = (7.0, 11.0, 15.0)
"""How far from a box a line may go round it."""
_BOX, _SIGN, _BESIDE, _CROSSED, _LONGER, _BENT = 400.0, 16.0, 2.5, 1.0, 0.012, 50.0
"""The cost of: a cell on a box, on a sign, beside a line; a crossing; a point; twice the length."""
_MANY = 500
"""With more arrows than this each has fewer curves to try, and fewer turns."""
_TURNS, _FEW_TURNS = 4, 1
SIGN_PLACE = 13.0
"""From the tip of an arrow to the middle of its sign, if it is free there."""
_STEPS = 10


@frozen
class MapRoute:
    """The line of an arrow.

    Attributes:
        commands: the line, from end to end.
        points: the same in straight pieces.
    """

    commands: tuple[PathCommand, ...]
    points: tuple[Point, ...]

    @property
    def tip(self) -> Point:
        """Where it ends."""
        return self.points[-1]

    @property
    def unit(self) -> Point:
        """The direction in which it ends."""
        return unit_of(self.points[-2], self.points[-1])

    @property
    def start_unit(self) -> Point:
        """The direction out of which it starts, seen from its far end."""
        return unit_of(self.points[1], self.points[0])


def unit_of(one: Point, other: Point) -> Point:
    """Return the direction from a point to another."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    length = sqrt(dx * dx + dy * dy) or 1.0
    return dx / length, dy / length


def find_routes(
    arrows: Sequence[Ends],
    boxes: Mapping[str, Bounds],
    field: CostField,
    signed: Collection[int] = (),
    *,
    sideways: bool = False,
) -> tuple[MapRoute, ...]:
    """Return a route for each arrow, and add them to the field.

    Args:
        arrows: the ends of each.
        boxes: where the ends are.
        field: the boxes, and no line yet.
        signed: the arrows with a sign near their tip.
        sideways: arrows to another column leave a box at its left or right.
    """
    ports = find_ports(arrows, boxes, sideways=sideways)
    joined: dict[str, set[int]] = {}
    for number, pair in enumerate(arrows):
        for end in pair:
            joined.setdefault(end, set()).add(number)
    friends = [frozenset(joined[a] | joined[b]) for a, b in arrows]
    tried: dict[int, MapRoute] = {}
    lengths = [_apart(ports[n, 0].at, ports[n, 1].at) for n in range(len(arrows))]
    order = sorted(range(len(arrows)), key=lambda n: (lengths[n], n))
    few = len(arrows) > _MANY
    for turn in range(_FEW_TURNS if few else _TURNS):
        for number in order:
            if turn:
                field.remove(number, tried[number].points)
            ends = ports[number, 0], ports[number, 1]
            choice = _candidates(arrows[number], ends, boxes, field, few=few)
            costs = [_cost(one, friends[number], number, field) for one in choice]
            tried[number] = choice[costs.index(min(costs))].route
            field.add(number, tried[number].points)
            if number in signed:
                field.reserve(number, before_tip(tried[number], SIGN_PLACE))
    return tuple(tried[number] for number in range(len(arrows)))


def before_tip(route: MapRoute, far: float) -> Point:
    """Return the point of a route at a distance from its tip."""
    back = samples(tuple(reversed(route.points)))
    return back[min(int(far // CELL), len(back) - 1)][0]


@frozen
class _Try:
    """A route that an arrow may take, its samples, and how many of them are on boxes."""

    route: MapRoute
    line: list[tuple[Point, Point]]
    on_boxes: int


def _try(route: MapRoute, ends: Ends, field: CostField) -> _Try:
    line = samples(route.points)
    return _Try(route, line, _on_boxes(line, ends, field))


def _cost(one: _Try, friends: frozenset[int], number: int, field: CostField) -> float:
    route, line = one.route, one.line
    on_signs = sum(field.sign_at(spot) not in (-1, number) for spot, _ in line)
    crossed, beside = field.met(line, friends)
    long = len(line) * CELL
    bent = min(long / (_apart(route.points[0], route.tip) or 1.0) - 1.0, 2.0)
    costs = (
        one.on_boxes * _BOX,
        on_signs * _SIGN,
        beside * _BESIDE,
        crossed * _CROSSED,
        long * _LONGER,
        bent * _BENT,
    )
    return sum(costs)


def _on_boxes(line: Sequence[tuple[Point, Point]], ends: Ends, field: CostField) -> int:
    """How many samples are on a box; near its ends a line may be on its own boxes."""
    found = 0
    last = len(line) - 1
    for place, (spot, _) in enumerate(line):
        box = field.box_at(spot)
        near = min(place, last - place) < 4
        if box and not (box in ends and near):
            found += 1
    return found


def _candidates(
    ends: Ends,
    ports: tuple[Port, Port],
    boxes: Mapping[str, Bounds],
    field: CostField,
    *,
    few: bool,
) -> list[_Try]:
    """Return the lines to choose from: curves, and if these are in the way of boxes, ways round."""
    if ends[0] == ends[1]:
        return [_try(_loop(boxes[ends[0]]), ends, field)]
    bows, margins = (_BOWS[:3], _MARGINS[:1]) if few else (_BOWS, _MARGINS)
    found = [_try(_curve(ports, bow), ends, field) for bow in bows]
    if all(one.on_boxes for one in found):
        found += [
            _try(_round(ports, boxes, field, margin, first), ends, field)
            for margin in (margins if field.cell == CELL else (2.4,))
            for first in (1, -1)
        ]
    if all(one.on_boxes for one in found):
        outside = [_moved(port.at, port.out, field.cell * 3) for port in ports]
        way = way_round(outside[0], outside[1], field)
        route = _route(_smooth([ports[0].at, *way, ports[1].at], 5.0))
        found.append(_try(route, ends, field))
    return found


def _loop(box: Bounds) -> MapRoute:
    """From the top of a box back to its right side."""
    start, end = (box.right - 16, box.y), (box.right, box.y + min(12.0, box.height / 2))
    handles = ((box.right - 16, box.y - 22), (box.right + 24, end[1]))
    return _route([("M", start), ("C", (*handles[0], *handles[1], *end))])


def _curve(ports: tuple[Port, Port], bow: float) -> MapRoute:
    """One curve between two ports, swung out to one side."""
    (start, end) = (port.at for port in ports)
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = sqrt(dx * dx + dy * dy) or 1.0
    side = (-dy * bow, dx * bow)
    handles = []
    for port, way in zip(ports, (1.0, -1.0), strict=True):
        lean = min(26.0, length * 0.3)
        straight = (dx / length * way, dy / length * way)
        facing = straight[0] * port.out[0] + straight[1] * port.out[1]
        weight = 0.15 if facing > 0.75 else 0.5 if facing > 0.3 else 0.9
        along = (1 - weight) * length * 0.3
        handles.append(
            (
                round(port.at[0] + straight[0] * along + port.out[0] * lean * weight + side[0], 2),
                round(port.at[1] + straight[1] * along + port.out[1] * lean * weight + side[1], 2),
            )
        )
    return _route([("M", start), ("C", (*handles[0], *handles[1], *end))])


def _round(
    ports: tuple[Port, Port],
    boxes: Mapping[str, Bounds],
    field: CostField,
    margin: float,
    first: int,
) -> MapRoute:
    """A line that goes round each box in its way, on one side or the other."""
    out = [_moved(port.at, port.out, field.cell * 3) for port in ports]
    way = _past(out[0], out[1], boxes, field, margin, first, depth=5)
    spots = [ports[0].at, *way, ports[1].at]
    return _route(_smooth(list(dict.fromkeys(spots))))


def _past(
    start: Point,
    end: Point,
    boxes: Mapping[str, Bounds],
    field: CostField,
    margin: float,
    side: int,
    depth: int,
) -> list[Point]:
    """The corners at which a line goes round the boxes in its way.

    ``side`` is the side on which it passes the first of them: 1 or -1, or 0 for the nearer one.
    """
    box = next((b for b in (field.box_at(spot) for spot, _ in samples((start, end))) if b), "")
    if not box or not depth:
        return [start, end]
    wide = boxes[box]
    dx, dy = end[0] - start[0], end[1] - start[1]
    ranked = sorted(
        (dx * (y - start[1]) - dy * (x - start[0]), (x, y))
        for x in (wide.x - margin, wide.right + margin)
        for y in (wide.y - margin, wide.bottom + margin)
    )
    nearer = 1 if abs(ranked[-1][0]) < abs(ranked[0][0]) else -1
    corner = ranked[-1][1] if (side or nearer) > 0 else ranked[0][1]
    if _apart(corner, start) < 4 or _apart(corner, end) < 4:
        return [start, end]
    before = _past(start, corner, boxes, field, margin, 0, depth - 1)
    after = _past(corner, end, boxes, field, margin, 0, depth - 1)
    return [*before, *after[1:]]


def _smooth(spots: Sequence[Point], most: float = 14.0) -> Iterator[PathCommand]:
    """A line along some points with its corners rounded."""
    yield "M", spots[0]
    for before, corner, after in zip(spots, spots[1:], spots[2:], strict=False):
        near = min(most, _apart(before, corner) / 2, _apart(corner, after) / 2)
        into, out = unit_of(corner, before), unit_of(corner, after)
        first = _moved(corner, into, near)
        last = _moved(corner, out, near)
        yield "L", first
        handles = (*_moved(corner, into, near / 3), *_moved(corner, out, near / 3))
        yield "C", (*handles, *last)
    yield "L", spots[-1]


def _moved(spot: Point, unit: Point, far: float) -> Point:
    return round(spot[0] + unit[0] * far, 2), round(spot[1] + unit[1] * far, 2)


def _route(steps: Iterable[PathCommand]) -> MapRoute:
    commands = tuple(steps)
    return MapRoute(commands, tuple(dict.fromkeys(flat(commands))))


def flat(commands: Sequence[PathCommand]) -> Iterator[Point]:
    """Yield the points of a line, its curves in straight pieces."""
    yield commands[0][1][0], commands[0][1][1]
    for (_, before), (letter, numbers) in pairwise(commands):
        if letter == "L":
            yield numbers[0], numbers[1]
            continue
        x, y = before[-2:]
        x1, y1, x2, y2, x3, y3 = numbers
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            s = 1 - t
            a, b, c, d = s * s * s, 3 * t * s * s, 3 * t * t * s, t * t * t
            yield a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3


def _apart(one: Point, other: Point) -> float:
    dx, dy = one[0] - other[0], one[1] - other[1]
    return sqrt(dx * dx + dy * dy)
