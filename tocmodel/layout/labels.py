"""Words beside arrows: how they are wrapped, and the room that is kept for them.

Words of an arrow that passes a slot stand in that slot, where its way keeps room for them; other
words stand in the gap beside, or between two boxes of one slot.
"""

from collections.abc import Sequence

from tocmodel.diagram.parts import Arrow
from tocmodel.layout.palette import MUTED, PAPER
from tocmodel.layout.scene import Bounds, Item, Path, Point
from tocmodel.layout.shapes import rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.words import centred

IN_GAP = 68.0
"""Words in the gap between two columns are wrapped to this, but for a single longer word."""
BETWEEN_ROWS = 96.0
"""Words between two rows are wrapped to this."""
ENDS = 20.0
"""How much of an arrow shows beside its words in a gap, its head among it."""
_AROUND = 4.0


def words_of(arrow: Arrow, room: float, sheet: Sheet) -> tuple[str, ...]:
    """Return the lines of an arrow's words; none where it has no words but white space."""
    return wrap(arrow.label, room, sheet.small)


def size_of(lines: Sequence[str], sheet: Sheet) -> tuple[float, float]:
    """Return how much room some lines take, with a little around them; none for no lines."""
    if not lines:
        return 0.0, 0.0
    width = max(measure(line, sheet.small) for line in lines)
    return width + 2 * _AROUND, len(lines) * sheet.small * LEADING + _AROUND


def room_in_gap(arrow: Arrow, sheet: Sheet, *, down: bool) -> float:
    """Return how wide a gap must be for an arrow's words, or between rows how high."""
    if down:
        return size_of(words_of(arrow, BETWEEN_ROWS, sheet), sheet)[1]
    words = arrow.label.split()
    longest = max((measure(word, sheet.small) for word in words), default=0.0)
    room = max(IN_GAP, min(longest, 2 * IN_GAP))
    wide = size_of(words_of(arrow, room, sheet), sheet)[0]
    return wide + ENDS if wide else 0.0


def draw_words(lines: Sequence[str], middle: Point, sheet: Sheet) -> list[Item]:
    """Return lines round a point, on a white ground so that no line runs through them."""
    if not lines:
        return []
    width, height = size_of(lines, sheet)
    x, y = middle
    ground = Bounds(x=x - width / 2 + 2, y=y - height / 2 + 1, width=width - 4, height=height - 2)
    top = y - len(lines) * sheet.small * LEADING / 2
    words = centred(tuple(lines), x, top, sheet.small, MUTED)
    return [Path(commands=rounded(ground, 3), fill=PAPER), *words]
