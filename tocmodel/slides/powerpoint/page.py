"""One slide of a PowerPoint file: its title, its picture as native shapes, its key, its notes."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from attrs import evolve, frozen

from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.layout.fonts.bidi import is_right_to_left
from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Bounds, Path, SceneGroup, Text
from tocmodel.layout.symbols.icons import icon_in
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.slides.beside import SIZE, SPARE, key_text
from tocmodel.slides.deck import EDGE, PlacedSlide
from tocmodel.slides.glue import area_of
from tocmodel.slides.model import SlideKind
from tocmodel.slides.place_beside import area_around
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
)
from tocmodel.slides.powerpoint.xml import PptxSlide, decorate, slide_text, sub

_ICON = 20.0
"""The room for an icon before the words of a heading."""
LINE = 17.0
"""The height of the line below the title, and of the remark below the picture."""


@frozen
class SlidePage:
    """Draws one slide.

    Attributes:
        canvas: the presentation.
        placed: what goes on the slide, with its places.
        area: the room for the picture and its key.
        colours: a colour of the theme for each key of the palette.
    """

    canvas: Canvas
    placed: PlacedSlide
    area: Bounds
    colours: Mapping[str, str]

    def draw(self) -> PptxSlide:
        """Add the slide to the presentation, and return it."""
        slide = self.canvas.presentation.slides.add_slide(self.canvas.layout)
        scene, diagram = self.placed.scene, self.placed.diagram
        area = self._picture_area
        scale = min(1.0, area.width / scene.width, area.height / scene.height)
        left = area.x + (area.width - scene.width * scale) / 2
        spare = area.height - scene.height * scale
        brush = Brush(slide, left, area.y + spare / 3, scale, diagram.language)
        self._title(slide)
        has_room = spare > 3 * LINE / 2
        self._subtitle(brush, "" if has_room else self.placed.remark)
        self._grounds(brush)
        shapes = self._boxes(brush)
        self._arrows(brush, shapes)
        self._key(brush)
        if has_room and self.placed.remark:
            self._remark(brush)
        _number(slide, self.placed.slide.number)
        slide.notes_slide.notes_text_frame.text = _notes_text(self.placed.notes)
        return slide

    @property
    def _picture_area(self) -> Bounds:
        """The room for the picture above its key, with its margin, which reaches out of it."""
        area = self.area
        return Bounds(
            x=area.x - EDGE,
            y=area.y - EDGE,
            width=area.width + 2 * EDGE,
            height=area.height + 2 * EDGE - self.placed.key_height,
        )

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
        width = max(room.width - 16, 60) / (self.canvas.letter_width * SPARE)
        while size > 14:
            lines = wrap(heading, width, size, bold=True)
            if len(lines) * size * LEADING <= max(room.height, size * LEADING):
                break
            size -= 1
        return size

    def _subtitle(self, brush: Brush, remark: str) -> None:
        slide, diagram = self.placed.slide, self.placed.diagram
        whole = "" if slide.kind in (SlideKind.WHOLE, SlideKind.OVERVIEW) else self._whole()
        top = self.area.y - LINE - 2
        room = Bounds(x=self.area.x, y=top, width=self.area.width, height=LINE)
        width = (room.width - 8) / (self.canvas.letter_width * SPARE)
        rest = diagram.subtitle.removeprefix(diagram.imagined).removeprefix(" · ")
        # An imagined theory is marked on every slide, so its mark comes first.
        parts = (diagram.imagined, remark, whole, rest)
        words = in_one_line([part for part in parts if part], width)
        if not words:
            return
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
                style = WordStyle(size=SIZE * brush.scale, bold=True, ground=f"{colour}:35")
                if icon:
                    style = evolve(style, before=_ICON * brush.scale)
                area = brush.bounds(head)
                draw_words(brush, headings[id_], area, style, name=f"Column: {group.title}")
                if icon:
                    draw_icon(brush, icon, f"Icon: {group.title}")
        for group in scene.find("lane"):
            self._lane(brush, group)
        names = {name.id: area_of(name) for name in scene.find("cluster-name")}
        for group in scene.find("cluster"):
            if group.bounds:
                name_at = names[group.id.replace("cluster:", "cluster-name:")]
                draw_frame(brush, group.bounds, group.title, name_at)
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
            WordStyle(size=SIZE * brush.scale, bold=True, ground=f"{colour}:{2 * tint}"),
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
                brush.bounds(area_around(texts)),
                WordStyle(size=SIZE * brush.scale, bold=True, colour=MUTED),
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
                found[box] = draw_box(brush, known, area, colour, SIZE)
        return found

    def _arrows(self, brush: Brush, shapes: Mapping[str, Any]) -> None:
        """Draw the arrows, each after the box that it leaves in the order of reading."""
        groups = {group.id: group for group in self.placed.scene.find("arrow")}
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
                *self._beside(brush, arrow),
            ]
            start = last.get(arrow.from_) or shapes.get(arrow.from_)
            if glue is not None and glue.behind:
                shapes[arrow.from_]._element.addprevious(line._element)
                made = made[1:]
            if start is not None and made:
                for shape in reversed(made):
                    start._element.addnext(shape._element)
                last[arrow.from_] = made[-1]

    def _beside(self, brush: Brush, arrow: Arrow) -> Iterator[Any]:
        """Yield what is beside an arrow: the mark of a delay, and its words or their number."""
        beside = self.placed.beside.of[arrow.id]
        if beside.delay is not None:
            mark = draw_delay(brush, *beside.delay)
            decorate(mark, f"Takes time: {arrow.id}")
            yield mark
        style = WordStyle(size=SIZE * brush.scale, ground="bg1", colour=MUTED)
        if beside.words:
            area = brush.bounds(beside.room)
            name = f"Beside the arrow {arrow.id}"
            yield draw_words(brush, arrow.label, area, style, name=name)
        if beside.number:
            area = brush.bounds(beside.number_room)
            bold = evolve(style, bold=True, fixed=True)
            name = f"Number of the arrow {arrow.id}"
            yield draw_words(brush, str(beside.number), area, bold, name=name)

    def _key(self, brush: Brush) -> None:
        """Write the words of arrows that had no room, below the picture."""
        high = self.placed.key_height
        if high:
            room = evolve(self.area, y=self.area.bottom - high, height=high)
            words = key_text(self.placed.beside.key)
            style = WordStyle(align="l", colour=MUTED)
            draw_words(brush, words, room, style, name="Key")

    def _remark(self, brush: Brush) -> None:
        """Write what is true of most arrows below the picture."""
        bottom = self.area.bottom - self.placed.key_height
        room = evolve(self.area, y=bottom - LINE, height=LINE)
        style = WordStyle(align="l", colour=MUTED)
        draw_words(brush, self.placed.remark, room, style, name="Remark")


def in_one_line(texts: Sequence[str], width: float) -> str:
    """Join texts as long as they fit a line; those that do not are on another slide, or in notes.

    >>> in_one_line(["A picture", "for the town"], 200), in_one_line(["A picture", "for all"], 60)
    ('A picture · for the town', 'A picture')
    """
    joined = ""
    for text in texts:
        longer = f"{joined} · {text}" if joined else text
        if joined and measure(longer, SIZE) > width:
            break
        joined = longer
    return joined


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
