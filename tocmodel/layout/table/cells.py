"""Cells of a table with their words wrapped and measured, before they have a position."""

from collections.abc import Iterable, Sequence

from attrs import frozen

from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, count_lines, longest_word, measure, wrap
from tocmodel.tables.cell_lines import CellLine

BUBBLE = 7.0
"""Half the height of the circle around the number of a stop."""
BUBBLE_TEXT = 9.0
"""The size of that number."""
AFTER_BUBBLE = 4.0
BUBBLE_STEP = 2 * BUBBLE + 3
"""From one stop at a line to the next, below it."""
MARK_ROOM = 12.0
_BETWEEN = 3.0
LONG_TOKEN = 5
"""Words up to this many characters are centred in a narrow column."""


@frozen(kw_only=True)
class SizedLine:
    """An entry with its words wrapped, and how far below the first it starts."""

    entry: CellLine
    words: tuple[str, ...]
    top: float
    height: float


@frozen(kw_only=True)
class SizedCell:
    """A cell with its lines; ``height`` does not include the room around them."""

    lines: tuple[SizedLine, ...]
    height: float
    inset: float


def inset_of(entries: Sequence[CellLine]) -> float:
    """Return the room for stops and marks at the left of the words of a cell."""
    marks = any(entry.mark and not entry.only_a_mark for entry in entries)
    return room_of_stops(entries) + (MARK_ROOM if marks else 0.0)


def room_of_stops(entries: Iterable[CellLine]) -> float:
    """Return the room for the numbers of stops at the left of a cell."""
    reaches = [reach_of(stop.label) for entry in entries for stop in entry.stops]
    return 2 * max(reaches) + AFTER_BUBBLE if reaches else 0.0


def reach_of(label: str) -> float:
    """Return the half width of the circle of a stop; a long number widens it."""
    return max(BUBBLE, round(measure(label, BUBBLE_TEXT, bold=True) / 2 + 2.5, 1))


def size_cell(entries: Sequence[CellLine], width: float, sheet: Sheet) -> SizedCell:
    """Wrap the entries of a cell to a width."""
    inset = inset_of(entries)
    lines: list[SizedLine] = []
    top = 0.0
    for entry in entries:
        words = () if entry.only_a_mark else wrap(entry.short, width - inset, sheet.text)
        height = _height(len(words), entry, sheet)
        lines.append(SizedLine(entry=entry, words=words, top=top, height=height))
        top += height + _BETWEEN
    return SizedCell(lines=tuple(lines), height=max(top - _BETWEEN, 0.0), inset=inset)


def cell_height(entries: Sequence[CellLine], width: float, sheet: Sheet) -> float:
    """Return the height of a cell at a width, without keeping its lines."""
    room = width - inset_of(entries)
    heights = (
        _height(
            0 if entry.only_a_mark else count_lines(entry.short, room, sheet.text), entry, sheet
        )
        for entry in entries
    )
    return sum(height + _BETWEEN for height in heights) - _BETWEEN if entries else 0.0


def _height(count: int, entry: CellLine, sheet: Sheet) -> float:
    words = max(count, 1) * sheet.text * LEADING
    if not entry.stops:
        return words
    return max(words + beside_stop(sheet), len(entry.stops) * BUBBLE_STEP + 2)


def beside_stop(sheet: Sheet) -> float:
    """Return how far below the top of its line a text starts, to be level with the first stop."""
    return 1 + BUBBLE - sheet.text * LEADING / 2


def narrowest(entries: Sequence[CellLine], sheet: Sheet) -> float:
    """Return the least width that does not break a word of a cell."""
    shown = [entry.short for entry in entries if not entry.only_a_mark]
    longest = max((longest_word(words, sheet.text) for words in shown), default=0.0)
    return inset_of(entries) + longest + 1


def is_token(entries: Sequence[CellLine]) -> bool:
    """Whether a cell has only a symbol or a number, to be centred."""
    return all(
        entry.only_a_mark or (len(entry.text) <= LONG_TOKEN and not entry.mark) for entry in entries
    ) and not any(entry.stops for entry in entries)
