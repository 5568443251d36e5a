"""How wide each box of a map is: as its words ask for, on few lines."""

from tocmodel.diagram.model import Box
from tocmodel.layout.shapes import shape_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.boxes import SizedBox, box_height, size_box
from tocmodel.layout.text import longest_word

_WIDER = 12.0
_FLAT = 3.2
"""A box is at most about so many times as wide as high."""


def fit_box(box: Box, sheet: Sheet) -> SizedBox:
    """Return a box at the width at which it takes the least room without breaking a word."""
    side = 2 * shape_of(box.kind).inset
    word = longest_word(box.text or box.id, sheet.text, bold=True)
    width = min(max(sheet.narrowest, word + side + 0.5), sheet.widest)
    tried = []
    while width <= sheet.widest:
        tried.append((round(width, 1), box_height(box, round(width, 1), sheet)))
        width += _WIDER
    shapely = [(wide, high) for wide, high in tried if wide <= high * _FLAT] or tried[:1]
    best, _ = min(shapely, key=lambda one: (one[0] + sheet.gap) * (one[1] + sheet.space))
    return size_box(box, best, sheet)
