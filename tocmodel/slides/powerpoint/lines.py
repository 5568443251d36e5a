"""Arrows: connectors glued to their boxes, and freeforms along the routes of the picture."""

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from tocmodel.diagram.model import Arrow
from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Bounds, Path, PathCommand, Point, SceneGroup
from tocmodel.layout.symbols.arrow_style import (
    Stroke,
    at_start,
    delay_mark,
    head,
    line_end,
    stroke_of,
)
from tocmodel.slides.glue import Glue
from tocmodel.slides.line_ends import end_of, further, spots_of
from tocmodel.slides.powerpoint.shapes import MUTED, Brush, add_shape
from tocmodel.slides.powerpoint.xml import LxmlElement, decorate, describe, emu, fill, outline, sub

_HEADS = {
    "solid": "triangle",
    "open": "arrow",
    "bar": "diamond",
    "dot": "oval",
    "ring": "oval",
    "diamond": "diamond",
}
"""PowerPoint's heads for ours; what a head alone cannot show is in words beside the line."""
_HEAVY = 2.0


@frozen
class LineLook:
    """How a line is drawn: its width, its dashes and the heads at both ends; empty for none."""

    width: float
    dash: str
    head: str
    tail: str


def look_of(arrow: Arrow) -> LineLook:
    """Return the look of an arrow with the means of PowerPoint.

    >>> look_of(Arrow(id="1", from_="a", to="b"))
    LineLook(width=1.5, dash='', head='triangle', tail='')
    >>> look_of(Arrow(id="1", from_="a", to="b", kind="addresses")).dash
    'sysDot'
    """
    stroke = stroke_of(evolve(arrow, guess=""))
    width = 3.0 if arrow.main else 1.5
    return LineLook(width, _dash(stroke), _HEADS.get(stroke.head, ""), _HEADS.get(stroke.tail, ""))


def _dash(stroke: Stroke) -> str:
    if not stroke.dash:
        return ""
    if len(stroke.dash) > 2:
        return "sysDashDot"
    return "sysDot" if stroke.dash[0] < 2 else "dash" if stroke.dash[0] > 5 else "sysDash"


def draw_connector(brush: Brush, arrow: Arrow, glue: Glue, ends: tuple[Any, Any]) -> Any:
    """Draw an arrow as a straight connector, glued to the shapes of its boxes."""
    from pptx.enum.shapes import MSO_CONNECTOR  # noqa: PLC0415  (needed for this format only)

    (x, y), (end_x, end_y) = brush.at(*glue.start), brush.at(*glue.end)
    line = brush.slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, emu(x), emu(y), emu(end_x), emu(end_y)
    )
    line._element.remove(line._element.find("{*}style"))
    line._connect_begin_to(ends[0], glue.from_side)
    line._connect_end_to(ends[1], glue.to_side)
    draw_line(line._element.spPr, look_of(arrow))
    name_line(line, arrow)
    return line


def draw_line(properties: LxmlElement, look: LineLook) -> None:
    """Give a line its width, dashes and heads."""
    line = outline(properties, MUTED, look.width, look.dash)
    size = "med" if look.width > _HEAVY else "lg"
    if look.tail:
        sub(line, "headEnd", type=look.tail, w=size, len=size)
    if look.head:
        sub(line, "tailEnd", type=look.head, w=size, len=size)


def name_line(shape: Any, arrow: Arrow) -> None:
    """Name a line by its ends, and describe it by the whole sentence."""
    describe(shape, f"Arrow: {arrow.id}", arrow.description or f"{arrow.from_} leads to {arrow.to}")


def draw_freeform(brush: Brush, arrow: Arrow, group: SceneGroup) -> Any:
    """Draw an arrow along its route in the picture: one shape with its line and its heads."""
    first = next(item for item in group.items if isinstance(item, Path))
    shape = _freeform(brush, _paths(arrow, first.commands))
    properties = shape._element.spPr
    fill(properties, MUTED)
    look = look_of(arrow)
    outline(properties, MUTED, look.width, look.dash)
    name_line(shape, arrow)
    return shape


def draw_delay(brush: Brush, at: Point, direction: Point) -> Any:
    """Draw the mark of a delay across a line, which the words beside it or the legend explain."""
    shape = _freeform(brush, delay_mark(Stroke(), at, direction))
    outline(shape._element.spPr, MUTED, 1.5)
    return shape


def _freeform(brush: Brush, paths: Sequence[Path]) -> Any:
    """Draw some paths of the picture as one shape, without fill or outline."""
    points = [spot for path in paths for spot in spots_of(path.commands)]
    left, top = (min(spot[axis] for spot in points) for axis in (0, 1))
    right, bottom = (max(spot[axis] for spot in points) for axis in (0, 1))
    area = brush.bounds(Bounds(x=left, y=top, width=right - left, height=bottom - top))
    shape = _empty_freeform(brush, area)
    for path in paths:
        _add_path(shape._element.spPr, path, (left, top), area, brush.scale)
    return shape


def draw_icon(brush: Brush, icon: Path, name: str) -> Any:
    """Draw the icon beside a heading, which is only decoration."""
    area = brush.bounds(icon.bounds)
    shape = _empty_freeform(brush, area)
    properties = shape._element.spPr
    _add_path(properties, icon, (icon.bounds.x, icon.bounds.y), area, brush.scale)
    fill(properties, "")
    outline(properties, "tx1", icon.stroke_width * brush.scale)
    decorate(shape, name)
    return shape


def _paths(arrow: Arrow, route: Sequence[PathCommand]) -> list[Path]:
    """Return the line of an arrow and its heads, without what stands for a guess.

    The route of the picture stops before its own head, which may be longer or shorter.
    """
    drawn, plain = stroke_of(arrow), stroke_of(evolve(arrow, guess=""))
    end, way = end_of(spots_of(route))
    tip = further(end, way, line_end(drawn))
    line = [*route, ("L", further(tip, way, -line_end(plain)))]
    heads = list(head(plain, tip, way))
    if plain.tail:
        start, back = end_of(spots_of(route)[::-1])
        heads += head(at_start(plain), further(start, back, line_end(at_start(drawn))), back)
    return [Path(commands=tuple(line)), *heads]


def _empty_freeform(brush: Brush, area: Bounds) -> Any:
    """Add a freeform without a path."""
    least = evolve(area, width=max(area.width, 0.01), height=max(area.height, 0.01))
    shape = add_shape(brush.slide, least)
    properties = shape._element.spPr
    properties.remove(properties.find("{*}prstGeom"))
    geometry = sub(properties, "custGeom")
    for part in ("avLst", "gdLst", "ahLst", "cxnLst"):
        sub(geometry, part)
    sub(geometry, "rect", l="0", t="0", r="r", b="b")
    sub(geometry, "pathLst")
    return shape


_STEPS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}


def _add_path(
    properties: LxmlElement, path: Path, origin: Point, area: Bounds, scale: float
) -> None:
    """Add a path to a freeform, in units of the slide from the corner of its area."""
    paths = properties.find("{*}custGeom").find("{*}pathLst")
    hollow = {} if path.fill not in ("", PAPER) else {"fill": "none"}
    size = {"w": max(emu(area.width), 1), "h": max(emu(area.height), 1)}
    drawn = sub(paths, "path", **size, **hollow)
    for letter, numbers in path.commands:
        if letter == "Z":
            sub(drawn, "close")
            continue
        step = sub(drawn, _STEPS[letter])
        for at in range(0, len(numbers), 2):
            x = emu((numbers[at] - origin[0]) * scale)
            y = emu((numbers[at + 1] - origin[1]) * scale)
            sub(step, "pt", x=x, y=y)
