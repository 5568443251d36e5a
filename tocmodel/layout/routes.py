"""Ways of arrows over the page: straight through a slot, bending only in the gaps between."""

import itertools
from collections.abc import Mapping, Sequence

from tocmodel.layout.changes import change_mark, changed_line
from tocmodel.layout.frame import Frame
from tocmodel.layout.gaps import ARC
from tocmodel.layout.labels import BETWEEN_ROWS, ENDS, IN_GAP, draw_words, words_of
from tocmodel.layout.marks import row_of_marks
from tocmodel.layout.plan import Way
from tocmodel.layout.ports import (
    Router,
    extent,
    find_heights,
    find_ports,
    find_turns,
)
from tocmodel.layout.scene import Command, Group, Item, Point
from tocmodel.layout.strokes import draft_mark, head, line_end, mark, shaft

Step = tuple[str, Point, tuple[Point, ...]]
"""A letter of a path, where it ends, and its handles; along and across the reading direction."""


def route(router: Router) -> tuple[Group, ...]:
    """Return every arrow of the plan as a group; main ones last, on top of the others."""
    ports = find_ports(router)
    turns = find_turns(router, ports)
    groups = [_draw(router, index, way, ports, turns) for index, way in enumerate(router.plan.ways)]
    order = sorted(range(len(groups)), key=lambda i: (router.plan.ways[i].arrow.main, i))
    return tuple(groups[index] for index in order)


def _draw(
    router: Router,
    index: int,
    way: Way,
    ports: Mapping[tuple[int, bool], float],
    turns: Mapping[tuple[int, int], float],
) -> Group:
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
    items: list[Item] = [
        *(changed_line(path, way.arrow.change) for path in shaft(way.stroke, commands)),
        *head(way.stroke, router.frame.at(*tip[1]), unit),
        *mark(way.stroke, _mark_place(commands)),
        *draft_mark(way.stroke, (_change_place if way.stroke.mark else _mark_place)(commands)),
        *row_of_marks(way.arrow.evidence, _evidence_place(way, commands), way.stroke.colour),
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
            return _on_curve(start, numbers, 0.66)
        if abs(start[0] - numbers[0]) + abs(start[1] - numbers[1]) > 10:
            return (start[0] + numbers[0]) / 2, (start[1] + numbers[1]) / 2
    return commands[-1][1][-2], commands[-1][1][-1]


def _change_place(commands: Sequence[Command]) -> Point:
    """A point on the first bend of a line, or else in its first stretch."""
    for (_, before), (letter, numbers) in itertools.pairwise(commands):
        start = (before[-2], before[-1])
        if letter == "C":
            return _on_curve(start, numbers, 0.4)
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


def _on_curve(start: Point, numbers: Sequence[float], t: float) -> Point:
    x1, y1, x2, y2, x3, y3 = numbers
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        round(a * start[0] + b * x1 + c * x2 + d * x3, 2),
        round(a * start[1] + b * y1 + c * y2 + d * y3, 2),
    )


def _label(router: Router, way: Way, commands: Sequence[Command]) -> list[Item]:
    """The words of an arrow, on its line."""
    if not way.arrow.label:
        return []
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
    return draw_words(words_of(way.arrow, room, router.sheet), middle, router.sheet)


def _middle_of(commands: Sequence[Command]) -> Point:
    start = (commands[0][1][0], commands[0][1][1])
    for letter, numbers in commands[1:]:
        if letter == "C":
            return _on_curve(start, numbers, 0.5)
        start = (numbers[0], numbers[1])
    end = commands[-1][1]
    return (commands[0][1][0] + end[0]) / 2, (commands[0][1][1] + end[1]) / 2
