"""The whole picture from its parts: the boxes at their places, the legend and the note below."""

from collections.abc import Mapping, Sequence

from tocmodel.diagram.causal_order import in_causal_order, titles_of_causes
from tocmodel.diagram.model import Diagram
from tocmodel.layout.loops.place import draw_loops
from tocmodel.layout.palette import tone
from tocmodel.layout.scene import Bounds, Scene, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.boxes import SizedBox, draw_box
from tocmodel.layout.symbols.diagram_legend import draw_legend
from tocmodel.layout.symbols.key import draw_key, key_page
from tocmodel.layout.symbols.unlinked import draw_unlinked
from tocmodel.layout.titles import draw_note


def draw_boxes(
    diagram: Diagram,
    boxes: Mapping[str, SizedBox],
    places: Mapping[str, Bounds],
    sheet: Sheet,
) -> list[SceneGroup]:
    """Return every box at its place, causes before what they lead to."""
    causes = titles_of_causes(diagram)
    return [
        draw_box(
            boxes[box.id],
            places[box.id],
            tone(box.colour or box.column, diagram.colours),
            sheet,
            causes=causes.get(box.id, ()),
        )
        for box in in_causal_order(diagram)
    ]


def finish_scene(
    diagram: Diagram, body: Sequence[SceneGroup], bottom: float, width: float, sheet: Sheet
) -> Scene | None:
    """Return the picture with its legend and its note below; none if the page is too low."""
    foot, end = draw_foot(diagram, bottom, width, sheet)
    height = end + sheet.margin * 0.7
    if height > sheet.height:
        return None
    return Scene(
        width=round(width, 2),
        height=round(height, 2),
        page=sheet.page,
        title=diagram.title,
        description=diagram.description,
        language=diagram.language,
        date=diagram.date,
        own_words=diagram.own_words,
        says_itself=diagram.says_itself,
        groups=(*body, *foot),
        more=(key_page(diagram, sheet),) if diagram.key and sheet.key_apart else (),
    )


def room_above_foot(sheet: Sheet) -> float:
    """Return the room between a picture in columns and what is below it."""
    return 8.0 if sheet.tight else 16.0


def draw_foot(
    diagram: Diagram, bottom: float, width: float, sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], float]:
    """Return what is below a picture that ends at ``bottom``, and where it ends itself."""
    inner = width - 2 * sheet.margin
    between = 7.0 if sheet.tight else 10.0
    area = Bounds(x=sheet.margin, y=bottom, width=inner, height=0.0)
    unlinked, high = draw_unlinked(diagram.unlinked, diagram, area, sheet)
    bottom += high + between if high else 0.0
    legend, high = draw_legend(diagram, sheet.margin, bottom, inner, sheet)
    bottom += high + between if high else 0.0
    loops, high = draw_loops(diagram, (sheet.margin, bottom + 6), inner, sheet)
    bottom += high + 16 if high else 0.0
    key, high = draw_key(diagram, (sheet.margin, bottom), inner, sheet)
    bottom += high + between if high else 0.0
    note, high = draw_note(diagram, sheet.margin, bottom, inner, sheet)
    return (*unlinked, *legend, *loops, *key, *note), bottom + high
