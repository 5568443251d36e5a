"""Places for what is beside the arrows of a slide.

Lines on a slide are not those of the picture, so all this looks for a place anew: clear of boxes,
names and other lines, as in a picture in columns. Words without room become a number.
"""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.layout.flow.labels import IN_GAP
from tocmodel.layout.flow.line_marks import LineMarks, MarkedLine, middle_of, place_marks
from tocmodel.layout.flow.lines import ArrowLine
from tocmodel.layout.scene import Bounds, Path, Scene, SceneGroup, Text
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import Stroke, line_end, number_bounds, stroke_of
from tocmodel.layout.symbols.arrow_words import label_lines, label_size
from tocmodel.layout.symbols.clearings import around
from tocmodel.slides.beside import SPARE, BesideArrow, BesideArrows
from tocmodel.slides.crowded import with_names_for_crowded
from tocmodel.slides.glue import Glue, area_of
from tocmodel.slides.line_ends import end_of, further, spots_of

_NUMBER = 9.5
"""The size of letters from which the room of a number follows: it has no rim round it."""
_RIM = 4.0
"""Around the words of a line across the picture, for the letters of another font."""


def place_beside(
    diagram: Diagram, scene: Scene, lines: Mapping[str, ArrowLine], sheet: Sheet
) -> BesideArrows:
    """Return places for all that is beside the arrows of a picture.

    Args:
        diagram: its arrows, with words instead of signs.
        scene: the picture.
        lines: by the id of an arrow, its line as the slide shows it.
        sheet: with the size of the words.
    """
    marked = [
        _marked(arrow, lines[arrow.id], sheet) for arrow in diagram.arrows if arrow.id in lines
    ]
    page = Bounds(x=0.0, y=0.0, width=scene.width, height=scene.height)
    solid = tuple(solid_areas(scene))
    places, key = place_marks(marked, solid, page, (), sheet, _NUMBER)
    found = {
        line.arrow.id: _beside(line.arrow, marks, sheet)
        for line, marks in zip(marked, places, strict=True)
    }
    return with_names_for_crowded(BesideArrows(of=found, key=key), marked, solid, diagram)


def lines_of(diagram: Diagram, scene: Scene, glue: Mapping[str, Glue]) -> dict[str, ArrowLine]:
    """Return the lines of a slide by the ids of their arrows: straight ones, and routes.

    Args:
        diagram: the arrows.
        scene: the picture with their routes.
        glue: by the id of an arrow's group, its straight line, if it has one.
    """
    groups = {group.id: group for group in scene.find("arrow")}
    return {
        arrow.id: _straight(glue[id_]) if id_ in glue else _route(arrow, groups[id_])
        for arrow in diagram.arrows
        if (id_ := f"arrow:{arrow.id}") in groups
    }


def _marked(arrow: Arrow, line: ArrowLine, sheet: Sheet) -> MarkedLine:
    # Signs and marks of evidence are words here.
    bare = evolve(arrow, number=0, evidence=(), change="")
    return MarkedLine(
        arrow=bare,
        stroke=Stroke(tail=stroke_of(arrow).tail),
        line=line,
        words=label_lines(arrow, IN_GAP * SPARE, sheet),
        wish=middle_of(line.commands),
    )


def _straight(glue: Glue) -> ArrowLine:
    (x, y), (end_x, end_y) = glue.start, glue.end
    length = ((end_x - x) ** 2 + (end_y - y) ** 2) ** 0.5 or 1.0
    way = (end_x - x) / length, (end_y - y) / length
    return ArrowLine(
        commands=(("M", glue.start), ("L", glue.end)),
        tip=glue.end,
        unit=way,
        start=glue.start,
        start_unit=(-way[0], -way[1]),
    )


def _route(arrow: Arrow, group: SceneGroup) -> ArrowLine:
    """Return the line of the picture, with its head where the picture has it."""
    commands = next(item.commands for item in group.items if isinstance(item, Path))
    spots = spots_of(commands)
    (end, way), (start, back) = end_of(spots), end_of(spots[::-1])
    return ArrowLine(
        commands=commands,
        tip=further(end, way, line_end(stroke_of(arrow))),
        unit=way,
        start=start,
        start_unit=back,
    )


def _beside(arrow: Arrow, marks: LineMarks, sheet: Sheet) -> BesideArrow:
    return BesideArrow(
        words=marks.words,
        room=around(marks.label, *label_size(marks.words, sheet)),
        number=marks.number,
        number_room=number_bounds(marks.number, marks.number_at, _NUMBER),
        delay=marks.delay if arrow.delay else None,
    )


def solid_areas(scene: Scene) -> Iterator[Bounds]:
    """Yield the areas that nothing beside an arrow may cover: boxes, and names."""
    yield from (box.bounds for box in scene.find("box") if box.bounds)
    for group in scene.find("column"):
        yield from _areas(group)[1:]
    for group in scene.find("lane"):
        yield from _areas(group)[-1:]
    yield from map(area_of, scene.find("cluster-name"))
    for group in scene.find("ceiling"):
        texts = [item for item in group.items if isinstance(item, Text)]
        if texts:
            yield area_around(texts)


def area_around(texts: Sequence[Text]) -> Bounds:
    """Return the area of some lines of text, with a rim for the letters of another font."""
    left = min(text.left for text in texts) - _RIM
    right = max(text.left + text.width for text in texts) + _RIM
    top = min(text.y - text.size for text in texts)
    bottom = max(text.y + text.size * 0.35 for text in texts)
    return Bounds(x=left, y=top, width=right - left, height=bottom - top)


def _areas(group: SceneGroup) -> list[Bounds]:
    return [item.bounds for item in group.items if isinstance(item, Path)]
