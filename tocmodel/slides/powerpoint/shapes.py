"""Native shapes for what has an area: boxes, columns, lanes, frames and words."""

from typing import Any

from attrs import frozen

from tocmodel.diagram.model import Box
from tocmodel.layout.scene import Bounds
from tocmodel.slides.powerpoint.xml import (
    LxmlElement,
    PptxSlide,
    decorate,
    describe,
    emu,
    fill,
    outline,
    paragraph,
    sub,
)

_ROUND = 7.0
"""The radius of the corners of a box."""
_SLACK = 4.0
"""How much further than its room the name of a frame may reach, so that it never wraps anew."""
_DASHES = {
    "planned": "lgDash",
    "hoped": "sysDot",
    "not-said": "lgDashDot",
}
"""The outlines of value that is not known to have happened."""
_KIND_DASHES = {"continuation": "sysDot", "assumption": "dash", "undescribed": "dash"}


@frozen
class Brush:
    """Draws on one slide, with an offset from the picture to the slide.

    Attributes:
        slide: the slide.
        left, top: where the picture starts.
        scale: the size of the picture on the slide; 1 unless it is too large for it.
        language: of the words.
    """

    slide: PptxSlide
    left: float
    top: float
    scale: float
    language: str

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the slide of a point of the picture."""
        return self.left + x * self.scale, self.top + y * self.scale

    def bounds(self, area: Bounds) -> Bounds:
        """Return the place on the slide of an area of the picture."""
        x, y = self.at(area.x, area.y)
        return Bounds(x=x, y=y, width=area.width * self.scale, height=area.height * self.scale)


def add_shape(slide: PptxSlide, area: Bounds, *, rounded: float = 0.0) -> Any:
    """Add a rectangle without fill, outline or text, its corners perhaps rounded."""
    from pptx.enum.shapes import MSO_SHAPE  # noqa: PLC0415  (needed for this format only)

    kind = MSO_SHAPE.ROUNDED_RECTANGLE if rounded else MSO_SHAPE.RECTANGLE
    shape = slide.shapes.add_shape(
        kind, emu(area.x), emu(area.y), emu(area.width), emu(area.height)
    )
    if rounded:
        shape.adjustments[0] = round(min(0.5, rounded / max(1.0, min(area.width, area.height))), 5)
    style = shape._element.find("{*}style")
    shape._element.remove(style)  # no shadows or colours of the theme's own
    return shape


def paint(shape: Any, colour: str, line: str = "", width: float = 1.5, dash: str = "") -> None:
    """Fill a shape and outline it, with colours of the theme."""
    properties = shape._element.spPr
    fill(properties, colour)
    outline(properties, line, width, dash)


def text_of(shape: Any, *, anchor: str = "ctr", inset: float = 4.0) -> LxmlElement:
    """Return the empty text of a shape, to which paragraphs can be added."""
    body: LxmlElement = shape._element.txBody
    for child in list(body):
        body.remove(child)
    sides = {side: emu(inset) for side in ("lIns", "rIns")}
    rims = {side: emu(min(inset, 2.0)) for side in ("tIns", "bIns")}
    settings = sub(body, "bodyPr", wrap="square", rtlCol=0, anchor=anchor, **sides, **rims)
    sub(settings, "normAutofit")
    sub(body, "lstStyle")
    return body


def draw_box(brush: Brush, box: Box, area: Bounds, colour: str, size: float) -> Any:
    """Draw a box: its kind and name, and what is doubtful about it."""
    shape = add_shape(brush.slide, brush.bounds(area), rounded=_ROUND * brush.scale)
    dash = _DASHES.get(box.status) or _KIND_DASHES.get(box.kind, "")
    paint(shape, "bg1", colour, 3.0 if box.kind == "intervention" else 2.0, dash)
    body = text_of(shape)
    kind, colon, name = box.text.partition(": ")
    if colon and box.kind != "continuation":
        runs = [(f"{kind}: ", "en-GB"), (name, brush.language)]
    else:
        runs = [(box.text, brush.language)]
    paragraph(body, runs, size=size * brush.scale)
    for badge in box.badges:
        paragraph(body, [(badge.text, brush.language)], size=size * brush.scale, colour=MUTED)
    words = ". ".join(filter(None, (box.text, *(b.text for b in box.badges), box.description)))
    describe(shape, box.text, words)
    return shape


MUTED = "tx1:75"
"""The colour of lesser words: the theme's text, a little lighter."""


@frozen(kw_only=True)
class WordStyle:
    """How words in an area look.

    Attributes:
        size: of the letters, in points.
        bold: whether they are bold.
        align: ``ctr`` or ``l``.
        ground: the colour behind them, of the theme; empty for none.
        colour: of the letters, of the theme.
        before: the room at the left of them, for an icon, in points.
        fixed: they keep their size, though they reach the edges of their area.
    """

    size: float = 12.0
    bold: bool = False
    align: str = "ctr"
    ground: str = ""
    colour: str = "tx1"
    before: float = 0.0
    fixed: bool = False


def draw_words(brush: Brush, words: str, area: Bounds, style: WordStyle, *, name: str) -> Any:
    """Draw words in an area of the slide."""
    shape = add_shape(brush.slide, area)
    paint(shape, style.ground)
    body = text_of(shape, inset=0.0 if style.fixed else 2.0)
    if style.fixed:
        body.find("{*}bodyPr").remove(body.find("{*}bodyPr/{*}normAutofit"))
    if style.before:
        body.find("{*}bodyPr").set("lIns", str(emu(2.0 + style.before)))
    paragraph(
        body,
        [(words, brush.language)],
        size=style.size,
        bold=style.bold,
        align=style.align,
        colour=style.colour,
    )
    describe(shape, name, words)
    return shape


def draw_ground(brush: Brush, area: Bounds, colour: str, name: str) -> Any:
    """Draw the ground of a column or a lane, which is only decoration."""
    shape = add_shape(brush.slide, brush.bounds(area), rounded=4.0)
    paint(shape, colour)
    text_of(shape)
    sub(shape._element.txBody, "p")
    decorate(shape, name)
    return shape


def draw_frame(brush: Brush, area: Bounds, title: str, name_at: Bounds) -> Any:
    """Draw the frame of a group, with its name where no line runs."""
    shape = add_shape(brush.slide, brush.bounds(area), rounded=6.0)
    paint(shape, "", MUTED, 1.25)
    body = text_of(shape, anchor="t")
    insets = {
        "lIns": name_at.x - area.x,
        "tIns": name_at.y - area.y,
        "rIns": max(area.right - name_at.right - _SLACK, 0.0),
    }
    for side, inset in insets.items():
        body.find("{*}bodyPr").set(side, str(emu(inset * brush.scale)))
    paragraph(body, [(title, brush.language)], size=12 * brush.scale, bold=True, align="l")
    describe(shape, f"Frame: {title}", f"Frame: {title}")
    return shape
