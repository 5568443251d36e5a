"""Where arrows leave and reach their boxes."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from tocmodel.layout.flow.constraints import Plan, Route, is_side, is_stacked
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.scene import Bounds
from tocmodel.layout.sheet import Sheet

_PORTS = 11.0
"""Between two kinds of arrow at one side of a box."""
_CORNER = 10.0
"""The least distance of arrows from the corners of a box."""
_FEW = 3
"""With more ports than this, the outer ones are nearer to the corners."""
_ROUNDS = 3
"""The ports of a side depend on those of the other sides."""


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
    """One end of a route: which side of which box, and where the route goes from there.

    Attributes:
        route: the number of the route.
        leaves: whether it starts here.
        look: what it has in common with the arrows that may share its port.
        group: -1 for an arc to a box above, 1 for one to a box below, otherwise 0.
        towards: where the route goes, across.
        direct: the other end is the next thing on the route, with no waypoint between.
        main: it belongs to the main story.
    """

    route: int
    leaves: bool
    look: tuple[object, ...]
    group: int
    towards: float
    direct: bool
    main: bool


def extent(router: Router, id_: str) -> tuple[float, float, float, float]:
    """A box along and across: start, end, start, end."""
    box, (x, y) = router.boxes[id_], router.frame.origin
    if router.frame.down:
        return box.y - y, box.bottom - y, box.x - x, box.right - x
    return box.x - x, box.right - x, box.y - y, box.bottom - y


Ports = Mapping[tuple[int, bool], float]
"""Where each route leaves (``True``) or reaches (``False``) its box, across."""


def find_ports(router: Router) -> dict[tuple[int, bool], float]:
    """Return where each route leaves and reaches its box.

    The ports of a side are in the order of where their arrows go, so arrows of one box do not
    cross there. Neighbours of one look share a port: they fan out from it, or come together in one
    head. An arrow with a sign has a port of its own.
    """
    sides = _sides(router)
    ports: dict[tuple[int, bool], float] = {}
    for _ in range(_ROUNDS):
        for (box, _), ends in sides:
            _, _, first, last = extent(router, box)
            ports |= _settle(ends, ports, first, last)
    return ports


def _sides(router: Router) -> list[tuple[tuple[str, bool], list[_End]]]:
    """The ends at each side of each box, the sides with the fewest ends first."""
    sides: dict[tuple[str, bool], list[_End]] = {}
    for index, route in enumerate(router.plan.routes):
        if router.is_stacked(route):
            continue
        start, end = router.slots.of[route.arrow.from_], router.slots.of[route.arrow.to]
        for leaves, box, key, after in (
            (True, route.arrow.from_, route.keys[1], end > start or start == end),
            (False, route.arrow.to, route.keys[-2], end < start or start == end),
        ):
            towards = router.frame.centres[key]
            here = router.frame.centres[router.plan.keys[box]]
            sides.setdefault((box, after), []).append(
                _End(
                    route=index,
                    leaves=leaves,
                    look=_look(route, index, leaves=leaves),
                    group=0 if start != end else 1 if towards > here else -1,
                    towards=towards,
                    direct=len(route.keys) == 2,
                    main=route.arrow.main,
                )
            )
    return sorted(sides.items(), key=lambda side: len(side[1]))


def _look(route: Route, index: int, *, leaves: bool) -> tuple[object, ...]:
    """What arrows have in common that share a port: how they look there, and no sign."""
    stroke = route.stroke
    signed = stroke.mark or stroke.tail_mark or route.arrow.label or route.arrow.change
    shape = stroke.tail if leaves else (stroke.head, stroke.guess)
    return stroke.colour, stroke.width, stroke.dash, leaves, shape, index if signed else -1


def _settle(
    ends: Sequence[_End], known: Ports, first: float, last: float
) -> dict[tuple[int, bool], float]:
    """Return the ports of one side of a box, which extends from ``first`` to ``last``."""
    goals = {
        end: known.get((end.route, not end.leaves), end.towards) if end.direct else end.towards
        for end in ends
    }
    # Arcs lie inside one another: the box that is furthest away has the outermost place.
    order = sorted(
        ends, key=lambda end: (end.group, -goals[end] if end.group else goals[end], end.route)
    )
    runs: list[list[_End]] = []
    for end in order:
        if runs and runs[-1][0].look == end.look and runs[-1][0].group == end.group:
            runs[-1].append(end)
        else:
            runs.append([end])
    corner = _CORNER if len(runs) <= _FEW else _CORNER / 2
    room = max(last - first - 2 * corner, 0)
    step = min(_PORTS, room / max(len(runs) - 1, 1))
    middle = (first + last) / 2
    places = [middle + (place - (len(runs) - 1) / 2) * step for place in range(len(runs))]
    shift = _shift(runs, places, goals, min((room - step * (len(runs) - 1)) / 2, _PORTS))
    return {
        (end.route, end.leaves): place + shift
        for run, place in zip(runs, places, strict=True)
        for end in run
    }


def _shift(
    runs: Sequence[Sequence[_End]],
    places: Sequence[float],
    goals: Mapping[_End, float],
    spare: float,
) -> float:
    """How far to move all ports of a side so that one arrow is straight, a main one if possible."""
    near = [
        (not end.main, abs(goals[end] - place), goals[end] - place)
        for run, place in zip(runs, places, strict=True)
        for end in run
        if not end.group and abs(goals[end] - place) <= spare and (end.direct or len(runs) > 1)
    ]
    return min(near)[2] if near else 0.0


def find_heights(router: Router, index: int, route: Route, ports: Ports) -> list[float]:
    """Where a route passes each slot, across."""
    between = [router.frame.centres[key] for key in route.keys[1:-1]]
    return [ports[index, True], *between, ports[index, False]]
