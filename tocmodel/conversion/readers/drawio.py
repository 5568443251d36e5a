"""Read draw.io files: https://www.drawio.com/doc/faq/diagram-source-edit.

A file has pages. The content of a page is XML, or the same XML deflated and written in base 64.
"""

import base64
import binascii
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from attrs import evolve, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.drawn import DrawnLine, DrawnShape, Rectangle, drawing_sketch
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.html_text import html_words
from tocmodel.conversion.markup import LIMITS, refusals, root_name, xml_file
from tocmodel.conversion.sketch import Sketch
from tocmodel.conversion.tally import Tally
from tocmodel.package import XmlElement, xml_tree

_ROOTS = ("mxfile", "mxGraphModel")
_OWN = frozenset(("id", "label", "tooltip", "link", "placeholders", "tags"))
DEEPEST_CONTAINER = 60  # containers within containers


def recognises(data: bytes, name: str) -> bool:  # as every reader
    """Whether the outermost element is that of a draw.io file."""
    return root_name(data) in _ROOTS


def read(data: bytes, name: str) -> Sketch:
    """Read the shapes and lines of all pages.

    Raises:
        ForeignFileError: it is not a draw.io file, or the content of a page is damaged.
    """
    root = xml_file(data, name)
    if root.name not in _ROOTS:
        raise unreadable(name, "a draw.io file begins with <mxfile>", line=root.line)
    tally = Tally()
    is_ours = root.get("host") == "tocmodel"
    shapes: dict[str, DrawnShape] = {}
    lines: list[DrawnLine] = []
    titles = []
    unpacked = 0
    for number, page in enumerate([root] if root.name == "mxGraphModel" else root.each("diagram")):
        title = one_line(page.get("name")) or f"page {number + 1}"
        model, size = _model(page, name, LIMITS.content - unpacked)
        unpacked += size
        if model is None:
            continue
        titles.append(title)
        found = _Page(
            _cells(model), title, tally, is_only=root.name == "mxGraphModel", is_ours=is_ours
        )
        keys = _add(found.shapes(), shapes, tally)
        lines += [_with_keys(line, keys) for line in found.lines()]
    if not titles:
        raise unreadable(name, "the file has no page", line=root.line)
    title = "" if titles[0].lower().startswith(("page", "seite")) else titles[0]
    return drawing_sketch(title, list(shapes.values()), lines, tally)


def _model(page: XmlElement, name: str, most: int) -> tuple[XmlElement | None, int]:
    """Return the content of a page, and how many bytes it unpacked to."""
    if page.name == "mxGraphModel":
        return page, 0
    model = page.first("mxGraphModel")
    packed = page.text.strip()
    if model is not None or not packed:
        return model, 0
    place = f"page '{one_line(page.get('name'))[:60]}'"
    try:
        raw = base64.b64decode(packed, validate=False)
        reader = zlib.decompressobj(-15)
        text = reader.decompress(raw, max(1, most))
    except (binascii.Error, zlib.error, ValueError) as error:
        raise unreadable(
            name, "its packed content is damaged", place=place, line=page.line
        ) from error
    if reader.unconsumed_tail:
        raise unreadable(name, "its packed content is too large", place=place, line=page.line)
    if not reader.eof:
        raise unreadable(name, "its packed content ends too early", place=place, line=page.line)
    content = unquote(text.decode("utf-8", "replace")).encode("utf-8", "replace")
    with refusals(name):
        return xml_tree(content, LIMITS, place), len(text)


@frozen
class _Cell:
    """A cell: a shape, a line, a layer or a label on a line."""

    id: str
    element: XmlElement
    label: str
    fields: Mapping[str, str]
    tooltip: str
    line: int

    def get(self, key: str) -> str:
        return self.element.get(key)

    @property
    def style(self) -> dict[str, str]:
        parts = [part.strip() for part in self.get("style").split(";")]
        pairs = (part.partition("=") for part in parts if part)
        return {key: value if sign else "1" for key, sign, value in pairs}

    @property
    def frame(self) -> tuple[float, float, float, float]:
        geometry = self.element.first("mxGeometry")
        names = ("x", "y", "width", "height")
        values = (geometry.get(name, "0") if geometry is not None else "0" for name in names)
        x, y, width, height = map(_number, values)
        return x, y, width, height


def _number(text: str) -> float:
    try:
        number = float(text) if len(text) < 40 else 0.0
    except ValueError:
        return 0.0
    return number if abs(number) < 1e9 else 0.0


def _cells(model: XmlElement) -> dict[str, _Cell]:
    root = model.first("root")
    found: dict[str, _Cell] = {}
    for item in root.each() if root is not None else ():
        element = item if item.name == "mxCell" else item.first("mxCell")
        if element is None:
            continue
        id_ = item.get("id") or element.get("id") or f"cell in line {item.line}"
        label = item.get("value") if item is element else item.get("label")
        own = {} if item is element else item.attributes
        fields = {key: text for key, text in own.items() if key not in _OWN and text}
        found[id_] = _Cell(
            id_, element, label, fields, "" if item is element else item.get("tooltip"), item.line
        )
    return found


@frozen
class _Page:
    cells: Mapping[str, _Cell]
    title: str
    tally: Tally
    is_only: bool = False
    is_ours: bool = False

    def shapes(self) -> Iterator[DrawnShape]:
        holders = {cell.get("parent") for cell in self.cells.values() if cell.get("vertex") == "1"}
        ends = {cell.get(end) for cell in self.cells.values() for end in ("source", "target")}
        for cell in self.cells.values():
            if cell.get("vertex") != "1" or self._is_label(cell):
                continue
            words, remarks = self._words(cell), ""
            if self.is_ours:  # the words below the title are remarks on it
                words, _, remarks = words.partition("\n")
            style = cell.style
            is_holder = cell.id in holders and cell.id not in ends
            if is_holder or ("group" in style and not words):
                continue
            if style.get("shape") == "image" or "image" in style:
                self.tally.lost("{}", "picture")
            x, y = self._corner(cell.id)
            _, _, width, height = cell.frame
            fill = style.get("fillColor", "")
            yield DrawnShape(
                key=cell.id,
                words=words,
                form=_form(style),
                colour="" if fill in ("none", "default") else fill,
                is_text="text" in style or (fill == "none" and style.get("strokeColor") == "none"),
                frame=Rectangle(x, y, width, height),
                group=self._group(cell),
                description=remarks or html_words(cell.tooltip),
                page=self.title,
                place=self._place(cell),
                fields={key[:80]: text for key, text in cell.fields.items()},
            )

    def lines(self) -> Iterator[DrawnLine]:
        labels: dict[str, list[str]] = {}
        for cell in self.cells.values():
            if self._is_label(cell):
                labels.setdefault(cell.get("parent"), []).append(html_words(cell.label))
        for cell in self.cells.values():
            if cell.get("edge") != "1":
                continue
            style = cell.style
            start = style.get("startArrow", "none") != "none"
            end = style.get("endArrow", "classic") != "none"
            words = filter(None, (html_words(cell.label), *labels.get(cell.id, ())))
            yield DrawnLine(
                start=self._end(cell.get("source")),
                end=self._end(cell.get("target")),
                start_at=self._point(cell, "sourcePoint"),
                end_at=self._point(cell, "targetPoint"),
                heads=(start, end),
                words=" ".join(words),
                is_dashed=style.get("dashed") == "1",
                page=self.title,
                place=self._place(cell),
            )

    def _place(self, cell: _Cell) -> str:
        return f"line {cell.line}" if self.is_only else f"page '{self.title[:60]}'"

    def _words(self, cell: _Cell) -> str:
        return html_words(cell.label) if "<" in cell.label or "&" in cell.label else cell.label

    def _is_label(self, cell: _Cell) -> bool:
        holder = self.cells.get(cell.get("parent"))
        return holder is not None and holder.get("edge") == "1"

    def _end(self, id_: str) -> str:
        """Return the shape at the end of a line, or the one that holds it if it has no words."""
        for _ in range(DEEPEST_CONTAINER):
            cell = self.cells.get(id_)
            if cell is None or cell.label or cell.get("vertex") != "1":
                return id_ if cell is not None else ""
            holder = self.cells.get(cell.get("parent"))
            if holder is None or holder.get("vertex") != "1" or not holder.label:
                return id_
            id_ = holder.id
        return id_

    def _corner(self, id_: str) -> tuple[float, float]:
        """Return the corner of a shape on the page: a shape counts from the one that it is in."""
        chain = []
        for _ in range(DEEPEST_CONTAINER):
            cell = self.cells.get(id_)
            if cell is None or cell.get("vertex") != "1":
                break
            chain.append(cell)
            id_ = cell.get("parent")
        x = sum(cell.frame[0] for cell in chain)
        return x, sum(cell.frame[1] for cell in chain)

    def _group(self, cell: _Cell) -> str:
        id_ = cell.get("parent")
        for _ in range(DEEPEST_CONTAINER):
            holder = self.cells.get(id_)
            if holder is None or holder.get("vertex") != "1":
                return ""
            if words := one_line(self._words(holder)):
                return words
            id_ = holder.get("parent")
        return ""

    def _point(self, cell: _Cell, name: str) -> tuple[float, float] | None:
        geometry = cell.element.first("mxGeometry")
        for point in geometry.each("mxPoint") if geometry is not None else ():
            if point.get("as") == name:
                x, y = self._corner(cell.get("parent"))
                return x + _number(point.get("x", "0")), y + _number(point.get("y", "0"))
        return None


def _form(style: Mapping[str, str]) -> str:
    """Return the word for the form of a shape.

    >>> _form({"ellipse": "1"}), _form({"rounded": "1"}), _form({"shape": "hexagon"}), _form({})
    ('ellipse', 'rounded', 'hexagon', 'rectangle')
    """
    if shape := style.get("shape"):
        return shape.removeprefix("mxgraph.")
    plain = ("ellipse", "rhombus", "swimlane", "triangle", "text")
    found = next((name for name in plain if name in style), "")
    return found or ("rounded" if style.get("rounded") == "1" else "rectangle")


def _add(
    found: Iterator[DrawnShape], shapes: dict[str, DrawnShape], tally: Tally
) -> dict[str, str]:
    """Add the shapes of a page; one of an earlier page with its id and words is the same."""
    keys = {}
    for shape in found:
        first = shapes.get(shape.key)
        if first is None:
            shapes[shape.key] = shape
        elif one_line(first.words) == one_line(shape.words) and shape.words:
            tally.guessed("{} on several pages read as one element", "shape")
        else:
            keys[shape.key] = key = f"{shape.page}/{shape.key}"
            shapes[key] = evolve(shape, key=key)
    return keys


def _with_keys(line: DrawnLine, keys: Mapping[str, str]) -> DrawnLine:
    return evolve(line, start=keys.get(line.start, line.start), end=keys.get(line.end, line.end))
