"""Looks of arrows: line, dashes and head by what the link says, legible without colour."""

from collections.abc import Callable, Mapping
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
_SLAB = 4.4
"""How thick the hollow bar is in which a guess that reduces ends."""
_HEAVY = 2.0
_CORE = 1.2
"""From this width on the line of a guess is hollow, and how wide its white core is."""
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
        guess: ``inferred`` or ``drafted``: the head is an outline; a draft has a sign besides.
    """

    colour: str = "#3f4852"
    width: float = 1.25
    dash: tuple[float, ...] = ()
    head: str = "solid"
    mark: str = ""
    guess: str = ""


STROKES: Mapping[str, Stroke] = MappingProxyType(
    {
        "causal": Stroke(),
        "threatens": Stroke(colour="#9b2217", dash=(5.0, 2.0, 1.0, 2.0), head="bar"),
        "addresses": Stroke(colour="#5a6470", width=1.1, dash=(1.5, 2.5), head="open"),
        "uses": Stroke(colour="#22694a", width=1.1, dash=(1.5, 2.5)),
        "delivers": Stroke(colour="#3f5a36", width=1.1, dash=(1.5, 2.5), head="dot"),
        "measures": Stroke(colour="#16656f", width=1.0, dash=(3.0, 2.0), head="dot"),
        "supports": Stroke(colour="#265c7a", width=1.0, dash=(5.0, 1.5, 1.5, 1.5), head="open"),
        "concerns": Stroke(colour="#4a525c", width=1.0, dash=(5.0, 1.5, 1.5, 1.5), head="dot"),
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
    The head of a guess is hollow, and so is its line where it belongs to the main story.
    """
    stroke = evolve(STROKES.get(arrow.kind, STROKES["causal"]), guess=arrow.guess)
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
    if stroke.guess:
        points = _slab(tip, way) if stroke.head == "bar" else _triangle(stroke, tip, way)
        return (_hollow(stroke, polygon(points)),)
    return (_HEADS[stroke.head](stroke, tip, way),)


def shaft(stroke: Stroke, commands: tuple[Command, ...]) -> tuple[Path, ...]:
    """Return the line of an arrow; a heavy one that is a guess is hollow, as its head is."""
    whole = Path(
        commands=commands, stroke=stroke.colour, stroke_width=stroke.width, dash=stroke.dash
    )
    if not stroke.guess or stroke.width < _HEAVY:
        return (whole,)
    outer = evolve(whole, stroke_width=stroke.width + _CORE)
    return outer, evolve(whole, stroke=PAPER, stroke_width=_CORE, dash=())


def line_end(stroke: Stroke) -> float:
    """How far before the tip the line of an arrow stops."""
    if stroke.guess:
        return _SLAB if stroke.head == "bar" else HEAD
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


def draft_mark(stroke: Stroke, at: Point) -> tuple[Item, ...]:
    """Return the sign of a draft, an unfinished line of dots in a square; nothing for the rest."""
    if stroke.guess != "drafted":
        return ()
    x, y = at
    square = polygon(((x - 5, y - 4), (x + 5, y - 4), (x + 5, y + 4), (x - 5, y + 4)))
    dots = (
        Path(commands=circle(x + right, y, 0.9), fill=stroke.colour) for right in (-2.8, 0.0, 2.8)
    )
    return Path(commands=square, fill=PAPER, stroke=stroke.colour, stroke_width=1.1), *dots


def _bar(stroke: Stroke, tip: Point, way: Point) -> Path:
    at = _from(tip, way, -2.0)
    half = 5.0
    ends = _from(at, (-way[1], way[0]), half), _from(at, (way[1], -way[0]), half)
    return Path(commands=line(ends), stroke=stroke.colour, stroke_width=2.4)


def _triangle(stroke: Stroke, tip: Point, way: Point) -> tuple[Point, Point, Point]:
    half = 3.4 + stroke.width / 2
    back = _from(tip, way, -HEAD)
    return tip, _from(back, (-way[1], way[0]), half), _from(back, (way[1], -way[0]), half)


def _slab(tip: Point, way: Point) -> tuple[Point, ...]:
    """Return the corners of a bar that is wide enough to be hollow."""
    near, far = _from(tip, way, -0.8), _from(tip, way, -_SLAB)
    across = (-way[1], way[0])
    return (
        _from(near, across, 5.0),
        _from(near, across, -5.0),
        _from(far, across, -5.0),
        _from(far, across, 5.0),
    )


def _solid(stroke: Stroke, tip: Point, way: Point) -> Path:
    return Path(commands=polygon(_triangle(stroke, tip, way)), fill=stroke.colour)


def _open(stroke: Stroke, tip: Point, way: Point) -> Path:
    _, left, right = _triangle(stroke, tip, way)
    return _outline(stroke, line((left, tip, right)))


def _dot(stroke: Stroke, tip: Point, way: Point) -> Path:
    x, y = _from(tip, way, -3.0)
    return Path(commands=circle(x, y, 2.8), fill=stroke.colour)


def _ring(stroke: Stroke, tip: Point, way: Point) -> Path:
    x, y = _from(tip, way, -_RING)
    return _hollow(stroke, circle(x, y, _RING - 0.7))


def _diamond(stroke: Stroke, tip: Point, way: Point) -> Path:
    middle = _from(tip, way, -_DIAMOND)
    sides = (_from(middle, (-way[1], way[0]), 3.4), _from(middle, (way[1], -way[0]), 3.4))
    return _hollow(stroke, polygon((tip, sides[0], _from(tip, way, -2 * _DIAMOND), sides[1])))


def _hollow(stroke: Stroke, commands: tuple[Command, ...]) -> Path:
    return Path(commands=commands, fill=PAPER, stroke=stroke.colour, stroke_width=1.3)


def _outline(stroke: Stroke, commands: tuple[Command, ...]) -> Path:
    return Path(commands=commands, stroke=stroke.colour, stroke_width=max(stroke.width, 1.2))


def _from(point: Point, way: Point, length: float) -> Point:
    return point[0] + way[0] * length, point[1] + way[1] * length


_HEADS: Mapping[str, Callable[[Stroke, Point, Point], Path]] = MappingProxyType(
    {
        "solid": _solid,
        "open": _open,
        "bar": _bar,
        "dot": _dot,
        "ring": _ring,
        "diamond": _diamond,
    }
)
