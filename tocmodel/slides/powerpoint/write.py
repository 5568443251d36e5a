"""Drawings to a PowerPoint file: native shapes, glued connectors, notes, and alternative text."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from typing import Any

from attrs import evolve, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.drawing import Drawing
from tocmodel.layout.flow.labels import IN_GAP
from tocmodel.layout.fonts.bidi import is_right_to_left
from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Bounds, Path, Point, SceneGroup, Text
from tocmodel.layout.symbols.arrow_style import DELAY
from tocmodel.layout.symbols.icons import icon_in
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.slides.deck import PictureSlides, PlacedSlide, lay_out_slides
from tocmodel.slides.glue import along, free_spot
from tocmodel.slides.model import SlideKind
from tocmodel.slides.powerpoint.archive import without_clock
from tocmodel.slides.powerpoint.legend import draw_on_layout, height_of, place_entries
from tocmodel.slides.powerpoint.lines import (
    draw_connector,
    draw_delay,
    draw_freeform,
    draw_icon,
)
from tocmodel.slides.powerpoint.shapes import (
    MUTED,
    Brush,
    WordStyle,
    draw_box,
    draw_frame,
    draw_ground,
    draw_words,
)
from tocmodel.slides.powerpoint.template import (
    Canvas,
    damage_reported,
    plain_canvas,
    template_canvas,
)
from tocmodel.slides.powerpoint.xml import PptxSlide, decorate, slide_text, sub

_SIZE = 12.0
_ICON = 20.0
"""The room for an icon before the words of a heading."""
_LINE = 17.0
"""The height of the line below the title, and of the remark below the picture."""
_SPARE = 1.06
"""How much wider the letters of another font may be."""
_LONG_AGO = datetime(2000, 1, 1)
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def write(drawing: Drawing) -> bytes:
    """Return a drawing as a PowerPoint file.

    Raises:
        TocModelError: the extra is missing, or the picture cannot be laid out.
    """
    return to_pptx([drawing])


def to_pptx(
    drawings: Sequence[Drawing],
    *,
    title: str = "",
    names: Sequence[str] = (),
    template: bytes | None = None,
) -> bytes:
    """Return drawings as one PowerPoint file, each in a section of its own.

    Args:
        drawings: the drawings, at least one.
        title: the title of the file; by default that of the first drawing.
        names: the name of each section; by default the title of its drawing.
        template: the content of a .pptx or .potx file, whose layouts, fonts and colours to use.

    Raises:
        TocModelError: there are no drawings, the extra is missing, a picture cannot be laid out, or
            the template cannot be used.
    """
    if not drawings:
        raise TocModelError("there is nothing to draw")
    titles = list(names) or [drawing.diagram.title for drawing in drawings]
    if template is None:
        return _presentation(plain_canvas(), drawings, title, titles)
    canvas = template_canvas(template)
    with damage_reported():
        return _presentation(canvas, drawings, title, titles)


def _presentation(
    canvas: Canvas, drawings: Sequence[Drawing], title: str, titles: Sequence[str]
) -> bytes:
    """Return the slides of some drawings as a file."""
    entries = [entry for drawing in drawings for entry in drawing.diagram.legend]
    beside = canvas.beside_number
    legend = place_entries(entries, beside.width)
    foot = max(height_of(legend) - beside.height, 0.0)
    area = evolve(
        canvas.area,
        y=canvas.area.y + _LINE + 2,
        height=max(canvas.area.height - _LINE - 2 - foot, 40.0),
    )
    chapters = lay_out_slides(drawings, titles, area, canvas.letter_width)
    colours = _colours(chapters)
    made = [
        _Page(canvas, placed, area, colours).draw()
        for chapter in chapters
        for placed in chapter.slides
    ]
    below = evolve(beside, y=beside.bottom - height_of(legend))
    language = drawings[0].diagram.language
    draw_on_layout(canvas.layout, made[0], legend, below, colours, language)
    if len(chapters) > 1:
        _add_sections(canvas, chapters)
    _set_properties(canvas, title or titles[0], drawings[0].diagram)
    file = io.BytesIO()
    canvas.presentation.save(file)
    return without_clock(file.getvalue())


def _colours(chapters: Sequence[PictureSlides]) -> dict[str, str]:
    """Return a colour of the theme for each column and each colour of the boxes, in turn."""
    diagrams = [placed.diagram for chapter in chapters for placed in chapter.slides]
    keys = dict.fromkeys(
        key
        for diagram in diagrams
        for key in (
            *(column.id for column in diagram.columns),
            *diagram.colours,
            *(lane.colour for lane in diagram.lanes if lane.colour.startswith("group:")),
        )
        if not key.endswith("-slides") and not key.startswith("step-")
    )
    return {key: f"accent{number % 6 + 1}" for number, key in enumerate(keys)}


@frozen
class _Page:
    """Draws one slide."""

    canvas: Canvas
    placed: PlacedSlide
    area: Bounds
    colours: Mapping[str, str]

    def draw(self) -> PptxSlide:
        slide = self.canvas.presentation.slides.add_slide(self.canvas.layout)
        scene, diagram = self.placed.scene, self.placed.diagram
        scale = min(1.0, self.area.width / scene.width, self.area.height / scene.height)
        left = self.area.x + (self.area.width - scene.width * scale) / 2
        spare = max(self.area.height - scene.height * scale, 0.0)
        brush = Brush(slide, left, self.area.y + spare / 3, scale, diagram.language)
        self._title(slide)
        has_room = spare > 3 * _LINE / 2
        self._subtitle(brush, "" if has_room else self.placed.remark)
        self._grounds(brush)
        shapes = self._boxes(brush)
        self._arrows(brush, shapes)
        if has_room and self.placed.remark:
            self._remark(brush)
        _number(slide, self.placed.slide.number)
        slide.notes_slide.notes_text_frame.text = _notes_text(self.placed.notes)
        return slide

    def _title(self, slide: PptxSlide) -> None:
        heading = self._heading()
        shape = slide.shapes.title
        body = shape._element.txBody
        for line in body.findall("{*}p"):
            body.remove(line)
        line = sub(body, "p")
        language = self.placed.diagram.language
        if is_right_to_left(heading, language):
            sub(line, "pPr", algn="r", rtl=1)
        run = sub(line, "r")
        style = sub(run, "rPr", lang=language)
        size = self._title_size(heading)
        if size < self.canvas.title_size:
            style.set("sz", str(round(size * 100)))
        sub(run, "t").text = slide_text(heading)

    def _heading(self) -> str:
        """The heading of a slide: what it shows of the picture, whose name is below it."""
        slide = self.placed.slide
        if slide.kind is SlideKind.WHOLE:
            return slide.title
        if slide.kind is SlideKind.OVERVIEW:
            return slide.title
        name = slide.title.partition(": ")[2] or slide.title
        return name[:1].upper() + name[1:]

    def _title_size(self, heading: str) -> float:
        """The largest size, up to that of the template, in which the heading has room."""
        room = self.canvas.title_area
        size = self.canvas.title_size
        width = max(room.width - 16, 60) / (self.canvas.letter_width * _SPARE)
        while size > 14:
            lines = wrap(heading, width, size, bold=True)
            if len(lines) * size * LEADING <= max(room.height, size * LEADING):
                break
            size -= 1
        return size

    def _subtitle(self, brush: Brush, remark: str) -> None:
        slide, diagram = self.placed.slide, self.placed.diagram
        whole = "" if slide.kind in (SlideKind.WHOLE, SlideKind.OVERVIEW) else self._whole()
        words = " · ".join(filter(None, (remark, whole, diagram.subtitle)))
        if not words:
            return
        top = self.area.y - _LINE - 2
        room = Bounds(x=self.area.x, y=top, width=self.area.width, height=_LINE)
        draw_words(brush, words, room, WordStyle(align="l", colour=MUTED), name="Subtitle")

    def _whole(self) -> str:
        return self.placed.slide.title.partition(": ")[0]

    def _grounds(self, brush: Brush) -> None:
        """Draw the columns, lanes and frames behind the boxes, with their names."""
        scene, diagram = self.placed.scene, self.placed.diagram
        headings = {column.id: column.title for column in _headed(diagram)}
        for group in scene.find("column"):
            id_ = group.id.removeprefix("column:")
            colour = self.colours.get(id_, "tx1")
            head = _second_area(group)
            if headings.get(id_) and head and group.bounds:
                draw_ground(brush, group.bounds, f"{colour}:10", f"Ground: {group.title}")
                icon = icon_in(group)
                style = WordStyle(size=_SIZE * brush.scale, bold=True, ground=f"{colour}:35")
                if icon:
                    style = evolve(style, before=_ICON * brush.scale)
                area = brush.bounds(head)
                draw_words(brush, headings[id_], area, style, name=f"Column: {group.title}")
                if icon:
                    draw_icon(brush, icon, f"Icon: {group.title}")
        for group in scene.find("lane"):
            self._lane(brush, group)
        for group in scene.find("cluster"):
            if group.bounds:
                draw_frame(brush, group.bounds, group.title)
        for group in scene.find("ceiling"):
            self._ceiling(brush, group)

    def _lane(self, brush: Brush, group: SceneGroup) -> None:
        """Draw a lane: its band, if it has one, the lines across it, and last its name."""
        paths = [item for item in group.items if isinstance(item, Path) and item.fill]
        *grounds, head = paths
        colour = self._strands.get(group.id.removeprefix("lane:"), "tx1")
        tint = 5 if colour == "tx1" else 15
        for path in grounds:
            is_line = path.fill == PAPER
            name = "Line between lanes" if is_line else f"Band: {group.title}"
            draw_ground(brush, path.bounds, "bg1" if is_line else f"{colour}:{tint}", name)
        draw_words(
            brush,
            group.title,
            brush.bounds(head.bounds),
            WordStyle(size=_SIZE * brush.scale, bold=True, ground=f"{colour}:{2 * tint}"),
            name=f"Lane: {group.title}",
        )

    @property
    def _strands(self) -> Mapping[str, str]:
        """The colours of the lanes that are strands; a strand without a group stays grey."""
        lanes = self.placed.diagram.lanes
        return {lane.id: self.colours[lane.colour] for lane in lanes if lane.colour in self.colours}

    def _ceiling(self, brush: Brush, group: SceneGroup) -> None:
        arrow = Arrow(id=group.title, from_="", to="", kind="associated", description=group.title)
        line = draw_freeform(brush, arrow, group)
        decorate(line, "Ceiling")
        texts = [item for item in group.items if isinstance(item, Text)]
        if texts:
            draw_words(
                brush,
                self.placed.diagram.ceiling_label or group.title,
                brush.bounds(_around(texts, 4.0)),
                WordStyle(size=_SIZE * brush.scale, bold=True, colour=MUTED),
                name="Ceiling",
            )

    def _boxes(self, brush: Brush) -> dict[str, Any]:
        """Draw the boxes in the order of the causes, and return their shapes."""
        areas = {
            group.id.removeprefix("box:"): group.bounds for group in self.placed.scene.find("box")
        }
        found = {}
        for box in causal_order(self.placed.diagram):
            area = areas[box]
            known = next(one for one in self.placed.diagram.boxes if one.id == box)
            colour = self.colours.get(known.colour or known.column, MUTED)
            if area is not None:
                found[box] = draw_box(brush, known, area, colour, _SIZE)
        return found

    def _arrows(self, brush: Brush, shapes: Mapping[str, Any]) -> None:
        """Draw the arrows, each after the box that it leaves in the order of reading."""
        groups = {group.id: group for group in self.placed.scene.find("arrow")}
        taken = [
            brush.bounds(group.bounds) for group in self.placed.scene.find("box") if group.bounds
        ]
        last: dict[str, Any] = {}
        for arrow in self.placed.diagram.arrows:
            group = groups.get(f"arrow:{arrow.id}")
            if group is None:
                continue
            glue = self.placed.glue.get(group.id)
            if glue is not None:
                ends = (shapes[arrow.from_], shapes[arrow.to])
                line = draw_connector(brush, arrow, glue, ends)
            else:
                line = draw_freeform(brush, arrow, group)
            made = [
                line,
                *self._delay(brush, arrow, group, taken),
                *self._beside(brush, arrow, group, taken),
            ]
            start = last.get(arrow.from_) or shapes.get(arrow.from_)
            if glue is not None and glue.behind:
                shapes[arrow.from_]._element.addprevious(line._element)
                made = made[1:]
            if start is not None and made:
                for shape in reversed(made):
                    start._element.addnext(shape._element)
                last[arrow.from_] = made[-1]

    def _along(self, group: SceneGroup) -> list[tuple[Point, Point]]:
        """Return points of the picture along an arrow, with its direction there."""
        route = next(item.commands for item in group.items if isinstance(item, Path))
        return along(self.placed.glue.get(group.id) or route)

    def _delay(
        self, brush: Brush, arrow: Arrow, group: SceneGroup, taken: list[Bounds]
    ) -> Iterator[Any]:
        """Yield the mark of a delay."""
        if not arrow.delay:
            return
        size = DELAY * brush.scale
        places = {brush.at(*spot): (spot, direction) for spot, direction in self._along(group)}
        x, y = free_spot(tuple(places), (size, size), taken)
        taken.append(Bounds(x=x - size / 2, y=y - size / 2, width=size, height=size))
        mark = draw_delay(brush, *places[x, y])
        decorate(mark, f"Takes time: {arrow.id}")
        yield mark

    def _beside(
        self, brush: Brush, arrow: Arrow, group: SceneGroup, taken: list[Bounds]
    ) -> Iterator[Any]:
        """Yield the words beside an arrow."""
        if not arrow.label:
            return
        lines = wrap(arrow.label, IN_GAP, _SIZE)
        width = max(measure(line, _SIZE) for line in lines) * brush.scale * _SPARE + 6
        height = len(lines) * _SIZE * LEADING * brush.scale + 3
        spots = [brush.at(*spot) for spot, _ in self._along(group)]
        x, y = free_spot(spots, (width, height), taken)
        area = Bounds(x=x - width / 2, y=y - height / 2, width=width, height=height)
        taken.append(area)
        yield draw_words(
            brush,
            arrow.label,
            area,
            WordStyle(size=_SIZE * brush.scale, ground="bg1", colour=MUTED),
            name=f"Beside the arrow {arrow.id}",
        )

    def _remark(self, brush: Brush) -> None:
        """Write what is true of most arrows below the picture."""
        room = evolve(self.area, y=self.area.bottom - _LINE, height=_LINE)
        style = WordStyle(align="l", colour=MUTED)
        draw_words(brush, self.placed.remark, room, style, name="Remark")


def causal_order(diagram: Diagram) -> list[str]:
    """Return the boxes of a diagram so that causes come before effects, as far as loops allow.

    >>> from tocmodel.diagram.model import Box
    >>> boxes = tuple(Box(id=id_, kind="outcome", text=id_, column="c") for id_ in "cab")
    >>> arrows = (Arrow(id="1", from_="a", to="b"), Arrow(id="2", from_="b", to="c"))
    >>> causal_order(Diagram(title="", boxes=boxes, arrows=arrows))
    ['a', 'b', 'c']
    """
    before: dict[str, set[str]] = {box.id: set() for box in diagram.boxes}
    for arrow in diagram.arrows:
        if not arrow.feedback and arrow.to in before and arrow.from_ in before:
            before[arrow.to] |= {arrow.from_} - {arrow.to}
    order: list[str] = []
    waiting = list(before)
    while waiting:
        ready = next((id_ for id_ in waiting if not before[id_] & set(waiting)), waiting[0])
        waiting.remove(ready)
        order.append(ready)
    return order


def _headed(diagram: Diagram) -> Iterator[Any]:
    """Yield the columns with the headings that a picture gives them."""
    from tocmodel.layout.flow.headings import heading_words  # noqa: PLC0415

    words = heading_words(diagram.columns)
    for column in diagram.columns:
        yield evolve(column, title=words[column.id])


def _second_area(group: SceneGroup) -> Bounds | None:
    """Return the area of a heading: the second path of its column."""
    areas = [item.bounds for item in group.items if isinstance(item, Path)]
    return areas[1] if len(areas) > 1 else None


def _around(texts: Sequence[Text], rim: float) -> Bounds:
    """Return the area of some lines of text, with a rim for other fonts."""
    left = min(text.left for text in texts) - rim
    right = max(text.left + text.width for text in texts) + rim
    top = min(text.y - text.size for text in texts)
    bottom = max(text.y + text.size * 0.35 for text in texts)
    return Bounds(x=left, y=top, width=right - left, height=bottom - top)


def _number(slide: PptxSlide, number: int) -> None:
    """Show the number of a slide where its layout does, as other slides refer to it."""
    for shape in slide.slide_layout.placeholders:
        if shape._element.xpath(".//p:ph[@type='sldNum']"):
            copy = deepcopy(shape._element)
            last = max(int(found) for found in slide._element.xpath(".//p:cNvPr/@id"))
            properties = copy.xpath(".//p:cNvPr")[0]
            properties.set("id", str(last + 1))
            properties.set("descr", "Slide number")
            for words in copy.xpath(".//a:fld/a:t"):
                words.text = str(number)
            slide.shapes._spTree.append(copy)
            return


def _notes_text(notes: str) -> str:
    return "\n".join(map(slide_text, notes.split("\n")))


def _add_sections(canvas: Canvas, chapters: Sequence[PictureSlides]) -> None:
    """Give the slides of each picture a section of their own."""
    from lxml import etree  # noqa: PLC0415  (comes with the extra)

    root = canvas.presentation.part._element
    listed = root.find("{*}extLst")
    if listed is None:
        listed = etree.SubElement(root, root.tag.replace("presentation", "extLst"))
    tag = root.tag.replace("presentation", "ext")
    extension = etree.SubElement(listed, tag, {"uri": _SECTIONS})
    sections = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    ids = iter(entry.get("id") for entry in canvas.presentation.slides._sldIdLst)
    for number, chapter in enumerate(chapters, 1):
        section = etree.SubElement(
            sections,
            f"{{{_P14}}}section",
            {
                "name": slide_text(chapter.title)[:100],
                "id": f"{{00000000-0000-4000-8000-{number:012d}}}",
            },
        )
        slides = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        for _ in chapter.slides:
            etree.SubElement(slides, f"{{{_P14}}}sldId", {"id": next(ids)})


def _set_properties(canvas: Canvas, title: str, diagram: Diagram) -> None:
    """Set the properties of the file: no name of a person, and no clock."""
    properties = canvas.presentation.core_properties
    date = _date_of(diagram.date)
    properties.title = slide_text(title)[:255]
    properties.subject = slide_text(diagram.imagined)[:255]
    properties.language = diagram.language
    for name in ("author", "last_modified_by", "comments", "keywords", "category"):
        setattr(properties, name, "")
    properties.created = properties.modified = date
    properties.revision = 1
    last_printed = properties._element.find("{*}lastPrinted")
    if last_printed is not None:
        properties._element.remove(last_printed)


def _date_of(date: str) -> datetime:
    """Return a date for the file: that of the theory, or a fixed one.

    >>> _date_of("2018-09").isoformat(), _date_of("").year
    ('2018-09-01T00:00:00', 2000)
    """
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date):
        return _LONG_AGO
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return datetime(year, month, day)


__all__ = ["to_pptx", "write"]
