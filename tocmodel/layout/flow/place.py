"""Diagram to scene, with boxes in columns: on the sheet where the picture is best."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.diagram.names_below import with_names_below
from tocmodel.layout.flow.attempt import Division, Orders
from tocmodel.layout.flow.choose import choose
from tocmodel.layout.flow.graphviz import find_engine, positions
from tocmodel.layout.flow.kept import kept_slots, same_sheets
from tocmodel.layout.flow.page import NARROWEST
from tocmodel.layout.flow.slots import find_slots
from tocmodel.layout.positions import Positions
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import A4, ENDLESS, Sheet, Turns
from tocmodel.layout.symbols.whole import finish_scene
from tocmodel.layout.titles import draw_title

_ENDLESS = ((ENDLESS,),)

Tries = Iterator[tuple[Sequence[Division], Sequence[Sequence[Sheet]]]]
"""Divisions of a diagram, and the sheets to try them on."""


def place_stages(
    diagram: Diagram,
    engine: str | None,
    turns: Turns,
    time_limit: float,
    orders: Orders,
    earlier: Positions | None = None,
) -> Scene:
    """Return a diagram with its boxes in columns, on the sheet where it is best.

    Args:
        diagram: the diagram.
        engine: the layout engine; by default the first one installed.
        turns: the sheets to try.
        time_limit: the most seconds for each run of the engine.
        orders: those found for the same boxes and arrows with other words; new ones are added.
        earlier: where its boxes were in an earlier picture, whose slots and order are kept.
    """
    diagram = with_names_below(diagram)
    if not diagram.boxes:
        first = turns[0][0][0]
        return _compose_empty(diagram, first if first.page == "slide" else A4)
    chosen = find_engine(engine)

    def solve(dot: str, nodes: int) -> Mapping[str, tuple[float, float]]:
        return positions(chosen, dot, nodes=nodes, time_limit=time_limit)

    def divide() -> list[Division]:
        slots = find_slots(diagram)
        return [Division(diagram=diagram, slots=one, solve=solve, orders=orders) for one in slots]

    tries: Tries = ((divide(), sheets) for sheets in (*turns, _ENDLESS))
    if earlier is not None:
        tries = _kept_tries(divide(), turns, earlier)
    for divisions, sheets in tries:
        found = choose(divisions, sheets)
        if found is not None:
            return found.scene
    raise TocModelError("this view is larger than a picture can be: draw a smaller one")


def _kept_tries(usual: Sequence[Division], turns: Turns, earlier: Positions) -> Tries:
    """Yield what to try for a picture that keeps positions: the former sheet and slots first.

    Other slots are tried before a larger sheet: a page that grows changes everything on it.
    """
    others = [evolve(division, earlier=earlier) for division in usual]
    slots = kept_slots(usual[0].diagram, earlier, usual[0].slots)
    kept = [evolve(others[0], slots=slots)]
    for sheets in (*same_sheets(turns, earlier), *turns):
        yield kept, sheets
        yield others, sheets
    yield kept, _ENDLESS


def _compose_empty(diagram: Diagram, sheet: Sheet) -> Scene:
    """A view without boxes still has its title, its legend and its note."""
    width = sheet.width if diagram.legend else NARROWEST
    title, high = draw_title(diagram, sheet.margin, sheet.margin, width - 2 * sheet.margin, sheet)
    scene = finish_scene(diagram, [title], sheet.margin + high + 16, width, sheet)
    if scene is None:
        raise TocModelError("the title of this view is longer than a page")
    return scene
