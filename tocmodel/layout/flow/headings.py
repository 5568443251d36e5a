"""The bands of the columns, each with its heading above it, or beside it in rows."""

from collections.abc import Mapping

from tocmodel.diagram.model import Column, Diagram
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.palette import HEADING_INK, NEUTRAL, Tone, tone
from tocmodel.layout.scene import Bounds, Path, PathCommand, Primitive, SceneGroup
from tocmodel.layout.shapes import polygon, rectangle, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.icons import with_icons
from tocmodel.layout.text import LEADING, wrap
from tocmodel.layout.text_block import centred

HEADING_SIDE = 108.0
"""The width of headings beside their rows."""
HEADING_GAP = 5.0
"""Between a heading and its band."""
_POINT = 7.0
HEADING_INSET = 2 * _POINT + 8
"""The room at both sides of a heading's words."""


def heading_words(columns: tuple[Column, ...]) -> dict[str, str]:
    """Return the words of each heading, with a number if several have an order.

    A single column needs no heading: the title of the picture says what it shows.

    >>> applied = Column(id="applied", title="Applied value")
    >>> beside = Column(id="orienting", title="Orienting value", ordered=False)
    >>> heading_words((applied, beside))
    {'applied': 'Applied value', 'orienting': 'Orienting value'}
    """
    if len(columns) == 1:
        return {columns[0].id: ""}
    ordered = [column.id for column in columns if column.ordered]
    if len(ordered) < 2:
        return {column.id: column.title for column in columns}
    number = {id_: f"{place}.\u00a0" for place, id_ in enumerate(ordered, 1)}
    return {column.id: number.get(column.id, "") + column.title for column in columns}


def heading_lines(
    columns: tuple[Column, ...], widths: Mapping[str, float], sheet: Sheet
) -> dict[str, tuple[str, ...]]:
    """Return the words of each heading, wrapped to its width."""
    return {
        id_: wrap(words, widths[id_] - HEADING_INSET, sheet.heading, bold=True) if words else ()
        for id_, words in heading_words(columns).items()
    }


def heading_height(lines: Mapping[str, tuple[str, ...]], sheet: Sheet) -> float:
    """Return the height that the row of headings needs; none without any words."""
    most = max(len(words) for words in lines.values())
    return most * sheet.heading * LEADING + (8 if sheet.tight else 12) if most else 0.0


def _tone_of(column: str, diagram: Diagram) -> Tone:
    """Return the colours of a band: its stage's if boxes are coloured by stage, otherwise grey."""
    if not diagram.colours or column in diagram.colours:
        return tone(column, diagram.colours)
    return NEUTRAL


def draw_bands(
    diagram: Diagram, columns: tuple[Column, ...], frame: Frame, heading: float, sheet: Sheet
) -> tuple[SceneGroup, ...]:
    """Return the bands of the columns, each with its heading."""
    groups = []
    down = frame.down
    start, end = frame.across
    widths = {
        c.id: heading if down else frame.bands[c.id][1] - frame.bands[c.id][0] for c in columns
    }
    lines = heading_lines(columns, widths, sheet)
    for column in columns:
        extent = frame.bands[column.id]
        shade = _tone_of(column.id, diagram)
        band = frame.bounds(extent, (start, end))
        head = frame.bounds(extent, (start - HEADING_GAP - heading, start - HEADING_GAP))
        last = column is columns[-1] or not column.ordered
        outline = (
            rounded(head, 4)
            if down
            else _chevron(head, 0.0 if last else min(_POINT, 0.4 * (sheet.gap - 2 * sheet.pad)))
        )
        height = len(lines[column.id]) * sheet.heading * LEADING
        words = centred(
            lines[column.id],
            head.centre[0],
            head.centre[1] - height / 2,
            sheet.heading,
            HEADING_INK,
            bold=True,
            behind=shade.dark,
        )
        items: tuple[Primitive, ...] = (
            Path(commands=rounded(band, 4), fill=shade.pale),
            *([Path(commands=outline, fill=shade.dark)] if words else ()),
            *words,
        )
        groups.append(
            SceneGroup(
                id=f"column:{column.id}",
                role="column",
                title=column.title,
                items=items,
                bounds=band,
            )
        )
    return with_icons(groups) if diagram.icons else tuple(groups)


def _chevron(box: Bounds, point: float) -> tuple[PathCommand, ...]:
    """A heading that points on to the next one; the last one does not."""
    if not point:
        return rectangle(box)
    middle = box.centre[1]
    return polygon(
        (
            (box.x, box.y),
            (box.right, box.y),
            (box.right + point, middle),
            (box.right, box.bottom),
            (box.x, box.bottom),
        )
    )
