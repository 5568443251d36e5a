"""The grid of a table: how wide its columns and how high its rows are, and where they lie."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from math import ceil

from tocmodel.diagram.matrix import Heading, Matrix
from tocmodel.diagram.matrix_entries import Entry, Place
from tocmodel.layout.matrix_cells import SizedCell, cell_height, is_token, narrowest, size_cell
from tocmodel.layout.matrix_routes import Routes
from tocmodel.layout.sharing import give_to_long_words, share_out
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.values import frozen

TRACK = 5.0
"""From one line of a thread to the next beside it."""
LEAD = 7.0
"""From a line of a thread to the cell beside it."""
_WIDEST_GROUP = 96.0
_WIDEST_WORDS = 240.0
_WIDEST_COUNTS = 116.0
_MOST_SHARED = 14
_MOST_LEVEL = 10

Extent = tuple[float, float]


@frozen(kw_only=True)
class Head:
    """The words of a heading: its title, and below it what it means."""

    title: tuple[str, ...]
    meaning: tuple[str, ...] = ()

    def height(self, sheet: Sheet) -> float:
        """How high its words are."""
        return (len(self.title) * sheet.heading + len(self.meaning) * sheet.small) * LEADING


@frozen(kw_only=True)
class Grid:
    """Where everything of a table lies, from its top left corner.

    Attributes:
        groups: the extent of the column of headings that rows share; ``None`` without any.
        heads: the extent of the headings of rows.
        columns: the extent of each column, across.
        rows: the extent of each row, downwards.
        above: the extent of the headings that columns share; ``None`` without any.
        top: the extent of the headings of columns.
        turned: the headings of columns run upwards.
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
    turned: bool
    row_heads: tuple[Head, ...]
    column_heads: tuple[Head, ...]
    group_words: Mapping[str, tuple[str, ...]]
    cells: Mapping[Place, SizedCell]

    @property
    def width(self) -> float:
        """How wide the table is."""
        return self.columns[-1][1] if self.columns else self.heads[1]

    @property
    def height(self) -> float:
        """How high the table is."""
        return self.rows[-1][1] if self.rows else self.top[1]


def runs(headings: Sequence[Heading]) -> list[tuple[str, int, int]]:
    """Return the words that neighbours share, with the first and the last that share them.

    >>> one, two = Heading(id="a", title="A", part_of="x"), Heading(id="b", title="B", part_of="x")
    >>> runs([one, two, Heading(id="c", title="C")])
    [('x', 0, 1), ('', 2, 2)]
    """
    found: list[tuple[str, int, int]] = []
    at = 0
    for words, members in groupby(headings, key=lambda heading: heading.part_of):
        count = len(list(members))
        found.append((words, at, at + count - 1))
        at += count
    return found


def make_grid(
    matrix: Matrix,
    lines: Mapping[Place, Sequence[Entry]],
    routes: Routes,
    sheet: Sheet,
) -> Grid | None:
    """Return the grid of a matrix on a sheet; nothing where its columns are too wide for it.

    The headings of rows are at most as wide as the sheet's ``lane_side``, and those of columns that
    run upwards at most as long as its ``widest``.
    """
    pad = sheet.pad
    group_width = _group_width(matrix, sheet)
    head_width = _head_width(matrix, sheet)
    before = (group_width + sheet.gap if group_width else 0.0) + head_width
    strips = [sheet.gap + (TRACK * count + LEAD if count else 0.0) for count in routes.beside]
    room = sheet.width - 2 * sheet.margin - before - sum(strips)
    turned = _is_turned(matrix, lines, room, sheet)
    widths = _widths(matrix, lines, room, sheet, turned=turned)
    if widths is None:
        return None
    columns, at = [], before
    for strip, width in zip(strips, widths, strict=True):
        columns.append((at + strip, at + strip + width))
        at += strip + width
    heads = tuple(
        _head(column, (sheet.widest if turned else width) - 2 * pad, sheet, meaning=not turned)
        for column, width in zip(matrix.columns, widths, strict=True)
    )
    above, top = _tops(matrix, heads, columns, sheet, turned=turned)
    cells = {
        (row.id, column.id): size_cell(lines[row.id, column.id], width - 2 * pad, sheet)
        for column, width in zip(matrix.columns, widths, strict=True)
        for row in matrix.rows
        if (row.id, column.id) in lines
    }
    row_heads = tuple(_head(row, head_width - 2 * pad, sheet) for row in matrix.rows)
    words = {
        part: wrap(part, group_width - 2 * pad, sheet.heading, bold=True)
        for part, _, _ in runs(matrix.rows)
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
        turned=turned,
        row_heads=row_heads,
        column_heads=heads,
        group_words=words,
        cells=cells,
    )


def _group_width(matrix: Matrix, sheet: Sheet) -> float:
    words = [row.part_of for row in matrix.rows if row.part_of]
    if not words:
        return 0.0
    natural = max(measure(part, sheet.heading, bold=True) for part in words)
    longest = max(_longest(part, sheet.heading) for part in words)
    return 2 * ceil(max(min(natural, _WIDEST_GROUP), longest) / 2 + sheet.pad) + 2


def _head_width(matrix: Matrix, sheet: Sheet) -> float:
    words = [matrix.corner, *(row.title for row in matrix.rows)]
    natural = max(measure(title, sheet.heading, bold=True) for title in words)
    if not sheet.tight and any(row.meaning for row in matrix.rows):
        natural = max(natural, 112.0)
    longest = max(_longest(title, sheet.heading) for title in words)
    return 2 * ceil(max(min(natural, sheet.lane_side), longest) / 2 + sheet.pad) + 2


def _longest(text: str, size: float) -> float:
    return max((measure(word, size, bold=True) for word in text.split()), default=0.0)


def _head(heading: Heading, width: float, sheet: Sheet, *, meaning: bool = True) -> Head:
    shown = meaning and not sheet.tight
    return Head(
        title=wrap(heading.title or heading.id, width, sheet.heading, bold=True),
        meaning=wrap(heading.meaning, width, sheet.small) if shown else (),
    )


def _is_turned(
    matrix: Matrix, lines: Mapping[Place, Sequence[Entry]], room: float, sheet: Sheet
) -> bool:
    """Whether headings run upwards: over many columns that hold no more than a sign each."""
    if not all(is_token(found) for found in lines.values()):
        return False
    level = sum(_longest(c.title, sheet.heading) + 2 * sheet.pad + 1 for c in matrix.columns)
    return len(matrix.columns) > _MOST_LEVEL or level > room


def _widths(
    matrix: Matrix,
    lines: Mapping[Place, Sequence[Entry]],
    room: float,
    sheet: Sheet,
    *,
    turned: bool,
) -> list[float] | None:
    if not matrix.columns:
        return []
    if turned:
        return _turned_widths(matrix, room, sheet)
    least = [
        max(
            _longest(column.title or column.id, sheet.heading),
            0.0 if sheet.tight else _longest(column.meaning, sheet.small),
            *(narrowest(lines.get((row.id, column.id), ()), sheet) for row in matrix.rows),
        )
        + 2 * sheet.pad
        + 1
        for column in matrix.columns
    ]
    if not sheet.page:
        return [max(width, _WIDEST_WORDS / 2) for width in least]
    if sum(least) > room:
        return None
    counts = all(is_token(found) for found in lines.values())
    widest = _WIDEST_COUNTS if counts else _WIDEST_WORDS
    widths = _start(matrix, lines, least, min(room, widest * len(least)))
    give_to_long_words(widths, least)
    if not counts and len(widths) <= _MOST_SHARED:
        share_out(widths, _Heights(matrix, lines, sheet).of, least)
    return widths


def _start(
    matrix: Matrix, lines: Mapping[Place, Sequence[Entry]], least: Sequence[float], room: float
) -> list[float]:
    """Share the room out evenly, but for columns in which nothing stands."""
    used = [
        any((row.id, column.id) in lines for row in matrix.rows) or matrix.heat
        for column in matrix.columns
    ]
    if not any(used):
        used = [True] * len(used)
    spare = room - sum(width for width, full in zip(least, used, strict=True) if not full)
    even = min(spare / sum(used), _WIDEST_WORDS) // 2 * 2
    return [even if full else width for width, full in zip(least, used, strict=True)]


def _turned_widths(matrix: Matrix, room: float, sheet: Sheet) -> list[float] | None:
    """Each as wide as the lines of its heading; wider where there is room."""
    least = []
    for column in matrix.columns:
        count = len(
            wrap(column.title or column.id, sheet.widest - 2 * sheet.pad, sheet.heading, bold=True)
        )
        least.append(max(20.0, 2 * ceil((count * sheet.heading * LEADING + 7) / 2)))
    for words, first, last in runs(matrix.columns):
        short = _longest(words, sheet.heading) + 2 * sheet.pad - sum(least[first : last + 1])
        if short > 0:
            least[last] += 2 * ceil(short / 2)
    if sheet.page and sum(least) > room:
        return None
    spare = (room - sum(least)) / len(least) if sheet.page else 0.0
    return [width + min(spare, 8.0) // 2 * 2 for width in least]


class _Heights:
    """Tells how high a table gets at some widths; it remembers each cell."""

    def __init__(
        self, matrix: Matrix, lines: Mapping[Place, Sequence[Entry]], sheet: Sheet
    ) -> None:
        self._rows = [
            [lines.get((row.id, column.id), ()) for column in matrix.columns] for row in matrix.rows
        ]
        self._heads = matrix.columns
        self._sheet = sheet
        self._known: dict[tuple[int, int, float], float] = {}

    def of(self, widths: Sequence[float]) -> tuple[float, float]:
        """The height of all rows, and to break ties that of all cells."""
        heights = [
            [self._cell(row, column, width) for column, width in enumerate(widths)]
            for row in range(-1, len(self._rows))
        ]
        return sum(max(row) for row in heights), sum(sum(row) for row in heights)

    def _cell(self, row: int, column: int, width: float) -> float:
        key = (row, column, width)
        if key not in self._known:
            inner = width - 2 * self._sheet.pad
            if row < 0:
                self._known[key] = _head(self._heads[column], inner, self._sheet).height(
                    self._sheet
                )
            else:
                self._known[key] = cell_height(self._rows[row][column], inner, self._sheet)
        return self._known[key]


def _tops(
    matrix: Matrix,
    heads: Sequence[Head],
    columns: Sequence[Extent],
    sheet: Sheet,
    *,
    turned: bool,
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
            for words, first, last in runs(matrix.columns)
        ]
        at = max(counts) * sheet.heading * LEADING + 2 * pad
        above, at = (0.0, at), at + sheet.gap
    if turned:
        longest = max(
            measure(line, sheet.heading, bold=True) for head in heads for line in head.title
        )
        return above, (at, at + longest + 2 * pad + 2)
    corner = len(wrap(matrix.corner, sheet.lane_side, sheet.heading, bold=True)) * sheet.heading
    height = max([corner * LEADING, *(head.height(sheet) for head in heads)])
    return above, (at, at + height + 2 * pad)


def _rows(
    matrix: Matrix,
    cells: Mapping[Place, SizedCell],
    heads: Sequence[Head],
    words: Mapping[str, tuple[str, ...]],
    routes: Routes,
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
    for part, first, last in runs(matrix.rows):
        needed = len(words.get(part, ())) * sheet.heading * LEADING + 2 * sheet.pad
        short = needed - sum(heights[first : last + 1]) - sheet.gap * (last - first)
        heights[last] += max(short, 0.0)
    rows, at = [], start
    for number, height in enumerate(heights):
        at += sheet.gap + TRACK * routes.above[number]
        rows.append((at, at + height))
        at += height
    return rows
