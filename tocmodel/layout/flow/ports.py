"""Where arrows leave and reach their boxes, and where steep ones turn."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import asdict, frozen

from tocmodel.layout.flow.constraints import Plan, Route, is_side, is_stacked
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.parts.arrow_style import Stroke
from tocmodel.layout.scene import Bounds
from tocmodel.layout.sheet import Sheet

_PORTS = 11.0
"""Between two kinds of arrow at one side of a box."""
_CORNER = 10.0
"""The least distance of arrows from the corners of a box."""
_STEEP = 40.0
"""A bend that climbs more than this is steep."""

Style = tuple[tuple[tuple[str, str], ...], bool, bool]
"""How an arrow is drawn, whether it leaves, and whether it stays in its slot."""


@frozen(kw_only=True)
class Router:
    """Everything about the page that a route needs."""

    frame: Frame
    plan: Plan
    slots: Slots
    boxes: Mapping[str, Bounds]
    sheet: Sheet

    def is_side(self, route: Route) -> bool:
        """Whether both ends are in the same slot."""
        return is_side(self.slots, route)

    def is_stacked(self, route: Route) -> bool:
        """Whether both ends are next to each other in one slot, with nothing between them."""
        return is_stacked(self.plan, self.slots, self.frame.centres, route)


@frozen(kw_only=True)
class _End:
    """One end of a route: which side of which box, and where the route goes from there."""

    route: int
    leaves: bool
    box: str
    after: bool
    style: Style
    towards: float
    direct: bool
    """Whether the other end is the next thing on the route, with no waypoint between."""
    main: bool


def extent(router: Router, id_: str) -> tuple[float, float, float, float]:
    """A box along and across: start, end, start, end."""
    box, (x, y) = router.boxes[id_], router.frame.origin
    if router.frame.down:
        return box.y - y, box.bottom - y, box.x - x, box.right - x
    return box.x - x, box.right - x, box.y - y, box.bottom - y


def find_ports(router: Router) -> dict[tuple[int, bool], float]:
    """Where each route leaves (``True``) or reaches (``False``) its box, across.

    Arrows of one look share a port: they fan out from it, or come together in one head. Sides with
    one port have it in the middle; on the others, the ports are shifted a little where that makes
    an arrow straight.
    """
    sides: dict[tuple[str, bool], list[_End]] = {}
    for end in _ends(router):
        sides.setdefault((end.box, end.after), []).append(end)
    ports: dict[tuple[int, bool], float] = {}
    for (box, _), ends in sorted(sides.items(), key=lambda side: len({e.style for e in side[1]})):
        _, _, first, last = extent(router, box)
        middle = (first + last) / 2
        goals = [
            (ports.get((end.route, not end.leaves), end.towards) if end.direct else end.towards)
            - middle
            for end in ends
        ]
        offsets = _offsets(ends, goals, last - first)
        for end in ends:
            ports[end.route, end.leaves] = middle + offsets[end.style]
    return ports


def _ends(router: Router) -> Iterator[_End]:
    for index, route in enumerate(router.plan.routes):
        if router.is_stacked(route):
            continue
        start, end = router.slots.of[route.arrow.from_], router.slots.of[route.arrow.to]
        side = start == end
        for leaves, box, key, after in (
            (True, route.arrow.from_, route.keys[1], end > start or side),
            (False, route.arrow.to, route.keys[-2], end < start or side),
        ):
            yield _End(
                route=index,
                leaves=leaves,
                box=box,
                after=after,
                style=(_look(route.stroke), leaves, side),
                towards=router.frame.centres[key],
                direct=len(route.keys) == 2,
                main=route.arrow.main,
            )


def _look(stroke: Stroke) -> tuple[tuple[str, str], ...]:
    """The properties that distinguish a stroke from a plain one; plain arrows come first."""
    plain = asdict(Stroke())
    return tuple(
        (name, repr(value)) for name, value in asdict(stroke).items() if value != plain[name]
    )


def _offsets(ends: Sequence[_End], goals: Sequence[float], size: float) -> dict[Style, float]:
    """Ports of one side, from its middle: evenly spaced, in the order of their destinations."""
    goals_by_style: dict[Style, list[float]] = {}
    for end, goal in zip(ends, goals, strict=True):
        goals_by_style.setdefault(end.style, []).append(goal)
    order = sorted(
        goals_by_style,
        key=lambda style: (sum(goals_by_style[style]) / len(goals_by_style[style]), style),
    )
    room = max(size - 2 * _CORNER, 0)
    step = min(_PORTS, room / max(len(order) - 1, 1))
    offsets = {style: (place - (len(order) - 1) / 2) * step for place, style in enumerate(order)}
    if len(order) == 1:
        return offsets
    spare = (room - step * (len(order) - 1)) / 2
    near = [
        (not end.main, abs(goal - offsets[end.style]), goal - offsets[end.style])
        for end, goal in zip(ends, goals, strict=True)
        if abs(goal - offsets[end.style]) <= min(spare, _PORTS)
    ]
    shift = min(near)[2] if near else 0.0
    return {style: offset + shift for style, offset in offsets.items()}


def find_turns(
    router: Router, ports: Mapping[tuple[int, bool], float]
) -> dict[tuple[int, int], float]:
    """Where in its gap each steep bend turns, so that steep bends do not overlap.

    Among bends that go down, the one that starts lowest turns first; among those that go up, the
    one that starts highest. Then two that run side by side do not cross.
    """
    gaps: dict[tuple[int, bool], list[tuple[float, tuple[int, int]]]] = {}
    for index, route in enumerate(router.plan.routes):
        if router.is_side(route):
            continue
        heights = find_heights(router, index, route, ports)
        forward = router.slots.of[route.arrow.to] > router.slots.of[route.arrow.from_]
        slot = router.slots.of[route.arrow.from_]
        for leg, (one, other) in enumerate(pairwise(heights)):
            gap = slot + leg if forward else slot - leg - 1
            before, after = (one, other) if forward else (other, one)
            if abs(after - before) > _STEEP:
                down = after > before
                gaps.setdefault((gap, down), []).append((-before if down else before, (index, leg)))
    turns: dict[tuple[int, int], float] = {}
    for bends in gaps.values():
        starts = sorted({start for start, _ in bends})
        for start, bend in bends:
            place = (starts.index(start) + 0.5) / len(starts)
            turns[bend] = 0.5 + (place - 0.5) * min(0.36, 0.12 * (len(starts) - 1))
    return turns


def find_heights(
    router: Router, index: int, route: Route, ports: Mapping[tuple[int, bool], float]
) -> list[float]:
    """Where a route passes each slot, across."""
    between = [router.frame.centres[key] for key in route.keys[1:-1]]
    return [ports[index, True], *between, ports[index, False]]
