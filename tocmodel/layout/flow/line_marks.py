"""The places of marks and words on arrows: on their own lines, clear of everything else."""

import itertools
from collections.abc import Iterator, Sequence

from attrs import frozen

from tocmodel.layout.flow.constraints import Route
from tocmodel.layout.flow.labels import BETWEEN_ROWS, ENDS, IN_GAP
from tocmodel.layout.flow.lines import ArrowLine
from tocmodel.layout.flow.ports import Router
from tocmodel.layout.marks import row_bounds
from tocmodel.layout.scene import Bounds, PathCommand, Point
from tocmodel.layout.symbols.arrow_style import HEAD, number_bounds
from tocmodel.layout.symbols.arrow_words import label_lines, label_size
from tocmodel.layout.symbols.clearings import Clearings, around, points_along
from tocmodel.layout.symbols.mark_places import on_curve

_DISC = 12.0
"""The width of a sign in its circle, with its rim."""
_HEAD = HEAD + 1.0
"""The size of the head of an arrow with its rim, which nothing covers."""

_BESIDE = 5.0
"""The room between a line and a mark beside it, so that the head has room between them."""


@frozen(kw_only=True)
class LineMarks:
    """The places of all that is on one line; a place without a mark means nothing."""

    sign: Point
    tail: Point
    draft: Point
    change: Point
    evidence: Point
    number: Point
    label: Point
    words: tuple[str, ...]


def place_marks(router: Router, lines: Sequence[ArrowLine]) -> list[LineMarks]:
    """Return the places of the marks of all arrows; words come first, as they need most room.

    A sign is as near to the head as it can be, evidence as near to the start.
    """
    routes = router.plan.routes
    clearings = Clearings()
    if any(map(_has_marks, routes)):
        for number, line in enumerate(lines):
            clearings.add_line(number, line.commands)
            clearings.take(_head_of(line))
    for box in router.boxes.values():
        clearings.take(box)
    order = sorted(range(len(routes)), key=lambda number: _span(lines[number]))
    finders = [
        _Places(router=router, route=route, line=line, number=number, clearings=clearings)
        for number, (route, line) in enumerate(zip(routes, lines, strict=True))
    ]
    labels = {number: finders[number].label() for number in order}
    signs = {number: finders[number].signs() for number in order}
    evidence = {number: finders[number].evidence() for number in order}
    in_key = {number: finders[number].number_in_key() for number in order}
    return [
        LineMarks(
            **signs[number],
            evidence=evidence[number],
            number=in_key[number],
            words=labels[number][0],
            label=labels[number][1],
        )
        for number in range(len(routes))
    ]


def _has_marks(route: Route) -> bool:
    stroke, arrow = route.stroke, route.arrow
    drafted = stroke.guess == "drafted"
    return bool(
        stroke.mark
        or stroke.tail_mark
        or drafted
        or arrow.change
        or arrow.evidence
        or arrow.label
        or arrow.number
    )


def _head_of(line: ArrowLine) -> Bounds:
    """Return the area of the head of an arrow, which is behind its tip."""
    (x, y), (right, down) = line.tip, line.unit
    return around((x - right * _HEAD / 2, y - down * _HEAD / 2), _HEAD, _HEAD)


def _span(line: ArrowLine) -> float:
    """The distance between the ends of a line."""
    start = line.commands[0][1]
    return abs(start[0] - line.tip[0]) + abs(start[1] - line.tip[1])


@frozen(kw_only=True)
class _Places:
    """Finds the places on one line."""

    router: Router
    route: Route
    line: ArrowLine
    number: int
    clearings: Clearings

    def label(self) -> tuple[tuple[str, ...], Point]:
        """Return the lines of the words of the arrow, and the middle of these."""
        words, wish = _label_place(self.router, self.route, self.line.commands)
        if not words:
            return (), wish
        width, height = label_size(words, self.router.sheet)
        return words, self._free(wish, width, height)

    def signs(self) -> dict[str, Point]:
        """Return the places of the sign of each end, and of the signs of a draft and a change."""
        stroke, line = self.route.stroke, self.line.commands
        near_head, near_start = _mark_place(line), _change_place(line)
        sign = self._free(near_head, _DISC, _DISC) if stroke.mark else near_head
        tail = self._free(near_start, _DISC, _DISC) if stroke.tail_mark else near_start
        drafted = stroke.guess == "drafted"
        draft = self._free(near_head, _DISC, _DISC) if drafted else near_head
        change = self.route.arrow.change
        changed = self._free(near_start, _DISC, _DISC) if change else near_start
        return {"sign": sign, "tail": tail, "draft": draft, "change": changed}

    def evidence(self) -> Point:
        """Return the place of the row of evidence marks."""
        wish = _change_place(self.line.commands)
        if not self.route.arrow.evidence:
            return wish
        room = row_bounds(self.route.arrow.evidence, wish)
        return self._free(wish, room.width, room.height)

    def number_in_key(self) -> Point:
        """Return the place of the number that the key explains."""
        middle = _middle_of(self.line.commands)
        if not self.route.arrow.number:
            return middle
        room = number_bounds(self.route.arrow.number, middle)
        return self._free(middle, room.width, room.height)

    def _free(self, wish: Point, width: float, height: float) -> Point:
        """Take the area on the line, or close beside it, that is nearest to a wish and free."""
        best, cost = self.clearings.best(
            self.number, _areas(wish, self.line.commands, width, height)
        )
        if cost > 1.0:
            beside = (
                around((x + right, y + down), width, height)
                for x, y in _nearest(wish, self.line.commands)
                for right, down in (
                    (0.0, -height / 2 - _BESIDE),
                    (0.0, height / 2 + _BESIDE),
                    (-width / 2 - _BESIDE, 0.0),
                    (width / 2 + _BESIDE, 0.0),
                )
            )
            other, less = self.clearings.best(self.number, beside, far=0.05)
            best = other if less + 1.0 < cost else best
        found = best or around(wish, width, height)
        self.clearings.take(found)
        return found.centre


def _areas(
    wish: Point, line: Sequence[PathCommand], width: float, height: float
) -> Iterator[Bounds]:
    yield around(wish, width, height)
    for point in _nearest(wish, line):
        yield around(point, width, height)


def _nearest(wish: Point, line: Sequence[PathCommand]) -> list[Point]:
    """Return points on a line, the nearest to a wish first."""
    return sorted(points_along(line), key=lambda p: abs(p[0] - wish[0]) + abs(p[1] - wish[1]))


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
