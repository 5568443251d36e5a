"""Ways of arrows over the page: straight through a slot, bending only in the gaps between."""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from tocmodel.layout.changes import change_mark, changed_line
from tocmodel.layout.frame import Frame
from tocmodel.layout.gaps import ARC
from tocmodel.layout.labels import BETWEEN_ROWS, ENDS, IN_GAP, draw_words, size_of, words_of
from tocmodel.layout.mark_places import free_place, on_curve
from tocmodel.layout.marks import row_bounds, row_of_marks
from tocmodel.layout.plan import Way
from tocmodel.layout.ports import (
    Router,
    extent,
    find_heights,
    find_ports,
    find_turns,
)
from tocmodel.layout.scene import Bounds, Command, Group, Item, Point
from tocmodel.layout.strokes import draft_mark, head, line_end, mark, shaft
from tocmodel.values import frozen

Step = tuple[str, Point, tuple[Point, ...]]
"""A letter of a path, where it ends, and its handles; along and across the reading direction."""

_ABOVE = 6.0
"""From the words of an arrow to the middle of the marks above them, where its line has no room."""


def route(router: Router) -> tuple[Group, ...]:
    """Return every arrow of the plan as a group; main ones last, on top of the others."""
    ports = find_ports(router)
    turns = find_turns(router, ports)
    ways = router.plan.ways
    lines = [_line(router, index, way, ports, turns) for index, way in enumerate(ways)]
    places = _mark_places(router, lines)
    groups = [
        _draw(router, way, line, place)
        for way, line, place in zip(ways, lines, places, strict=True)
    ]
    order = sorted(range(len(groups)), key=lambda i: (ways[i].arrow.main, i))
    return tuple(groups[index] for index in order)


@frozen
class _Line:
    """The line of an arrow on the page.

    Attributes:
        commands: the line, as far as the head.
        tip: where the head ends.
        unit: the direction in which it is reached.
    """

    commands: tuple[Command, ...]
    tip: Point
    unit: Point


def _line(
    router: Router,
    index: int,
    way: Way,
    ports: Mapping[tuple[int, bool], float],
    turns: Mapping[tuple[int, int], float],
) -> _Line:
    if router.is_stacked(way):
        points, direction = _stacked(router, way)
    elif router.is_side(way):
        points, direction = _beside(router, index, way, ports), -1.0
    else:
        forward = router.slots.of[way.arrow.to] > router.slots.of[way.arrow.from_]
        direction = 1.0 if forward else -1.0
        heights = find_heights(router, index, way, ports)
        bends = [turns.get((index, leg), 0.5) for leg in range(len(heights) - 1)]
        points = _across(router, way, heights, bends if forward else [1 - b for b in bends])
    along = not router.is_stacked(way)
    unit = (direction, 0.0) if along != router.frame.down else (0.0, direction)
    tip = points.pop()
    commands = tuple(_command(router.frame, point) for point in points)
    return _Line(commands, router.frame.at(*tip[1]), unit)


def _signs(router: Router, way: Way, line: _Line) -> Iterator[Bounds]:
    """Give the room that the words and signs on a line take, whose places are fixed."""
    lines, (x, y) = _label_place(router, way, line.commands)
    if lines:
        width, height = size_of(lines, router.sheet)
        yield Bounds(x=x - width / 2, y=y - height / 2, width=width, height=height)
    if way.stroke.mark or way.stroke.guess == "drafted":
        yield row_bounds(["sign"], _mark_place(line.commands))
    if way.arrow.change:
        yield row_bounds(["sign"], _change_place(line.commands))


def _mark_places(router: Router, lines: Sequence[_Line]) -> list[Point]:
    """Where the marks of each line stand; the shortest lines, with least choice, choose first."""
    ways = router.plan.ways
    signs = [list(_signs(router, way, line)) for way, line in zip(ways, lines, strict=True)]
    taken = [*router.boxes.values(), *itertools.chain(*signs)]
    places = [line.tip for line in lines]
    for index in sorted(range(len(ways)), key=lambda index: _span(lines[index])):
        commands, kinds = lines[index].commands, ways[index].arrow.evidence
        if kinds:
            wish = _evidence_place(ways[index], commands)
            above = [(room.centre[0], room.y - _ABOVE) for room in signs[index]]
            places[index] = free_place(kinds, wish, commands, taken, above)
            taken.append(row_bounds(kinds, places[index]))
    return places


def _span(line: _Line) -> float:
    """How far the end of a line is from its start."""
    start = line.commands[0][1]
    return abs(start[0] - line.tip[0]) + abs(start[1] - line.tip[1])


def _draw(router: Router, way: Way, line: _Line, place: Point) -> Group:
    """Return an arrow as a group, its marks of evidence at a place."""
    commands = line.commands
    items: list[Item] = [
        *(changed_line(path, way.arrow.change) for path in shaft(way.stroke, commands)),
        *head(way.stroke, line.tip, line.unit),
        *mark(way.stroke, _mark_place(commands)),
        *draft_mark(way.stroke, (_change_place if way.stroke.mark else _mark_place)(commands)),
        *row_of_marks(way.arrow.evidence, place, way.stroke.colour),
        *change_mark(way.arrow.change, _change_place(commands), way.stroke.colour),
        *_label(router, way, commands),
    ]
    arrow = way.arrow
    return Group(
        id=f"arrow:{arrow.id}",
        role="arrow",
        title=(arrow.description or f"{arrow.from_} to {arrow.to}")
        + (f" ({arrow.change})" if arrow.change else ""),
        items=tuple(items),
        kind=arrow.kind,
        ends=(arrow.from_, arrow.to),
    )


def _command(frame: Frame, step: Step) -> Command:
    letter, point, handles = step
    flat = [number for spot in (*handles, point) for number in frame.at(*spot)]
    return letter, tuple(flat)


def _stacked(router: Router, way: Way) -> tuple[list[Step], float]:
    """Straight from the foot of one box to the head of the next, or the other way."""
    one, other = extent(router, way.arrow.from_), extent(router, way.arrow.to)
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
    start, end = extent(router, way.arrow.from_)[1], extent(router, way.arrow.to)[1]
    reach = _reach(router, way, abs(first - last)) / 0.75
    stop = edge + line_end(way.stroke) if end == edge else edge
    steps: list[Step] = [("M", (start, first), ())]
    if start != edge:
        steps.append(("L", (edge, first), ()))
    steps.append(("C", (stop, last), ((edge + reach, first), (edge + reach, last))))
    if end != edge:
        steps.append(("L", (end + line_end(way.stroke), last), ()))
    return [*steps, ("L", (end, last), ())]


def _reach(router: Router, way: Way, apart: float) -> float:
    """How deep an arc is: within the gap, and deeper for boxes further apart, so that arcs nest."""
    slot = router.slots.of[way.arrow.from_]
    gap = router.frame.gaps[slot]
    if way.arrow.label:
        return gap / 2  # the words stand in its middle
    last = slot == router.slots.count - 1
    return min(router.sheet.pad + ARC if last else gap * 0.62, 13 + apart / 9)


def _across(
    router: Router, way: Way, heights: Sequence[float], turns: Sequence[float]
) -> list[Step]:
    """From slot to slot: a bend in each gap, straight through each slot between."""
    slot, last_slot = router.slots.of[way.arrow.from_], router.slots.of[way.arrow.to]
    direction = 1 if last_slot > slot else -1
    here, there = (1, 0) if direction > 0 else (0, 1)
    at = extent(router, way.arrow.from_)[here]
    end = extent(router, way.arrow.to)[there]
    steps: list[Step] = [("M", (at, heights[0]), ())]
    for leg, height in enumerate(heights[1:]):
        before = heights[leg]
        at = _straight(steps, at, router.frame.slots[slot][here], before)
        slot += direction
        goal = router.frame.slots[slot][there]
        ends_here = slot == last_slot and abs(end - goal) < line_end(way.stroke)
        stop = end - direction * line_end(way.stroke) if ends_here else goal
        middle = at + (stop - at) * turns[leg]
        if abs(height - before) < 0.05:
            steps.append(("L", (stop, height), ()))
        else:
            steps.append(("C", (stop, height), ((middle, before), (middle, height))))
        at = stop
    _straight(steps, at, end - direction * line_end(way.stroke), heights[-1])
    return [*steps, ("L", (end, heights[-1]), ())]


def _straight(steps: list[Step], at: float, to: float, across: float) -> float:
    if abs(at - to) > 0.05:
        steps.append(("L", (to, across), ()))
    return to


def _mark_place(commands: Sequence[Command]) -> Point:
    """A point on the last bend of a line, or else the middle of its last stretch."""
    for (_, before), (letter, numbers) in reversed(list(itertools.pairwise(commands))):
        start = (before[-2], before[-1])
        if letter == "C":
            return on_curve(start, numbers, 0.66)
        if abs(start[0] - numbers[0]) + abs(start[1] - numbers[1]) > 10:
            return (start[0] + numbers[0]) / 2, (start[1] + numbers[1]) / 2
    return commands[-1][1][-2], commands[-1][1][-1]


def _change_place(commands: Sequence[Command]) -> Point:
    """A point on the first bend of a line, or else in its first stretch."""
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


def _evidence_place(way: Way, commands: Sequence[Command]) -> Point:
    """Where the marks of evidence stand: at the first bend, or at the middle where a sign does."""
    return _middle_of(commands) if way.arrow.change else _change_place(commands)


def _label(router: Router, way: Way, commands: Sequence[Command]) -> list[Item]:
    """The words of an arrow, on its line."""
    return draw_words(*_label_place(router, way, commands), router.sheet)


def _label_place(
    router: Router, way: Way, commands: Sequence[Command]
) -> tuple[tuple[str, ...], Point]:
    """The lines of an arrow's words and the middle of these; no lines without words."""
    if not way.arrow.label:
        return (), (0.0, 0.0)
    frame, slot = router.frame, router.slots.of[way.arrow.from_]
    if len(way.keys) > 2:
        key = way.keys[len(way.keys) // 2]
        slot = next(item.slot for item in router.plan.items if item.key == key)
        start, end = frame.slots[slot]
        middle, room = frame.at((start + end) / 2, frame.centres[key]), end - start
    elif router.is_stacked(way):
        middle, room = _middle_of(commands), frame.slots[slot][1] - frame.slots[slot][0]
    else:
        slot = min(slot, router.slots.of[way.arrow.to])
        end = frame.slots[slot][1]
        later = frame.slots[slot + 1][0] if slot + 1 < len(frame.slots) else end + frame.gaps[slot]
        middle, room = _middle_of(commands), later - end - ENDS
        within = frame.at((end + later) / 2 - (0 if frame.down else 3), 0)
        middle = (middle[0], within[1]) if frame.down else (within[0], middle[1])
    if frame.down:
        room = IN_GAP if router.is_stacked(way) else BETWEEN_ROWS
    return words_of(way.arrow, room, router.sheet), middle


def _middle_of(commands: Sequence[Command]) -> Point:
    start = (commands[0][1][0], commands[0][1][1])
    for letter, numbers in commands[1:]:
        if letter == "C":
            return on_curve(start, numbers, 0.5)
        start = (numbers[0], numbers[1])
    end = commands[-1][1]
    return (commands[0][1][0] + end[0]) / 2, (commands[0][1][1] + end[1]) / 2
