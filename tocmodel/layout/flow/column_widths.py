"""Widths of the boxes in each slot: on a tight sheet, wider where there is much to read."""

from collections.abc import Sequence

from tocmodel.diagram.model import Box, Diagram
from tocmodel.layout.balance_widths import give_to_long_words, share_out
from tocmodel.layout.flow.headings import HEADING_INSET, heading_words
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.shapes import shape_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.boxes import MARK_ROOM, box_height
from tocmodel.layout.symbols.change_marks import tag_width
from tocmodel.layout.text import longest_word


def slot_widths(diagram: Diagram, slots: Slots, sheet: Sheet, *, taken: float) -> tuple[float, ...]:
    """Return the width of the boxes in each slot; nothing if they would be too narrow.

    On most sheets all have the same width. On a tight one, width goes from the slots that can spare
    it to those with long words, and then to those that make the picture high.
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
    """The least width of each slot that does not break a word of a box or a heading."""
    least = [sheet.narrowest] * slots.count
    for box in diagram.boxes:
        words = longest_word(box.text, sheet.text, bold=True)
        lines = (MARK_ROOM + longest_word(badge.text, sheet.small) for badge in box.badges)
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
            needed = longest_word(headings[column.id], sheet.heading, bold=True) + HEADING_INSET + 1
            least[first] = max(least[first], needed - 2 * sheet.pad)
    return least


class _Heights:
    """Estimates the height of a picture; it remembers the height of each cell at each width."""

    def __init__(self, diagram: Diagram, slots: Slots, sheet: Sheet) -> None:
        self._sheet = sheet
        self._cells: dict[str, dict[int, list[Box]]] = {}
        for box in diagram.boxes:
            row = self._cells.setdefault(box.lane if diagram.lanes else "", {})
            row.setdefault(slots.of[box.id], []).append(box)
        self._known: dict[tuple[str, int, float], float] = {}

    def of(self, widths: Sequence[float]) -> tuple[float, float]:
        """The height of all lanes and, to break ties, the height of all boxes."""
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
