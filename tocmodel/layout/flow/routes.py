"""Routes of arrows over the page: straight through a slot, bending only in the gaps between."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from tocmodel.layout.flow.constraints import Route
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.flow.labels import (
    ARC,
    BETWEEN_ROWS,
    ENDS,
    IN_GAP,
)
from tocmodel.layout.flow.ports import (
    Router,
    extent,
    find_heights,
    find_ports,
    find_turns,
)
from tocmodel.layout.marks import row_bounds, row_of_marks
from tocmodel.layout.parts.arrow_style import (
    arrow_group,
    at_start,
    draft_mark,
    head,
    line_end,
    mark,
    shaft,
)
from tocmodel.layout.parts.arrow_words import draw_label, label_lines, label_size
from tocmodel.layout.parts.change_marks import change_mark, changed_line
from tocmodel.layout.parts.mark_places import free_place, on_curve
from tocmodel.layout.scene import Bounds, PathCommand, Point, Primitive, SceneGroup

Step = tuple[str, Point, tuple[Point, ...]]
"""A step of a path: its letter, its end and its handles, along and across the reading direction."""

_ABOVE = 6.0
"""From the words of an arrow to the middle of the marks above them, if its line has no room."""


def draw_arrows(router: Router) -> tuple[SceneGroup, ...]:
    """Return every arrow of the plan as a group; main ones last, on top of the others."""
    ports = find_ports(router)
    turns = find_turns(router, ports)
    routes = router.plan.routes
    lines = [_line(router, index, route, ports, turns) for index, route in enumerate(routes)]
    places = _mark_places(router, lines)
    groups = [
        _draw(router, route, line, place)
        for route, line, place in zip(routes, lines, places, strict=True)
    ]
    order = sorted(range(len(groups)), key=lambda i: (routes[i].arrow.main, i))
    return tuple(groups[index] for index in order)


@frozen
class _Line:
    """The line of an arrow on the page.

    Attributes:
        commands: the line, as far as the head.
        tip: where the head ends.
        unit: the direction of the line there.
        start, start_unit: the same for the other end, if there is a head there too.
    """

    commands: tuple[PathCommand, ...]
    tip: Point
    unit: Point
    start: Point
    start_unit: Point


def _line(
    router: Router,
    index: int,
    route: Route,
    ports: Mapping[tuple[int, bool], float],
    turns: Mapping[tuple[int, int], float],
) -> _Line:
    if router.is_stacked(route):
        points, direction = _stacked(router, route)
    elif router.is_side(route):
        points, direction = _beside(router, index, route, ports), -1.0
    else:
        forward = router.slots.of[route.arrow.to] > router.slots.of[route.arrow.from_]
        direction = 1.0 if forward else -1.0
        heights = find_heights(router, index, route, ports)
        bends = [turns.get((index, leg), 0.5) for leg in range(len(heights) - 1)]
        points = _across(router, route, heights, bends if forward else [1 - b for b in bends])
    along = not router.is_stacked(route)
    unit = (direction, 0.0) if along != router.frame.down else (0.0, direction)
    tip = points.pop()
    start = points[0][1]
    back = direction if router.is_side(route) and along else -direction
    if route.stroke.tail:
        off = back * line_end(at_start(route.stroke))
        points[0] = ("M", (start[0] - off, start[1]) if along else (start[0], start[1] - off), ())
    commands = tuple(_command(router.frame, point) for point in points)
    start_unit = (back, 0.0) if along != router.frame.down else (0.0, back)
    frame = router.frame
    return _Line(commands, frame.at(*tip[1]), unit, frame.at(*start), start_unit)


def _signs(router: Router, route: Route, line: _Line) -> Iterator[Bounds]:
    """Yield the areas of the words and symbols on a line, which have fixed positions."""
    lines, (x, y) = _label_place(router, route, line.commands)
    if lines:
        width, height = label_size(lines, router.sheet)
        yield Bounds(x=x - width / 2, y=y - height / 2, width=width, height=height)
    if route.stroke.mark or route.stroke.guess == "drafted":
        yield row_bounds(["sign"], _mark_place(line.commands))
    if route.stroke.tail_mark:
        yield row_bounds(["sign"], _change_place(line.commands))
    if route.arrow.change:
        yield row_bounds(["sign"], _change_place(line.commands))


def _mark_places(router: Router, lines: Sequence[_Line]) -> list[Point]:
    """The positions of each line's marks; the shortest lines, with the least choice, come first."""
    routes = router.plan.routes
    signs = [list(_signs(router, route, line)) for route, line in zip(routes, lines, strict=True)]
    taken = [*router.boxes.values(), *itertools.chain(*signs)]
    places = [line.tip for line in lines]
    for index in sorted(range(len(routes)), key=lambda index: _span(lines[index])):
        commands, kinds = lines[index].commands, routes[index].arrow.evidence
        if kinds:
            wish = _evidence_place(routes[index], commands)
            above = [(room.centre[0], room.y - _ABOVE) for room in signs[index]]
            places[index] = free_place(kinds, wish, commands, taken, above)
            taken.append(row_bounds(kinds, places[index]))
    return places


def _span(line: _Line) -> float:
    """The distance between the ends of a line."""
    start = line.commands[0][1]
    return abs(start[0] - line.tip[0]) + abs(start[1] - line.tip[1])


def _draw(router: Router, route: Route, line: _Line, place: Point) -> SceneGroup:
    """Return an arrow as a group, its marks of evidence at a place."""
    commands = line.commands
    items: list[Primitive] = [
        *(changed_line(path, route.arrow.change) for path in shaft(route.stroke, commands)),
        *head(route.stroke, line.tip, line.unit),
        *_tail(route, line),
        *mark(route.stroke, _mark_place(commands)),
        *draft_mark(route.stroke, (_change_place if route.stroke.mark else _mark_place)(commands)),
        *row_of_marks(route.arrow.evidence, place, route.stroke.colour),
        *change_mark(route.arrow.change, _change_place(commands), route.stroke.colour),
        *_label(router, route, commands),
    ]
    return arrow_group(route.arrow, items)


def _tail(route: Route, line: _Line) -> Iterator[Primitive]:
    """Yield the head and the mark at the start of an arrow that points both ways."""
    if route.stroke.tail:
        stroke = at_start(route.stroke)
        yield from head(stroke, line.start, line.start_unit)
        yield from mark(stroke, _change_place(line.commands))


def _command(frame: Frame, step: Step) -> PathCommand:
    letter, point, handles = step
    flat = [number for spot in (*handles, point) for number in frame.at(*spot)]
    return letter, tuple(flat)


def _stacked(router: Router, route: Route) -> tuple[list[Step], float]:
    """Straight from the foot of one box to the head of the next, or the other way."""
    one, other = extent(router, route.arrow.from_), extent(router, route.arrow.to)
    middle = (one[0] + one[1]) / 2
    way_on = 1.0 if one[3] <= other[2] else -1.0
    start, end = (one[3], other[2]) if way_on > 0 else (one[2], other[3])
    stop = end - way_on * line_end(route.stroke)
    return [
        ("M", (middle, start), ()),
        ("L", (middle, stop), ()),
        ("L", (middle, end), ()),
    ], way_on


def _beside(
    router: Router, index: int, route: Route, ports: Mapping[tuple[int, bool], float]
) -> list[Step]:
    """Out into the gap after the slot and back into the same slot."""
    edge = router.frame.slots[router.slots.of[route.arrow.from_]][1]
    first, last = ports[index, True], ports[index, False]
    if route.arrow.from_ == route.arrow.to:
        first, last = first - 6, first + 6
    start, end = extent(router, route.arrow.from_)[1], extent(router, route.arrow.to)[1]
    reach = _reach(router, route, abs(first - last)) / 0.75
    stop = edge + line_end(route.stroke) if end == edge else edge
    steps: list[Step] = [("M", (start, first), ())]
    if start != edge:
        steps.append(("L", (edge, first), ()))
    steps.append(("C", (stop, last), ((edge + reach, first), (edge + reach, last))))
    if end != edge:
        steps.append(("L", (end + line_end(route.stroke), last), ()))
    return [*steps, ("L", (end, last), ())]


def _reach(router: Router, route: Route, apart: float) -> float:
    """The depth of an arc: within the gap, and deeper for boxes further apart, so arcs nest."""
    slot = router.slots.of[route.arrow.from_]
    gap = router.frame.gaps[slot]
    if route.arrow.label:
        return gap / 2  # the words are in its middle
    last = slot == router.slots.count - 1
    return min(router.sheet.pad + ARC if last else gap * 0.62, 13 + apart / 9)


def _across(
    router: Router, route: Route, heights: Sequence[float], turns: Sequence[float]
) -> list[Step]:
    """From slot to slot: a bend in each gap, straight through each slot between."""
    slot, last_slot = router.slots.of[route.arrow.from_], router.slots.of[route.arrow.to]
    direction = 1 if last_slot > slot else -1
    leaves, enters = (1, 0) if direction > 0 else (0, 1)
    at = extent(router, route.arrow.from_)[leaves]
    end = extent(router, route.arrow.to)[enters]
    steps: list[Step] = [("M", (at, heights[0]), ())]
    for leg, height in enumerate(heights[1:]):
        before = heights[leg]
        at = _straight(steps, at, router.frame.slots[slot][leaves], before)
        slot += direction
        goal = router.frame.slots[slot][enters]
        ends_here = slot == last_slot and abs(end - goal) < line_end(route.stroke)
        stop = end - direction * line_end(route.stroke) if ends_here else goal
        middle = at + (stop - at) * turns[leg]
        if abs(height - before) < 0.05:
            steps.append(("L", (stop, height), ()))
        else:
            steps.append(("C", (stop, height), ((middle, before), (middle, height))))
        at = stop
    _straight(steps, at, end - direction * line_end(route.stroke), heights[-1])
    return [*steps, ("L", (end, heights[-1]), ())]


def _straight(steps: list[Step], at: float, to: float, across: float) -> float:
    if abs(at - to) > 0.05:
        steps.append(("L", (to, across), ()))
    return to


def _mark_place(commands: Sequence[PathCommand]) -> Point:
    """A point on the last bend of a line, or the middle of its last stretch."""
    for (_, before), (letter, numbers) in reversed(list(itertools.pairwise(commands))):
        start = (before[-2], before[-1])
        if letter == "C":
            return on_curve(start, numbers, 0.66)
        if abs(start[0] - numbers[0]) + abs(start[1] - numbers[1]) > 10:
            return (start[0] + numbers[0]) / 2, (start[1] + numbers[1]) / 2
    return commands[-1][1][-2], commands[-1][1][-1]


def _change_place(commands: Sequence[PathCommand]) -> Point:
    """A point on the first bend of a line, or in its first stretch."""
    for (_, before), (letter, numbers) in itertools.pairwise(commands):
        start = (before[-2], before[-1])
        if letter == "C":
            return on_curve(start, numbers, 0.4)
        if abs(start[0] - numbers[0]) + abs(start[1] - numbers[1]) > 10:
            part = 0.5 if len(commands) > 2 else 0.3
            return (
                round(start[0] + (numbers[0] - start[0]) * part, 2),
                round(start[1] + (numbers[1] - start[1]) * part, 2),
            )
    return commands[0][1][-2], commands[0][1][-1]


def _evidence_place(route: Route, commands: Sequence[PathCommand]) -> Point:
    """The position of evidence marks: at the first bend, or in the middle if a symbol is there."""
    return _middle_of(commands) if route.arrow.change else _change_place(commands)


def _label(router: Router, route: Route, commands: Sequence[PathCommand]) -> list[Primitive]:
    """The words of an arrow, on its line."""
    return draw_label(*_label_place(router, route, commands), router.sheet)


def _label_place(
    router: Router, route: Route, commands: Sequence[PathCommand]
) -> tuple[tuple[str, ...], Point]:
    """The lines of an arrow's words and the middle of these; no lines without words."""
    if not route.arrow.label:
        return (), (0.0, 0.0)
    frame, slot = router.frame, router.slots.of[route.arrow.from_]
    if len(route.keys) > 2:
        key = route.keys[len(route.keys) // 2]
        slot = next(item.slot for item in router.plan.nodes if item.key == key)
        start, end = frame.slots[slot]
        middle, room = frame.at((start + end) / 2, frame.centres[key]), end - start
    elif router.is_stacked(route):
        middle, room = _middle_of(commands), frame.slots[slot][1] - frame.slots[slot][0]
    else:
        slot = min(slot, router.slots.of[route.arrow.to])
        end = frame.slots[slot][1]
        later = frame.slots[slot + 1][0] if slot + 1 < len(frame.slots) else end + frame.gaps[slot]
        middle, room = _middle_of(commands), later - end - ENDS
        within = frame.at((end + later) / 2 - (0 if frame.down else 3), 0)
        middle = (middle[0], within[1]) if frame.down else (within[0], middle[1])
    if frame.down:
        room = IN_GAP if router.is_stacked(route) else BETWEEN_ROWS
    return label_lines(route.arrow, room, router.sheet), middle


def _middle_of(commands: Sequence[PathCommand]) -> Point:
    start = (commands[0][1][0], commands[0][1][1])
    for letter, numbers in commands[1:]:
        if letter == "C":
            return on_curve(start, numbers, 0.5)
        start = (numbers[0], numbers[1])
    end = commands[-1][1]
    return (commands[0][1][0] + end[0]) / 2, (commands[0][1][1] + end[1]) / 2
