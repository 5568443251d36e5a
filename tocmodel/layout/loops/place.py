"""Loops on a page, or below a picture: rings in rows, each row centred."""

from collections.abc import Iterator, Sequence

from tocmodel.diagram.model import Diagram
from tocmodel.layout.loops.circle import SizedLoop, draw_loop, size_loop
from tocmodel.layout.palette import INK, MUTED
from tocmodel.layout.scene import Point, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, wrap
from tocmodel.layout.text_block import left
from tocmodel.wording import say

_BETWEEN = 26.0
"""Between two rings."""


def draw_loops(
    diagram: Diagram, at: Point, width: float, sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], float]:
    """Return the loops of a diagram in rows of a width, and the height of all of them.

    Args:
        diagram: the diagram; its loops are drawn.
        at: the top left corner.
        width: the width to fill; one ring alone may be wider.
        sheet: the sizes of text.
    """
    if not diagram.loops:
        return (), 0.0
    x, top = at
    groups = list(_heading(diagram, at, width, sheet))
    y = top + sheet.heading * LEADING + 12
    for row in rows([size_loop(loop, sheet) for loop in diagram.loops], width):
        height = max(one.bounds.height for one in row)
        spare = (width - sum(one.bounds.width for one in row)) / (len(row) + 1)
        place = x + max(spare, 0.0)
        for one in row:
            area = one.bounds
            centre = (round(place - area.x, 2), round(y + (height - area.height) / 2 - area.y, 2))
            groups += draw_loop(one, centre, diagram.colours, sheet)
            place += area.width + max(spare, _BETWEEN)
        y += height + _BETWEEN
    return tuple(groups), y - _BETWEEN - top


def _heading(diagram: Diagram, at: Point, width: float, sheet: Sheet) -> Iterator[SceneGroup]:
    title = left((say("loops"),), *at, sheet.heading, INK, bold=True)
    notes = wrap(diagram.loops_note, width - title[0].width - 10, sheet.small)[:1]
    beside = at[0] + title[0].width + 10
    lines = left(notes, beside, at[1] + (sheet.heading - sheet.small), sheet.small, MUTED)
    yield SceneGroup(id="loops", role="note", items=(*title, *lines))


def rows(sized: Sequence[SizedLoop], width: float) -> list[list[SizedLoop]]:
    """Return loops in as few rows as a width allows, with about as many in each."""
    found: list[list[SizedLoop]] = []
    for most in range(len(sized), 0, -1):
        found = [list(sized[start : start + most]) for start in range(0, len(sized), most)]
        even = -(-len(sized) // len(found))
        found = [list(sized[start : start + even]) for start in range(0, len(sized), even)]
        if all(_width(row) <= width for row in found):
            break
    return found


def _width(row: Sequence[SizedLoop]) -> float:
    return sum(one.bounds.width for one in row) + _BETWEEN * (len(row) - 1)
