"""Outlines of boxes, one shape per kind, so that kinds differ without colour; lines and curves."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from attrs import evolve, frozen

from tocmodel.layout.scene import Bounds, Path, PathCommand, Point

_KAPPA = 0.5523
"""How far the handles of a Bézier curve reach to draw a quarter of a circle."""


def polygon(points: tuple[Point, ...]) -> tuple[PathCommand, ...]:
    """Return the path round a polygon."""
    first, *others = points
    return (("M", first), *(("L", point) for point in others), ("Z", ()))


def line(points: tuple[Point, ...]) -> tuple[PathCommand, ...]:
    """Return the path along some points."""
    return polygon(points)[:-1]


def rectangle(box: Bounds) -> tuple[PathCommand, ...]:
    """Return the path round a rectangle.

    >>> rectangle(Bounds(x=0, y=0, width=2, height=1))[2]
    ('L', (2, 1))
    """
    return polygon(
        ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    )


def rounded(
    box: Bounds, radius: float = 7.0, corners: tuple[int, ...] = (0, 1, 2, 3)
) -> tuple[PathCommand, ...]:
    """Return a rectangle with some corners rounded, counted clockwise from the top left."""
    reach = min(radius, box.width / 2, box.height / 2)
    spots = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    directions = ((0, -1), (1, 0), (0, 1), (-1, 0))  # the direction in which each corner is reached
    commands: list[PathCommand] = []
    for corner, (x, y) in enumerate(spots):
        r = reach if corner in corners else 0.0
        (ax, ay), (bx, by) = directions[corner], directions[(corner + 1) % 4]
        start, end = (x - ax * r, y - ay * r), (x + bx * r, y + by * r)
        commands.append(("L" if commands else "M", start))
        if r:
            keep = 1 - _KAPPA
            first = (x - ax * r * keep, y - ay * r * keep)
            second = (x + bx * r * keep, y + by * r * keep)
            commands.append(("C", (*first, *second, *end)))
    return (*commands, ("Z", ()))


def circle(x: float, y: float, radius: float) -> tuple[PathCommand, ...]:
    """Return the path round a circle."""
    box = Bounds(x=x - radius, y=y - radius, width=2 * radius, height=2 * radius)
    return rounded(box, radius)


def on_curve(start: Point, numbers: Sequence[float], t: float) -> Point:
    """Return the point of a curve at a share ``t`` of its way."""
    x1, y1, x2, y2, x3, y3 = numbers
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        round(a * start[0] + b * x1 + c * x2 + d * x3, 2),
        round(a * start[1] + b * y1 + c * y2 + d * y3, 2),
    )


def _cut(cuts: tuple[float, float, float, float]) -> Callable[[Bounds], tuple[PathCommand, ...]]:
    """A rectangle with corners cut off, clockwise from the top left."""

    def outline(box: Bounds) -> tuple[PathCommand, ...]:
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        a, b, c, d = (min(cut, box.height * 0.27) for cut in cuts)
        corners = (
            ((left, top + a), (left + a, top)),
            ((right - b, top), (right, top + b)),
            ((right, bottom - c), (right - c, bottom)),
            ((left + d, bottom), (left, bottom - d)),
        )
        return polygon(tuple(dict.fromkeys(point for corner in corners for point in corner)))

    return outline


def _hexagon(box: Bounds) -> tuple[PathCommand, ...]:
    left, top, right, bottom, middle = box.x, box.y, box.right, box.bottom, box.centre[1]
    inset = 7.0
    return polygon(
        (
            (left, middle),
            (left + inset, top),
            (right - inset, top),
            (right, middle),
            (right - inset, bottom),
            (left + inset, bottom),
        )
    )


def _rounded(box: Bounds) -> tuple[PathCommand, ...]:
    return rounded(box, min(7.0, box.height * 0.22))


def _stadium(box: Bounds) -> tuple[PathCommand, ...]:
    return rounded(box, 18.0)


def _leaf(box: Bounds) -> tuple[PathCommand, ...]:
    return rounded(box, 14.0, (0, 2))


def _tab(box: Bounds) -> tuple[PathCommand, ...]:
    return rounded(box, 12.0, (0, 1))


def _bars(at: tuple[float, ...]) -> Callable[[Bounds], tuple[PathCommand, ...]]:
    """Upright lines inside a box, at a distance from its left edge (below zero, its right)."""

    def lines(box: Bounds) -> tuple[PathCommand, ...]:
        places = (box.x + inset if inset > 0 else box.right + inset for inset in at)
        return tuple(command for x in places for command in line(((x, box.y), (x, box.bottom))))

    return lines


def _fold(box: Bounds) -> tuple[PathCommand, ...]:
    return line(((box.right - 9, box.y), (box.right - 9, box.y + 9), (box.right, box.y + 9)))


def _stack(box: Bounds) -> tuple[PathCommand, ...]:
    """The edge of a second sheet, as a line inside the lower right corner."""
    return line(
        (
            (box.x + 3, box.bottom - 3),
            (box.right - 3, box.bottom - 3),
            (box.right - 3, box.y + 3),
        )
    )


@frozen(kw_only=True)
class Shape:
    """How a kind of box is drawn.

    Attributes:
        outline: the path round it.
        inner: a further line inside it, or none.
        inset: the free room to the left and the right of its words.
        dash: the dashes of the outline.
        weight: the width of the outline.
    """

    outline: Callable[[Bounds], tuple[PathCommand, ...]]
    inner: Callable[[Bounds], tuple[PathCommand, ...]] | None = None
    inset: float = 8.0
    dash: tuple[float, ...] = ()
    weight: float = 1.4


_PLAIN = Shape(outline=_rounded)

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        "condition": Shape(outline=_cut((7, 7, 7, 7))),
        "factor": Shape(outline=_cut((0, 7, 0, 7))),
        "asset": Shape(outline=_hexagon, inset=11.0),
        "input": Shape(outline=rectangle, inner=_bars((4.0, -4.0)), inset=10.0),
        "partner": Shape(outline=_tab),
        "intervention": Shape(outline=rectangle, weight=1.8),
        "output": Shape(outline=_cut((0, 9, 0, 0)), inner=_fold, inset=10.0),
        "mechanism": Shape(outline=_stadium, inset=11.0),
        "outcome": _PLAIN,
        "assumption": Shape(outline=_rounded, dash=(4.0, 2.5)),
        "risk": Shape(outline=_cut((12, 0, 12, 0)), weight=1.8, inset=9.0),
        "indicator": Shape(outline=rectangle, inner=_bars((4.0,)), inset=9.0),
        "evidence": Shape(outline=_cut((0, 9, 0, 0)), inner=_fold, dash=(2.0, 2.0), inset=10.0),
        "space": Shape(outline=_leaf),
        "value": Shape(outline=_leaf, inset=9.0),
        "value-creation": Shape(outline=_leaf, inset=9.0),
        "value_creation": Shape(outline=_leaf, inset=9.0),
        "story": Shape(outline=_tab, dash=(2.0, 2.0)),
        "group": Shape(outline=rectangle, inner=_stack, inset=10.0),
        "part": Shape(outline=rectangle, inner=_stack, inset=10.0),
        "continuation": Shape(outline=rectangle, dash=(1.5, 2.5)),
        "undescribed": Shape(outline=rectangle, inner=_stack, inset=10.0, dash=(4.0, 2.5)),
    }
)


STATUS_DASHES: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {"planned": (7.0, 3.0), "hoped": (1.5, 2.5), "not-said": (7.0, 2.5, 1.5, 2.5)}
)
"""The dashes of the outline of value not known to have happened."""


def shape_of(kind: str) -> Shape:
    """Return the shape of a kind of box; other kinds have rounded corners."""
    return SHAPES.get(kind, _PLAIN)


def draw_shape(
    kind: str, box: Bounds, *, stroke: str, fill: str, unwanted: bool = False, status: str = ""
) -> tuple[Path, ...]:
    """Return the outline of a box and the lines inside it.

    An unwanted outcome has a second, thin line inside its outline. The outline of value not known
    to have happened is broken: long dashes for planned value, dots for hoped-for value, both if the
    status is not stated.
    """
    shape = shape_of(kind)
    outline = Path(
        commands=shape.outline(box),
        fill=fill,
        stroke=stroke,
        stroke_width=shape.weight,
        dash=STATUS_DASHES.get(status, shape.dash),
    )
    paths = [outline]
    if shape.inner is not None:
        paths.append(Path(commands=shape.inner(box), stroke=stroke, stroke_width=1.0))
    if unwanted:
        within = Bounds(x=box.x + 3, y=box.y + 3, width=box.width - 6, height=box.height - 6)
        commands = shape.outline(within)
        paths.append(evolve(outline, commands=commands, fill="", stroke_width=0.9))
    return tuple(paths)
