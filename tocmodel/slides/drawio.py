"""Drawings to a draw.io file: a page for each, with layers, containers and arrows that stay fixed.

The file is plain XML (``mxfile``), not compressed, so that it can be compared and kept in git.
Labels are plain text (``html=0``), so nothing in them is markup. A tooltip is HTML in draw.io, and
is escaped by `tooltip_html`.
"""

import html
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from attrs import evolve, frozen

from tocmodel.characters import hidden_as_numbers
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Arrow, Box, Cluster, Diagram
from tocmodel.drawing import Drawing, scene_on
from tocmodel.layout.branded import tone_in
from tocmodel.layout.palette import INK, LANE, MUTED, PAPER, RULE
from tocmodel.layout.scene import Bounds, Path, PathCommand, Point, Scene, SceneGroup
from tocmodel.layout.sheet import A3_ROOMY, ENDLESS
from tocmodel.layout.symbols.arrow_style import Stroke, line_end, stroke_of
from tocmodel.slides.native_words import with_native_words
from tocmodel.slides.powerpoint.legend import ROW, place_entries, sample_arrow
from tocmodel.slides.powerpoint.xml import slide_text

_GROUND, _ARROWS, _BOXES = "1", "layer-arrows", "layer-boxes"
"""The layers, from back to front; draw.io wants the first to be called 1."""
_LAYERS = {_GROUND: "Columns and lanes", _ARROWS: "Arrows", _BOXES: "Boxes and groups"}
_HEADS: Mapping[str, str] = {
    "solid": "block",
    "open": "open",
    "bar": "ERone",
    "dot": "oval",
    "ring": "oval",
    "diamond": "diamond",
    "none": "none",
}
_HOLLOW = frozenset({"open", "ring", "diamond"})


def write(drawing: Drawing) -> str:
    """Return a drawing as a draw.io file of one page.

    Raises:
        TocModelError: the picture cannot be laid out.
    """
    return to_drawio([drawing])


def to_drawio(drawings: Sequence[Drawing], *, names: Sequence[str] = ()) -> str:
    """Return drawings as one draw.io file, with a page for each.

    Args:
        drawings: the drawings, at least one.
        names: the names of the pages; by default the titles of the drawings.

    Raises:
        TocModelError: there are no drawings, or a picture cannot be laid out.
    """
    if not drawings:
        raise TocModelError("there is nothing to draw")
    file = ET.Element("mxfile", {"host": "tocmodel", "type": "device"})
    for number, drawing in enumerate(drawings, 1):
        name = (list(names) or [one.diagram.title for one in drawings])[number - 1]
        page = ET.SubElement(file, "diagram", {"id": f"page-{number}", "name": slide_text(name)})
        _write_page(page, drawing)
    ET.indent(file)
    text = hidden_as_numbers(ET.tostring(file, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def tooltip_html(text: str) -> str:
    """Return words for a tooltip, which draw.io reads as HTML.

    >>> tooltip_html("a < b & <script>")
    'a &lt; b &amp; &lt;script&gt;'
    """
    return html.escape(slide_text(text), quote=False)


def _write_page(page: ET.Element, drawing: Drawing) -> None:
    diagram, remark = with_native_words(drawing.diagram)
    scene = scene_on(drawing, evolve(diagram, legend=(), note=""), _SHEETS)
    model = ET.SubElement(
        page,
        "mxGraphModel",
        {
            **dict.fromkeys(("grid", "guides", "tooltips", "connect", "arrows", "fold"), "1"),
            "dx": "0",
            "dy": "0",
            "gridSize": "10",
            "page": "1",
            "pageScale": "1",
            "pageWidth": _number(scene.width),
            "pageHeight": _number(scene.height),
            "math": "0",
            "shadow": "0",
        },
    )
    root = ET.SubElement(model, "root")
    ET.SubElement(root, "mxCell", {"id": "0"})
    for id_, name in _LAYERS.items():
        ET.SubElement(root, "mxCell", {"id": id_, "value": name, "parent": "0"})
    _PageWriter(root, diagram, scene, remark).write()


@frozen(slots=False)
class _PageWriter:
    """Writes the cells of one page."""

    root: ET.Element
    diagram: Diagram
    scene: Scene
    remark: str

    def write(self) -> None:
        self._words("title", self.diagram.title, self._title_area(), size=20, bold=True)
        self._grounds()
        frames = self._frames()
        self._boxes(frames)
        self._arrows(frames)
        self._foot()

    def _title_area(self) -> Bounds:
        return Bounds(x=24, y=16, width=max(self.scene.width - 48, 200), height=30)

    def _words(
        self, id_: str, words: str, area: Bounds, *, size: int = 12, bold: bool = False
    ) -> None:
        style = {
            "text": "",
            **_TEXT,
            "fillColor": "none",
            "strokeColor": "none",
            "align": "left",
            "verticalAlign": "top",
            "fontSize": str(size),
            "fontStyle": str(int(bold)),
            "fontColor": INK,
        }
        self._cell(id_, words, style, area, _GROUND)

    def _grounds(self) -> None:
        subtitle = self.diagram.subtitle
        if subtitle:
            area = Bounds(x=24, y=44, width=max(self.scene.width - 48, 200), height=18)
            self._words("subtitle", subtitle, area)
        for group in self.scene.find("column"):
            areas = _areas(group)
            shade = tone_in(self.diagram, group.id.removeprefix("column:"))
            style = {"rounded": "1", "arcSize": "2", **_TEXT, "fillColor": shade.pale}
            self._cell(
                f"{group.id}-ground", "", {**style, "strokeColor": "none"}, areas[0], _GROUND
            )
            if len(areas) > 1:
                style = {**_TEXT, "fillColor": shade.dark, "strokeColor": "none"}
                look = {"fontColor": PAPER, "fontStyle": "1"}
                self._cell(group.id, group.title, {**style, **look}, areas[1], _GROUND)
        for group in self.scene.find("lane"):
            area = _areas(group)[-1]
            style = {**_TEXT, "fillColor": LANE.pale, "strokeColor": RULE, "fontStyle": "1"}
            style |= {"fontColor": LANE.dark}
            self._cell(group.id, group.title, style, area, _GROUND)
        for group in self.scene.find("ceiling"):
            self._ceiling(group)

    def _ceiling(self, group: SceneGroup) -> None:
        """Write the ceiling of accountability as a line with words, and not as a box."""
        area = _areas(group)[0]
        style = {**_LETTERS, "dashed": "1", "strokeColor": MUTED, "endArrow": "none"}
        look = {"verticalAlign": "bottom", "labelBackgroundColor": PAPER}
        ends = ((area.x, area.y), (area.right, area.bottom))
        self._line(group.id, self.diagram.ceiling_label or group.title, {**style, **look}, ends)

    def _line(
        self, id_: str, label: str, style: Mapping[str, str], ends: tuple[Point, Point]
    ) -> None:
        """Write a line between two points, which no box holds."""
        values = {"id": slide_text(id_), "value": slide_text(label), "style": _style(style)}
        cell = ET.SubElement(self.root, "mxCell", {**values, "edge": "1", "parent": _GROUND})
        geometry = ET.SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        if label:
            geometry.set("x", "-1")  # the words are at the start of the line
        for (x, y), name in zip(ends, ("sourcePoint", "targetPoint"), strict=True):
            ET.SubElement(geometry, "mxPoint", {"x": _number(x), "y": _number(y), "as": name})

    def _frames(self) -> "list[_Frame]":
        """Write the frames of groups as containers, outer ones first."""
        clusters = {cluster.id: cluster for cluster in self.diagram.clusters}
        frames: list[_Frame] = []
        for number, group in enumerate(self.scene.find("cluster"), 1):
            if group.bounds is None:
                continue
            cluster = clusters.get(group.kind, Cluster(id=group.kind, title=group.title))
            holder = _holder(frames, cluster.parent, group.bounds)
            used = any(frame.cluster == cluster.id for frame in frames)
            id_ = f"frame:{cluster.id}" + (f":{number}" if used else "")
            frame = _Frame(id_, cluster.id, group.bounds)
            style = {
                **_TEXT,
                "rounded": "1",
                "absoluteArcSize": "1",
                "arcSize": "12",
                "container": "1",
                "collapsible": "0",
                "fillColor": "none",
                "strokeColor": MUTED,
                "align": "left",
                "verticalAlign": "top",
                "fontStyle": "1",
                "spacingLeft": "4",
            }
            data = {"group": cluster.id}
            self._cell(id_, cluster.title, style, group.bounds, _BOXES, holder, data)
            frames.append(frame)
        return frames

    def _boxes(self, frames: "Sequence[_Frame]") -> None:
        known = {box.id: box for box in self.diagram.boxes}
        for group in self.scene.find("box"):
            box = known[group.id.removeprefix("box:")]
            if group.bounds is not None:
                holder = _holder(frames, box.cluster, group.bounds)
                label = "\n".join((box.text, *(badge.text for badge in box.badges)))
                data = {"tooltip": tooltip_html(box.description), "element": box.id}
                data |= {"kind": box.kind, "title": box.text.partition(": ")[2] or box.text}
                style = self._box_style(box)
                self._cell(group.id, label, style, group.bounds, _BOXES, holder, data)

    def _box_style(self, box: Box) -> dict[str, str]:
        shade = tone_in(self.diagram, box.colour or box.column)
        style = {
            **_TEXT,
            "rounded": "1",
            "absoluteArcSize": "1",
            "arcSize": "14",
            "fillColor": PAPER,
            "strokeColor": shade.dark,
            "strokeWidth": "2",
            "fontColor": INK,
        }
        if box.status in _STATUS_DASHES:
            style |= {"dashed": "1", "dashPattern": _STATUS_DASHES[box.status]}
        return style

    def _arrows(self, frames: "Sequence[_Frame]") -> None:
        groups = {group.id: group for group in self.scene.find("arrow")}
        ends: dict[str, tuple[str, Bounds]] = {
            frame.cluster: (frame.id, frame.bounds) for frame in reversed(frames)
        }
        ends |= {
            group.id.removeprefix("box:"): (group.id, group.bounds)
            for group in self.scene.find("box")
            if group.bounds
        }
        for arrow in self.diagram.arrows:
            group = groups.get(f"arrow:{arrow.id}")
            if group is not None:
                self._arrow(arrow, group, ends)

    def _arrow(
        self, arrow: Arrow, group: SceneGroup, ends: Mapping[str, tuple[str, Bounds]]
    ) -> None:
        route = next(item.commands for item in group.items if isinstance(item, Path))
        (source, start), (target, end) = ends[arrow.from_], ends[arrow.to]
        first, last = _ends(route, stroke_of(arrow))
        style = {
            **_line_style(arrow),
            "edgeStyle": "orthogonalEdgeStyle",
            "rounded": "1",
            **_fixed("exit", first, start),
            **_fixed("entry", last, end),
        }
        words = " ".join((arrow.description, *(f"({reason})" for reason in arrow.reasons)))
        data = {
            "tooltip": tooltip_html(words),
            "kind": arrow.kind,
            "effect": arrow.effect,
            "origin": arrow.guess,
            "feedback": "true" if arrow.feedback else "",
        }
        holder = self._object(group.id, arrow.label, data)
        cell = ET.SubElement(
            holder,
            "mxCell",
            {
                "style": _style(style),
                "edge": "1",
                "parent": _ARROWS,
                "source": slide_text(source),
                "target": slide_text(target),
            },
        )
        geometry = ET.SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        bends = _bends(route)
        if bends:
            points = ET.SubElement(geometry, "Array", {"as": "points"})
            for x, y in bends:
                ET.SubElement(points, "mxPoint", {"x": _number(x), "y": _number(y)})

    def _foot(self) -> None:
        """Write the legend of the lines, what is true of most arrows, and the sources."""
        top = self.scene.height
        placed = place_entries(self.diagram.legend, max(self.scene.width - 48, 300))
        for number, one in enumerate(placed, 1):
            what, _, which = one.entry.sample.partition(":")
            middle = top + one.top + ROW / 2
            if what == "arrow":
                self._sample(f"legend-{number}", sample_arrow(which), 24 + one.left, middle)
            else:
                shade = tone_in(self.diagram, which)
                style = {**_TEXT, "fillColor": shade.pale, "strokeColor": shade.dark}
                ground = Bounds(x=24 + one.left, y=middle - 6, width=30, height=12)
                self._cell(f"legend-{number}", "", style, ground, _GROUND)
            area = Bounds(x=58 + one.left, y=top + one.top, width=one.width - 34, height=ROW)
            self._words(f"legend-{number}-words", one.entry.text, area)
        below = top + (placed[-1].top + ROW if placed else 0.0) + 6
        words = " ".join(filter(None, (self.remark, self.diagram.note)))
        if words:
            area = Bounds(x=24, y=below, width=max(self.scene.width - 48, 300), height=50)
            self._words("note", words, area)

    def _sample(self, id_: str, arrow: Arrow, x: float, y: float) -> None:
        start, end = (x + 30, x) if arrow.feedback else (x, x + 30)
        self._line(id_, "", _line_style(arrow), ((start, y), (end, y)))

    def _object(self, id_: str, label: str, data: Mapping[str, str]) -> ET.Element:
        lines = "\n".join(map(slide_text, label.split("\n")))
        values = {"label": lines, "id": slide_text(id_)}
        values |= {key: slide_text(value) for key, value in data.items() if value}
        return ET.SubElement(self.root, "UserObject", values)

    def _cell(
        self,
        id_: str,
        label: str,
        style: Mapping[str, str],
        area: Bounds,
        layer: str,
        holder: "_Frame | None" = None,
        data: Mapping[str, str] | None = None,
    ) -> None:
        left, top = (holder.bounds.x, holder.bounds.y) if holder else (0.0, 0.0)
        attributes = {
            "style": _style(style),
            "vertex": "1",
            "parent": slide_text(holder.id) if holder else layer,
        }
        if data is None:
            label = slide_text(label)
            values = {"id": slide_text(id_), "value": label, **attributes}
            cell = ET.SubElement(self.root, "mxCell", values)
        else:
            cell = ET.SubElement(self._object(id_, label, data), "mxCell", attributes)
        ET.SubElement(
            cell,
            "mxGeometry",
            {
                "x": _number(area.x - left),
                "y": _number(area.y - top),
                "width": _number(area.width),
                "height": _number(area.height),
                "as": "geometry",
            },
        )


_LETTERS = {"html": "0", "fontFamily": "Helvetica", "fontSize": "11"}
_TEXT = {**_LETTERS, "whiteSpace": "wrap"}
_SHEETS = tuple(evolve(sheet, text=11, small=11) for sheet in (A3_ROOMY, ENDLESS))
"""The sheets of a page, with letters of one size: those of a label cannot differ."""
_STATUS_DASHES = {"planned": "7 3", "hoped": "2 3", "not-said": "7 3 2 3"}


@frozen
class _Frame:
    """A container: its id, the group that it is for, and its place on the page."""

    id: str
    cluster: str
    bounds: Bounds


def _holder(frames: "Sequence[_Frame]", cluster: str, area: Bounds) -> "_Frame | None":
    """Return the container of a group that a box or another container is in."""
    x, y = area.centre
    for frame in reversed(frames):
        within = frame.bounds.x <= x <= frame.bounds.right
        if frame.cluster == cluster and within and frame.bounds.y <= y <= frame.bounds.bottom:
            return frame
    return None


def _areas(group: SceneGroup) -> list[Bounds]:
    """Return the areas of the paths of a group."""
    found = []
    for item in group.items:
        if isinstance(item, Path):
            numbers = [number for _, values in item.commands for number in values]
            xs, ys = numbers[0::2], numbers[1::2]
            found.append(
                Bounds(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))
            )
    return found


def _line_style(arrow: Arrow) -> dict[str, str]:
    """Return the look of an arrow: heads, dashes, colour and width; a guess has a hollow head."""
    stroke = stroke_of(arrow)
    style = {
        **_LETTERS,
        "strokeColor": stroke.colour,
        "strokeWidth": _number(max(stroke.width, 1.2)),
        "endArrow": _HEADS.get(stroke.head, "block"),
        "endFill": "0" if stroke.guess or stroke.head in _HOLLOW else "1",
        "startArrow": _HEADS.get(stroke.tail, "block") if stroke.tail else "none",
        "startFill": "0" if stroke.guess or stroke.tail in _HOLLOW else "1",
        "labelBackgroundColor": PAPER,
        "fontColor": MUTED,
    }
    if stroke.dash:
        dashes = " ".join(_number(dash) for dash in stroke.dash)
        style |= {"dashed": "1", "dashPattern": dashes}
    return style


def _ends(route: Sequence[PathCommand], stroke: Stroke) -> tuple[Point, Point]:
    """Return where an arrow leaves and where it arrives, on the edges of its boxes."""
    first, last = route[0][1], route[-1][1]
    end, before = (last[-2], last[-1]), _before_last(route)
    reach = line_end(stroke)
    x, y = end[0] - before[0], end[1] - before[1]
    if abs(x) >= abs(y):
        return (first[0], first[1]), (end[0] + (reach if x > 0 else -reach), end[1])
    return (first[0], first[1]), (end[0], end[1] + (reach if y > 0 else -reach))


def _before_last(route: Sequence[PathCommand]) -> Point:
    numbers = [number for _, values in route for number in values]
    return numbers[-4], numbers[-3]


def _fixed(which: str, point: Point, box: Bounds) -> dict[str, str]:
    """Return the place on a box where an arrow leaves or arrives, as parts of its sides."""
    x = min(max((point[0] - box.x) / max(box.width, 1), 0), 1)
    y = min(max((point[1] - box.y) / max(box.height, 1), 0), 1)
    return {f"{which}X": _number(x, 3), f"{which}Y": _number(y, 3), f"{which}Perimeter": "0"}


def _bends(route: Sequence[PathCommand]) -> list[Point]:
    """Return the corners of a route: the handles of its curves are where a square line bends."""
    found: list[Point] = []
    for letter, numbers in route:
        if letter == "C":
            found += [(numbers[0], numbers[1]), (numbers[2], numbers[3])]
    return found


def _style(parts: Mapping[str, str]) -> str:
    """Return a style as draw.io writes it.

    >>> _style({"text": "", "html": "0"})
    'text;html=0;'
    """
    return "".join(f"{key}={value};" if value else f"{key};" for key, value in parts.items())


def _number(value: float, digits: int = 2) -> str:
    """Return a number without needless digits.

    >>> _number(12.0), _number(0.1256, 3)
    ('12', '0.126')
    """
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


__all__ = ["to_drawio", "tooltip_html", "write"]
