"""A page of loops and nothing else."""

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import A3, A4, ENDLESS, Sheet, Turns
from tocmodel.layout.symbols.whole import finish_scene
from tocmodel.layout.titles import draw_title

_A2 = evolve(A3, page="A2", width=1683.78, height=1190.55)


def place_loops(diagram: Diagram, turns: Turns) -> Scene:
    """Return the loops of a diagram without boxes, on the smallest sheet that has room.

    Args:
        diagram: the diagram.
        turns: the sheets to try first.
    """
    asked = [sheet for turn in turns for size in turn for sheet in size]
    usual = [sheet for page in (A4, A3, _A2) for sheet in (page, page.upright())]
    sheets = asked if asked[0].page == "slide" else usual
    for sheet in (*sheets, ENDLESS):
        scene = _try_sheet(diagram, sheet)
        if scene is not None and scene.width <= sheet.width:
            return scene
    raise TocModelError("the title of this view is longer than a page")


def _try_sheet(diagram: Diagram, sheet: Sheet) -> Scene | None:
    width = sheet.width if sheet.page else A3.width
    title, high = draw_title(diagram, sheet.margin, sheet.margin, width - 2 * sheet.margin, sheet)
    return finish_scene(diagram, [title], sheet.margin + high + 16, width, sheet)
