"""Cells of a table with their words wrapped and measured, before they have a place."""

from collections.abc import Iterable, Sequence

from tocmodel.diagram.matrix_entries import Entry
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, count_lines, measure, wrap
from tocmodel.values import frozen

BUBBLE = 7.0
"""Half the height of the circle in which the number of a stop stands."""
BUBBLE_TEXT = 9.0
"""The size of that number."""
AFTER_BUBBLE = 4.0
BUBBLE_STEP = 2 * BUBBLE + 3
"""From one stop at a line to the next, below it."""
MARK_ROOM = 12.0
_BETWEEN = 3.0
LONG_TOKEN = 5
"""Words of up to so many characters stand in the middle of a narrow column."""


@frozen(kw_only=True)
class SizedLine:
    """An entry with its words wrapped, and how far below the first it starts."""

    entry: Entry
    words: tuple[str, ...]
    top: float
    height: float


@frozen(kw_only=True)
class SizedCell:
    """A cell whose lines are known; ``height`` does not hold the room around them."""

    lines: tuple[SizedLine, ...]
    height: float
    inset: float


def inset_of(entries: Sequence[Entry]) -> float:
    """Return the room for stops and marks at the left of the words of a cell."""
    marks = any(entry.mark and not entry.only_a_mark for entry in entries)
    return room_of_stops(entries) + (MARK_ROOM if marks else 0.0)


def room_of_stops(entries: Iterable[Entry]) -> float:
    """Return the room for the numbers of stops at the left of a cell."""
    reaches = [reach_of(stop.label) for entry in entries for stop in entry.stops]
    return 2 * max(reaches) + AFTER_BUBBLE if reaches else 0.0


def reach_of(label: str) -> float:
    """Return how far the circle of a stop reaches to either side; a long number widens it."""
    return max(BUBBLE, round(measure(label, BUBBLE_TEXT, bold=True) / 2 + 2.5, 1))


def size_cell(entries: Sequence[Entry], width: float, sheet: Sheet) -> SizedCell:
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


def cell_height(entries: Sequence[Entry], width: float, sheet: Sheet) -> float:
    """Return how high a cell gets at a width, without keeping its lines."""
    room = width - inset_of(entries)
    heights = (
        _height(
            0 if entry.only_a_mark else count_lines(entry.short, room, sheet.text), entry, sheet
        )
        for entry in entries
    )
    return sum(height + _BETWEEN for height in heights) - _BETWEEN if entries else 0.0


def _height(count: int, entry: Entry, sheet: Sheet) -> float:
    words = max(count, 1) * sheet.text * LEADING
    if not entry.stops:
        return words
    return max(words + beside_stop(sheet), len(entry.stops) * BUBBLE_STEP + 2)


def beside_stop(sheet: Sheet) -> float:
    """Return how far below the head of its line a text starts, to be level with the first stop."""
    return 1 + BUBBLE - sheet.text * LEADING / 2


def narrowest(entries: Sequence[Entry], sheet: Sheet) -> float:
    """Return the least width at which no word of a cell is broken."""
    words = (word for entry in entries if not entry.only_a_mark for word in entry.short.split())
    longest = max((measure(word, sheet.text) for word in words), default=0.0)
    return inset_of(entries) + longest + 1


def is_token(entries: Sequence[Entry]) -> bool:
    """Whether a cell holds no more than a sign or a number, to stand in the middle."""
    return all(
        entry.only_a_mark or (len(entry.text) <= LONG_TOKEN and not entry.mark) for entry in entries
    ) and not any(entry.stops for entry in entries)
