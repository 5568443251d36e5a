"""Widths of the boxes in each slot: wider where there is much to read, when a sheet is tight."""

from collections.abc import Mapping, Sequence

from tocmodel.diagram.parts import Box, Diagram
from tocmodel.layout.boxes import size_box
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.slots import Slots

_STEP = 8.0
_MOST_STEPS = 60


def slot_widths(diagram: Diagram, slots: Slots, sheet: Sheet, *, taken: float) -> tuple[float, ...]:
    """Return how wide the boxes of each slot are; nothing when they would be too narrow.

    On most sheets all are as wide as each other. On a tight one, width goes from the slots that can
    spare it to those that make the picture high.
    """
    width = sheet.box_width(slots.count, taken=taken)
    if not width:
        return ()
    widths = [width] * slots.count
    if sheet.tight:
        _share(widths, _Heights(diagram, slots, sheet), sheet)
    return tuple(widths)


class _Heights:
    """Estimates how high a picture gets; it remembers the height of each box at each width."""

    def __init__(self, diagram: Diagram, slots: Slots, sheet: Sheet) -> None:
        self._sheet = sheet
        self._cells: dict[str, dict[int, list[Box]]] = {}
        for box in diagram.boxes:
            row = self._cells.setdefault(box.lane if diagram.lanes else "", {})
            row.setdefault(slots.of[box.id], []).append(box)
        self._known: dict[tuple[str, float], float] = {}

    def of(self, widths: Sequence[float]) -> tuple[float, float]:
        """The height of all lanes, and to break ties the height of all boxes."""
        cells: list[list[float]] = [
            [self._cell(boxes, widths[slot]) for slot, boxes in row.items()]
            for row in self._cells.values()
        ]
        return sum(max(row) for row in cells), sum(sum(row) for row in cells)

    def _cell(self, boxes: Sequence[Box], width: float) -> float:
        return sum(self._box(box, width) for box in boxes)

    def _box(self, box: Box, width: float) -> float:
        key = (box.id, width)
        if key not in self._known:
            self._known[key] = size_box(box, width, self._sheet).height + self._sheet.space
        return self._known[key]


def _share(widths: list[float], heights: _Heights, sheet: Sheet) -> None:
    """Move width a step at a time for as long as the picture gets lower."""
    now = heights.of(widths)
    for _ in range(_MOST_STEPS):
        tried: list[tuple[tuple[float, float], int, int]] = []
        for giver in range(len(widths)):
            if widths[giver] - _STEP < sheet.narrowest:
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
