"""The room that words beside arrows need.

The words of an arrow that passes a slot are in that slot, where its route keeps room for them;
other words are in the gap beside, or between two boxes of one slot.
"""

from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.marks import row_bounds
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import DELAY, HEAD, number_bounds
from tocmodel.layout.symbols.arrow_words import label_lines, label_size
from tocmodel.layout.text import longest_word

IN_GAP = 68.0
"""The width of words in the gap between two columns, except for a longer single word."""
BETWEEN_ROWS = 96.0
"""The width of words between two rows."""
ENDS = 20.0
"""How much of an arrow is visible beside its words in a gap, including its head."""
ARC = 12.0
"""How far an arc at the edge of the picture reaches beyond the padding of its band."""
_APART = 4.0
"""Between the words of an arrow and each mark beside them."""
_CLEAR = 5.0
"""Beside marks of evidence, so that they touch neither a box nor a head."""
_DOWN = 46.0
"""The most room between rows."""


def gap_for_label(arrow: Arrow, sheet: Sheet, *, down: bool) -> float:
    """Return the width that a gap needs for an arrow's words, or the height between rows."""
    if down:
        high = label_size(label_lines(arrow, BETWEEN_ROWS, sheet), sheet)[1]
        return high + room_for_delay(arrow)
    room = max(IN_GAP, min(longest_word(arrow.label, sheet.small), 2 * IN_GAP))
    wide = label_size(label_lines(arrow, room, sheet), sheet)[0]
    return wide + max(ENDS, HEAD + _marks_beside(arrow, sheet)) if wide else 0.0


def _marks_beside(arrow: Arrow, sheet: Sheet) -> float:
    """Return the width of the marks that are on a line beside its words, each with a gap."""
    none = (0.0, 0.0)
    number = number_bounds(arrow.number, none, sheet.small).width if arrow.number else 0.0
    evidence = row_bounds(arrow.evidence, none).width if arrow.evidence else 0.0
    return sum(mark + _APART for mark in (number, evidence, room_for_delay(arrow)) if mark)


def room_for_delay(arrow: Arrow) -> float:
    """Return the room along an arrow for the mark of a delay, beside the words for it."""
    return DELAY if arrow.delay else 0.0


def _gap_for_marks(arrow: Arrow) -> float:
    """Return the width that a gap needs for marks of evidence and a head, apart from each other."""
    marks = arrow.evidence
    return row_bounds(marks, (0.0, 0.0)).width + HEAD + _CLEAR if marks else 0.0


def find_gaps(diagram: Diagram, slots: Slots, sheet: Sheet) -> tuple[float, ...]:
    """Return the room after each slot; after the last one, the room for its arcs."""
    down = diagram.top_to_bottom
    gaps = [min(sheet.gap, _DOWN) if down else sheet.gap] * (slots.count - 1) + [0.0]
    for arrow in diagram.arrows:
        if arrow.from_ not in slots.of or arrow.to not in slots.of:
            gaps[-1] = max(gaps[-1], ARC + 2)  # it may run from frame to frame there
            continue
        first, last = sorted((slots.of[arrow.from_], slots.of[arrow.to]))
        if first == last == slots.count - 1:
            gaps[last] = max(gaps[last], ARC + 2)
        if last - first < 2:
            gaps[first] = max(
                gaps[first],
                gap_for_label(arrow, sheet, down=down),
                0.0 if down or first == last else _gap_for_marks(arrow),
            )
    return tuple(gaps)
