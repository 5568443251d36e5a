"""The key to the numbers on a picture: in columns below it, or on a page of its own."""

from attrs import evolve

from tocmodel.diagram.model import Diagram, KeyEntry
from tocmodel.layout.palette import INK
from tocmodel.layout.scene import Point, Primitive, Scene, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import left
from tocmodel.layout.titles import draw_title

_COLUMN = 260.0
"""About how wide a column is."""
_BETWEEN = 18.0
_AFTER = 3.0
"""Below an entry."""


def draw_key(
    diagram: Diagram, at: Point, width: float, sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], float]:
    """Return the key of a diagram from a point on, and its height; nothing if it is apart."""
    if not diagram.key or sheet.key_apart:
        return (), 0.0
    count = max(1, round(width / _COLUMN))
    column = (width - (count - 1) * _BETWEEN) / count
    number = max(measure(f"{entry.number}.", sheet.small) for entry in diagram.key) + 6
    leading = sheet.small * LEADING
    wrapped = [wrap(entry.text, column - number, sheet.small) or ("",) for entry in diagram.key]
    heights = [len(lines) * leading + _AFTER for lines in wrapped]
    goal = max(sum(heights) / count, *heights)
    groups: list[SceneGroup] = []
    place, top, highest = 0, 0.0, 0.0
    for entry, lines, height in zip(diagram.key, wrapped, heights, strict=True):
        if top and top + height / 2 > goal and place < count - 1:
            place, top = place + 1, 0.0
        x, y = at[0] + place * (column + _BETWEEN), at[1] + top
        groups.append(_entry(entry, lines, (x, y), number, sheet))
        top += height
        highest = max(highest, top)
    return tuple(groups), highest


def _entry(
    entry: KeyEntry, lines: tuple[str, ...], at: Point, number: float, sheet: Sheet
) -> SceneGroup:
    items: list[Primitive] = [
        *left((f"{entry.number}.",), at[0], at[1], sheet.small, INK, bold=True),
        *left(lines, at[0] + number, at[1], sheet.small, INK),
    ]
    return SceneGroup(id=f"key:{entry.number}", role="key", items=tuple(items))


def key_page(diagram: Diagram, sheet: Sheet) -> Scene:
    """Return the key on a page of its own, as high as it needs."""
    sheet = evolve(sheet, key_apart=False)
    inner = sheet.width - 2 * sheet.margin
    title, high = draw_title(diagram, sheet.margin, sheet.margin, inner, sheet)
    top = sheet.margin + high + 12
    groups, height = draw_key(diagram, (sheet.margin, top), inner, sheet)
    bottom = round(top + height + sheet.margin, 2)
    return Scene(
        width=sheet.width,
        height=bottom,
        page=sheet.page if bottom <= sheet.height else "",
        title=diagram.title,
        language=diagram.language,
        date=diagram.date,
        groups=(title, *groups),
    )
