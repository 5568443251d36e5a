"""The cells of a page of draw.io: what has an area, lines, and words on lines.

Labels are plain text (``html=0``), so nothing in them is markup. A tooltip is HTML in draw.io, and
is escaped by `tooltip_html`.
"""

import html
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from attrs import frozen

from tocmodel.layout.palette import INK
from tocmodel.layout.scene import Bounds, Point
from tocmodel.slides.powerpoint.xml import slide_text

GROUND, ARROWS, BOXES = "1", "layer-arrows", "layer-boxes"
"""The layers, from back to front; draw.io wants the first to be called 1."""
LETTERS = {"html": "0", "fontFamily": "Helvetica", "fontSize": "11"}
TEXT = {**LETTERS, "whiteSpace": "wrap"}

Style = Mapping[str, str]


@frozen
class Holder:
    """A cell that holds others: a frame, whose place they are relative to.

    Attributes:
        id: of the cell.
        cluster: the group that the frame is for.
        bounds: its place on the page.
    """

    id: str
    cluster: str
    bounds: Bounds


@frozen
class OnLine:
    """A place beside a line: how far along it, from -1 to 1, and how far from that point."""

    along: float
    offset: Point


@frozen
class PageCells:
    """Writes cells into the root of a page."""

    root: ET.Element

    def area(
        self,
        id_: str,
        label: str,
        style: Style,
        area: Bounds,
        layer: str,
        holder: Holder | None = None,
        data: Mapping[str, str] | None = None,
    ) -> None:
        """Write something with an area.

        Args:
            id_: its id.
            label: its words.
            style: its look.
            area: its place on the page.
            layer: where it is, unless something holds it.
            holder: what holds it.
            data: its properties in draw.io; ``None`` for decoration, which has none.
        """
        left, top = (holder.bounds.x, holder.bounds.y) if holder else (0.0, 0.0)
        attributes = {
            "style": style_text(style),
            "vertex": "1",
            "parent": slide_text(holder.id) if holder else layer,
        }
        if data is None:
            values = {"id": slide_text(id_), "value": slide_text(label), **attributes}
            cell = ET.SubElement(self.root, "mxCell", values)
        else:
            cell = ET.SubElement(self._object(id_, label, data), "mxCell", attributes)
        sides = {"x": area.x - left, "y": area.y - top, "width": area.width, "height": area.height}
        numbers = {name: number_text(side) for name, side in sides.items()}
        ET.SubElement(cell, "mxGeometry", {**numbers, "as": "geometry"})

    def words(
        self, id_: str, words: str, area: Bounds, *, size: int = 12, bold: bool = False
    ) -> None:
        """Write words on the ground of the page."""
        style = {
            "text": "",
            **TEXT,
            "fillColor": "none",
            "strokeColor": "none",
            "align": "left",
            "verticalAlign": "top",
            "fontSize": str(size),
            "fontStyle": str(int(bold)),
            "fontColor": INK,
        }
        self.area(id_, words, style, area, GROUND)

    def line(self, id_: str, label: str, style: Style, ends: tuple[Point, Point]) -> None:
        """Write a line between two points, which no box holds; its words are at its start."""
        values = {"id": slide_text(id_), "value": slide_text(label), "style": style_text(style)}
        cell = ET.SubElement(self.root, "mxCell", {**values, "edge": "1", "parent": GROUND})
        geometry = ET.SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        if label:
            geometry.set("x", "-1")
        for end, name in zip(ends, ("sourcePoint", "targetPoint"), strict=True):
            _point(geometry, end, name)

    def edge(
        self,
        id_: str,
        label: str,
        style: Style,
        ends: tuple[str, str],
        bends: Sequence[Point],
        words_at: OnLine | None,
        data: Mapping[str, str],
    ) -> None:
        """Write an arrow between two cells.

        Args:
            id_: its id.
            label: the words beside it.
            style: its look, and the places on both cells where it is fixed.
            ends: the ids of the cells.
            bends: where it turns.
            words_at: the place of its words; ``None`` without any.
            data: its properties in draw.io.
        """
        source, target = map(slide_text, ends)
        attributes = {"style": style_text(style), "edge": "1", "parent": ARROWS}
        attributes |= {"source": source, "target": target}
        cell = ET.SubElement(self._object(id_, label, data), "mxCell", attributes)
        geometry = _beside(cell, words_at)
        if bends:
            points = ET.SubElement(geometry, "Array", {"as": "points"})
            for bend in bends:
                _point(points, bend)

    def mark(self, id_: str, sign: str, style: Style, edge: str, at: OnLine) -> None:
        """Write a sign on an arrow or a line, with which it moves."""
        values = {"id": slide_text(id_), "value": sign, "style": style_text(style)}
        attributes = {"vertex": "1", "connectable": "0", "parent": slide_text(edge)}
        _beside(ET.SubElement(self.root, "mxCell", {**values, **attributes}), at)

    def _object(self, id_: str, label: str, data: Mapping[str, str]) -> ET.Element:
        lines = "\n".join(map(slide_text, label.split("\n")))
        values = {"label": lines, "id": slide_text(id_)}
        values |= {key: slide_text(value) for key, value in data.items() if value}
        return ET.SubElement(self.root, "UserObject", values)


def _beside(cell: ET.Element, at: OnLine | None) -> ET.Element:
    """Give a cell a place relative to a line."""
    geometry = ET.SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
    if at is not None:
        geometry.set("x", number_text(at.along, 4))
        _point(geometry, at.offset, "offset")
    return geometry


def _point(parent: ET.Element, at: Point, name: str = "") -> None:
    place = {"x": number_text(at[0]), "y": number_text(at[1])}
    ET.SubElement(parent, "mxPoint", place | ({"as": name} if name else {}))


def tooltip_html(text: str) -> str:
    """Return words for a tooltip, which draw.io reads as HTML.

    >>> tooltip_html("a < b & <script>")
    'a &lt; b &amp; &lt;script&gt;'
    """
    return html.escape(slide_text(text), quote=False)


def style_text(parts: Style) -> str:
    """Return a style as draw.io writes it.

    >>> style_text({"text": "", "html": "0"})
    'text;html=0;'
    """
    return "".join(f"{key}={value};" if value else f"{key};" for key, value in parts.items())


def number_text(value: float, digits: int = 2) -> str:
    """Return a number without needless digits.

    >>> number_text(12.0), number_text(0.1256, 3)
    ('12', '0.126')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
