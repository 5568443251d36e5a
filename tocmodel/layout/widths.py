"""Widths of the boxes in each slot: wider where there is much to read, when a sheet is tight."""

from collections.abc import Mapping, Sequence

from tocmodel.diagram.parts import Box, Diagram
from tocmodel.layout.boxes import MARK_ROOM, box_height
from tocmodel.layout.changes import tag_width
from tocmodel.layout.headings import HEADING_INSET, heading_words
from tocmodel.layout.shapes import shape_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.slots import Slots
from tocmodel.layout.text import measure

_STEP = 8.0
_EVEN = 2.0
"""Widths stay even numbers of points."""
_MOST_STEPS = 60


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
        _give_to_long_words(widths, least)
        _share(widths, _Heights(diagram, slots, sheet), least)
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
    for number, column in enumerate(diagram.columns, 1):
        first, last = slots.columns.get(column.id, (0, -1))
        if first == last:
            heading = heading_words(column, number, len(diagram.columns))
            needed = _longest_word(heading, sheet.heading, bold=True) + HEADING_INSET + 1
            least[first] = max(least[first], needed - 2 * sheet.pad)
    return least


def _longest_word(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the longest word is; one that stands after a space that does not break, with it."""
    words = (word for word in text.split(" ") if word)
    return max((measure(word, size, bold=bold) for word in words), default=0.0)


def _give_to_long_words(widths: list[float], least: Sequence[float]) -> None:
    """Widen the slots that are too narrow for a word, as far as others can spare the width."""
    for taker in range(len(widths)):
        while widths[taker] < least[taker]:
            giver = max(range(len(widths)), key=lambda slot: widths[slot] - least[slot])
            if widths[giver] - least[giver] < _EVEN:
                return
            widths[giver] -= _EVEN
            widths[taker] += _EVEN


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


def _share(widths: list[float], heights: _Heights, least: Sequence[float]) -> None:
    """Move width a step at a time for as long as the picture gets lower."""
    now = heights.of(widths)
    for _ in range(_MOST_STEPS):
        tried: list[tuple[tuple[float, float], int, int]] = []
        for giver in range(len(widths)):
            if widths[giver] - _STEP < least[giver]:
                continue
            for taker in range(len(widths)):
                if giver != taker:
                    moved = _moved(widths, giver, taker)
                    tried.append((heights.of(moved), giver, taker))
        best = min(tried, default=None)
        if best is None or best[0] >= now:
            return
        now = best[0]
        widths[:] = _moved(widths, best[1], best[2])


def _moved(widths: Sequence[float], giver: int, taker: int) -> list[float]:
    changes: Mapping[int, float] = {giver: -_STEP, taker: _STEP}
    return [width + changes.get(slot, 0.0) for slot, width in enumerate(widths)]
