"""Arrows in draw.io: their looks, and their lines, which turn at right angles."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import dist

from attrs import frozen

from tocmodel.diagram.model import Arrow
from tocmodel.layout.flow.lines import ArrowLine
from tocmodel.layout.palette import MUTED, PAPER
from tocmodel.layout.scene import Bounds, Path, PathCommand, Point, SceneGroup
from tocmodel.layout.symbols.arrow_style import line_end, stroke_of
from tocmodel.slides.drawio.cells import LETTERS, OnLine, number_text
from tocmodel.slides.line_ends import end_of, further, spots_of

_HEADS: Mapping[str, str] = {
    "solid": "block",
    "open": "open",
    "bar": "ERone",
    "dot": "oval",
    "ring": "oval",
    "diamond": "diamond",
    "none": "none",
}
_HOLLOW = frozenset({"open", "ring", "diamond"})


def line_style(arrow: Arrow) -> dict[str, str]:
    """Return the look of an arrow: heads, dashes, colour and width; a guess has a hollow head."""
    stroke = stroke_of(arrow)
    style = {
        **LETTERS,
        "strokeColor": stroke.colour,
        "strokeWidth": number_text(max(stroke.width, 1.2)),
        "endArrow": _HEADS.get(stroke.head, "block"),
        "endFill": "0" if stroke.guess or stroke.head in _HOLLOW else "1",
        "startArrow": _HEADS.get(stroke.tail, "block") if stroke.tail else "none",
        "startFill": "0" if stroke.guess or stroke.tail in _HOLLOW else "1",
        "labelBackgroundColor": PAPER,
        "fontColor": MUTED,
    }
    if stroke.dash:
        dashes = " ".join(number_text(dash) for dash in stroke.dash)
        style |= {"dashed": "1", "dashPattern": dashes}
    return style


@frozen
class SquareLine:
    """A line that turns at right angles: its corners, with its ends on the edges of boxes."""

    corners: tuple[Point, ...]

    @property
    def bends(self) -> tuple[Point, ...]:
        """The corners between its ends."""
        return self.corners[1:-1]

    def fixed(self, start: Bounds, end: Bounds) -> dict[str, str]:
        """Return where it leaves and arrives, as parts of the sides of both boxes."""
        return {
            **_fixed("exit", self.corners[0], start),
            **_fixed("entry", self.corners[-1], end),
        }

    def placed(self) -> ArrowLine:
        """Return the line as marks and words look for places on it."""
        (tip, way), (start, back) = end_of(self.corners), end_of(self.corners[::-1])
        first, *rest = self.corners
        commands = (("M", first), *(("L", corner) for corner in rest))
        return ArrowLine(commands=commands, tip=tip, unit=way, start=start, start_unit=back)

    def beside(self, spot: Point) -> OnLine:
        """Return the place of a spot from the nearest point of the line.

        >>> SquareLine(((0, 0), (60, 0), (60, 20))).beside((30, 5))
        OnLine(along=-0.25, offset=(0.0, 5.0))
        """
        pieces = list(pairwise(self.corners))
        lengths = [dist(*piece) for piece in pieces]
        before, nearest = 0.0, (float("inf"), 0.0, self.corners[0])
        for (start, end), length in zip(pieces, lengths, strict=True):
            share = _share(spot, start, end)
            at = tuple(a + (b - a) * share for a, b in zip(start, end, strict=True))
            nearest = min(nearest, (dist(at, spot), before + share * length, (at[0], at[1])))
            before += length
        _, along, (x, y) = nearest
        return OnLine(2 * along / (before or 1.0) - 1, (spot[0] - x, spot[1] - y))


def _share(spot: Point, start: Point, end: Point) -> float:
    """Return how far along a straight piece the point is that is nearest to a spot."""
    x, y = end[0] - start[0], end[1] - start[1]
    square = x * x + y * y
    along = ((spot[0] - start[0]) * x + (spot[1] - start[1]) * y) / (square or 1.0)
    return min(max(along, 0.0), 1.0)


def square_line(arrow: Arrow, group: SceneGroup) -> SquareLine:
    """Return the route of an arrow with right angles: the handles of its curves are its corners."""
    route = next(item.commands for item in group.items if isinstance(item, Path))
    spots = spots_of(route)
    end, way = end_of(spots)
    last = further(end, way, line_end(stroke_of(arrow)))
    return SquareLine(tuple(dict.fromkeys((spots[0], *_bends(route), last))))


def _bends(route: Sequence[PathCommand]) -> list[Point]:
    found: list[Point] = []
    for letter, numbers in route:
        if letter == "C":
            found += [(numbers[0], numbers[1]), (numbers[2], numbers[3])]
    return found


def _fixed(which: str, point: Point, box: Bounds) -> dict[str, str]:
    x = min(max((point[0] - box.x) / max(box.width, 1), 0), 1)
    y = min(max((point[1] - box.y) / max(box.height, 1), 0), 1)
    return {
        f"{which}X": number_text(x, 3),
        f"{which}Y": number_text(y, 3),
        f"{which}Perimeter": "0",
    }
