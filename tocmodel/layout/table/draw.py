"""The headings and the cells of a table as groups of a scene."""

from collections.abc import Iterator

from tocmodel.layout.palette import HEADING_INK, INK, MUTED, NEUTRAL, PAPER, RULE, Tone, tone
from tocmodel.layout.scene import Bounds, Extent, Path, Point, Primitive, SceneGroup, Text
from tocmodel.layout.shapes import rectangle, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.table.cells import MARK_ROOM, SizedCell, beside_stop, is_token, room_of_stops
from tocmodel.layout.table.column_widths import Head, shared_headings
from tocmodel.layout.table.grid import Grid
from tocmodel.layout.table.marks import draw_sign, hatch, signs_of
from tocmodel.layout.table.shades import shade_of
from tocmodel.layout.text import ASCENT, LEADING, measure, wrap
from tocmodel.layout.text_block import centred, left
from tocmodel.tables.cell_text import GAP, cell_words
from tocmodel.tables.matrix import Cell, Heading, Matrix

_SIGN = 8.0


def _bounds(across: Extent, down: Extent, origin: Point) -> Bounds:
    return Bounds(
        x=round(origin[0] + across[0], 2),
        y=round(origin[1] + down[0], 2),
        width=round(across[1] - across[0], 2),
        height=round(down[1] - down[0], 2),
    )


def draw_column_heads(
    matrix: Matrix, grid: Grid, origin: Point, sheet: Sheet
) -> Iterator[SceneGroup]:
    """Yield the heading of each column, those that columns share, and the corner."""
    across = (0.0, grid.heads[1])
    corner = _bounds(across, (grid.above[0] if grid.above else grid.top[0], grid.top[1]), origin)
    words = wrap(matrix.corner, corner.width - 2 * sheet.pad, sheet.heading, bold=True)
    items = _level(Head(title=words), corner, sheet)
    yield SceneGroup(id="corner", role="corner", title=matrix.corner, items=items, bounds=corner)
    if grid.above:
        for number, (part, first, last) in enumerate(shared_headings(matrix.columns)):
            if part:
                box = _bounds((grid.columns[first][0], grid.columns[last][1]), grid.above, origin)
                lines = wrap(part, box.width - 2 * sheet.pad, sheet.heading, bold=True)
                items = _level(Head(title=lines), box, sheet)
                yield SceneGroup(
                    id=f"columns:{number}", role="columns", title=part, items=items, bounds=box
                )
    for column, extent, head in zip(matrix.columns, grid.columns, grid.column_heads, strict=True):
        box = _bounds(extent, grid.top, origin)
        items = _rotated(head, box, sheet) if grid.rotated else _level(head, box, sheet)
        yield SceneGroup(
            id=f"heading:{column.id}",
            role="heading",
            title=column.title,
            description=column.meaning,
            items=items,
            bounds=box,
        )


def _level(head: Head, box: Bounds, sheet: Sheet) -> tuple[Primitive, ...]:
    ground = Path(commands=rounded(box, 3), fill=NEUTRAL.dark)
    x, top = box.x + sheet.pad, box.y + sheet.pad
    return (ground, *_words(head, x, top, sheet, HEADING_INK, HEADING_INK, NEUTRAL.dark))


def _rotated(head: Head, box: Bounds, sheet: Sheet) -> tuple[Primitive, ...]:
    """Words that run upwards, from the foot of the heading."""
    step = sheet.heading * LEADING
    first = box.centre[0] - len(head.title) * step / 2 + sheet.heading * ASCENT
    texts = tuple(
        Text(
            x=round(first + number * step, 2),
            y=round(box.bottom - sheet.pad, 2),
            text=words,
            size=sheet.heading,
            width=measure(words, sheet.heading, bold=True),
            colour=HEADING_INK,
            behind=NEUTRAL.dark,
            bold=True,
            rotated=True,
        )
        for number, words in enumerate(head.title)
    )
    return (Path(commands=rounded(box, 3), fill=NEUTRAL.dark), *texts)


def _words(
    head: Head, x: float, top: float, sheet: Sheet, ink: str, pale: str, ground: str
) -> list[Text]:
    title = left(head.title, x, top, sheet.heading, ink, bold=True, behind=ground)
    below = top + len(head.title) * sheet.heading * LEADING
    return [*title, *left(head.meaning, x, below, sheet.small, pale, behind=ground)]


def draw_row_heads(matrix: Matrix, grid: Grid, origin: Point, sheet: Sheet) -> Iterator[SceneGroup]:
    """Yield the heading of each row, and those that rows share."""
    if grid.groups:
        for number, (part, first, last) in enumerate(shared_headings(matrix.rows)):
            if part:
                down = (grid.rows[first][0], grid.rows[last][1])
                box = _bounds(grid.groups, down, origin)
                ground = Path(commands=rounded(box, 3), fill=NEUTRAL.dark)
                head = Head(title=grid.group_words[part])
                x, top = box.x + sheet.pad, box.y + sheet.pad
                words = _words(head, x, top, sheet, HEADING_INK, HEADING_INK, NEUTRAL.dark)
                yield SceneGroup(
                    id=f"rows:{number}", role="rows", title=part, items=(ground, *words), bounds=box
                )
    for row, extent, head in zip(matrix.rows, grid.rows, grid.row_heads, strict=True):
        box = _bounds(grid.heads, extent, origin)
        shade = _shade_of_row(row)
        ground = Path(commands=rounded(box, 3), fill=shade.pale)
        top = box.y + sheet.pad
        if not grid.cells:
            top = box.centre[1] - head.height(sheet) / 2
        words = _words(head, box.x + sheet.pad, top, sheet, shade.dark, MUTED, shade.pale)
        yield SceneGroup(
            id=f"row:{row.id}",
            role="row",
            title=row.title,
            description=row.meaning,
            items=(ground, *words),
            bounds=box,
        )


def _shade_of_row(row: Heading) -> Tone:
    """The colours of a stage if the row is one, such as a cycle of value."""
    return tone(row.id, ())


def draw_cells(matrix: Matrix, grid: Grid, origin: Point, sheet: Sheet) -> Iterator[SceneGroup]:
    """Yield every cell of a table, row by row, including those without words."""
    descriptions = cell_words(matrix)
    signs = signs_of([item.key for item in matrix.legend])
    most = max((cell.weight for cell in matrix.cells), default=0)
    for row, down in zip(matrix.rows, grid.rows, strict=True):
        for column, across in zip(matrix.columns, grid.columns, strict=True):
            place = (row.id, column.id)
            box = _bounds(across, down, origin)
            cell = matrix.by_place.get(place)
            if matrix.heat and cell is not None:
                items = _shaded(cell, box, most, sheet)
            elif place in grid.cells:
                items = _written(grid.cells[place], box, signs, sheet)
            else:
                items = (Path(commands=rectangle(box), fill=NEUTRAL.pale),)
            words = "; ".join(descriptions.get(place, ()))
            yield SceneGroup(
                id=f"cell:{row.id}:{column.id}",
                role="cell",
                title=f"{row.title}, {column.title}: {words}" if words else "",
                items=items,
                bounds=box,
            )


def _shaded(cell: Cell, box: Bounds, most: int, sheet: Sheet) -> tuple[Primitive, ...]:
    x, top = box.centre[0], box.centre[1] - sheet.text * LEADING / 2
    if cell.weight:
        fill, ink = shade_of(cell.weight, most)
        words = " ".join(cell.texts) or str(cell.weight)
        ground = Path(commands=rectangle(box), fill=fill, stroke=RULE, stroke_width=0.6)
        lines = wrap(words, box.width - 4, sheet.text, bold=True)
        top = box.centre[1] - len(lines) * sheet.text * LEADING / 2
        return (ground, *centred(lines, x, top, sheet.text, ink, bold=True, behind=fill))
    ground = Path(commands=rectangle(box), fill=PAPER, stroke=RULE, stroke_width=0.6)
    width = min(measure(GAP, sheet.text, bold=True) + 6, box.width)
    label = Bounds(x=x - width / 2, y=top, width=width, height=sheet.text * LEADING)
    return (
        ground,
        *hatch(box, RULE),
        Path(commands=rounded(label, 3), fill=PAPER),
        *centred((GAP,), x, top, sheet.text, INK, bold=True),
    )


def _written(
    cell: SizedCell, box: Bounds, signs: dict[str, str], sheet: Sheet
) -> tuple[Primitive, ...]:
    items: list[Primitive] = [
        Path(commands=rectangle(box), fill=PAPER, stroke=RULE, stroke_width=0.8)
    ]
    if is_token([line.entry for line in cell.lines]):
        return (*items, *_in_the_middle(cell, box, signs, sheet))
    stops = room_of_stops(line.entry for line in cell.lines)
    for line in cell.lines:
        top = box.y + sheet.pad + line.top
        if line.entry.stops:
            top += beside_stop(sheet)
        x = box.x + sheet.pad + stops
        if line.entry.mark:
            centre = (x + _SIGN / 2, top + sheet.text * LEADING / 2)
            items += draw_sign(signs.get(line.entry.mark, "disc"), centre, _SIGN, NEUTRAL.dark)
        text_x = box.x + sheet.pad + cell.inset
        items += left(line.words, text_x, top, sheet.text, INK)
    return tuple(items)


def _in_the_middle(
    cell: SizedCell, box: Bounds, signs: dict[str, str], sheet: Sheet
) -> Iterator[Primitive]:
    """Symbols and short words side by side in the middle of a cell."""
    for number, line in enumerate(cell.lines):
        x = box.centre[0] + (number - (len(cell.lines) - 1) / 2) * MARK_ROOM
        if line.entry.only_a_mark:
            sign = signs.get(line.entry.mark, "disc")
            yield from draw_sign(sign, (x, box.centre[1]), 9.0, NEUTRAL.dark)
        else:
            top = box.centre[1] - sheet.text * LEADING / 2
            yield from centred((line.entry.text,), x, top, sheet.text, INK)
