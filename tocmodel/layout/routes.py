"""Ways of arrows over the page: straight through a slot, bending only in the gaps between."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from tocmodel.layout.frame import Frame
from tocmodel.layout.palette import MUTED, PAPER
from tocmodel.layout.plan import Plan, Way
from tocmodel.layout.scene import Bounds, Command, Group, Item, Path, Point, Text
from tocmodel.layout.shapes import rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.slots import Slots
from tocmodel.layout.strokes import head, line_end, mark
from tocmodel.layout.text import ASCENT, LEADING, measure, wrap

_PORTS = 11.0
"""Between two kinds of arrow at one side of a box."""
_CORNER = 10.0
"""Arrows keep away from the corners of a box by so much."""

Leg = tuple[Point, Point]
"""From one place to another, each along and across the reading direction."""


@frozen(kw_only=True)
class _End:
    """One end of a way: which side of which box, and where the way goes from there."""

    way: int
    box: str
    after: bool
    look: tuple[str, ...]
    towards: float


@frozen(kw_only=True)
class Router:
    """Everything that a way has to know about the page."""

    frame: Frame
    plan: Plan
    slots: Slots
    boxes: Mapping[str, Bounds]
    sheet: Sheet


def route(router: Router) -> tuple[Group, ...]:
    """Return every arrow of the plan as a group; main ones last, on top of the others."""
    ports = _ports(router)
    groups = [
        _draw(router, index, way, ports) for index, way in enumerate(router.plan.ways)
    ]
    order = sorted(range(len(groups)), key=lambda i: (router.plan.ways[i].arrow.main, i))
    return tuple(groups[index] for index in order)


def _extent(router: Router, id_: str) -> tuple[float, float, float, float]:
    """A box along and across: start, end, start, end."""
    box, (x, y) = router.boxes[id_], router.frame.origin
    if router.frame.down:
        return box.y - y, box.bottom - y, box.x - x, box.right - x
    return box.x - x, box.right - x, box.y - y, box.bottom - y


def _is_side(router: Router, way: Way) -> bool:
    """Whether both ends stand in the same slot."""
    return router.slots.of[way.arrow.from_] == router.slots.of[way.arrow.to]


def _is_stacked(router: Router, way: Way) -> bool:
    """Whether both ends stand next to each other in one slot, with nothing between them."""
    if not _is_side(router, way) or way.arrow.from_ == way.arrow.to:
        return False
    slot = router.slots.of[way.arrow.from_]
    here = [item.key for item in router.plan.items if item.slot == slot]
    here.sort(key=lambda key: router.frame.centres[key])
    return abs(here.index(way.keys[0]) - here.index(way.keys[-1])) == 1


def _ports(router: Router) -> dict[tuple[int, bool], float]:
    """Where each way leaves (``True``) or reaches (``False``) its box, across.

    Arrows of one look share a port: they fan out from it, or come together in one head.
    """
    sides: dict[tuple[str, bool], list[tuple[_End, bool]]] = {}
    centres = router.frame.centres
    for index, way in enumerate(router.plan.ways):
        if _is_stacked(router, way):
            continue
        start, end = router.slots.of[way.arrow.from_], router.slots.of[way.arrow.to]
        side = start == end
        for leaves, box, key, after in (
            (True, way.arrow.from_, way.keys[1], end > start or side),
            (False, way.arrow.to, way.keys[-2], end < start or side),
        ):
            look = (str(way.stroke), str(leaves), str(side))
            found = _End(way=index, box=box, after=after, look=look, towards=centres[key])
            sides.setdefault((box, after), []).append((found, leaves))
    ports: dict[tuple[int, bool], float] = {}
    for (box, _), ends in sides.items():
        _, _, first, last = _extent(router, box)
        offsets = _offsets([end for end, _ in ends], last - first)
        for end, leaves in ends:
            ports[end.way, leaves] = (first + last) / 2 + offsets[end.look]
    return ports


def _offsets(ends: Sequence[_End], size: float) -> dict[tuple[str, ...], float]:
    looks: dict[tuple[str, ...], list[float]] = {}
    for end in ends:
        looks.setdefault(end.look, []).append(end.towards)
    order = sorted(looks, key=lambda look: (sum(looks[look]) / len(looks[look]), look))
    step = min(_PORTS, max(size - 2 * _CORNER, 0) / max(len(order) - 1, 1))
    return {look: (place - (len(order) - 1) / 2) * step for place, look in enumerate(order)}


def _draw(
    router: Router, index: int, way: Way, ports: Mapping[tuple[int, bool], float]
) -> Group:
    if _is_stacked(router, way):
        points, direction = _stacked(router, way)
    elif _is_side(router, way):
        points, direction = _beside(router, index, way, ports), -1.0
    else:
        forward = router.slots.of[way.arrow.to] > router.slots.of[way.arrow.from_]
        direction = 1.0 if forward else -1.0
        points = _across(router, index, way, ports, direction)
    along = not _is_stacked(router, way)
    unit = (direction, 0.0) if along != router.frame.down else (0.0, direction)
    tip = points.pop()
    commands = tuple(_command(router.frame, point) for point in points)
    items: list[Item] = [
        Path(
            commands=commands,
            stroke=way.stroke.colour,
            stroke_width=way.stroke.width,
            dash=way.stroke.dash,
        ),
        *head(way.stroke, router.frame.at(*tip[1]), unit),
        *mark(way.stroke, _mark_place(commands)),
        *_label(router, way, commands),
    ]
    arrow = way.arrow
    return Group(
        id=f"arrow:{arrow.id}",
        role="arrow",
        title=arrow.description or f"{arrow.from_} to {arrow.to}",
        items=tuple(items),
        kind=arrow.kind,
        ends=(arrow.from_, arrow.to),
    )


Step = tuple[str, Point, tuple[Point, ...]]


def _command(frame: Frame, step: Step) -> Command:
    letter, point, handles = step
    flat = [number for spot in (*handles, point) for number in frame.at(*spot)]
    return letter, tuple(flat)


def _stacked(router: Router, way: Way) -> tuple[list[Step], float]:
    """Straight from the foot of one box to the head of the next, or the other way."""
    one, other = _extent(router, way.arrow.from_), _extent(router, way.arrow.to)
    middle = (one[0] + one[1]) / 2
    way_on = 1.0 if one[3] <= other[2] else -1.0
    start, end = (one[3], other[2]) if way_on > 0 else (one[2], other[3])
    stop = end - way_on * line_end(way.stroke)
    return [
        ("M", (middle, start), ()),
        ("L", (middle, stop), ()),
        ("L", (middle, end), ()),
    ], way_on


def _beside(
    router: Router, index: int, way: Way, ports: Mapping[tuple[int, bool], float]
) -> list[Step]:
    """Out into the gap after the slot and back into the same slot."""
    edge = router.frame.slots[router.slots.of[way.arrow.from_]][1]
    first, last = ports[index, True], ports[index, False]
    if way.arrow.from_ == way.arrow.to:
        first, last = first - 6, first + 6
    start, end = _extent(router, way.arrow.from_)[1], _extent(router, way.arrow.to)[1]
    # No deeper than the gap, and deeper for boxes further apart, so that arcs nest.
    reach = min(router.sheet.gap * 0.62, 13 + abs(first - last) / 9) / 0.75
    stop = edge + line_end(way.stroke) if end == edge else edge
    steps: list[Step] = [("M", (start, first), ())]
    if start != edge:
        steps.append(("L", (edge, first), ()))
    steps.append(("C", (stop, last), ((edge + reach, first), (edge + reach, last))))
    if end != edge:
        steps.append(("L", (end + line_end(way.stroke), last), ()))
    return [*steps, ("L", (end, last), ())]


def _across(
    router: Router,
    index: int,
    way: Way,
    ports: Mapping[tuple[int, bool], float],
    direction: float,
) -> list[Step]:
    """From slot to slot: a bend in each gap, straight through each slot between."""
    frame = router.frame
    forward = direction > 0
    here, there = (1, 0) if forward else (0, 1)
    slot = router.slots.of[way.arrow.from_]
    at, across = _extent(router, way.arrow.from_)[here], ports[index, True]
    steps: list[Step] = [("M", (at, across), ())]
    for key in way.keys[1:]:
        at = _straight(steps, at, frame.slots[slot][here], across)
        slot += 1 if forward else -1
        goal = frame.slots[slot][there]
        last = key == way.keys[-1]
        height = ports[index, False] if last else frame.centres[key]
        end = _extent(router, way.arrow.to)[there] if last else goal
        stop = goal - direction * line_end(way.stroke) if last and end == goal else goal
        middle = (at + stop) / 2
        if abs(height - across) < 0.05:
            steps.append(("L", (stop, height), ()))
        else:
            steps.append(("C", (stop, height), ((middle, across), (middle, height))))
        at, across = stop, height
    end = _extent(router, way.arrow.to)[there]
    _straight(steps, at, end - direction * line_end(way.stroke), across)
    return [*steps, ("L", (end, across), ())]


def _straight(steps: list[Step], at: float, to: float, across: float) -> float:
    if abs(at - to) > 0.05:
        steps.append(("L", (to, across), ()))
    return to


def _mark_place(commands: Sequence[Command]) -> Point:
    """A point on the last bend of a line, or else the middle of its last stretch."""
    for (_, before), (letter, numbers) in reversed(
        list(zip(commands, commands[1:], strict=False))
    ):
        start = (before[-2], before[-1])
        if letter == "C":
            return _on_curve(start, numbers, 0.66)
        if abs(start[0] - numbers[0]) + abs(start[1] - numbers[1]) > 10:
            return (start[0] + numbers[0]) / 2, (start[1] + numbers[1]) / 2
    return commands[-1][1][-2], commands[-1][1][-1]


def _on_curve(start: Point, numbers: Sequence[float], t: float) -> Point:
    x1, y1, x2, y2, x3, y3 = numbers
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        round(a * start[0] + b * x1 + c * x2 + d * x3, 2),
        round(a * start[1] + b * y1 + c * y2 + d * y3, 2),
    )


def _label(router: Router, way: Way, commands: Sequence[Command]) -> list[Item]:
    """Short words on the line, on a white ground so that the line does not run through them."""
    if not way.arrow.label:
        return []
    size = router.sheet.small
    passes = len(way.keys) > 2
    if passes:
        key = way.keys[len(way.keys) // 2]
        item = next(item for item in router.plan.items if item.key == key)
        start, end = router.frame.slots[item.slot]
        x, y = router.frame.at((start + end) / 2, router.frame.centres[key])
        room = 120.0 if router.frame.down else end - start
    else:
        x, y = _middle_of(commands)
        room = 96.0 if router.frame.down else router.sheet.gap - 4
    lines = wrap(way.arrow.label, room, size)
    height = len(lines) * size * LEADING
    width = max(measure(words, size) for words in lines)
    ground = Bounds(x=x - width / 2 - 2, y=y - height / 2 - 1, width=width + 4, height=height + 2)
    return [
        Path(commands=rounded(ground, 3), fill=PAPER),
        *(
            Text(
                x=x,
                y=y - height / 2 + number * size * LEADING + size * ASCENT,
                text=words,
                size=size,
                width=measure(words, size),
                colour=MUTED,
                anchor="middle",
            )
            for number, words in enumerate(lines)
        ),
    ]


def _middle_of(commands: Sequence[Command]) -> Point:
    start = (commands[0][1][0], commands[0][1][1])
    for letter, numbers in commands[1:]:
        if letter == "C":
            return _on_curve(start, numbers, 0.5)
        start = (numbers[0], numbers[1])
    end = commands[-1][1]
    return (commands[0][1][0] + end[0]) / 2, (commands[0][1][1] + end[1]) / 2
