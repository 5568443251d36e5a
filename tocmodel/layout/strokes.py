"""Looks of arrows: line, dashes and head by what the link says, legible without colour."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve

from tocmodel.diagram.parts import Arrow
from tocmodel.layout.palette import INK, PAPER
from tocmodel.layout.scene import Command, Item, Path, Point, Text
from tocmodel.layout.shapes import circle, line, polygon
from tocmodel.layout.text import measure
from tocmodel.values import frozen

HEAD = 8.0
"""How long the head of an arrow is."""
_RING = 3.6
_DIAMOND = 4.2
_LINE_ENDS = {
    "solid": HEAD - 0.5,
    "open": 0.6,
    "bar": 2.0,
    "dot": 3.0,
    "ring": 2 * _RING - 0.7,
    "diamond": 2 * _DIAMOND,
}


@frozen(kw_only=True)
class Stroke:
    """How one kind of arrow is drawn.

    Attributes:
        colour: of line and head.
        width: of the line.
        dash: its dashes.
        head: ``solid``, ``open``, ``bar``, ``dot``, ``ring`` or ``diamond``.
        mark: a sign near the head: ``-``, ``?`` or none.
    """

    colour: str = "#3f4852"
    width: float = 1.25
    dash: tuple[float, ...] = ()
    head: str = "solid"
    mark: str = ""


STROKES: Mapping[str, Stroke] = MappingProxyType(
    {
        "causal": Stroke(),
        "threatens": Stroke(colour="#9b2217", dash=(5.0, 2.0, 1.0, 2.0), head="bar"),
        "addresses": Stroke(colour="#5a6470", width=1.1, dash=(1.5, 2.5), head="open"),
        "uses": Stroke(colour="#22694a", width=1.1, dash=(1.5, 2.5)),
        "delivers": Stroke(colour="#3f5a36", width=1.1, dash=(1.5, 2.5), head="dot"),
        "measures": Stroke(colour="#16656f", width=1.0, dash=(3.0, 2.0), head="dot"),
        "supports": Stroke(colour="#265c7a", width=1.0, dash=(5.0, 1.5, 1.5, 1.5), head="open"),
        "contradicts": Stroke(colour="#9b2217", width=1.0, dash=(3.0, 1.5), head="bar"),
        "assumes": Stroke(colour="#5a5f0c", width=1.0, dash=(3.0, 2.0), head="open"),
        "provides": Stroke(colour="#3f5a36", width=1.1, dash=(1.5, 2.5), head="ring"),
        "owns": Stroke(colour="#3f5a36", width=1.1, head="ring"),
        "joins": Stroke(colour="#5b4a8a", width=1.1, dash=(6.0, 2.0), head="dot"),
        "creates": Stroke(colour="#5b4a8a", head="diamond"),
        "tells": Stroke(colour="#5b4a8a", width=1.0, dash=(3.0, 2.0), head="ring"),
        "recalls": Stroke(colour="#5b4a8a", width=1.0, dash=(1.5, 2.5), head="diamond"),
        "cites": Stroke(colour="#5b4a8a", width=1.0, dash=(3.0, 2.0), head="diamond"),
        "bridged": Stroke(colour="#3f4852", dash=(9.0, 2.5)),
    }
)
NEGATIVE = "#9b2217"
FEEDBACK = "#5b3a96"


def stroke_of(arrow: Arrow) -> Stroke:
    """Return the look of an arrow.

    A link that *decreases* ends in a bar and carries a minus sign, one that merely *changes*
    ends in an open head, one whose effect is unknown carries a question mark; feedback is dashed.
    """
    stroke = STROKES.get(arrow.kind, STROKES["causal"])
    if arrow.effect == "decreases" and arrow.kind in {"causal", "bridged", "threatens"}:
        stroke = evolve(stroke, colour=NEGATIVE, head="bar", mark="-")
    elif arrow.effect == "unknown":
        stroke = evolve(stroke, head="open", mark="?")
    elif arrow.effect == "changes":
        stroke = evolve(stroke, head="open")
    if arrow.feedback:
        colour = stroke.colour if arrow.effect == "decreases" else FEEDBACK
        stroke = evolve(stroke, colour=colour, dash=(6.0, 3.5), width=1.4)
    if arrow.main:
        stroke = evolve(stroke, width=2.4, colour=INK if stroke.head != "bar" else stroke.colour)
    return stroke


def head(stroke: Stroke, tip: Point, way: Point) -> tuple[Path, ...]:
    """Return the head of an arrow whose tip is reached in the direction ``way`` (of length 1)."""
    half = 3.4 + stroke.width / 2
    back = _from(tip, way, -HEAD)
    left, right = _from(back, (-way[1], way[0]), half), _from(back, (way[1], -way[0]), half)
    if stroke.head == "bar":
        return (_bar(stroke, tip, way),)
    if stroke.head == "open":
        return (_outline(stroke, line((left, tip, right))),)
    if stroke.head == "dot":
        x, y = _from(tip, way, -3.0)
        return (Path(commands=circle(x, y, 2.8), fill=stroke.colour),)
    if stroke.head == "ring":
        x, y = _from(tip, way, -_RING)
        ring = circle(x, y, _RING - 0.7)
        return (Path(commands=ring, fill=PAPER, stroke=stroke.colour, stroke_width=1.3),)
    if stroke.head == "diamond":
        middle = _from(tip, way, -_DIAMOND)
        sides = (_from(middle, (-way[1], way[0]), 3.4), _from(middle, (way[1], -way[0]), 3.4))
        spots = (tip, sides[0], _from(tip, way, -2 * _DIAMOND), sides[1])
        return (Path(commands=polygon(spots), fill=PAPER, stroke=stroke.colour, stroke_width=1.3),)
    return (Path(commands=polygon((tip, left, right)), fill=stroke.colour),)


def line_end(stroke: Stroke) -> float:
    """How far before the tip the line of an arrow stops."""
    return _LINE_ENDS[stroke.head]


def mark(stroke: Stroke, at: Point) -> tuple[Item, ...]:
    """Return the sign of a link in a small circle, or nothing."""
    x, y = at
    disc = Path(commands=circle(x, y, 4.6), fill=PAPER, stroke=stroke.colour, stroke_width=1.1)
    if stroke.mark == "-":
        sign = _outline(evolve(stroke, width=1.6), line(((x - 2.4, y), (x + 2.4, y))))
        return disc, sign
    if stroke.mark == "?":
        width = measure("?", 9.0, bold=True)
        return disc, Text(
            x=x,
            y=y + 3.2,
            text="?",
            size=9.0,
            width=width,
            colour=stroke.colour,
            anchor="middle",
            bold=True,
        )
    return ()


def _bar(stroke: Stroke, tip: Point, way: Point) -> Path:
    at = _from(tip, way, -2.0)
    half = 5.0
    ends = _from(at, (-way[1], way[0]), half), _from(at, (way[1], -way[0]), half)
    return Path(commands=line(ends), stroke=stroke.colour, stroke_width=2.4)


def _outline(stroke: Stroke, commands: tuple[Command, ...]) -> Path:
    return Path(commands=commands, stroke=stroke.colour, stroke_width=max(stroke.width, 1.2))


def _from(point: Point, way: Point, length: float) -> Point:
    return point[0] + way[0] * length, point[1] + way[1] * length
