"""How a picture of differences shows additions, removals and changes: by line and by word."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from tocmodel.layout.palette import HEADING_INK, PAPER
from tocmodel.layout.scene import Bounds, Path, Point, Primitive
from tocmodel.layout.shapes import circle, line, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure
from tocmodel.layout.text_block import centred
from tocmodel.wording import say

_AROUND = 2.0
_BELOW = 3.0


@frozen
class ChangeStyle:
    """How much heavier a line gets, its dashes, and the symbol before the word."""

    sign: str
    heavier: float = 0.0
    dash: tuple[float, ...] = ()


CHANGES: Mapping[str, ChangeStyle] = MappingProxyType(
    {
        "added": ChangeStyle("+", heavier=1.4),
        "removed": ChangeStyle("\N{MULTIPLICATION SIGN}", dash=(5.0, 3.5)),
        "changed": ChangeStyle("~", dash=(9.0, 2.0, 2.0, 2.0)),
    }
)


def changed_line(path: Path, change: str) -> Path:
    """Return the outline of a box, or the line of an arrow, in the style of its change."""
    style = CHANGES.get(change)
    if style is None:
        return path
    dash = style.dash or path.dash
    return evolve(path, stroke_width=path.stroke_width + style.heavier, dash=dash)


def tag_height(change: str, sheet: Sheet) -> float:
    """Return the room that the tag of a change takes in a box; a sign in its corner takes none."""
    if sheet.change_signs:
        return 0.0
    return sheet.small * LEADING + 2 * _AROUND + _BELOW if change in CHANGES else 0.0


def tag_width(change: str, size: float) -> float:
    """Return how wide the tag of a change is."""
    return measure(_words(change), size, bold=True) + 10 if change in CHANGES else 0.0


def draw_tag(change: str, x: float, top: float, colour: str, size: float) -> list[Primitive]:
    """Return the word of a change, on a dark ground, centred on ``x``; nothing without a change."""
    if change not in CHANGES:
        return []
    width, height = tag_width(change, size), size * LEADING + 2 * _AROUND
    ground = Bounds(x=x - width / 2, y=top, width=width, height=height)
    return [
        Path(commands=rounded(ground, height / 2), fill=colour),
        *centred((_words(change),), x, top + _AROUND, size, HEADING_INK, bold=True, behind=colour),
    ]


def change_mark(change: str, at: Point, colour: str) -> tuple[Primitive, ...]:
    """Return the symbol of a change on the line of an arrow: white, on a dark disc."""
    if change not in CHANGES:
        return ()
    x, y = at
    r = 2.6
    disc = Path(commands=circle(x, y, 5.0), fill=colour, stroke=PAPER, stroke_width=0.8)
    ends: tuple[tuple[Point, ...], ...] = (((x - r, y), (x + r, y)), ((x, y - r), (x, y + r)))
    if change == "removed":
        d = r * 0.8
        ends = (((x - d, y - d), (x + d, y + d)), ((x - d, y + d), (x + d, y - d)))
    if change == "changed":
        wave = ((x - 3, y + 1), (x - 1.2, y - 1), (x + 1.2, y + 1), (x + 3, y - 1))
        ends = (wave,)
    signs = (Path(commands=line(spots), stroke=HEADING_INK, stroke_width=1.3) for spots in ends)
    return disc, *signs


def _words(change: str) -> str:
    return f"{CHANGES[change].sign} {say(f'change-{change}')}"
