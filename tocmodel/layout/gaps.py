"""Room between slots: more only where words stand beside an arrow, or arcs run at the edge."""

from tocmodel.diagram.parts import Diagram
from tocmodel.layout.labels import room_in_gap
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.slots import Slots

ARC = 12.0
"""How far an arc at the edge of the picture reaches beyond the padding of its band."""
_DOWN = 46.0
"""Rows stand no further apart than this."""


def find_gaps(diagram: Diagram, slots: Slots, sheet: Sheet) -> tuple[float, ...]:
    """Return the room after each slot; after the last one, what its arcs may need."""
    down = diagram.top_to_bottom
    gaps = [min(sheet.gap, _DOWN) if down else sheet.gap] * (slots.count - 1) + [0.0]
    for arrow in diagram.arrows:
        if arrow.from_ not in slots.of or arrow.to not in slots.of:
            continue
        first, last = sorted((slots.of[arrow.from_], slots.of[arrow.to]))
        if first == last == slots.count - 1:
            gaps[last] = max(gaps[last], ARC + 2)
        if arrow.label and last - first < 2:
            gaps[first] = max(gaps[first], room_in_gap(arrow, sheet, down=down))
    return tuple(gaps)
