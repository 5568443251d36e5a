"""Read the shapes and connectors of a PowerPoint file (.pptx).

Source: ECMA-376, Part 1, 19.3 (PresentationML) and 20.1 (DrawingML). Places are in points; a file
counts 12,700 to a point.
"""

import posixpath
from collections.abc import Mapping
from typing import ClassVar

from attrs import evolve, field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.drawn import DrawnLine, DrawnShape, Rectangle, drawing_sketch
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.markup import ForeignLimits, refusals
from tocmodel.conversion.sketch import Sketch
from tocmodel.conversion.tally import Tally
from tocmodel.package import Package, XmlElement, part_tree

MOST_SLIDES = 500

_PAPER = ("", "bg1", "lt1", "#ffffff")
_POINT = 12_700
_TITLES = ("title", "ctrTitle")


@frozen(kw_only=True)
class PresentationLimits(ForeignLimits):
    """The limits for a presentation, most of which are its pictures."""

    noun: ClassVar[str] = "presentation"
    saved_as: ClassVar[str] = "a .pptx presentation"
    size: int = 64 * 1024 * 1024
    parts: int = 10_000


LIMITS = PresentationLimits()


def recognises(data: bytes, name: str) -> bool:
    """Whether an archive has the parts of a presentation."""
    return data.startswith(b"PK") and b"ppt/presentation.xml" in data


def read(data: bytes, name: str) -> Sketch:
    """Read the shapes and connectors of all slides.

    Raises:
        ForeignFileError: it is not a presentation, is damaged, or exceeds a limit.
    """
    with refusals(name):
        return _sketch(Package(data, LIMITS), name)


def _sketch(package: Package[PresentationLimits], name: str) -> Sketch:
    main = next(iter(_related(package, "", "officeDocument").values()), "ppt/presentation.xml")
    if main not in package:
        raise unreadable(name, "the file has no presentation in it")
    slides = _related(package, main, "slide")
    order = [item.get("r:id") for item in part_tree(package, main).within("sldId")]
    parts = [slides[id_] for id_ in order if id_ in slides]
    if len(parts) > MOST_SLIDES:
        raise unreadable(name, f"the presentation has more than {MOST_SLIDES} slides")
    tally = Tally()
    read_slides = [
        _Slide(number, part_tree(package, part), tally) for number, part in enumerate(parts, 1)
    ]
    shapes: list[DrawnShape] = []
    lines: list[DrawnLine] = []
    for slide in read_slides:
        slide.run()
        shapes += slide.shapes
        lines += slide.lines
    tally.lost("the notes of {}", "slide", sum(_has_notes(package, part) for part in parts))
    title = next((slide.title for slide in read_slides if slide.title), "")
    titles = {f"slide {slide.number}": slide.title for slide in read_slides}
    return drawing_sketch(title, _grouped(shapes, titles), lines, tally)


def _grouped(shapes: list[DrawnShape], titles: Mapping[str, str]) -> list[DrawnShape]:
    """Return shapes; those of several slides are in groups with the titles of their slides."""
    if len({shape.page for shape in shapes if shape.words}) < 2:
        return shapes
    return [evolve(shape, group=shape.group or titles.get(shape.page, "")) for shape in shapes]


def _related(package: Package[PresentationLimits], part: str, kind: str) -> dict[str, str]:
    """Return the parts of a kind that a part is related to, by the id of the relationship."""
    folder, name = posixpath.split(part)
    relationships = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, str] = {}
    if relationships not in package:
        return found
    for item in part_tree(package, relationships).each("Relationship"):
        # Parts outside the package are never opened.
        is_kind = item.get("Type").rpartition("/")[2] == kind
        if is_kind and item.get("TargetMode") != "External":
            target = posixpath.join("/", folder, item.get("Target"))
            found[item.get("Id")] = posixpath.normpath(target).lstrip("/")
    return found


def _has_notes(package: Package[PresentationLimits], part: str) -> bool:
    return bool(_related(package, part, "notesSlide"))


@frozen
class _Scale:
    """The way from the places inside a group to those on the slide."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.x + x * self.across, self.y + y * self.down

    def within(self, group: XmlElement) -> "_Scale":
        place = group.first("grpSpPr", "xfrm")
        if place is None:
            return self
        x, y, width, height = _box(place, "off", "ext")
        inner_x, inner_y, inner_width, inner_height = _box(place, "chOff", "chExt")
        across = width / inner_width if inner_width else 1.0
        down = height / inner_height if inner_height else 1.0
        left, top = self.point(x - inner_x * across, y - inner_y * down)
        return _Scale(left, top, self.across * across, self.down * down)


def _box(place: XmlElement, corner: str, size: str) -> tuple[float, float, float, float]:
    first, second = place.first(corner), place.first(size)
    return (*_pair(first, "x", "y"), *_pair(second, "cx", "cy"))


def _pair(element: XmlElement | None, *names: str) -> tuple[float, float]:
    if element is None:
        return 0.0, 0.0
    first, second = (_number(element.get(name)) / _POINT for name in names)
    return first, second


def _number(text: str) -> float:
    try:
        number = float(text) if len(text) < 30 else 0.0
    except ValueError:
        return 0.0
    return number if abs(number) < 1e12 else 0.0


@frozen
class _Slide:
    number: int
    tree: XmlElement
    tally: Tally
    shapes: list[DrawnShape] = field(factory=list)
    lines: list[DrawnLine] = field(factory=list)
    titles: list[str] = field(factory=list)
    linked: set[str] = field(factory=set)

    @property
    def title(self) -> str:
        return self.titles[0] if self.titles else ""

    @property
    def page(self) -> str:
        return f"slide {self.number}"

    def run(self) -> None:
        ends = self.tree.within("stCxn", "endCxn")
        self.linked.update(end.get("id") for end in ends)
        tree = self.tree.first("cSld", "spTree")
        if tree is not None:
            self._items(tree, _Scale())

    def _items(self, tree: XmlElement, scale: _Scale) -> None:
        for item in tree.each():
            if item.name == "sp":
                self._shape(item, scale)
            elif item.name == "cxnSp":
                self._connector(item, scale)
            elif item.name == "grpSp":
                self._items(item, scale.within(item))
            elif item.name == "AlternateContent":
                inner = item.first("Choice") or item.first("Fallback")
                if inner is not None:
                    self._items(inner, scale)
            elif item.name == "pic":
                self.tally.lost("{}", "picture")
            elif item.name == "graphicFrame":
                self._frame(item)

    def _frame(self, item: XmlElement) -> None:
        kind = next((part.get("uri") for part in item.within("graphicData")), "")
        name = kind.rpartition("/")[2]
        nouns = {"table": "table", "chart": "chart", "diagram": "SmartArt picture"}
        self.tally.lost("{}", nouns.get(name, "embedded object"))

    def _key(self, id_: str) -> str:
        return f"{self.page}/{id_}"

    def _shape(self, item: XmlElement, scale: _Scale) -> None:
        about = item.first("nvSpPr", "cNvPr")
        properties = item.first("spPr")
        id_ = about.get("id") if about is not None else ""
        words = _words(item)
        holder = item.first("nvSpPr", "nvPr", "ph")
        if holder is not None and id_ not in self.linked:
            self._placeholder(holder, words)
            return
        if not words and id_ not in self.linked and _is_path(item):
            self._path(item, scale)
            return
        x, y, width, height = _frame_of(properties, scale)
        colour = _colour(item)
        alternative = about.get("descr") if about is not None else ""
        self.shapes.append(
            DrawnShape(
                key=self._key(id_),
                words=words,
                form=_form(properties),
                colour=colour,
                is_text=_is_text(item, colour),
                frame=Rectangle(x, y, width, height),
                description="" if one_line(words) in one_line(alternative) else alternative,
                page=self.page,
                place=self.page,
            )
        )

    def _placeholder(self, holder: XmlElement, words: str) -> None:
        kind = holder.get("type", "body")
        if kind in _TITLES and words:
            self.titles.append(one_line(words))
        elif words and kind not in ("dt", "ftr", "sldNum"):
            self.tally.lost("the words of {} for text on slides", "frame")

    def _connector(self, item: XmlElement, scale: _Scale) -> None:
        glue = {name: item.first("nvCxnSpPr", "cNvCxnSpPr", name) for name in ("stCxn", "endCxn")}
        start, end = (
            self._key(found.get("id")) if found is not None else "" for found in glue.values()
        )
        x, y, width, height = _frame_of(item.first("spPr"), scale)
        place = item.first("spPr", "xfrm")
        left, right = (x, x + width) if not _flag(place, "flipH") else (x + width, x)
        top, bottom = (y, y + height) if not _flag(place, "flipV") else (y + height, y)
        self._line(item, start, end, (left, top), (right, bottom))

    def _path(self, item: XmlElement, scale: _Scale) -> None:
        """Read a free line, drawn point by point."""
        path = next(item.within("path"), None)
        points = list(path.within("pt")) if path is not None else []
        if path is None or len(points) < 2 or path.first("close") is not None:
            return
        x, y, width, height = _frame_of(item.first("spPr"), scale)
        whole = _number(path.get("w")) or 1.0, _number(path.get("h")) or 1.0
        ends = [
            (
                x + width * _number(point.get("x")) / whole[0],
                y + height * _number(point.get("y")) / whole[1],
            )
            for point in (points[0], points[-1])
        ]
        self._line(item, "", "", ends[0], ends[1])

    def _line(
        self,
        item: XmlElement,
        start: str,
        end: str,
        start_at: tuple[float, float],
        end_at: tuple[float, float],
    ) -> None:
        looks = item.first("spPr", "ln")
        heads = tuple(_has_head(looks, name) for name in ("headEnd", "tailEnd"))
        dash = looks.first("prstDash") if looks is not None else None
        self.lines.append(
            DrawnLine(
                start=start,
                end=end,
                start_at=start_at,
                end_at=end_at,
                heads=(heads[0], heads[1]),
                is_dashed=dash is not None and dash.get("val") not in ("", "solid"),
                page=self.page,
                place=self.page,
            )
        )


def _flag(place: XmlElement | None, name: str) -> bool:
    return place is not None and place.get(name) in ("1", "true")


def _frame_of(properties: XmlElement | None, scale: _Scale) -> tuple[float, float, float, float]:
    place = properties.first("xfrm") if properties is not None else None
    if place is None:
        return 0.0, 0.0, 0.0, 0.0
    x, y, width, height = _box(place, "off", "ext")
    left, top = scale.point(x, y)
    return left, top, width * scale.across, height * scale.down


def _words(item: XmlElement) -> str:
    """Return the words of a shape, each paragraph and each broken line on a line of its own."""
    body = item.first("txBody")
    lines: list[str] = []
    for paragraph in body.each("p") if body is not None else ():
        runs = paragraph.each("r", "br", "fld")
        lines.append("".join("\n" if run.name == "br" else _run_text(run) for run in runs))
    return "\n".join(lines).strip()


def _run_text(run: XmlElement) -> str:
    text = run.first("t")
    return text.text if text is not None else ""


def _is_text(item: XmlElement, colour: str) -> bool:
    """Whether a shape shows only its words: it has no outline, and no fill but that of paper."""
    kind, outline = item.first("nvSpPr", "cNvSpPr"), item.first("spPr", "ln", "noFill")
    if kind is not None and kind.get("txBox") == "1":
        return not colour
    return outline is not None and colour in _PAPER


def _is_path(item: XmlElement) -> bool:
    """Whether a shape is a line drawn point by point, or a plain line."""
    return item.first("spPr", "custGeom") is not None


def _has_head(looks: XmlElement | None, name: str) -> bool:
    head = looks.first(name) if looks is not None else None
    return head is not None and head.get("type", "none") != "none"


def _form(properties: XmlElement | None) -> str:
    shape = properties.first("prstGeom") if properties is not None else None
    word = shape.get("prst") if shape is not None else ""
    return {"rect": "rectangle", "roundRect": "rounded"}.get(word, word) or "freeform"


def _colour(item: XmlElement) -> str:
    """Return the colour that fills a shape: its own, else that of its style."""
    properties = item.first("spPr")
    if properties is not None and properties.first("noFill") is not None:
        return ""
    own = properties.first("solidFill") if properties is not None else None
    fill = own if own is not None else item.first("style", "fillRef")
    if fill is None or fill.get("idx") == "0":
        return ""
    colour = next(fill.each("srgbClr", "schemeClr", "prstClr"), None)
    if colour is None:
        return ""
    value = colour.get("val")
    return f"#{value.lower()}" if colour.name == "srgbClr" else value
