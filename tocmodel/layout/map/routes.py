"""Routes of arrows over a map: gently curved, round boxes, and away from other arrows.

Each arrow tries several curves and keeps the one that costs least: above all no box, then no run
beside another arrow, then few crossings. Short arrows, which have the least choice, come first, and
after all have a line each may choose once more.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import heappop, heappush
from itertools import islice, pairwise, product
from math import sqrt

from attrs import frozen

from tocmodel.layout.map.detour import way_round
from tocmodel.layout.map.field import CELL, SIGN_PLACE, CostField, Trace, samples
from tocmodel.layout.map.ports import Ends, Port, find_ports, side_ports
from tocmodel.layout.scene import Bounds, PathCommand, Point

_BOWS = (0.0, 0.08, -0.08, 0.16, -0.16, 0.28, -0.28, 0.4, -0.4)
"""How far a curve may swing out, as a part of its length; the first is straight."""
_MARGINS = (7.0, 11.0, 15.0)
"""How far from a box a line may go round it."""
_WIDER = (0.55, -0.55, 0.8, -0.8, 1.1, -1.1)
"""The same for a short arrow whose sign has no place on a curve that swings out less."""
_GRAZED = 2
"""A line with no more samples than this on any box only grazes edges."""
_OUT = (26.0, 44.0)
"""How far the handles of a curve between other sides of two boxes are from these."""
_BOX, _SIGN, _BESIDE, _CROSSED, _LONGER, _BENT = 400.0, 16.0, 2.5, 1.0, 0.012, 50.0
"""The cost of: a cell on a box, on a sign, beside a line; a crossing; a point; twice the length."""
_MANY = 700
"""With more arrows than this each has fewer curves to try, and fewer turns."""
_TURNS, _SETTLED = 6, 0.03
"""How often all arrows may choose again, and of how few that did no other turn is made."""
_STEPS = 10
_WEIGHTS = tuple(
    (s * s * s, 3 * t * s * s, 3 * t * t * s, t * t * t)
    for t, s in ((step / _STEPS, 1 - step / _STEPS) for step in range(1, _STEPS + 1))
)
"""How much each of the four points of a curve weighs at each step along it."""


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


@frozen
class _Try:
    """A route that an arrow may take, which is traced only if it may be worth it.

    Attributes:
        route: the route.
        ends: the boxes of the arrow, on which a part of the route near its ends may be.
        field: the boxes.
        alone: what it costs where there is no box and no other line.
    """

    route: MapRoute
    ends: Ends
    field: CostField
    alone: float

    @cached_property
    def trace(self) -> Trace:
        """Its samples."""
        return self.field.trace(self.route.points)

    @cached_property
    def _met(self) -> Counter[str]:
        last = len(self.trace.cells) - 1
        return Counter(
            box
            for place, box in self.field.boxes_on(self.trace)
            if not (box in self.ends and min(place, last - place) < 4)
        )

    @cached_property
    def is_clear(self) -> bool:
        """Whether it is on no box; most that are on one need not be traced to know it."""
        inner = self.route.points[1:-1]
        if any(box not in self.ends for box in filter(None, map(self.field.box_at, inner))):
            return False
        return not self._met

    @property
    def on_boxes(self) -> int:
        """How many samples are on boxes."""
        return self._met.total()

    @property
    def deepest(self) -> int:
        """How many samples are on the box that it meets most."""
        return max(self._met.values(), default=0)


class RouteFinder:
    """Routes of arrows, each of which may be chosen again.

    Attributes:
        field: the boxes and the lines.
        routes: the route of each arrow, by its number.
    """

    def __init__(
        self,
        arrows: Sequence[Ends],
        boxes: Mapping[str, Bounds],
        field: CostField,
        *,
        sideways: bool = False,
    ) -> None:
        """Find the lines that each arrow may take, and choose none yet.

        Args:
            arrows: the ends of each.
            boxes: where the ends are.
            field: the boxes, and no line yet.
            sideways: arrows to another column leave a box at its left or right.
        """
        self.field = field
        self.routes: dict[int, MapRoute] = {}
        self._traces: dict[int, Trace] = {}
        ports = find_ports(arrows, boxes, sideways=sideways)
        joined: dict[str, set[int]] = {}
        for number, pair in enumerate(arrows):
            for end in pair:
                joined.setdefault(end, set()).add(number)
        self._arrows, self._boxes = arrows, boxes
        self._friends = [frozenset(joined[a] | joined[b]) for a, b in arrows]
        self._few = len(arrows) > _MANY
        self._ports = [(ports[n, 0], ports[n, 1]) for n in range(len(arrows))]
        lengths = [apart(start.at, end.at) for start, end in self._ports]
        self._order = sorted(range(len(arrows)), key=lambda n: (lengths[n], n))
        self._choices = [
            _worthy(_candidates(pair, ends, boxes, field, few=self._few))
            for pair, ends in zip(arrows, self._ports, strict=True)
        ]

    def choose_all(self, signed: Collection[int] = ()) -> None:
        """Choose a line for each arrow, the shortest first, and several times.

        Args:
            signed: the arrows with a sign near their tip, for which room is kept.
        """
        for _ in range(_TURNS):
            changed = [number for number in self._order if self._choose(number, signed)]
            if len(changed) <= len(self._order) * _SETTLED:
                break

    def _choose(self, number: int, signed: Collection[int]) -> bool:
        """Choose the line of an arrow, or choose it once more; return whether it is another."""
        choices = self._choices[number]
        best = next(self._cheapest_first(number, choices, clear=choices[0].is_clear))
        if best.route is self.routes.get(number):
            return False
        self.take_away(number)
        self._take(number, best.route, best.trace)
        if number in signed:
            self.field.reserve(number, before_tip(best.route, SIGN_PLACE))
        return True

    def _cheapest_first(self, number: int, tries: Iterable[_Try], *, clear: bool) -> Iterator[_Try]:
        """Yield lines that an arrow may take, the cheapest first; trace no more than is needed.

        A line that is dear by itself waits until those before it have turned out dearer still.

        Args:
            number: the arrow.
            tries: the lines.
            clear: leave out those that are on boxes.
        """
        waiting: list[tuple[float, int, _Try]] = []
        for place, one in enumerate(sorted(tries, key=lambda one: one.alone)):
            while waiting and waiting[0][0] <= one.alone:
                yield heappop(waiting)[-1]
            if one.is_clear or not clear:
                cost = one.alone + self._cost_among_others(number, one.trace)
                heappush(waiting, (cost, place, one))
        while waiting:
            yield heappop(waiting)[-1]

    def _cost_among_others(self, number: int, trace: Trace) -> float:
        crossed, beside = self.field.met(trace, self._friends[number])
        signs = self.field.signs_on(trace, number)
        return signs * _SIGN + beside * _BESIDE + crossed * _CROSSED

    def take_away(self, number: int) -> None:
        """Take the line of an arrow off the field."""
        if number in self.routes:
            del self.routes[number]
            self.field.remove(number, self._traces.pop(number))

    def add(self, number: int, route: MapRoute) -> None:
        """Let an arrow take a route."""
        self._take(number, route, self.field.trace(route.points))

    def _take(self, number: int, route: MapRoute, trace: Trace) -> None:
        self.routes[number], self._traces[number] = route, trace
        self.field.add(number, trace)

    def wider(self, number: int) -> Iterator[MapRoute]:
        """Yield wider curves that an arrow may take, on no other box, the cheapest first.

        Some leave and reach the boxes at other sides than its own curve does.
        """
        ports = self._ports[number]
        curves = [_curve(ports, bow) for bow in _WIDER]
        start, end = (self._boxes[id_] for id_ in self._arrows[number])
        curves += [
            _from_sides(one, other, far)
            for one in side_ports(start)
            for other in side_ports(end)
            for far in _OUT
        ]
        return self.free(number, curves)

    def past(self, number: int, spot: Point) -> Iterator[MapRoute]:
        """Yield the way of an arrow round all boxes and a spot, if it grazes boxes at most."""
        ends = self._arrows[number]
        way = _try(_way(self._ports[number], ends, self.field, spot), ends, self.field)
        if way.deepest <= _GRAZED:
            yield way.route

    def free(self, number: int, routes: Iterable[MapRoute]) -> Iterator[MapRoute]:
        """Yield those of some routes of an arrow that are on no other box, the cheapest first."""
        tries = (_try(route, self._arrows[number], self.field) for route in routes)
        yield from (one.route for one in self._cheapest_first(number, tries, clear=True))


def before_tip(route: MapRoute, far: float) -> Point:
    """Return the point of a route at a distance from its tip."""
    back = samples(tuple(reversed(route.points)))
    return back[min(int(far // CELL), len(back) - 1)][0]


def _try(route: MapRoute, ends: Ends, field: CostField) -> _Try:
    """A route, whose cost grows with its length and its bends."""
    long = sum(apart(*ends) for ends in pairwise(route.points))
    bent = min(long / (apart(route.points[0], route.tip) or 1.0) - 1.0, 2.0)
    return _Try(route, ends, field, long * _LONGER + bent * _BENT)


def _worthy(choice: Sequence[_Try]) -> list[_Try]:
    """The lines that may be worth it, the cheapest first: of those on boxes, those on fewest.

    If one is clear of boxes, it is the first, and those behind it need not be traced yet.
    """
    ordered = sorted(choice, key=lambda one: one.alone)
    first = next((place for place, one in enumerate(ordered) if one.is_clear), None)
    if first is not None:
        return ordered[first:]
    least = min(one.on_boxes for one in ordered)
    return [one for one in ordered if one.on_boxes == least]


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
    if _is_any_clear(found):
        return found
    rounds = [
        _try(_round(ports, boxes, field, margin, first), ends, field)
        for margin in (margins if field.cell == CELL else (2.4,))
        for first in (1, -1)
    ]
    found += rounds
    if _is_any_clear(rounds):
        return found
    found.append(_searched(ports, ends, field))
    if all(one.deepest > _GRAZED for one in found):
        tries = (_searched(pair, ends, field) for pair in _open_sides(ends, boxes, field))
        found += islice((one for one in tries if one.deepest <= _GRAZED), 1)
    return found


def _is_any_clear(tries: Iterable[_Try]) -> bool:
    return any(one.is_clear for one in tries)


def _open_sides(
    ends: Ends, boxes: Mapping[str, Bounds], field: CostField
) -> list[tuple[Port, Port]]:
    """The nearest pairs of sides of two boxes with no other box close before them."""
    starts, goals = (
        [
            port
            for port in side_ports(boxes[id_])[:4]
            if not field.box_at(_moved(port.at, port.out, field.cell * 3))
        ]
        for id_ in ends
    )
    return sorted(product(starts, goals), key=lambda pair: apart(pair[0].at, pair[1].at))[:4]


def _searched(ports: tuple[Port, Port], ends: Ends, field: CostField) -> _Try:
    return _try(_way(ports, ends, field), ends, field)


def _way(
    ports: tuple[Port, Port], ends: Ends, field: CostField, spot: Point | None = None
) -> MapRoute:
    """The shortest way round all boxes between two ports, and round a spot if there is one."""
    start, end = (_moved(port.at, port.out, field.cell * 3) for port in ports)
    way = way_round(start, end, ends, field, spot)
    return route_of(smooth([ports[0].at, *way, ports[1].at], 5.0))


def _loop(box: Bounds) -> MapRoute:
    """From the top of a box back to its right side."""
    start, end = (box.right - 16, box.y), (box.right, box.y + min(12.0, box.height / 2))
    handles = ((box.right - 16, box.y - 22), (box.right + 24, end[1]))
    return route_of([("M", start), ("C", (*handles[0], *handles[1], *end))])


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
    return route_of([("M", start), ("C", (*handles[0], *handles[1], *end))])


def _from_sides(start: Port, end: Port, far: float) -> MapRoute:
    """One curve that leaves and reaches two boxes straight, and goes as far out as it is told."""
    handles = (*_moved(start.at, start.out, far), *_moved(end.at, end.out, far))
    return route_of([("M", start.at), ("C", (*handles, *end.at))])


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
    return route_of(smooth(list(dict.fromkeys(spots))))


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
    box = field.first_box(start, end)
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
    if apart(corner, start) < 4 or apart(corner, end) < 4:
        return [start, end]
    before = _past(start, corner, boxes, field, margin, 0, depth - 1)
    after = _past(corner, end, boxes, field, margin, 0, depth - 1)
    return [*before, *after[1:]]


def smooth(spots: Sequence[Point], most: float = 14.0) -> Iterator[PathCommand]:
    """Yield a line along some points with its corners rounded.

    Args:
        spots: the points.
        most: how far from a corner the line may leave its straight pieces.
    """
    yield "M", spots[0]
    for before, corner, after in zip(spots, spots[1:], spots[2:], strict=False):
        near = min(most, apart(before, corner) / 2, apart(corner, after) / 2)
        into, out = unit_of(corner, before), unit_of(corner, after)
        first = _moved(corner, into, near)
        last = _moved(corner, out, near)
        yield "L", first
        handles = (*_moved(corner, into, near / 3), *_moved(corner, out, near / 3))
        yield "C", (*handles, *last)
    yield "L", spots[-1]


def _moved(spot: Point, unit: Point, far: float) -> Point:
    return round(spot[0] + unit[0] * far, 2), round(spot[1] + unit[1] * far, 2)


def route_of(steps: Iterable[PathCommand]) -> MapRoute:
    """Return the route along a line."""
    commands = tuple(steps)
    return MapRoute(commands, tuple(dict.fromkeys(flat(commands))))


def flat(commands: Sequence[PathCommand]) -> list[Point]:
    """Return the points of a line, its curves in straight pieces."""
    found = [(commands[0][1][0], commands[0][1][1])]
    for letter, numbers in commands[1:]:
        if letter == "L":
            found.append((numbers[0], numbers[1]))
            continue
        (x, y), (x1, y1, x2, y2, x3, y3) = found[-1], numbers
        found += [
            (a * x + b * x1 + c * x2 + d * x3, a * y + b * y1 + c * y2 + d * y3)
            for a, b, c, d in _WEIGHTS
        ]
    return found


def apart(one: Point, other: Point) -> float:
    """Return how far apart two points are."""
    dx, dy = one[0] - other[0], one[1] - other[1]
    return sqrt(dx * dx + dy * dy)
