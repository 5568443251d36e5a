"""Widths of the boxes in each slot: wider where there is much to read, when a sheet is tight."""

from collections.abc import Sequence

from tocmodel.diagram.parts import Box, Diagram
from tocmodel.layout.boxes import MARK_ROOM, box_height
from tocmodel.layout.changes import tag_width
from tocmodel.layout.headings import HEADING_INSET, heading_words
from tocmodel.layout.shapes import shape_of
from tocmodel.layout.sharing import give_to_long_words, share_out
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.slots import Slots
from tocmodel.layout.text import measure


def slot_widths(diagram: Diagram, slots: Slots, sheet: Sheet, *, taken: float) -> tuple[float, ...]:
    """Return how wide the boxes of each slot are; nothing when they would be too narrow.

    On most sheets all are as wide as each other. On a tight one, width goes from the slots that can
    spare it to those with long words, and then to those that make the picture high.
    """
    width = sheet.box_width(slots.count, taken=taken)
    if not width:
        return ()
    widths = [width] * slots.count
    if sheet.tight:
        least = _least(diagram, slots, sheet)
        give_to_long_words(widths, least)
        share_out(widths, _Heights(diagram, slots, sheet).of, least)
    return tuple(widths)


def _least(diagram: Diagram, slots: Slots, sheet: Sheet) -> list[float]:
    """How narrow each slot may get without a word of a box or a heading being broken."""
    least = [sheet.narrowest] * slots.count
    for box in diagram.boxes:
        words = _longest_word(box.text, sheet.text)
        lines = (MARK_ROOM + _longest_word(badge.text, sheet.small) for badge in box.badges)
        longest = (
            max(words, *lines, tag_width(box.change, sheet.small))
            + 2 * shape_of(box.kind).inset
            + 1
        )
        least[slots.of[box.id]] = max(least[slots.of[box.id]], longest)
    headings = heading_words(diagram.columns)
    for column in diagram.columns:
        first, last = slots.columns.get(column.id, (0, -1))
        if first == last:
            needed = (
                _longest_word(headings[column.id], sheet.heading, bold=True) + HEADING_INSET + 1
            )
            least[first] = max(least[first], needed - 2 * sheet.pad)
    return least


def _longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the longest word is; one that stands after a space that does not break, with it."""
    words = (word for word in text.split(" ") if word)
    return max((measure(word, size, bold=bold) for word in words), default=0.0)


class _Heights:
    """Estimates how high a picture gets; it remembers that of each cell at each width."""

    def __init__(self, diagram: Diagram, slots: Slots, sheet: Sheet) -> None:
        self._sheet = sheet
        self._cells: dict[str, dict[int, list[Box]]] = {}
        for box in diagram.boxes:
            row = self._cells.setdefault(box.lane if diagram.lanes else "", {})
            row.setdefault(slots.of[box.id], []).append(box)
        self._known: dict[tuple[str, int, float], float] = {}

    def of(self, widths: Sequence[float]) -> tuple[float, float]:
        """The height of all lanes, and to break ties the height of all boxes."""
        cells: list[list[float]] = [
            [self._cell(lane, slot, widths[slot]) for slot in row]
            for lane, row in self._cells.items()
        ]
        return sum(max(row) for row in cells), sum(sum(row) for row in cells)

    def _cell(self, lane: str, slot: int, width: float) -> float:
        key = (lane, slot, width)
        if key not in self._known:
            boxes, sheet = self._cells[lane][slot], self._sheet
            self._known[key] = sum(box_height(box, width, sheet) + sheet.space for box in boxes)
        return self._known[key]
