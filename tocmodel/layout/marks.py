"""The small drawings before the words of a badge: one per kind, so that no colour is needed."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Bounds, Path, Point
from tocmodel.layout.shapes import circle, line, polygon, rectangle, rounded

MARK = 8.0
"""The width and height of a mark."""


def badge_mark(kind: str, x: float, y: float, colour: str) -> tuple[Path, ...]:
    """Return the small drawing before the words of a badge, from its top left corner."""
    return _MARKS.get(kind, _dot)(x, y, colour)


def row_of_marks(kinds: Sequence[str], at: Point, colour: str) -> tuple[Path, ...]:
    """Return the marks of badges side by side on the line of an arrow, on a white ground."""
    if not kinds:
        return ()
    bounds = row_bounds(kinds, at)
    marks = [
        path
        for place, kind in enumerate(kinds)
        for path in badge_mark(kind, bounds.x + 2.5 + place * (MARK + 1), bounds.y + 2, colour)
    ]
    ground = rounded(bounds, MARK / 2 + 2)
    return (Path(commands=ground, fill=PAPER, stroke=colour, stroke_width=0.8), *marks)


def row_bounds(kinds: Sequence[str], at: Point) -> Bounds:
    """Return the area of a row of badge marks around a point."""
    width = len(kinds) * (MARK + 1) + 4
    return Bounds(x=at[0] - width / 2, y=at[1] - MARK / 2 - 2, width=width, height=MARK + 4)


def _dot(x: float, y: float, colour: str) -> tuple[Path, ...]:
    return (Path(commands=circle(x + 4, y + 4, 2.2), fill=colour),)


def _chart(x: float, y: float, colour: str) -> tuple[Path, ...]:
    bars = ((0.5, 4.5), (3.0, 2.5), (5.5, 0.5))
    return tuple(
        Path(
            commands=rectangle(Bounds(x=x + left_, y=y + top, width=2.0, height=7.5 - top)),
            fill=colour,
        )
        for left_, top in bars
    )


def _tick(x: float, y: float, colour: str) -> tuple[Path, ...]:
    commands = line(((x + 0.8, y + 4.4), (x + 3.2, y + 7), (x + 7.4, y + 1.2)))
    return (Path(commands=commands, stroke=colour, stroke_width=1.6),)


def _square(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """A window: the situation."""
    frame = rectangle(Bounds(x=x + 0.8, y=y + 1.0, width=6.4, height=6.4))
    bar = line(((x + 4, y + 1.0), (x + 4, y + 7.4)))
    return (
        Path(commands=frame, stroke=colour, stroke_width=1.2),
        Path(commands=bar, stroke=colour, stroke_width=1.0),
    )


def _done(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """An arrowhead that points on: something was done."""
    head = polygon(((x + 1.2, y + 0.8), (x + 7.2, y + 4.0), (x + 1.2, y + 7.2)))
    return (Path(commands=head, fill=colour),)


def _target(x: float, y: float, colour: str) -> tuple[Path, ...]:
    return (
        Path(commands=circle(x + 4, y + 4, 3.4), stroke=colour, stroke_width=1.1),
        Path(commands=circle(x + 4, y + 4, 1.2), fill=colour),
    )


def _question(x: float, y: float, colour: str) -> tuple[Path, ...]:
    hook = line(
        ((x + 2, y + 2.4), (x + 4, y + 0.9), (x + 6, y + 2.4), (x + 4, y + 4.3), (x + 4, y + 5.3))
    )
    return (
        Path(commands=hook, stroke=colour, stroke_width=1.3),
        Path(commands=circle(x + 4, y + 7.1, 0.8), fill=colour),
    )


def _hollow(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """An empty circle: nothing observed yet."""
    return (Path(commands=circle(x + 4, y + 4, 2.8), stroke=colour, stroke_width=1.2),)


def _balance(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """An equals sign: neither for nor against."""
    bars = (((x + 1, y + 2.8), (x + 7, y + 2.8)), ((x + 1, y + 5.4), (x + 7, y + 5.4)))
    return tuple(Path(commands=line(ends), stroke=colour, stroke_width=1.4) for ends in bars)


def _ring(x: float, y: float, colour: str) -> tuple[Path, ...]:
    ring = circle(x + 4, y + 4, 3.2)
    return (Path(commands=ring, stroke=colour, stroke_width=1.2, dash=(1.8, 1.3)),)


def _warning(x: float, y: float, colour: str) -> tuple[Path, ...]:
    triangle = polygon(((x + 4, y + 0.3), (x + 7.9, y + 7.5), (x + 0.1, y + 7.5)))
    stem = line(((x + 4, y + 2.9), (x + 4, y + 5.0)))
    foot = line(((x + 4, y + 5.8), (x + 4, y + 6.7)))
    return (
        Path(commands=triangle, fill=colour),
        Path(commands=stem, stroke=PAPER, stroke_width=1.1),
        Path(commands=foot, stroke=PAPER, stroke_width=1.1),
    )


def _cross(x: float, y: float, colour: str) -> tuple[Path, ...]:
    strokes = (((x + 1, y + 1), (x + 7, y + 7)), ((x + 7, y + 1), (x + 1, y + 7)))
    return tuple(Path(commands=line(ends), stroke=colour, stroke_width=1.8) for ends in strokes)


def _pill(x: float, y: float, colour: str) -> tuple[Path, ...]:
    pill = rounded(Bounds(x=x + 0.4, y=y + 1.8, width=7.2, height=4.6), 2.3)
    return (Path(commands=pill, stroke=colour, stroke_width=1.2),)


def _sheets(x: float, y: float, colour: str) -> tuple[Path, ...]:
    front = rectangle(Bounds(x=x + 0.6, y=y + 2.4, width=5.2, height=5.0))
    back = line(((x + 2.4, y + 0.6), (x + 7.6, y + 0.6), (x + 7.6, y + 5.6)))
    return (
        Path(commands=front, stroke=colour, stroke_width=1.1),
        Path(commands=back, stroke=colour, stroke_width=1.1),
    )


def _tag(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """A label with a hole, like a luggage tag."""
    ends = ((0.5, 4.0), (3.0, 1.2), (7.6, 1.2), (7.6, 6.8), (3.0, 6.8))
    label = polygon(tuple((x + right, y + down) for right, down in ends))
    return (
        Path(commands=label, stroke=colour, stroke_width=1.2),
        Path(commands=circle(x + 3.2, y + 4, 0.9), fill=colour),
    )


def _person(x: float, y: float, colour: str) -> tuple[Path, ...]:
    body = rounded(Bounds(x=x + 1.0, y=y + 4.3, width=6.0, height=3.4), 2.6, (0, 1))
    return (
        Path(commands=circle(x + 4, y + 2.2, 1.8), fill=colour),
        Path(commands=body, fill=colour),
    )


def _barred(x: float, y: float, colour: str) -> tuple[Path, ...]:
    bar = line(((x + 1.9, y + 6.1), (x + 6.1, y + 1.9)))
    return (
        Path(commands=circle(x + 4, y + 4, 3.2), stroke=colour, stroke_width=1.3),
        Path(commands=bar, stroke=colour, stroke_width=1.3),
    )


def _plus(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """Two things together."""
    bars = (((x + 0.8, y + 4), (x + 7.2, y + 4)), ((x + 4, y + 0.8), (x + 4, y + 7.2)))
    return tuple(Path(commands=line(bar), stroke=colour, stroke_width=1.8) for bar in bars)


def _hollow_head(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """The head of an arrow that is a guess."""
    head = polygon(((x + 7.2, y + 4), (x + 1.0, y + 0.9), (x + 1.0, y + 7.1)))
    return (Path(commands=head, fill=PAPER, stroke=colour, stroke_width=1.2),)


def _dots(x: float, y: float, colour: str) -> tuple[Path, ...]:
    """A program's draft: an unfinished line of dots in a square."""
    square = rectangle(Bounds(x=x + 0.2, y=y + 1.0, width=7.6, height=6.0))
    dots = (Path(commands=circle(x + right, y + 4, 0.7), fill=colour) for right in (2, 4, 6))
    return (Path(commands=square, fill=PAPER, stroke=colour, stroke_width=1.0), *dots)


# Progress: each status is a sign on a disc, so that no mark of anything else looks like it.


def _on_disc(*signs: Sequence[Point]) -> Callable[[float, float, str], tuple[Path, ...]]:
    """Return how to draw lines in white on a disc; each is a few points from its top left."""

    def draw(x: float, y: float, colour: str) -> tuple[Path, ...]:
        disc = Path(commands=circle(x + 4, y + 4, 4.0), fill=colour)
        lines = (tuple((x + right, y + down) for right, down in sign) for sign in signs)
        return (disc, *(Path(commands=line(at), stroke=PAPER, stroke_width=1.2) for at in lines))

    return draw


_PROGRESS: Mapping[str, Callable[[float, float, str], tuple[Path, ...]]] = MappingProxyType(
    {
        "met": _on_disc(((1.9, 4.2), (3.4, 5.8), (6.1, 2.4))),
        "met-at-start": _on_disc(((1.7, 1.9), (6.3, 1.9)), ((2.1, 4.6), (3.5, 6.1), (6.0, 3.4))),
        "missed": _on_disc(((2.3, 2.3), (5.7, 5.7)), ((5.7, 2.3), (2.3, 5.7))),
        "behind": _on_disc(((4.0, 1.6), (4.0, 4.6)), ((4.0, 5.5), (4.0, 6.6))),
        "on-the-way": _on_disc(((1.7, 4.0), (6.0, 4.0)), ((4.2, 2.1), (6.1, 4.0), (4.2, 5.9))),
        "worse": _on_disc(((6.3, 4.0), (2.0, 4.0)), ((3.8, 2.1), (1.9, 4.0), (3.8, 5.9))),
        "no-change": _on_disc(((2.0, 3.1), (6.0, 3.1)), ((2.0, 5.0), (6.0, 5.0))),
        "not-yet": _on_disc(((4.0, 1.6), (4.0, 4.2), (5.9, 5.2))),
        "unclear": _on_disc(
            ((2.7, 2.9), (4.0, 1.9), (5.3, 2.9), (4.0, 4.1), (4.0, 4.9)), ((4.0, 5.7), (4.0, 6.6))
        ),
        "no-target": _on_disc(((2.0, 4.0), (6.0, 4.0))),
        "no-data": _hollow,
    }
)


_MARKS: Mapping[str, Callable[[float, float, str], tuple[Path, ...]]] = MappingProxyType(
    {
        "indicator": _chart,
        "evidence": _tick,
        "situation": _square,
        "delivery": _done,
        "aim": _target,
        "unstated": _question,
        "neither": _balance,
        "planned": _hollow,
        "hoped": _hollow,
        "not-said": _question,
        "against": _barred,
        "assumption": _ring,
        "risk": _warning,
        "mechanism": _pill,
        "partner": _person,
        "needs": _plus,
        "collapsed": _sheets,
        "gap": _cross,
        "category": _tag,
        "inferred": _hollow_head,
        "drafted": _dots,
        **{f"progress:{status}": draw for status, draw in _PROGRESS.items()},
    }
)
