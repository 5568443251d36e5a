"""Looks of arrows: line, dashes and head by the kind of link, legible without colour."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from tocmodel.diagram.model import Arrow
from tocmodel.layout.palette import INK, PAPER, paler
from tocmodel.layout.scene import Bounds, Path, PathCommand, Point, Primitive, SceneGroup, Text
from tocmodel.layout.shapes import circle, line, polygon, rounded
from tocmodel.layout.text import measure
from tocmodel.wording import say

HEAD = 8.0
"""How long the head of an arrow is."""
DELAY = 10.0
"""The width and height of the mark of a delay."""
_SLAB = 4.4
"""The thickness of the hollow bar at the end of a guess that decreases."""
_HEAVY = 2.0
_CORE = 1.2
"""The width from which the line of a guess is hollow, and the width of its white core."""
_PER_LINK, _WIDEST = 0.2, 6.0
"""How much wider each link makes an arrow that stands for several."""
_RING = 3.6
_DIAMOND = 4.2
_LINE_ENDS = {
    "solid": HEAD - 0.5,
    "open": 0.6,
    "bar": 2.0,
    "dot": 3.0,
    "ring": 2 * _RING - 0.7,
    "diamond": 2 * _DIAMOND,
    "none": 0.0,
}


@frozen(kw_only=True)
class Stroke:
    """How one kind of arrow is drawn.

    Attributes:
        colour: of line and head.
        width: of the line.
        dash: its dashes.
        head: ``solid``, ``open``, ``bar``, ``dot``, ``ring``, ``diamond`` or ``none``.
        tail: the head at the start of an arrow that points both ways; empty for all others.
        mark: a symbol near the head: ``+``, ``-``, ``?``, ``±`` or none; ``+`` only in loops.
        tail_mark: the same near the start.
        guess: ``inferred`` or ``drafted``: the head is an outline; a draft also has a symbol.
    """

    colour: str = "#3f4852"
    width: float = 1.25
    dash: tuple[float, ...] = ()
    head: str = "solid"
    tail: str = ""
    mark: str = ""
    tail_mark: str = ""
    guess: str = ""


STROKES: Mapping[str, Stroke] = MappingProxyType(
    {
        "causal": Stroke(),
        "mutual": Stroke(),
        "associated": Stroke(colour="#4a525c", dash=(1.5, 2.5), head="none"),
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

    A link that *decreases* has a bar and a minus sign, one that merely *changes* has an open head,
    one with an unknown effect has a question mark, and one whose effect is disputed, or mixed, has
    a plus and a minus. A mutual link has a head at each end, an association none. Feedback is
    dashed. The head of a guess is hollow, and so is its line if it belongs to the main story.
    """
    stroke = evolve(STROKES.get(arrow.kind, STROKES["causal"]), guess=arrow.guess)
    if arrow.kind == "associated":
        return evolve(stroke, mark="-" if arrow.effect == "decreases" else "")
    if arrow.effect == "decreases" and arrow.kind in {"causal", "mutual", "bridged", "threatens"}:
        stroke = evolve(stroke, colour=NEGATIVE, head="bar", mark="-")
    elif arrow.effect in _UNSURE:
        head_, mark_ = _UNSURE[arrow.effect]
        stroke = evolve(stroke, head=head_, mark=mark_)
    if arrow.kind == "mutual":
        tail, mark_ = _TAILS.get(arrow.effect_back, ("solid", ""))
        stroke = evolve(stroke, tail=tail, tail_mark=mark_)
    if arrow.feedback:
        colour = stroke.colour if arrow.effect == "decreases" else FEEDBACK
        stroke = evolve(stroke, colour=colour, dash=(6.0, 3.5), width=1.4)
    if arrow.main:
        stroke = evolve(stroke, width=2.4, colour=INK if stroke.head != "bar" else stroke.colour)
    if arrow.links > 1:
        stroke = evolve(stroke, width=min(stroke.width + arrow.links * _PER_LINK, _WIDEST))
    return stroke_between(stroke) if arrow.beyond else stroke


_UNSURE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "unknown": ("open", "?"),
        "changes": ("open", ""),
        "disputed": ("open", "±"),
        "mixed": ("open", "±"),
    }
)
_TAILS: Mapping[str, tuple[str, str]] = MappingProxyType({**_UNSURE, "decreases": ("bar", "-")})
"""The head and the mark of each effect that is not simply an increase."""


def stroke_between(stroke: Stroke) -> Stroke:
    """Return the look of an arrow between two regions: thin and pale, and still easy to see."""
    return evolve(stroke, colour=paler(stroke.colour), width=min(stroke.width, 1.0))


def at_start(stroke: Stroke) -> Stroke:
    """Return the stroke of the start of an arrow that points both ways."""
    return evolve(stroke, head=stroke.tail, mark=stroke.tail_mark)


def head(stroke: Stroke, tip: Point, direction: Point) -> tuple[Path, ...]:
    """Return the head of an arrow that reaches its tip in ``direction`` (of length 1)."""
    if stroke.head == "none":
        return ()
    if stroke.guess:
        points = (
            _slab(tip, direction) if stroke.head == "bar" else _triangle(stroke, tip, direction)
        )
        return (_hollow(stroke, polygon(points)),)
    return (_HEADS[stroke.head](stroke, tip, direction),)


def shaft(stroke: Stroke, commands: tuple[PathCommand, ...]) -> tuple[Path, ...]:
    """Return the line of an arrow; a heavy line of a guess is hollow, like its head."""
    whole = Path(
        commands=commands, stroke=stroke.colour, stroke_width=stroke.width, dash=stroke.dash
    )
    if not stroke.guess or stroke.width < _HEAVY:
        return (whole,)
    outer = evolve(whole, stroke_width=stroke.width + _CORE)
    return outer, evolve(whole, stroke=PAPER, stroke_width=_CORE, dash=())


def line_end(stroke: Stroke) -> float:
    """How far before the tip the line of an arrow stops."""
    if stroke.head == "none":
        return 0.0
    if stroke.guess:
        return _SLAB if stroke.head == "bar" else HEAD
    return _LINE_ENDS[stroke.head]


def mark(stroke: Stroke, at: Point) -> tuple[Primitive, ...]:
    """Return the symbol of a link in a small circle, or nothing."""
    x, y = at
    disc = Path(commands=circle(x, y, 4.6), fill=PAPER, stroke=stroke.colour, stroke_width=1.1)
    if stroke.mark == "-":
        sign = _outline(evolve(stroke, width=1.6), line(((x - 2.4, y), (x + 2.4, y))))
        return disc, sign
    if stroke.mark == "+":
        bars = (((x - 2.4, y), (x + 2.4, y)), ((x, y - 2.4), (x, y + 2.4)))
        return disc, *(_outline(evolve(stroke, width=1.4), line(ends)) for ends in bars)
    if stroke.mark == "±":
        signs = (
            ((x - 2.2, y - 1.5), (x + 2.2, y - 1.5)),
            ((x, y - 3.5), (x, y + 0.5)),
            ((x - 2.2, y + 2.3), (x + 2.2, y + 2.3)),
        )
        thin = evolve(stroke, width=1.2)
        return disc, *(_outline(thin, line(ends)) for ends in signs)
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


def number_mark(stroke: Stroke, number: int, at: Point, size: float) -> tuple[Primitive, ...]:
    """Return the number of an arrow in the key, on a white ground; nothing without one."""
    if not number:
        return ()
    area = number_bounds(number, at, size)
    text = str(number)
    ground = Path(
        commands=rounded(area, area.height / 2),
        fill=PAPER,
        stroke=stroke.colour,
        stroke_width=0.8,
    )
    words = Text(
        x=area.centre[0],
        y=round(area.centre[1] + size * 0.355, 2),
        text=text,
        size=size,
        width=measure(text, size, bold=True),
        colour=INK,
        anchor="middle",
        bold=True,
    )
    return ground, words


def number_bounds(number: int, at: Point, size: float) -> Bounds:
    """Return the area of the number of an arrow, in letters of a size."""
    high = size + 4.0
    width = max(measure(str(number), size, bold=True) + 7.0, high)
    return Bounds(x=at[0] - width / 2, y=at[1] - high / 2, width=width, height=high)


def draft_mark(stroke: Stroke, at: Point) -> tuple[Primitive, ...]:
    """Return the symbol of a draft, an unfinished line of dots in a square; nothing for others."""
    if stroke.guess != "drafted":
        return ()
    x, y = at
    square = polygon(((x - 5, y - 4), (x + 5, y - 4), (x + 5, y + 4), (x - 5, y + 4)))
    dots = (
        Path(commands=circle(x + right, y, 0.9), fill=stroke.colour) for right in (-2.8, 0.0, 2.8)
    )
    return Path(commands=square, fill=PAPER, stroke=stroke.colour, stroke_width=1.1), *dots


def delay_mark(stroke: Stroke, at: Point, direction: Point) -> tuple[Path, ...]:
    """Return two short lines across an arrow that runs in ``direction``: its effect takes time."""
    across = (-direction[1], direction[0])
    feet = (_from(at, direction, side) for side in (-2.0, 2.0))
    bars = ((_from(foot, across, -5.0), _from(foot, across, 5.0)) for foot in feet)
    return tuple(
        Path(commands=line(_rounded(ends)), stroke=stroke.colour, stroke_width=1.4) for ends in bars
    )


def _rounded(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple((round(x, 2), round(y, 2)) for x, y in points)


def _bar(stroke: Stroke, tip: Point, direction: Point) -> Path:
    at = _from(tip, direction, -2.0)
    half = 5.0
    ends = (
        _from(at, (-direction[1], direction[0]), half),
        _from(at, (direction[1], -direction[0]), half),
    )
    return Path(commands=line(ends), stroke=stroke.colour, stroke_width=2.4)


def _triangle(stroke: Stroke, tip: Point, direction: Point) -> tuple[Point, Point, Point]:
    half = 3.4 + stroke.width / 2
    back = _from(tip, direction, -HEAD)
    return (
        tip,
        _from(back, (-direction[1], direction[0]), half),
        _from(back, (direction[1], -direction[0]), half),
    )


def _slab(tip: Point, direction: Point) -> tuple[Point, ...]:
    """Return the corners of a bar that is wide enough to be hollow."""
    near, far = _from(tip, direction, -0.8), _from(tip, direction, -_SLAB)
    across = (-direction[1], direction[0])
    return (
        _from(near, across, 5.0),
        _from(near, across, -5.0),
        _from(far, across, -5.0),
        _from(far, across, 5.0),
    )


def _solid(stroke: Stroke, tip: Point, direction: Point) -> Path:
    return Path(commands=polygon(_triangle(stroke, tip, direction)), fill=stroke.colour)


def _open(stroke: Stroke, tip: Point, direction: Point) -> Path:
    _, left, right = _triangle(stroke, tip, direction)
    return _outline(stroke, line((left, tip, right)))


def _dot(stroke: Stroke, tip: Point, direction: Point) -> Path:
    x, y = _from(tip, direction, -3.0)
    return Path(commands=circle(x, y, 2.8), fill=stroke.colour)


def _ring(stroke: Stroke, tip: Point, direction: Point) -> Path:
    x, y = _from(tip, direction, -_RING)
    return _hollow(stroke, circle(x, y, _RING - 0.7))


def _diamond(stroke: Stroke, tip: Point, direction: Point) -> Path:
    middle = _from(tip, direction, -_DIAMOND)
    sides = (
        _from(middle, (-direction[1], direction[0]), 3.4),
        _from(middle, (direction[1], -direction[0]), 3.4),
    )
    return _hollow(stroke, polygon((tip, sides[0], _from(tip, direction, -2 * _DIAMOND), sides[1])))


def _hollow(stroke: Stroke, commands: tuple[PathCommand, ...]) -> Path:
    return Path(commands=commands, fill=PAPER, stroke=stroke.colour, stroke_width=1.3)


def _outline(stroke: Stroke, commands: tuple[PathCommand, ...]) -> Path:
    return Path(commands=commands, stroke=stroke.colour, stroke_width=max(stroke.width, 1.2))


def _from(point: Point, direction: Point, length: float) -> Point:
    return point[0] + direction[0] * length, point[1] + direction[1] * length


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


def arrow_group(arrow: Arrow, items: Iterable[Primitive]) -> SceneGroup:
    """Return all that is drawn of an arrow as one thing, with its sentence for screen readers."""
    change = f" ({say(f'change-{arrow.change}')})" if arrow.change else ""
    return SceneGroup(
        id=f"arrow:{arrow.id}",
        role="arrow",
        title=(arrow.description or f"{arrow.from_} to {arrow.to}") + change,
        items=tuple(items),
        kind=arrow.kind,
        ends=(arrow.from_, arrow.to),
    )
