"""Elements without a link: their names in columns below the picture, and no boxes."""

from collections.abc import Mapping, Sequence

from tocmodel.diagram.model import Box, Diagram
from tocmodel.diagram.phrases import noun_of
from tocmodel.layout.palette import INK, tone
from tocmodel.layout.scene import Bounds, Path, SceneGroup
from tocmodel.layout.shapes import circle
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import left

_COLUMN = 150.0
_DOT = 9.0
_BETWEEN = 2.5
"""Between two names, one below the other."""


def draw_unlinked(
    boxes: Sequence[Box], diagram: Diagram, area: Bounds, sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], float]:
    """Return the names of boxes in columns, a group each, and the height of all.

    Args:
        boxes: those without an arrow.
        diagram: their diagram.
        area: where they go; its height does not count.
        sheet: the sizes of text.
    """
    if not boxes:
        return (), 0.0
    lead = sheet.small * LEADING
    heading = left((diagram.unlinked_heading,), area.x, area.y, sheet.small, INK, bold=True)
    groups = [SceneGroup(id="unlinked", role="note", items=tuple(heading))]
    columns = max(1, int(area.width // _COLUMN))
    room = area.width / columns - _DOT - 8
    stages = {column.id: column.title for column in diagram.columns if diagram.layout == "stages"}
    wrapped = [wrap(_with_stage(box, stages), room, sheet.small) or (box.id,) for box in boxes]
    each = -(-sum(len(lines) for lines in wrapped) // columns)
    column, used, below, lowest = 0, 0, 0.0, 0.0
    for box, lines in zip(boxes, wrapped, strict=True):
        if used and used + len(lines) > each and column < columns - 1:
            column, used, below = column + 1, 0, 0.0
        x = area.x + column * area.width / columns
        groups.append(_name(box, lines, (x, area.y + lead + 3 + below), diagram, sheet))
        used += len(lines)
        below += len(lines) * lead + _BETWEEN
        lowest = max(lowest, below)
    return tuple(groups), lead + 3 + lowest


def _with_stage(box: Box, stages: Mapping[str, str]) -> str:
    """The name of a box, with the heading of the column that it would be in."""
    stage = stages.get(box.column, "")
    return f"{box.text or box.id} ({stage})" if stage else box.text or box.id


def _name(
    box: Box, lines: tuple[str, ...], at: tuple[float, float], diagram: Diagram, sheet: Sheet
) -> SceneGroup:
    x, y = at
    dot = circle(x + 4, y + sheet.small * LEADING / 2, 2.2)
    shade = tone(box.colour or box.column, diagram.colours)
    words = left(lines, x + _DOT, y, sheet.small, INK)
    wide = max(measure(line, sheet.small) for line in lines) + _DOT + 4
    bounds = Bounds(
        x=x - 2,
        y=round(y - 1, 2),
        width=round(wide, 2),
        height=round(len(lines) * sheet.small * LEADING + 2.5, 2),
    )
    return SceneGroup(
        id=f"box:{box.id}",
        role="box",
        title=f"{noun_of(box.kind)}: {box.text or box.id}",
        description=box.description,
        items=(Path(commands=dot, fill=shade.dark), *words),
        bounds=bounds,
        kind=box.kind,
    )
