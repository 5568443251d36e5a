"""Arrows: their lines, heads, marks and words."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.constraints import Route
from tocmodel.layout.flow.labels import BETWEEN_ROWS, ENDS, IN_GAP
from tocmodel.layout.flow.line_marks import LineMarks, MarkedLine, middle_of, place_marks
from tocmodel.layout.flow.lines import ArrowLine, make_line
from tocmodel.layout.flow.ports import Ports, Router
from tocmodel.layout.flow.tracks import Tracks
from tocmodel.layout.flow.whole_arrows import whole_lines
from tocmodel.layout.marks import row_of_marks
from tocmodel.layout.scene import Point, Primitive, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import (
    arrow_group,
    at_start,
    delay_mark,
    draft_mark,
    head,
    mark,
    number_mark,
    shaft,
)
from tocmodel.layout.symbols.arrow_words import draw_label, label_lines
from tocmodel.layout.symbols.change_marks import change_mark, changed_line


def draw_arrows(
    diagram: Diagram, router: Router, ports: Ports, tracks: Tracks
) -> tuple[tuple[SceneGroup, ...], Diagram]:
    """Return every arrow as a group, and the diagram with the words in its key that have no room.

    Main arrows are on top of the others, and those from or to a frame on top of all.
    """
    routes = router.plan.routes
    between_boxes = [
        _marked(router, route, make_line(router, index, route, ports, tracks))
        for index, route in enumerate(routes)
    ]
    lines = [*between_boxes, *whole_lines(diagram, router)]
    frame = router.frame
    marks, key = place_marks(
        lines,
        router.boxes.values(),
        frame.bounds(frame.along, frame.across),
        diagram.key,
        router.sheet,
    )
    groups = [_draw(line, place, router.sheet) for line, place in zip(lines, marks, strict=True)]
    order = sorted(range(len(groups)), key=lambda i: (i >= len(routes), lines[i].arrow.main, i))
    return tuple(groups[index] for index in order), evolve(diagram, key=key)


def _draw(marked: MarkedLine, marks: LineMarks, sheet: Sheet) -> SceneGroup:
    """Return an arrow as a group, with its marks in their places."""
    stroke, arrow, line = marked.stroke, marked.arrow, marked.line
    items: list[Primitive] = [
        *(changed_line(path, arrow.change) for path in shaft(stroke, line.commands)),
        *head(stroke, line.tip, line.unit),
        *_tail(marked, marks),
        *(delay_mark(stroke, *marks.delay) if arrow.delay else ()),
        *mark(stroke, marks.sign),
        *draft_mark(stroke, marks.draft),
        *row_of_marks(arrow.evidence, marks.evidence, stroke.colour),
        *number_mark(stroke, marks.number, marks.number_at, sheet.small),
        *change_mark(arrow.change, marks.change, stroke.colour),
        *draw_label(marks.words, marks.label, sheet),
    ]
    return arrow_group(arrow, items)


def _tail(marked: MarkedLine, marks: LineMarks) -> Iterator[Primitive]:
    """Yield the head and the mark at the start of an arrow that points both ways."""
    if marked.stroke.tail:
        stroke = at_start(marked.stroke)
        yield from head(stroke, marked.line.start, marked.line.start_unit)
        yield from mark(stroke, marks.tail)


def _marked(router: Router, route: Route, line: ArrowLine) -> MarkedLine:
    """Return an arrow between boxes with its line, and the place that its words would like."""
    arrow, middle = route.arrow, middle_of(line.commands)
    plain = MarkedLine(arrow=arrow, stroke=route.stroke, line=line, wish=middle)
    if not arrow.label:
        return plain
    wish, room = _room_for_words(router, route, middle)
    return evolve(plain, words=label_lines(arrow, room, router.sheet), wish=wish)


def _room_for_words(router: Router, route: Route, middle: Point) -> tuple[Point, float]:
    """Return the best place for the words of an arrow, and how wide they may be there."""
    frame, slot = router.frame, router.slots.of[route.arrow.from_]
    if len(route.keys) > 2:
        key = route.keys[len(route.keys) // 2]
        slot = next(item.slot for item in router.plan.nodes if item.key == key)
        start, end = frame.slots[slot]
        middle, room = frame.at((start + end) / 2, frame.centres[key]), end - start
    elif router.is_stacked(route):
        room = frame.slots[slot][1] - frame.slots[slot][0]
    else:
        slot = min(slot, router.slots.of[route.arrow.to])
        end = frame.slots[slot][1]
        later = frame.slots[slot + 1][0] if slot + 1 < len(frame.slots) else end + frame.gaps[slot]
        room = later - end - ENDS
        within = frame.at((end + later) / 2 - (0 if frame.down else 3), 0)
        middle = (middle[0], within[1]) if frame.down else (within[0], middle[1])
    if frame.down:
        room = IN_GAP if router.is_stacked(route) else BETWEEN_ROWS
    return middle, room
