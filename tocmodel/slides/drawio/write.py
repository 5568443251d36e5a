"""Drawings to a draw.io file: a page for each, with layers, containers and arrows that stay fixed.

The file is plain XML (``mxfile``), not compressed, so that it can be compared and kept in git.
"""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from attrs import evolve, frozen

from tocmodel.characters import hidden_as_numbers
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Arrow, Box, Cluster, Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.drawing import Drawing, scene_on
from tocmodel.layout.branded import tone_in
from tocmodel.layout.palette import INK, LANE, MUTED, PAPER, RULE
from tocmodel.layout.scene import Bounds, Path, Point, Scene, SceneGroup
from tocmodel.layout.sheet import A3_ROOMY, ENDLESS
from tocmodel.slides.beside import BesideArrows, height_of_key, key_text
from tocmodel.slides.drawio.cells import (
    ARROWS,
    BOXES,
    GROUND,
    LETTERS,
    TEXT,
    Holder,
    OnLine,
    PageCells,
    number_text,
    tooltip_html,
)
from tocmodel.slides.drawio.lines import SquareLine, line_style, square_line
from tocmodel.slides.glue import area_of
from tocmodel.slides.native_words import with_native_words
from tocmodel.slides.place_beside import place_beside
from tocmodel.slides.powerpoint.legend import ROW, place_entries, sample_arrow
from tocmodel.slides.powerpoint.xml import slide_text

_LAYERS = {GROUND: "Columns and lanes", ARROWS: "Arrows", BOXES: "Boxes and groups"}


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
        with speaking_as(drawing.diagram):
            _write_page(page, drawing)
    ET.indent(file)
    text = hidden_as_numbers(ET.tostring(file, encoding="unicode"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _write_page(page: ET.Element, drawing: Drawing) -> None:
    diagram, remark = with_native_words(drawing.diagram)
    scene = scene_on(drawing, evolve(diagram, legend=(), note=""), _SHEETS)
    lines = _lines(diagram, scene)
    placed = {id_: line.placed() for id_, line in lines.items()}
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
            "pageWidth": number_text(scene.width),
            "pageHeight": number_text(scene.height),
            "math": "0",
            "shadow": "0",
        },
    )
    root = ET.SubElement(model, "root")
    ET.SubElement(root, "mxCell", {"id": "0"})
    for id_, name in _LAYERS.items():
        ET.SubElement(root, "mxCell", {"id": id_, "value": name, "parent": "0"})
    _PageWriter(
        cells=PageCells(root),
        diagram=diagram,
        scene=scene,
        remark=remark,
        lines=lines,
        beside=place_beside(diagram, scene, placed, _SHEETS[0]),
    ).write()


def _lines(diagram: Diagram, scene: Scene) -> dict[str, SquareLine]:
    groups = {group.id: group for group in scene.find("arrow")}
    return {
        arrow.id: square_line(arrow, groups[id_])
        for arrow in diagram.arrows
        if (id_ := f"arrow:{arrow.id}") in groups
    }


@frozen(kw_only=True)
class _PageWriter:
    """Writes the cells of one page."""

    cells: PageCells
    diagram: Diagram
    scene: Scene
    remark: str
    lines: Mapping[str, SquareLine]
    beside: BesideArrows

    def write(self) -> None:
        self.cells.words("title", self.diagram.title, self._across(16, 30, 200), size=20, bold=True)
        self._grounds()
        frames = self._frames()
        self._boxes(frames)
        self._arrows(frames)
        self._foot()

    def _across(self, top: float, height: float, narrowest: float = 300) -> Bounds:
        """Return an area across the page."""
        return Bounds(x=24, y=top, width=max(self.scene.width - 48, narrowest), height=height)

    def _grounds(self) -> None:
        if self.diagram.subtitle:
            self.cells.words("subtitle", self.diagram.subtitle, self._across(44, 18, 200))
        for group in self.scene.find("column"):
            areas = _areas(group)
            shade = tone_in(self.diagram, group.id.removeprefix("column:"))
            style = {"rounded": "1", "arcSize": "2", **TEXT, "fillColor": shade.pale}
            style |= {"strokeColor": "none"}
            self.cells.area(f"{group.id}-ground", "", style, areas[0], GROUND)
            if len(areas) > 1:
                style = {**TEXT, "fillColor": shade.dark, "strokeColor": "none"}
                look = {"fontColor": PAPER, "fontStyle": "1"}
                self.cells.area(group.id, group.title, {**style, **look}, areas[1], GROUND)
        for group in self.scene.find("lane"):
            area = _areas(group)[-1]
            style = {**TEXT, "fillColor": LANE.pale, "strokeColor": RULE, "fontStyle": "1"}
            style |= {"fontColor": LANE.dark}
            self.cells.area(group.id, group.title, style, area, GROUND)
        for group in self.scene.find("ceiling"):
            self._ceiling(group)

    def _ceiling(self, group: SceneGroup) -> None:
        """Write the ceiling of accountability as a line with words, and not as a box."""
        area = _areas(group)[0]
        style = {**LETTERS, "dashed": "1", "strokeColor": MUTED, "endArrow": "none"}
        look = {"verticalAlign": "bottom", "labelBackgroundColor": PAPER}
        ends = ((area.x, area.y), (area.right, area.bottom))
        words = self.diagram.ceiling_label or group.title
        self.cells.line(group.id, words, {**style, **look}, ends)

    def _frames(self) -> list[Holder]:
        """Write the frames of groups as containers, outer ones first."""
        clusters = {cluster.id: cluster for cluster in self.diagram.clusters}
        frames: list[Holder] = []
        for number, group in enumerate(self.scene.find("cluster"), 1):
            if group.bounds is None:
                continue
            cluster = clusters.get(group.kind, Cluster(id=group.kind, title=group.title))
            outer = _holder(frames, cluster.parent, group.bounds)
            used = any(frame.cluster == cluster.id for frame in frames)
            id_ = f"frame:{cluster.id}" + (f":{number}" if used else "")
            data = {"group": cluster.id}
            style = {**_FRAME, **self._name_style(group, group.bounds)}
            self.cells.area(id_, cluster.title, style, group.bounds, BOXES, outer, data)
            frames.append(Holder(id_, cluster.id, group.bounds))
        return frames

    def _name_style(self, frame: SceneGroup, area: Bounds) -> dict[str, str]:
        """Return the place of the name of a frame in it, where no line runs."""
        names = {name.id: area_of(name) for name in self.scene.find("cluster-name")}
        at = names[frame.id.replace("cluster:", "cluster-name:")]
        return {
            "spacingLeft": number_text(at.x - area.x),
            "spacingTop": number_text(at.y - area.y - 2),
            "spacingRight": number_text(max(area.right - at.right - 4, 0)),
        }

    def _boxes(self, frames: Sequence[Holder]) -> None:
        known = {box.id: box for box in self.diagram.boxes}
        for group in self.scene.find("box"):
            box = known[group.id.removeprefix("box:")]
            if group.bounds is not None:
                holder = _holder(frames, box.cluster, group.bounds)
                label = "\n".join((box.text, *(badge.text for badge in box.badges)))
                data = {"tooltip": tooltip_html(box.description), "element": box.id}
                data |= {"kind": box.kind, "title": box.text.partition(": ")[2] or box.text}
                style = self._box_style(box)
                self.cells.area(group.id, label, style, group.bounds, BOXES, holder, data)

    def _box_style(self, box: Box) -> dict[str, str]:
        shade = tone_in(self.diagram, box.colour or box.column)
        style = {
            **TEXT,
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

    def _arrows(self, frames: Sequence[Holder]) -> None:
        ends: dict[str, tuple[str, Bounds]] = {
            frame.cluster: (frame.id, frame.bounds) for frame in reversed(frames)
        }
        ends |= {
            group.id.removeprefix("box:"): (group.id, group.bounds)
            for group in self.scene.find("box")
            if group.bounds
        }
        for arrow in self.diagram.arrows:
            if arrow.id in self.lines:
                self._arrow(arrow, ends)

    def _arrow(self, arrow: Arrow, ends: Mapping[str, tuple[str, Bounds]]) -> None:
        line, beside = self.lines[arrow.id], self.beside.of[arrow.id]
        (source, start), (target, end) = ends[arrow.from_], ends[arrow.to]
        square = {"edgeStyle": "orthogonalEdgeStyle", "rounded": "1"}
        style = {**line_style(arrow), **square, **line.fixed(start, end)}
        reasons = " ".join((arrow.description, *(f"({reason})" for reason in arrow.reasons)))
        data = {
            "tooltip": tooltip_html(reasons),
            "kind": arrow.kind,
            "effect": arrow.effect,
            "origin": arrow.guess,
            "feedback": "true" if arrow.feedback else "",
        }
        room = beside.room if beside.words else beside.number_room
        words = "\n".join(beside.words) or (str(beside.number) if beside.number else "")
        at = line.beside(room.centre) if words else None
        id_ = f"arrow:{arrow.id}"
        self.cells.edge(id_, words, style, (source, target), line.bends, at, data)
        if beside.delay is not None:
            spot, way = beside.delay
            self.cells.mark(f"delay:{arrow.id}", _DELAY, _delay_style(way), id_, line.beside(spot))

    def _foot(self) -> None:
        """Write the legend, the key, what is true of most arrows, and the sources."""
        top = self.scene.height
        placed = place_entries(self.diagram.legend, max(self.scene.width - 48, 300))
        for number, one in enumerate(placed, 1):
            self._sample(f"legend-{number}", one.entry.sample, 24 + one.left, top + one.top)
            area = Bounds(x=58 + one.left, y=top + one.top, width=one.width - 34, height=ROW)
            self.cells.words(f"legend-{number}-words", one.entry.text, area)
        below = top + (placed[-1].top + ROW if placed else 0.0) + 6
        if self.beside.key:
            high = height_of_key(self.beside.key, self._across(0, 0).width)
            self.cells.words("key", key_text(self.beside.key), self._across(below, high))
            below += high + 6
        words = " ".join(filter(None, (self.remark, self.diagram.note)))
        if words:
            self.cells.words("note", words, self._across(below, 50))

    def _sample(self, id_: str, sample: str, x: float, top: float) -> None:
        """Write what an entry of the legend explains, in a row from a point on."""
        what, _, which = sample.partition(":")
        middle = top + ROW / 2
        if what == "colour":
            shade = tone_in(self.diagram, which)
            style = {**TEXT, "fillColor": shade.pale, "strokeColor": shade.dark}
            ground = Bounds(x=x, y=middle - 6, width=30, height=12)
            self.cells.area(id_, "", style, ground, GROUND)
            return
        arrow = sample_arrow("causal" if what == "line" else which)
        start, end = (x + 30, x) if arrow.feedback else (x, x + 30)
        self.cells.line(id_, "", line_style(arrow), ((start, middle), (end, middle)))
        if what == "line":
            at = OnLine(0.0, (0.0, 0.0))
            self.cells.mark(f"{id_}-mark", _DELAY, _delay_style((1.0, 0.0)), id_, at)


_SHEETS = tuple(evolve(sheet, text=11, small=11, key_apart=True) for sheet in (A3_ROOMY, ENDLESS))
"""The sheets of a page, with letters of one size: those of a label cannot differ."""
_STATUS_DASHES = {"planned": "7 3", "hoped": "2 3", "not-said": "7 3 2 3"}
_FRAME = {
    **TEXT,
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
}
_DELAY = "||"
"""The mark of a delay: two short lines across an arrow."""


def _delay_style(way: Point) -> dict[str, str]:
    """Return the look of the mark of a delay on a line that runs in a direction."""
    down = abs(way[1]) > abs(way[0])
    return {"edgeLabel": "", **LETTERS, "fontStyle": "1", "rotation": "90" if down else "0"}


def _holder(frames: Sequence[Holder], cluster: str, area: Bounds) -> Holder | None:
    """Return the container of a group that a box or another container is in."""
    x, y = area.centre
    for frame in reversed(frames):
        within = frame.bounds.x <= x <= frame.bounds.right
        if frame.cluster == cluster and within and frame.bounds.y <= y <= frame.bounds.bottom:
            return frame
    return None


def _areas(group: SceneGroup) -> list[Bounds]:
    """Return the areas of the paths of a group."""
    return [item.bounds for item in group.items if isinstance(item, Path)]


__all__ = ["to_drawio", "write"]
