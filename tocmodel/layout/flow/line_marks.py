"""The places of marks and words on arrows: on their own lines, clear of everything else.

Marks are small and nearly always have room, so they come first. Words that have no room after that
become a number, which the key explains: no words lie on a box, on another arrow or on each other.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from attrs import frozen

from tocmodel.diagram.model import Arrow, KeyEntry
from tocmodel.diagram.numbered import number_for_label
from tocmodel.layout.flow.lines import ArrowLine
from tocmodel.layout.marks import row_bounds
from tocmodel.layout.scene import Bounds, PathCommand, Point
from tocmodel.layout.shapes import on_curve
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import DELAY, HEAD, Stroke, number_bounds
from tocmodel.layout.symbols.arrow_words import label_size
from tocmodel.layout.symbols.clearings import Clearings, around, meet, points_along

_DISC = 12.0
"""The width of a sign in its circle, with its rim."""
_HEAD = HEAD + 1.0
"""The size of the head of an arrow with its rim, which nothing covers."""
_BESIDE = 5.0
"""From a line to a mark or words beside it, so that the head has room between them."""
_APART = 8.0
"""From words beside a line to anything else, so that nobody takes them for the words of that."""


_SHORT = 120.0
"""The length of a short line."""
_TRIES = 40
"""How many places for words are tried that leave no room for the mark of a delay."""


@frozen(kw_only=True)
class MarkedLine:
    """An arrow with its line, before anything is on it.

    Attributes:
        arrow: the arrow.
        stroke: its look.
        line: its line on the page.
        words: the lines of its words.
        wish: the best place for the middle of these.
    """

    arrow: Arrow
    stroke: Stroke
    line: ArrowLine
    words: tuple[str, ...] = ()
    wish: Point = (0.0, 0.0)

    @property
    def commands(self) -> tuple[PathCommand, ...]:
        """The line as a path, without its head."""
        return self.line.commands


@frozen(kw_only=True)
class LineMarks:
    """The places of all that is on one line; a place without a mark means nothing.

    Attributes:
        sign, tail, draft, change, evidence: the places of marks.
        delay: the place of the mark of a delay, and the direction of the line there.
        words: the lines of its words; none if they have no room.
        label: the middle of these.
        number: its number in the key; 0 without one.
        number_at: the place of that number.
    """

    sign: Point
    tail: Point
    draft: Point
    change: Point
    evidence: Point
    delay: tuple[Point, Point]
    words: tuple[str, ...]
    label: Point
    number: int
    number_at: Point


def place_marks(
    lines: Sequence[MarkedLine],
    boxes: Iterable[Bounds],
    within: Bounds,
    key: tuple[KeyEntry, ...],
    sheet: Sheet,
    number_size: float = 0.0,
) -> tuple[list[LineMarks], tuple[KeyEntry, ...]]:
    """Return the places of the marks and words of all arrows, and the key with words for numbers.

    A sign is as near to the head as it can be, evidence as near to the start.

    Args:
        lines: the arrows.
        boxes: what nothing on a line may cover.
        within: the area that no words leave.
        key: the key so far.
        sheet: the sizes of text.
        number_size: the size of numbers in the key; 0 for that of words.
    """
    finders = _finders(lines, boxes, within, sheet, number_size or sheet.small)
    order = sorted(range(len(lines)), key=lambda number: _span(lines[number].line))
    signs = {number: finders[number].signs() for number in order}
    evidence = {number: finders[number].evidence() for number in order}
    stated = {number: finders[number].number_in_key(lines[number].arrow.number) for number in order}
    on_line = {number: finders[number].label_and_delay() for number in order}
    labels = {number: label for number, (label, _) in on_line.items()}
    numbers, key = _with_words_in_key(lines, labels, key)
    added = {number: finders[number].number_in_key(numbers[number]) for number in numbers}
    return [
        LineMarks(
            **signs[number],
            evidence=evidence[number],
            delay=on_line[number][1],
            words=lines[number].words if label else (),
            label=label or lines[number].wish,
            number=numbers.get(number, lines[number].arrow.number),
            number_at=added.get(number, stated[number]),
        )
        for number, label in sorted(labels.items())
    ], key


def _with_words_in_key(
    lines: Sequence[MarkedLine], labels: Mapping[int, Point | None], key: tuple[KeyEntry, ...]
) -> tuple[dict[int, int], tuple[KeyEntry, ...]]:
    """Return the new numbers of arrows whose words have no room, and the key with these words."""
    numbers = {}
    for place, marked in enumerate(lines):
        if marked.words and labels[place] is None:
            number, key = number_for_label(marked.arrow, key)
            if not marked.arrow.number:
                numbers[place] = number
    return numbers, key


def _finders(
    lines: Sequence[MarkedLine],
    boxes: Iterable[Bounds],
    within: Bounds,
    sheet: Sheet,
    number_size: float,
) -> "list[_Places]":
    clearings = Clearings()
    if any(map(_has_marks, lines)):
        for number, marked in enumerate(lines):
            clearings.add_line(number, marked.commands)
            for head in _heads(marked):
                clearings.take(head)
    for box in boxes:
        clearings.take(box)
    return [
        _Places(
            marked=marked,
            number=number,
            clearings=clearings,
            within=within,
            sheet=sheet,
            number_size=number_size,
        )
        for number, marked in enumerate(lines)
    ]


def _heads(marked: MarkedLine) -> Iterator[Bounds]:
    """Yield the areas of the heads of a line."""
    line = marked.line
    ends = [(line.tip, line.unit)]
    if marked.stroke.tail:
        ends.append((line.start, line.start_unit))
    for (x, y), (dx, dy) in ends:
        yield around((x - dx * _HEAD / 2, y - dy * _HEAD / 2), _HEAD, _HEAD)


def _has_marks(marked: MarkedLine) -> bool:
    stroke, arrow = marked.stroke, marked.arrow
    drafted = stroke.guess == "drafted"
    on_arrow = (arrow.change, arrow.evidence, arrow.label, arrow.delay, arrow.number)
    return bool(stroke.mark or stroke.tail_mark or drafted or any(on_arrow))


def _span(line: ArrowLine) -> float:
    """The distance between the ends of a line."""
    start = line.commands[0][1]
    return abs(start[0] - line.tip[0]) + abs(start[1] - line.tip[1])


@frozen(kw_only=True)
class _Places:
    """Finds the places on one line, and takes them."""

    marked: MarkedLine
    number: int
    clearings: Clearings
    within: Bounds
    sheet: Sheet
    number_size: float

    def signs(self) -> dict[str, Point]:
        """Return the places of the sign of each end, and of the signs of a draft and a change."""
        stroke, line = self.marked.stroke, self.marked.commands
        near_head, near_start = _mark_place(line), _change_place(line)
        sign = self._free(near_head, _DISC, _DISC) if stroke.mark else near_head
        tail = self._free(near_start, _DISC, _DISC) if stroke.tail_mark else near_start
        drafted = stroke.guess == "drafted"
        draft = self._free(near_head, _DISC, _DISC) if drafted else near_head
        change = self.marked.arrow.change
        changed = self._free(near_start, _DISC, _DISC) if change else near_start
        return {"sign": sign, "tail": tail, "draft": draft, "change": changed}

    def evidence(self) -> Point:
        """Return the place of the row of evidence marks."""
        wish = _change_place(self.marked.commands)
        kinds = self.marked.arrow.evidence
        if not kinds:
            return wish
        room = row_bounds(kinds, wish)
        return self._free(wish, room.width, room.height)

    def number_in_key(self, number: int) -> Point:
        """Return the place of a number that the key explains."""
        middle = middle_of(self.marked.commands)
        if not number:
            return middle
        room = number_bounds(number, middle, self.number_size)
        return self._free(middle, room.width, room.height)

    def label_and_delay(self) -> tuple[Point | None, tuple[Point, Point]]:
        """Return the middle of the words, and the mark of a delay with the line's direction there.

        Words without room have no place. The mark is always on the line itself, and words that
        would leave it no room have none.
        """
        words, delay = next(self._with_room_for_both(), (None, None))
        if delay is None:
            delay = self._delay(None) or self._least_covered_delay()
        if words is not None:
            self.clearings.take(words)
        if self.marked.arrow.delay:
            self.clearings.take(around(delay[0], DELAY, DELAY))
        return words.centre if words else None, delay

    def _with_room_for_both(self) -> Iterator[tuple[Bounds, tuple[Point, Point]]]:
        """Yield areas for the words that leave room for the mark of a delay, and its place."""
        if self.marked.words:
            areas = self._for_words(*label_size(self.marked.words, self.sheet))
            for words in islice(filter(self._has_room, areas), _TRIES):
                delay = self._delay(words)
                if delay is not None:
                    yield words, delay

    def _delay(self, words: Bounds | None) -> tuple[Point, Point] | None:
        """Return a free place for the mark of a delay, as near to the words as it can be."""
        line, wish = self.marked.commands, words.centre if words else self.marked.wish
        if not self.marked.arrow.delay:
            return wish, (1.0, 0.0)
        for spot, direction in _with_directions(line, wish):
            area = around(spot, DELAY, DELAY)
            if self.clearings.is_free(area, self.number) and not (words and meet(area, words)):
                return spot, direction
        return None

    def _least_covered_delay(self) -> tuple[Point, Point]:
        spots = _with_directions(self.marked.commands, self.marked.wish)
        areas = [around(spot, DELAY, DELAY) for spot, _ in spots]
        best, _ = self.clearings.best(self.number, areas)
        return spots[areas.index(best or areas[0])]

    def _for_words(self, width: float, height: float) -> Iterator[Bounds]:
        """Yield the areas for words: where they are best, on the line, and close beside it."""
        wish, line = self.marked.wish, self.marked.commands
        best = around(wish, width, height)
        if self.clearings.holds(best, self.number):
            yield best
        for point in _nearest(wish, _points(line)):
            yield around(point, width, height)
        for area in _beside(wish, line, width, height):
            wide = around(area.centre, width + 2 * _APART, height + 2 * _APART)
            if self.clearings.is_free(wide, self.number):
                yield area

    def _has_room(self, area: Bounds) -> bool:
        inside = (
            self.within.x <= area.x
            and self.within.y <= area.y
            and area.right <= self.within.right
            and area.bottom <= self.within.bottom
        )
        return inside and self.clearings.is_free(area, self.number)

    def _free(self, wish: Point, width: float, height: float) -> Point:
        """Take the area on the line, or close beside it, that is nearest to a wish and free."""
        line = self.marked.commands
        on_line = (
            around(point, width, height) for point in (wish, *_nearest(wish, points_along(line)))
        )
        best, cost = self.clearings.best(self.number, on_line)
        if cost > 1.0:
            beside = _beside(wish, line, width, height)
            other, less = self.clearings.best(self.number, beside, far=0.05)
            best = other if less + 1.0 < cost else best
        found = best or around(wish, width, height)
        self.clearings.take(found)
        return found.centre


def _beside(
    wish: Point, line: Sequence[PathCommand], width: float, height: float
) -> Iterator[Bounds]:
    """Yield areas above, below, left and right of a line, the nearest to a wish first."""
    up, across = height / 2 + _BESIDE, width / 2 + _BESIDE
    for x, y in _nearest(wish, points_along(line)):
        for right, down in ((0.0, -up), (0.0, up), (-across, 0.0), (across, 0.0)):
            yield around((x + right, y + down), width, height)


def _nearest(wish: Point, points: Iterable[Point]) -> list[Point]:
    """Return points on a line, the nearest to a wish first."""
    return sorted(points, key=lambda p: abs(p[0] - wish[0]) + abs(p[1] - wish[1]))


def _points(line: Sequence[PathCommand]) -> Iterator[Point]:
    """Yield points along a line, close together on a short one, where every bit of room counts."""
    (x, y), (end_x, end_y) = line[0][1][-2:], line[-1][1][-2:]
    is_short = abs(end_x - x) + abs(end_y - y) < _SHORT
    return points_along(line, 1.0) if is_short else points_along(line)


def _with_directions(line: Sequence[PathCommand], wish: Point) -> list[tuple[Point, Point]]:
    """Return points on a line with its direction there: on straight stretches first."""
    points = list(_points(line))
    spots = []
    for one, other in pairwise(points):
        x, y = other[0] - one[0], other[1] - one[1]
        length = (x * x + y * y) ** 0.5
        if length:
            spots.append((one, (round(x / length, 4), round(y / length, 4))))
    spots = spots[1:] or spots

    def rank(spot: tuple[Point, Point]) -> tuple[bool, float]:
        (x, y), (dx, dy) = spot
        return abs(dx * dy) > 1e-3, abs(x - wish[0]) + abs(y - wish[1])

    return sorted(spots, key=rank) or [(points[0], (1.0, 0.0))]


def _mark_place(commands: Sequence[PathCommand]) -> Point:
    """A point on the last bend of a line, or the middle of its last stretch."""
    for (_, before), (letter, numbers) in reversed(list(pairwise(commands))):
        start = (before[-2], before[-1])
        if letter == "C":
            return on_curve(start, numbers, 0.66)
        if abs(start[0] - numbers[0]) + abs(start[1] - numbers[1]) > 10:
            return (start[0] + numbers[0]) / 2, (start[1] + numbers[1]) / 2
    return commands[-1][1][-2], commands[-1][1][-1]


def _change_place(commands: Sequence[PathCommand]) -> Point:
    """A point on the first bend of a line, or in its first stretch."""
    for (_, before), (letter, numbers) in pairwise(commands):
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


def middle_of(commands: Sequence[PathCommand]) -> Point:
    """Return a point on the first bend of a line, or halfway between its ends."""
    start = (commands[0][1][0], commands[0][1][1])
    for letter, numbers in commands[1:]:
        if letter == "C":
            return on_curve(start, numbers, 0.5)
        start = (numbers[0], numbers[1])
    end = commands[-1][1]
    return (commands[0][1][0] + end[0]) / 2, (commands[0][1][1] + end[1]) / 2
