"""The ceiling of accountability: a dashed line after its column, and its words."""

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.flow.headings import HEADING_GAP
from tocmodel.layout.palette import MUTED
from tocmodel.layout.scene import SceneGroup, Text
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.diagram_legend import ceiling_line
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import left

_CEILING = "Ceiling of accountability"


def draw_ceiling(
    diagram: Diagram, frame: Frame, heading: float, sheet: Sheet
) -> tuple[SceneGroup, ...]:
    """Return the ceiling of accountability: a dashed line after its column, and its words."""
    if diagram.ceiling not in frame.bands:
        return ()
    at = _ceiling_place(diagram.ceiling, frame)
    start, end = frame.across[0] - HEADING_GAP - heading - 4, frame.across[1] + 4
    if frame.down:
        start = frame.across[0]
    line = ceiling_line((frame.at(at, start), frame.at(at, end)))
    lines, x = ceiling_words(diagram, frame, sheet)
    y = frame.at(at, start)[1] - 2 - len(lines) * sheet.small * LEADING
    words = left(lines, x, y, sheet.small, MUTED, bold=True)
    title = diagram.ceiling_label or _CEILING
    return (SceneGroup(id="ceiling", role="ceiling", title=title, items=(line, *words)),)


def ceiling_of(diagram: Diagram, frame: Frame) -> float | None:
    """Return where the line of the ceiling is on the page, along; nothing without a ceiling."""
    if diagram.ceiling not in frame.bands:
        return None
    return frame.at(_ceiling_place(diagram.ceiling, frame), 0)[1 if frame.down else 0]


def ceiling_words(diagram: Diagram, frame: Frame, sheet: Sheet) -> tuple[tuple[str, ...], float]:
    """Return the words of the ceiling, and the x at which they start."""
    words = diagram.ceiling_label or _CEILING
    if frame.down:
        room = frame.across[1] - frame.across[0]
        return wrap(words, room, sheet.small, bold=True), frame.at(0, frame.across[0])[0] + 2
    first, last = (frame.at(edge, 0)[0] for edge in frame.along)
    lines = wrap(words, max((last - first) / 2, 150.0), sheet.small, bold=True)
    width = max((measure(line, sheet.small, bold=True) for line in lines), default=0.0)
    middle = frame.at(_ceiling_place(diagram.ceiling, frame), 0)[0]
    return lines, max(min(middle - width / 2, last - width), first)


def _ceiling_place(column: str, frame: Frame) -> float:
    _, end = frame.bands[column]
    later = [start for start, _ in frame.bands.values() if start > end]
    if not later:
        return end + 6
    # Beside rows, the words are between the line and the row above it.
    return end + (min(later) - end) * (0.7 if frame.down else 0.5)


def ceiling_height(diagram: Diagram, frame: Frame, sheet: Sheet, title: SceneGroup) -> float:
    """Return the room above the headings that the words of the ceiling need.

    They need none if the title ends to the left of them: they are then beside it.
    """
    if diagram.ceiling not in frame.bands or frame.down:
        return 0.0
    lines, start = ceiling_words(diagram, frame, sheet)
    texts = [item for item in title.items if isinstance(item, Text)]
    if len(lines) == 1 and all(text.left + text.width + 24 < start for text in texts):
        return 2.0
    return len(lines) * sheet.small * LEADING + 8
