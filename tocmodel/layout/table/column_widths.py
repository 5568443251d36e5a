"""The headings of a table, and the widths of its columns on a sheet."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from math import ceil

from attrs import frozen

from tocmodel.layout.balance_widths import give_to_long_words, share_out
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.table.cells import cell_height, is_token, narrowest
from tocmodel.layout.text import LEADING, longest_word, measure, wrap
from tocmodel.tables.cell_lines import CellKey, CellLine
from tocmodel.tables.matrix import Heading, Matrix

_WIDEST_GROUP = 96.0
_WIDEST_WORDS = 240.0
_WIDEST_COUNTS = 116.0
_MOST_SHARED = 14
_MOST_LEVEL = 10


@frozen(kw_only=True)
class Head:
    """The words of a heading: its title, and its meaning below."""

    title: tuple[str, ...]
    meaning: tuple[str, ...] = ()

    def height(self, sheet: Sheet) -> float:
        """The height of its words."""
        return (len(self.title) * sheet.heading + len(self.meaning) * sheet.small) * LEADING


def shared_headings(headings: Sequence[Heading]) -> list[tuple[str, int, int]]:
    """Return the words that neighbours share, with the first and the last that share them.

    >>> one, two = Heading(id="a", title="A", part_of="x"), Heading(id="b", title="B", part_of="x")
    >>> shared_headings([one, two, Heading(id="c", title="C")])
    [('x', 0, 1), ('', 2, 2)]
    """
    found: list[tuple[str, int, int]] = []
    at = 0
    for words, members in groupby(headings, key=lambda heading: heading.part_of):
        count = len(list(members))
        found.append((words, at, at + count - 1))
        at += count
    return found


def make_head(heading: Heading, width: float, sheet: Sheet, *, meaning: bool = True) -> Head:
    """Wrap the words of a heading to a width."""
    shown = meaning and not sheet.tight
    return Head(
        title=wrap(heading.title or heading.id, width, sheet.heading, bold=True),
        meaning=wrap(heading.meaning, width, sheet.small) if shown else (),
    )


def group_width_of(matrix: Matrix, sheet: Sheet) -> float:
    """Return the width of the headings that rows share; 0 without any."""
    words = [row.part_of for row in matrix.rows if row.part_of]
    if not words:
        return 0.0
    natural = max(measure(part, sheet.heading, bold=True) for part in words)
    longest = max(_longest(part, sheet.heading) for part in words)
    return 2 * ceil(max(min(natural, _WIDEST_GROUP), longest) / 2 + sheet.pad) + 2


def head_width_of(matrix: Matrix, sheet: Sheet) -> float:
    """Return the width of the row headings."""
    words = [matrix.corner, *(row.title for row in matrix.rows)]
    natural = max(measure(title, sheet.heading, bold=True) for title in words)
    if not sheet.tight and any(row.meaning for row in matrix.rows):
        natural = max(natural, 112.0)
    longest = max(_longest(title, sheet.heading) for title in words)
    return 2 * ceil(max(min(natural, sheet.lane_side), longest) / 2 + sheet.pad) + 2


def _longest(text: str, size: float) -> float:
    return longest_word(text, size, bold=True)


def is_rotated(
    matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]], room: float, sheet: Sheet
) -> bool:
    """Whether headings run upwards: over many columns that have only a symbol each."""
    if not all(is_token(found) for found in lines.values()):
        return False
    level = sum(_longest(c.title, sheet.heading) + 2 * sheet.pad + 1 for c in matrix.columns)
    return len(matrix.columns) > _MOST_LEVEL or level > room


def widths_of(
    matrix: Matrix,
    lines: Mapping[CellKey, Sequence[CellLine]],
    room: float,
    sheet: Sheet,
    *,
    rotated: bool,
) -> list[float] | None:
    """Return the width of each column; nothing if they do not fit the room."""
    if not matrix.columns:
        return []
    if rotated:
        return _rotated_widths(matrix, room, sheet)
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
    matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]], least: Sequence[float], room: float
) -> list[float]:
    """Share the room out evenly, except for empty columns."""
    used = [
        any((row.id, column.id) in lines for row in matrix.rows) or matrix.heat
        for column in matrix.columns
    ]
    if not any(used):
        used = [True] * len(used)
    spare = room - sum(width for width, full in zip(least, used, strict=True) if not full)
    even = min(spare / sum(used), _WIDEST_WORDS) // 2 * 2
    return [even if full else width for width, full in zip(least, used, strict=True)]


def _rotated_widths(matrix: Matrix, room: float, sheet: Sheet) -> list[float] | None:
    """Each as wide as the lines of its heading; wider where there is room."""
    narrowest, around = (20.0, 7.0) if sheet.pad > 1 else (12.0, 1.0)
    least = []
    for column in matrix.columns:
        count = len(
            wrap(column.title or column.id, sheet.widest - 2 * sheet.pad, sheet.heading, bold=True)
        )
        least.append(max(narrowest, 2 * ceil((count * sheet.heading * LEADING + around) / 2)))
    for words, first, last in shared_headings(matrix.columns):
        short = _longest(words, sheet.heading) + 2 * sheet.pad - sum(least[first : last + 1])
        if short > 0:
            least[last] += 2 * ceil(short / 2)
    if sheet.page and sum(least) > room:
        return None
    spare = (room - sum(least)) / len(least) if sheet.page else 0.0
    return [width + min(spare, 8.0) // 2 * 2 for width in least]


class _Heights:
    """Returns the height of a table at some widths; it remembers each cell."""

    def __init__(
        self, matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]], sheet: Sheet
    ) -> None:
        self._rows = [
            [lines.get((row.id, column.id), ()) for column in matrix.columns] for row in matrix.rows
        ]
        self._heads = matrix.columns
        self._sheet = sheet
        self._known: dict[tuple[int, int, float], float] = {}

    def of(self, widths: Sequence[float]) -> tuple[float, float]:
        """The height of all rows and, to break ties, that of all cells."""
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
                self._known[key] = make_head(self._heads[column], inner, self._sheet).height(
                    self._sheet
                )
            else:
                self._known[key] = cell_height(self._rows[row][column], inner, self._sheet)
        return self._known[key]
