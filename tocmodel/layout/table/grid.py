"""The grid of a table: the sizes and positions of its columns and rows."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from tocmodel.layout.scene import Extent
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.table.cells import SizedCell, size_cell
from tocmodel.layout.table.column_widths import (
    Head,
    group_width_of,
    head_width_of,
    is_rotated,
    make_head,
    shared_headings,
    widths_of,
)
from tocmodel.layout.table.thread_routes import ThreadRoutes
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.tables.cell_lines import CellKey, CellLine
from tocmodel.tables.matrix import Matrix

TRACK = 5.0
"""From one line of a thread to the next beside it."""
LEAD = 7.0
"""From a line of a thread to the cell beside it."""


@frozen(kw_only=True)
class Grid:
    """The positions of everything in a table, from its top left corner.

    Attributes:
        groups: the extent of the column of headings that rows share; ``None`` without any.
        heads: the extent of the headings of rows.
        columns: the extent of each column, across.
        rows: the extent of each row, downwards.
        above: the extent of the headings that columns share; ``None`` without any.
        top: the extent of the headings of columns.
        rotated: the headings of columns run upwards.
        row_heads, column_heads: their words.
        group_words: the words of headings that rows share, wrapped.
        cells: the cells that have words.
    """

    groups: Extent | None
    heads: Extent
    columns: tuple[Extent, ...]
    rows: tuple[Extent, ...]
    above: Extent | None
    top: Extent
    rotated: bool
    row_heads: tuple[Head, ...]
    column_heads: tuple[Head, ...]
    group_words: Mapping[str, tuple[str, ...]]
    cells: Mapping[CellKey, SizedCell]

    @property
    def width(self) -> float:
        """The width of the table."""
        return self.columns[-1][1] if self.columns else self.heads[1]

    @property
    def height(self) -> float:
        """The height of the table."""
        return self.rows[-1][1] if self.rows else self.top[1]


def make_grid(
    matrix: Matrix,
    lines: Mapping[CellKey, Sequence[CellLine]],
    routes: ThreadRoutes,
    sheet: Sheet,
) -> Grid | None:
    """Return the grid of a matrix on a sheet; nothing if its columns are too wide for it.

    Row headings are at most as wide as the sheet's ``lane_side``, and column headings that run
    upwards at most as long as its ``widest``.
    """
    pad = sheet.pad
    group_width = group_width_of(matrix, sheet)
    head_width = head_width_of(matrix, sheet)
    before = (group_width + sheet.gap if group_width else 0.0) + head_width
    strips = [sheet.gap + (TRACK * count + LEAD if count else 0.0) for count in routes.beside]
    room = sheet.width - 2 * sheet.margin - before - sum(strips)
    rotated = is_rotated(matrix, lines, room, sheet)
    widths = widths_of(matrix, lines, room, sheet, rotated=rotated)
    if widths is None:
        return None
    columns, at = [], before
    for strip, width in zip(strips, widths, strict=True):
        columns.append((at + strip, at + strip + width))
        at += strip + width
    heads = tuple(
        make_head(
            column, (sheet.widest if rotated else width) - 2 * pad, sheet, meaning=not rotated
        )
        for column, width in zip(matrix.columns, widths, strict=True)
    )
    above, top = _tops(matrix, heads, columns, sheet, rotated=rotated)
    cells = {
        (row.id, column.id): size_cell(lines[row.id, column.id], width - 2 * pad, sheet)
        for column, width in zip(matrix.columns, widths, strict=True)
        for row in matrix.rows
        if (row.id, column.id) in lines
    }
    row_heads = tuple(make_head(row, head_width - 2 * pad, sheet) for row in matrix.rows)
    words = {
        part: wrap(part, group_width - 2 * pad, sheet.heading, bold=True)
        for part, _, _ in shared_headings(matrix.rows)
        if part
    }
    rows = _rows(matrix, cells, row_heads, words, routes, top[1], sheet)
    start = group_width + sheet.gap if group_width else 0.0
    return Grid(
        groups=(0.0, group_width) if group_width else None,
        heads=(start, start + head_width),
        columns=tuple(columns),
        rows=tuple(rows),
        above=above,
        top=top,
        rotated=rotated,
        row_heads=row_heads,
        column_heads=heads,
        group_words=words,
        cells=cells,
    )


def _tops(
    matrix: Matrix,
    heads: Sequence[Head],
    columns: Sequence[Extent],
    sheet: Sheet,
    *,
    rotated: bool,
) -> tuple[Extent | None, Extent]:
    """The extents of the headings of columns, those that columns share above them."""
    pad = sheet.pad
    at, above = 0.0, None
    if any(column.part_of for column in matrix.columns):
        counts = [
            len(
                wrap(
                    words, columns[last][1] - columns[first][0] - 2 * pad, sheet.heading, bold=True
                )
            )
            for words, first, last in shared_headings(matrix.columns)
        ]
        at = max(counts) * sheet.heading * LEADING + 2 * pad
        above, at = (0.0, at), at + sheet.gap
    if rotated:
        longest = max(
            measure(line, sheet.heading, bold=True) for head in heads for line in head.title
        )
        return above, (at, at + longest + 2 * pad + 2)
    corner = len(wrap(matrix.corner, sheet.lane_side, sheet.heading, bold=True)) * sheet.heading
    height = max([corner * LEADING, *(head.height(sheet) for head in heads)])
    return above, (at, at + height + 2 * pad)


def _rows(
    matrix: Matrix,
    cells: Mapping[CellKey, SizedCell],
    heads: Sequence[Head],
    words: Mapping[str, tuple[str, ...]],
    routes: ThreadRoutes,
    start: float,
    sheet: Sheet,
) -> list[Extent]:
    heights = [
        max(
            sheet.text * LEADING,
            head.height(sheet),
            *(cells[row.id, c.id].height for c in matrix.columns if (row.id, c.id) in cells),
        )
        + 2 * sheet.pad
        for row, head in zip(matrix.rows, heads, strict=True)
    ]
    for part, first, last in shared_headings(matrix.rows):
        needed = len(words.get(part, ())) * sheet.heading * LEADING + 2 * sheet.pad
        short = needed - sum(heights[first : last + 1]) - sheet.gap * (last - first)
        heights[last] += max(short, 0.0)
    rows, at = [], start
    for number, height in enumerate(heights):
        at += sheet.gap + TRACK * routes.above[number]
        rows.append((at, at + height))
        at += height
    return rows
