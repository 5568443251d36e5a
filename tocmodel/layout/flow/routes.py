"""Arrows: their lines, heads, marks and words."""

from collections.abc import Iterator

from tocmodel.layout.flow.constraints import Route
from tocmodel.layout.flow.line_marks import LineMarks, place_marks
from tocmodel.layout.flow.lines import ArrowLine, make_line
from tocmodel.layout.flow.ports import Ports, Router
from tocmodel.layout.flow.tracks import Tracks
from tocmodel.layout.marks import row_of_marks
from tocmodel.layout.scene import Primitive, SceneGroup
from tocmodel.layout.symbols.arrow_style import (
    arrow_group,
    at_start,
    draft_mark,
    head,
    mark,
    number_mark,
    shaft,
)
from tocmodel.layout.symbols.arrow_words import draw_label
from tocmodel.layout.symbols.change_marks import change_mark, changed_line


def draw_arrows(router: Router, ports: Ports, tracks: Tracks) -> tuple[SceneGroup, ...]:
    """Return every arrow of the plan as a group; main ones last, on top of the others."""
    routes = router.plan.routes
    lines = [make_line(router, index, route, ports, tracks) for index, route in enumerate(routes)]
    groups = [
        _draw(router, route, line, marks)
        for route, line, marks in zip(routes, lines, place_marks(router, lines), strict=True)
    ]
    order = sorted(range(len(groups)), key=lambda i: (routes[i].arrow.main, i))
    return tuple(groups[index] for index in order)


def _draw(router: Router, route: Route, line: ArrowLine, marks: LineMarks) -> SceneGroup:
    """Return an arrow as a group, with its marks in their places."""
    stroke, arrow = route.stroke, route.arrow
    items: list[Primitive] = [
        *(changed_line(path, arrow.change) for path in shaft(stroke, line.commands)),
        *head(stroke, line.tip, line.unit),
        *_tail(route, line, marks),
        *mark(stroke, marks.sign),
        *draft_mark(stroke, marks.draft),
        *row_of_marks(arrow.evidence, marks.evidence, stroke.colour),
        *number_mark(stroke, arrow.number, marks.number),
        *change_mark(arrow.change, marks.change, stroke.colour),
        *draw_label(marks.words, marks.label, router.sheet),
    ]
    return arrow_group(arrow, items)


def _tail(route: Route, line: ArrowLine, marks: LineMarks) -> Iterator[Primitive]:
    """Yield the head and the mark at the start of an arrow that points both ways."""
    if route.stroke.tail:
        stroke = at_start(route.stroke)
        yield from head(stroke, line.start, line.start_unit)
        yield from mark(stroke, marks.tail)
