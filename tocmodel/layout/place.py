"""Diagram to scene, in the layout that the diagram asks for."""

from collections.abc import Callable, Sequence

from attrs import evolve, field, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Badge, Diagram
from tocmodel.diagram.numbered import with_folded_badges, with_numbers
from tocmodel.diagram.phrases import speaking_as
from tocmodel.layout.flow.attempt import Orders
from tocmodel.layout.flow.place import place_stages
from tocmodel.layout.fonts.lettering import Lettering, use_lettering
from tocmodel.layout.fonts.outlines import with_outlines
from tocmodel.layout.fonts.typefaces import Typeface
from tocmodel.layout.loops.page import place_loops
from tocmodel.layout.map.logic_table import place_table
from tocmodel.layout.map.place import place_map
from tocmodel.layout.positions import Positions, can_keep, positions_in
from tocmodel.layout.poster import on_poster
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import POSTERS, SLIDE, Sheet, Turns, sheets_for
from tocmodel.layout.symbols.tall_boxes import folds_of

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
    earlier: Positions | None = None,
) -> Scene:
    """Place a diagram on a page.

    Args:
        diagram: the diagram to draw.
        engine: ``graphviz-pure``, ``pygraphviz`` or ``dot``; by default the first one installed.
        time_limit: the most seconds for each run of the engine.
        page: ``A4`` or ``A3`` for that sheet if the picture fits it, otherwise the next larger one;
            ``A2``, ``A1`` or ``A0`` for a picture as large as that sheet has room for; ``slide``
            for a slide if it fits one; by default the smaller of A4 and A3 that has room.
        sheets: the sheets to try instead of those of a page.
        typefaces: fonts to use for the letters they have; the bundled font draws the rest.
        earlier: where its boxes were in an earlier picture, which they keep.

    Raises:
        TocModelError: there is no engine, it failed or took too long, or the diagram is larger
            than a picture can be.
    """
    turns = ((sheets,),) if sheets else sheets_for(page)
    if diagram.change_signs:
        turns = _changed(turns, lambda sheet: evolve(sheet, change_signs=True))
    _refuse_too_much(diagram)
    diagram = with_numbers(diagram)
    lettering = Lettering(typefaces=tuple(typefaces), language=diagram.language)
    with use_lettering(lettering), speaking_as(diagram):
        usual = _Request(
            engine=engine,
            turns=turns,
            time_limit=time_limit,
            page=page or "",
            folds=not sheets and page != SLIDE.page,
        )
        scene = _picture(diagram, usual)
        if earlier is not None and can_keep(diagram, earlier):
            scene = _kept_picture(diagram, scene, evolve(usual, orders={}, earlier=earlier))
        more = tuple(with_outlines(one, lettering) for one in scene.more)
        return evolve(with_outlines(scene, lettering), more=more)


def _changed(turns: Turns, change: Callable[[Sheet], Sheet]) -> Turns:
    """Return each sheet with a change."""
    return tuple(tuple(tuple(map(change, size)) for size in turn) for turn in turns)


@frozen(kw_only=True)
class _Request:
    """How a diagram is to be placed.

    Attributes:
        engine, time_limit: the layout engine, and the most seconds for each run of it.
        turns: the sheets to try.
        page: the page that was asked for; empty for any.
        folds: whether the last lines of tall boxes may go into the key.
        orders: those found for its columns so far: its words may change, not its boxes and arrows.
        earlier: where its boxes were in an earlier picture.
    """

    engine: str | None
    turns: Turns
    time_limit: float
    page: str
    folds: bool
    orders: Orders = field(factory=dict)
    earlier: Positions | None = None

    def place(self, diagram: Diagram) -> Scene:
        """Return a diagram in the layout that it asks for."""
        if diagram.layout == "map" and diagram.boxes:
            return place_map(diagram, self.turns, self.earlier)
        if diagram.loops and not diagram.boxes:
            return place_loops(diagram, self.turns)
        if diagram.layout == "table" and diagram.boxes:
            return place_table(diagram, self.turns)
        return place_stages(
            diagram, self.engine, self.turns, self.time_limit, self.orders, self.earlier
        )


def _picture(diagram: Diagram, request: _Request) -> Scene:
    scene = request.place(diagram)
    if request.folds:
        diagram, scene = _without_tall_boxes(diagram, scene, request)
    if scene.find("key") and not scene.page:
        apart = _changed(request.turns, lambda sheet: evolve(sheet, key_apart=True))
        on_two_pages = evolve(request, turns=apart).place(diagram)
        scene = on_two_pages if on_two_pages.page else scene
    return on_poster(scene, request.page) if request.page in POSTERS else scene


def _kept_picture(diagram: Diagram, usual: Scene, request: _Request) -> Scene:
    """Return the picture in which boxes keep their earlier places: the usual one, if it is one."""
    if request.earlier is None or positions_in(usual, diagram).keep(request.earlier):
        return usual
    kept = _picture(diagram, request)
    # So a picture that is drawn over again and again stays the same.
    same = positions_in(usual, diagram).keep(positions_in(kept, diagram))
    return usual if same else kept


_MOST_TRIES = 5
"""How often a picture is placed anew because its boxes have too many lines."""


def _without_tall_boxes(diagram: Diagram, scene: Scene, request: _Request) -> tuple[Diagram, Scene]:
    """Return a diagram and its scene with the last lines of tall boxes in the key.

    A picture that would no longer fit its sheet with a key stays as it is.
    """
    folds: dict[str, tuple[Badge, ...]] = {}
    found = diagram, scene
    for _ in range(_MOST_TRIES):
        more = folds_of(*found)
        if not more:
            return found
        for id_, badges in more.items():
            folds[id_] = (*folds.get(id_, ()), *badges)
        folded = with_folded_badges(diagram, folds)
        placed = request.place(folded)
        if scene.page and not placed.page:
            return found
        found = folded, placed
    return found


def _refuse_too_much(diagram: Diagram) -> None:
    if fits_a_picture(diagram):
        return
    raise TocModelError(
        f"this view has {len(diagram.boxes)} boxes and {len(diagram.arrows)} arrows, and a picture "
        f"can hold {MOST_BOXES} and {MOST_ARROWS}: draw it as pages with --all, focus on one "
        "element, or collapse groups"
    )


def fits_a_picture(diagram: Diagram) -> bool:
    """Whether a diagram has no more boxes and arrows than a picture can hold."""
    return len(diagram.boxes) <= MOST_BOXES and len(diagram.arrows) <= MOST_ARROWS
