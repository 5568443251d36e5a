"""Small pieces of the XML of PowerPoint, and the one function that makes words safe in it."""

import re
from collections.abc import Iterable
from typing import Any

from tocmodel.characters import MARK
from tocmodel.layout.fonts.bidi import is_right_to_left

LxmlElement = Any
"""An element of lxml, which has no types."""
PptxSlide = Any
"""A slide of python-pptx, which leaves open much of what its shapes have."""

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_DECORATIVE_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_EMU = 12700
"""PowerPoint's units in a point."""

# What XML cannot hold, and what is invisible and turns words around.
_NOT_SHOWN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\ufffe\\uffff"
    "\\U000e0000-\\U000e007f\\ud800-\\udfff]"
)


def slide_text(text: str) -> str:
    r"""Return words for a slide, on one line; what XML cannot hold or hides becomes U+FFFD.

    >>> slide_text("two\nlines & <b>"), slide_text("bell\x07 \ud800")
    ('two lines & <b>', 'bell� �')
    >>> slide_text("_x0041_ and =1+1")
    '_x0041_ and =1+1'

    Office programs draw every soft hyphen, wherever a line ends.

    >>> slide_text("co\u00adproduction")
    'coproduction'
    """
    return _NOT_SHOWN.sub(MARK, re.sub("[\t\n\r]+", " ", text.replace("\u00ad", "")))


def emu(points: float) -> int:
    """Return a length in PowerPoint's units.

    >>> emu(1.5)
    19050
    """
    return round(points * _EMU)


def sub(parent: LxmlElement, tag: str, **attributes: Any) -> LxmlElement:
    """Add an element of DrawingML to another, with attributes."""
    from lxml import etree  # noqa: PLC0415  (comes with the extra)

    values = {name.rstrip("_"): str(value) for name, value in attributes.items()}
    return etree.SubElement(parent, f"{{{A}}}{tag}", values)


def fill(parent: LxmlElement, colour: str) -> None:
    """Fill a shape or a line with a colour of the theme: ``accent1``, or ``accent1:20`` for a tint.

    An empty colour means none.
    """
    if not colour:
        sub(parent, "noFill")
        return
    name, _, tint = colour.partition(":")
    scheme = sub(sub(parent, "solidFill"), "schemeClr", val=name)
    if tint:
        sub(scheme, "lumMod", val=int(tint) * 1000)
        sub(scheme, "lumOff", val=(100 - int(tint)) * 1000)


def outline(parent: LxmlElement, colour: str, width: float, dash: str = "") -> LxmlElement:
    """Give a shape an outline, or none."""
    if not colour:
        line = sub(parent, "ln")
        fill(line, "")
        return line
    line = sub(parent, "ln", w=emu(width))
    fill(line, colour)
    if dash:
        sub(line, "prstDash", val=dash)
    return line


def paragraph(
    body: LxmlElement,
    runs: Iterable[tuple[str, str]],
    *,
    size: float,
    bold: bool = False,
    align: str = "ctr",
    colour: str = "tx1",
) -> None:
    """Add a paragraph to the text of a shape.

    Args:
        body: the text of the shape.
        runs: pieces of text, each with its language.
        size: of the letters, in points.
        bold: whether they are bold.
        align: ``ctr``, ``l`` or ``r``, for text from left to right.
        colour: of the letters, of the theme.
    """
    pieces = [(slide_text(words), language) for words, language in runs]
    right_to_left = is_right_to_left("".join(words for words, _ in pieces), pieces[-1][1])
    line = sub(body, "p")
    properties: dict[str, Any] = {"algn": align}
    if right_to_left:
        properties |= {"algn": {"l": "r", "r": "l"}.get(align, align), "rtl": 1}
    sub(line, "pPr", **properties)
    for words, language in pieces:
        run = sub(line, "r")
        style = sub(run, "rPr", lang=language, sz=round(size * 100), b=int(bold))
        fill(style, colour)
        sub(run, "t").text = words


def describe(shape: Any, name: str, description: str) -> None:
    """Give a shape its name, and the text that a screen reader reads for it."""
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("name", slide_text(name)[:200])
    properties.set("descr", slide_text(description))


def decorate(shape: Any, name: str) -> None:
    """Mark a shape as decoration, which a screen reader passes over."""
    from lxml import etree  # noqa: PLC0415  (comes with the extra)

    describe(shape, name, "")
    properties = shape._element.xpath(".//p:cNvPr")[0]
    extension = sub(sub(properties, "extLst"), "ext", uri=_DECORATIVE_URI)
    etree.SubElement(
        extension, f"{{{_DECORATIVE}}}decorative", {"val": "1"}, nsmap={"adec": _DECORATIVE}
    )
