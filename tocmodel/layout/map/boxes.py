"""How wide each box of a map is: as its words ask for, on few lines."""

from tocmodel.diagram.model import Box
from tocmodel.layout.shapes import shape_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.boxes import SizedBox, size_box
from tocmodel.layout.text import longest_word

_WIDER = 12.0
_FLAT = 3.2
"""A box is at most about so many times as wide as high."""


def fit_box(box: Box, sheet: Sheet) -> SizedBox:
    """Return a box at the width at which it takes the least room without breaking a word."""
    side = 2 * shape_of(box.kind).inset
    word = longest_word(box.text or box.id, sheet.text, bold=True)
    width = min(max(sheet.narrowest, word + side + 0.5), sheet.widest)
    widths = []
    while width <= sheet.widest:
        widths.append(width)
        width += _WIDER
    sized = [size_box(box, round(width, 1), sheet) for width in widths]
    shapely = [one for one in sized if one.width <= one.height * _FLAT] or sized[:1]
    return min(shapely, key=lambda one: (one.width + sheet.gap) * (one.height + sheet.space))
