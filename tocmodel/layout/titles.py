"""The title above a picture, and the note below it."""

from tocmodel.diagram.model import Diagram
from tocmodel.layout.palette import INK, MUTED, RULE
from tocmodel.layout.scene import Path, Primitive, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, wrap
from tocmodel.layout.text_block import left
from tocmodel.tables.matrix import Matrix
from tocmodel.tables.trends import Trends


def draw_title(
    diagram: Diagram | Matrix | Trends, x: float, y: float, width: float, sheet: Sheet
) -> tuple[SceneGroup, float]:
    """Return the title and the subtitle, and their height."""
    lines = wrap(diagram.title, width, sheet.title, bold=True)
    items: list[Primitive] = [*left(lines, x, y, sheet.title, INK, bold=True)]
    height = len(lines) * sheet.title * LEADING
    if diagram.subtitle:
        small = wrap(diagram.subtitle, width, sheet.heading)
        items += left(small, x, y + height + 2, sheet.heading, MUTED)
        height += 2 + len(small) * sheet.heading * LEADING
    return SceneGroup(id="title", role="title", title="", items=tuple(items)), height


def draw_note(
    diagram: Diagram | Matrix, x: float, y: float, width: float, sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], float]:
    """Return the line of sources and revision, under a rule, and its height."""
    lines = wrap(diagram.note, width, sheet.small)
    if not lines:
        return (), 0.0
    rule = Path(commands=(("M", (x, y)), ("L", (x + width, y))), stroke=RULE, stroke_width=0.75)
    words = left(lines, x, y + 4, sheet.small, MUTED)
    group = SceneGroup(id="note", role="note", items=(rule, *words))
    return (group,), 4 + len(lines) * sheet.small * LEADING
