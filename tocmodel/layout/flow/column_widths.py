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
from tocmodel.layout.text import LEADING, count_lines, longest_word

_PASSING = 10.0
"""The height of an arrow that passes a slot."""
_FRAME = 14.0
"""The height of a frame, besides the boxes in it and a line of its name."""


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
        words = heading_words(diagram.columns)
        self._headings = [
            (words[id_], first, last)
            for id_, (first, last) in slots.columns.items()
            if words.get(id_)
        ]
        lanes = dict.fromkeys(box.lane if diagram.lanes else "" for box in diagram.boxes)
        self._slots: list[dict[str, list[Box]]] = [
            {lane: [] for lane in lanes} for _ in range(slots.count)
        ]
        for box in diagram.boxes:
            self._slots[slots.of[box.id]][box.lane if diagram.lanes else ""].append(box)
        self._besides = _besides(diagram, slots, tuple(lanes), sheet)
        self._known: dict[tuple[int, float], tuple[float, ...]] = {}
        self._known_lines: dict[tuple[str, float], int] = {}

    def of(self, widths: Sequence[float]) -> tuple[float, float]:
        """The height of all lanes and, to break ties, the height of all boxes."""
        cells = [self._cells(slot, width) for slot, width in enumerate(widths)]
        lines = max((self._lines(*heading, widths) for heading in self._headings), default=0)
        height = sum(map(max, zip(*cells, strict=True)))
        return height + lines * self._sheet.heading * LEADING, sum(map(sum, cells))

    def _lines(self, words: str, first: int, last: int, widths: Sequence[float]) -> int:
        """How many lines a heading has."""
        sheet = self._sheet
        inside = sum(widths[first : last + 1]) + (last - first) * sheet.gap + 2 * sheet.pad
        key = (words, inside)
        if key not in self._known_lines:
            room = inside - HEADING_INSET
            self._known_lines[key] = count_lines(words, room, sheet.heading, bold=True)
        return self._known_lines[key]

    def _cells(self, slot: int, width: float) -> tuple[float, ...]:
        """The height of each lane in a slot."""
        key = (slot, width)
        if key not in self._known:
            sheet = self._sheet
            self._known[key] = tuple(
                sum(box_height(box, width, sheet) + sheet.space for box in boxes) + beside
                for boxes, beside in zip(
                    self._slots[slot].values(), self._besides[slot], strict=True
                )
            )
        return self._known[key]


def _besides(
    diagram: Diagram, slots: Slots, lanes: Sequence[str], sheet: Sheet
) -> list[list[float]]:
    """What takes height in each slot and lane besides boxes: passing arrows, and frames."""
    found = [[0.0] * len(lanes) for _ in range(slots.count)]
    lane_of = {box.id: lanes.index(box.lane if diagram.lanes else "") for box in diagram.boxes}
    bundles: set[tuple[object, ...]] = set()
    for arrow in diagram.arrows:
        if arrow.from_ not in slots.of or arrow.to not in slots.of:
            continue
        first, last = sorted((slots.of[arrow.from_], slots.of[arrow.to]))
        bundle = (arrow.from_, arrow.kind, arrow.effect, arrow.main)
        for slot in range(first + 1, last):
            if (*bundle, slot) not in bundles:
                bundles.add((*bundle, slot))
                found[slot][lane_of[arrow.from_]] += _PASSING
    frames: dict[tuple[str, int], list[int]] = {}
    for box in diagram.boxes:
        if box.cluster:
            frames.setdefault((box.cluster, lane_of[box.id]), []).append(slots.of[box.id])
    for (_, lane), within in frames.items():
        for slot in range(min(within), max(within) + 1):
            found[slot][lane] += sheet.small * LEADING + _FRAME
    return found
