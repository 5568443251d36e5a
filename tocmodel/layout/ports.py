"""Where arrows leave and reach their boxes, and where steep ones turn."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tocmodel.layout.frame import Frame
from tocmodel.layout.plan import Plan, Way, is_side, is_stacked
from tocmodel.layout.scene import Bounds
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.slots import Slots
from tocmodel.values import frozen

_PORTS = 11.0
"""Between two kinds of arrow at one side of a box."""
_CORNER = 10.0
"""Arrows keep away from the corners of a box by so much."""
_STEEP = 40.0
"""A bend that climbs more than this is steep."""


@frozen(kw_only=True)
class Router:
    """Everything that a way has to know about the page."""

    frame: Frame
    plan: Plan
    slots: Slots
    boxes: Mapping[str, Bounds]
    sheet: Sheet

    def is_side(self, way: Way) -> bool:
        """Whether both ends stand in the same slot."""
        return is_side(self.slots, way)

    def is_stacked(self, way: Way) -> bool:
        """Whether both ends stand next to each other in one slot, with nothing between them."""
        return is_stacked(self.plan, self.slots, self.frame.centres, way)


@frozen(kw_only=True)
class _End:
    """One end of a way: which side of which box, and where the way goes from there."""

    way: int
    leaves: bool
    box: str
    after: bool
    look: tuple[str, ...]
    towards: float
    direct: bool
    """Whether the other end is the next thing on the way, with no waypoint between."""
    main: bool


def extent(router: Router, id_: str) -> tuple[float, float, float, float]:
    """A box along and across: start, end, start, end."""
    box, (x, y) = router.boxes[id_], router.frame.origin
    if router.frame.down:
        return box.y - y, box.bottom - y, box.x - x, box.right - x
    return box.x - x, box.right - x, box.y - y, box.bottom - y


def find_ports(router: Router) -> dict[tuple[int, bool], float]:
    """Where each way leaves (``True``) or reaches (``False``) its box, across.

    Arrows of one look share a port: they fan out from it, or come together in one head. Sides with
    one port have it in the middle; on the others, the ports are shifted a little where that makes
    an arrow straight.
    """
    sides: dict[tuple[str, bool], list[_End]] = {}
    for end in _ends(router):
        sides.setdefault((end.box, end.after), []).append(end)
    ports: dict[tuple[int, bool], float] = {}
    for (box, _), ends in sorted(sides.items(), key=lambda side: len({e.look for e in side[1]})):
        _, _, first, last = extent(router, box)
        middle = (first + last) / 2
        goals = [
            (ports.get((end.way, not end.leaves), end.towards) if end.direct else end.towards)
            - middle
            for end in ends
        ]
        offsets = _offsets(ends, goals, last - first)
        for end in ends:
            ports[end.way, end.leaves] = middle + offsets[end.look]
    return ports


def _ends(router: Router) -> Iterator[_End]:
    for index, way in enumerate(router.plan.ways):
        if router.is_stacked(way):
            continue
        start, end = router.slots.of[way.arrow.from_], router.slots.of[way.arrow.to]
        side = start == end
        for leaves, box, key, after in (
            (True, way.arrow.from_, way.keys[1], end > start or side),
            (False, way.arrow.to, way.keys[-2], end < start or side),
        ):
            yield _End(
                way=index,
                leaves=leaves,
                box=box,
                after=after,
                look=(str(way.stroke), str(leaves), str(side)),
                towards=router.frame.centres[key],
                direct=len(way.keys) == 2,
                main=way.arrow.main,
            )


def _offsets(
    ends: Sequence[_End], goals: Sequence[float], size: float
) -> dict[tuple[str, ...], float]:
    """Ports of one side, from its middle: evenly spaced, in the order of where they lead."""
    looks: dict[tuple[str, ...], list[float]] = {}
    for end, goal in zip(ends, goals, strict=True):
        looks.setdefault(end.look, []).append(goal)
    order = sorted(looks, key=lambda look: (sum(looks[look]) / len(looks[look]), look))
    room = max(size - 2 * _CORNER, 0)
    step = min(_PORTS, room / max(len(order) - 1, 1))
    offsets = {look: (place - (len(order) - 1) / 2) * step for place, look in enumerate(order)}
    if len(order) == 1:
        return offsets
    spare = (room - step * (len(order) - 1)) / 2
    near = [
        (not end.main, abs(goal - offsets[end.look]), goal - offsets[end.look])
        for end, goal in zip(ends, goals, strict=True)
        if abs(goal - offsets[end.look]) <= min(spare, _PORTS)
    ]
    shift = min(near)[2] if near else 0.0
    return {look: offset + shift for look, offset in offsets.items()}


def find_turns(
    router: Router, ports: Mapping[tuple[int, bool], float]
) -> dict[tuple[int, int], float]:
    """Where in its gap each steep bend turns, so that steep bends do not lie on one another.

    Of bends that go down, the one that starts lowest turns first; of those that go up, the one
    that starts highest: then two that run side by side do not cross.
    """
    gaps: dict[tuple[int, bool], list[tuple[float, tuple[int, int]]]] = {}
    for index, way in enumerate(router.plan.ways):
        if router.is_side(way):
            continue
        heights = find_heights(router, index, way, ports)
        forward = router.slots.of[way.arrow.to] > router.slots.of[way.arrow.from_]
        slot = router.slots.of[way.arrow.from_]
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
    router: Router, index: int, way: Way, ports: Mapping[tuple[int, bool], float]
) -> list[float]:
    """Where a way passes each slot, across."""
    between = [router.frame.centres[key] for key in way.keys[1:-1]]
    return [ports[index, True], *between, ports[index, False]]
