"""Diagram to scene, with boxes in columns: on the sheet where the picture is best."""

from collections.abc import Mapping

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.choose import choose
from tocmodel.layout.flow.graphviz import find_engine, positions
from tocmodel.layout.flow.page import NARROWEST
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import A4, ENDLESS, Sheet, Turns
from tocmodel.layout.symbols.whole import finish_scene
from tocmodel.layout.titles import draw_title


def place_stages(
    diagram: Diagram,
    engine: str | None,
    turns: Turns,
    time_limit: float,
) -> Scene:
    """Return a diagram with its boxes in columns, on the sheet where it is best.

    Args:
        diagram: the diagram.
        engine: the layout engine; by default the first one installed.
        turns: the sheets to try.
        time_limit: the most seconds for each run of the engine.
    """
    if not diagram.boxes:
        first = turns[0][0][0]
        return _compose_empty(diagram, first if first.page == "slide" else A4)
    chosen = find_engine(engine)

    def solve(dot: str, nodes: int) -> Mapping[str, tuple[float, float]]:
        return positions(chosen, dot, nodes=nodes, time_limit=time_limit)

    for sheets in (*turns, ((ENDLESS,),)):
        found = choose(diagram, sheets, solve)
        if found is not None:
            return found.scene
    raise TocModelError("this view is larger than a picture can be: draw a smaller one")


def _compose_empty(diagram: Diagram, sheet: Sheet) -> Scene:
    """A view without boxes still has its title, its legend and its note."""
    width = sheet.width if diagram.legend else NARROWEST
    title, high = draw_title(diagram, sheet.margin, sheet.margin, width - 2 * sheet.margin, sheet)
    scene = finish_scene(diagram, [title], sheet.margin + high + 16, width, sheet)
    if scene is None:
        raise TocModelError("the title of this view is longer than a page")
    return scene
