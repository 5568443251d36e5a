"""Diagram to scene, in the layout that the diagram asks for."""

from collections.abc import Sequence

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.place import place_stages
from tocmodel.layout.fonts.lettering import Lettering, use_lettering
from tocmodel.layout.fonts.outlines import with_outlines
from tocmodel.layout.fonts.typefaces import Typeface
from tocmodel.layout.map.logic_table import place_table
from tocmodel.layout.map.place import place_map
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import Sheet, sheets_for

MOST_BOXES = 400
MOST_ARROWS = 1500


def layout(
    diagram: Diagram,
    engine: str | None = None,
    *,
    time_limit: float = 30.0,
    page: str | None = None,
    sheets: tuple[Sheet, ...] = (),
    typefaces: Sequence[Typeface] = (),
) -> Scene:
    """Place a diagram on a page.

    Args:
        diagram: the diagram to draw.
        engine: ``graphviz-pure``, ``pygraphviz`` or ``dot``; by default the first one installed.
        time_limit: the most seconds for each run of the engine.
        page: ``A4`` or ``A3`` for that sheet if the picture fits it, otherwise the next larger one;
            ``slide`` for a slide if it fits one; by default the smaller of A4 and A3 that has room.
        sheets: the sheets to try instead of those of a page.
        typefaces: fonts to use for the letters they have; the bundled font draws the rest.

    Raises:
        TocModelError: there is no engine, it failed or took too long, or the diagram is larger
            than a picture can be.
    """
    turns = ((sheets,),) if sheets else sheets_for(page)
    _refuse_too_much(diagram)
    lettering = Lettering(typefaces=tuple(typefaces), language=diagram.language)
    with use_lettering(lettering):
        if diagram.layout == "map" and diagram.boxes:
            scene = place_map(diagram, turns)
        elif diagram.layout == "table" and diagram.boxes:
            scene = place_table(diagram, turns)
        else:
            scene = place_stages(diagram, engine, turns, time_limit)
        return with_outlines(scene, lettering)


def _refuse_too_much(diagram: Diagram) -> None:
    boxes, arrows = len(diagram.boxes), len(diagram.arrows)
    if boxes <= MOST_BOXES and arrows <= MOST_ARROWS:
        return
    raise TocModelError(
        f"this view has {boxes} boxes and {arrows} arrows, and a picture can hold "
        f"{MOST_BOXES} and {MOST_ARROWS}: focus on one element, collapse groups, or show fewer "
        "sections"
    )
