"""The words of an arrow: how they wrap, the room they need, and how they are drawn."""

from collections.abc import Sequence

from tocmodel.diagram.model import Arrow
from tocmodel.layout.palette import MUTED, PAPER
from tocmodel.layout.scene import Bounds, Path, Point, Primitive
from tocmodel.layout.shapes import rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import centred

_AROUND = 4.0


def label_lines(arrow: Arrow, room: float, sheet: Sheet) -> tuple[str, ...]:
    """Return the lines of an arrow's words; none if it has only white space."""
    return wrap(arrow.label, room, sheet.small)


def label_size(lines: Sequence[str], sheet: Sheet) -> tuple[float, float]:
    """Return the room that some lines take, with a little around them; zero for no lines."""
    if not lines:
        return 0.0, 0.0
    width = max(measure(line, sheet.small) for line in lines)
    return width + 2 * _AROUND, len(lines) * sheet.small * LEADING + _AROUND


def draw_label(lines: Sequence[str], middle: Point, sheet: Sheet) -> list[Primitive]:
    """Return lines round a point, on a white ground so that no line runs through them."""
    if not lines:
        return []
    width, height = label_size(lines, sheet)
    x, y = middle
    ground = Bounds(x=x - width / 2 + 2, y=y - height / 2 + 1, width=width - 4, height=height - 2)
    top = y - len(lines) * sheet.small * LEADING / 2
    words = centred(tuple(lines), x, top, sheet.small, MUTED)
    return [Path(commands=rounded(ground, 3), fill=PAPER), *words]
