"""Diagram to scene: measure, let the engine arrange, and put everything on the page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow import headings
from tocmodel.layout.flow.ceiling import ceiling_height, draw_ceiling
from tocmodel.layout.flow.clusters import cluster_titles, draw_clusters
from tocmodel.layout.flow.column_widths import slot_widths
from tocmodel.layout.flow.constraints import GroupPath, Plan, make_plan
from tocmodel.layout.flow.frame import Frame, make_frame
from tocmodel.layout.flow.graphviz import find_engine, positions
from tocmodel.layout.flow.labels import find_gaps
from tocmodel.layout.flow.lanes import draw_lanes, lane_lines, with_room_for_lanes
from tocmodel.layout.flow.order import Arrangement, RunEngine, Spacing, arrange, spans
from tocmodel.layout.flow.page import NARROWEST, PageLayout, make_page_layout
from tocmodel.layout.flow.ports import Router
from tocmodel.layout.flow.routes import draw_arrows
from tocmodel.layout.flow.slots import Slots, find_slots
from tocmodel.layout.flow.whole_arrows import draw_whole_arrows
from tocmodel.layout.parts.boxes import LOWEST, SizedBox, size_box
from tocmodel.layout.parts.whole import draw_boxes, finish_scene
from tocmodel.layout.scene import Scene, SceneGroup
from tocmodel.layout.sheet import A4, ENDLESS, Sheet
from tocmodel.layout.text import LEADING
from tocmodel.layout.titles import draw_title

_SHRINKING = (1.0, 0.84, 0.7, 0.56)
"""The widths of boxes to try in a picture that reads downwards."""
_WIDTH_BESIDE = 132.0
_WORTH_TRYING = 40
"""A picture with more boxes is not squeezed on to a sheet by other divisions of its columns."""


def place_stages(
    diagram: Diagram,
    engine: str | None,
    sheets: tuple[tuple[Sheet, ...], ...],
    time_limit: float,
) -> Scene:
    """Return a diagram with its boxes in columns, on the first sheet that it fits.

    Args:
        diagram: the diagram.
        engine: the layout engine; by default the first one installed.
        sheets: the sheets to try, in turns.
        time_limit: the most seconds for each run of the engine.
    """
    if not diagram.boxes:
        first = sheets[0][0]
        return _compose_empty(diagram, first if first.page == "slide" else A4)
    chosen = find_engine(engine)

    def solve(dot: str, nodes: int) -> Mapping[str, tuple[float, float]]:
        return positions(chosen, dot, nodes=nodes, time_limit=time_limit)

    for slots, sheet, narrower in _attempts(diagram, sheets):
        roomy = with_room_for_lanes(diagram, sheet)
        scene = _try_sheet(diagram, slots, roomy, solve, narrower)
        if scene is not None:
            return scene
    raise TocModelError("this view is larger than a picture can be: draw a smaller one")


def _attempts(
    diagram: Diagram, sheets: tuple[tuple[Sheet, ...], ...]
) -> Iterator[tuple[Slots, Sheet, float]]:
    """The settings to try until the picture fits: sheets, divisions into slots, box widths."""
    first, *others = find_slots(diagram)
    widths = _SHRINKING if diagram.top_to_bottom else (1.0,)
    for turn in sheets:
        yield from ((first, sheet, width) for sheet in turn for width in widths)
        if len(diagram.boxes) > _WORTH_TRYING:
            continue
        upright = [sheet.upright() for sheet in turn if sheet.turns]
        yield from ((slots, sheet, w) for slots in others for sheet in turn for w in widths)
        yield from (
            (slots, sheet, w) for slots in (first, *others) for sheet in upright for w in widths
        )
    yield first, ENDLESS, 1.0


def _try_sheet(
    diagram: Diagram, slots: Slots, sheet: Sheet, solve: RunEngine, narrower: float
) -> Scene | None:
    """Return the scene on a sheet, or nothing if the sheet is too small."""
    if _is_too_full(diagram, slots, sheet):
        return None
    down = diagram.top_to_bottom
    gaps = find_gaps(diagram, slots, sheet)
    if down:
        width = _width_beside(diagram, slots, sheet, narrower)
        widths = (width,) * slots.count if width else ()
    else:
        taken = sheet.lane_side + 8 if diagram.lanes else 0.0
        widths = slot_widths(diagram, slots, sheet, taken=taken + sum(gaps))
    if not widths:
        return None
    boxes = {box.id: size_box(box, widths[slots.of[box.id]], sheet) for box in diagram.boxes}
    plan = make_plan(diagram, boxes, slots, gaps, sheet)
    if _is_hopeless(plan, sheet, down=down):
        return None
    titles = _cluster_words(diagram, plan, widths, sheet)
    room = _room(diagram, titles, max(widths), sheet)
    arrangement = arrange(plan, room, solve)
    return _compose(diagram, slots, boxes, plan, arrangement, titles, sheet)


def _width_beside(diagram: Diagram, slots: Slots, sheet: Sheet, narrower: float) -> float:
    """The width of boxes in rows: as many side by side as in the fullest row of each lane.

    Rows are often longer than that, as boxes go below those that lead to them: ``narrower`` leaves
    room for it.
    """
    if not sheet.page:
        return _WIDTH_BESIDE if narrower == 1.0 else 0.0
    rows: dict[str, dict[int, int]] = {}
    for box in diagram.boxes:
        row = rows.setdefault(box.lane if diagram.lanes else "", {})
        row[slots.of[box.id]] = row.get(slots.of[box.id], 0) + 1
    most = sum(max(row.values()) for row in rows.values())
    room = sheet.width - 2 * sheet.margin - headings.HEADING_SIDE - 20
    width = (room / most * narrower - sheet.space - 4) // 2 * 2
    return min(width, sheet.widest) if width >= sheet.narrowest else 0.0


def _is_too_full(diagram: Diagram, slots: Slots, sheet: Sheet) -> bool:
    """Whether one slot has more boxes than it could hold even with hardly any words."""
    if diagram.top_to_bottom:
        return False
    most = max(Counter(slots.of[box.id] for box in diagram.boxes).values())
    return most * (LOWEST + sheet.space) > sheet.height - 2 * sheet.margin


def _is_hopeless(plan: Plan, sheet: Sheet, *, down: bool) -> bool:
    """Whether one slot alone is longer than the page: then there is no need to run the engine."""
    lengths: dict[int, int] = {}
    for item in plan.nodes:
        lengths[item.slot] = lengths.get(item.slot, 0) + item.size
    return max(lengths.values()) > (sheet.width if down else sheet.height) - 2 * sheet.margin


def _cluster_words(
    diagram: Diagram, plan: Plan, widths: Sequence[float], sheet: Sheet
) -> dict[GroupPath, tuple[str, ...]]:
    room = {
        group: (widths[first] if diagram.top_to_bottom else sum(widths[first : last + 1])) - 8
        for group, (first, last) in spans(plan.nodes).items()
        if " cluster " in group[-1]
    }
    return cluster_titles(diagram, room, sheet)


def _head_height(lines: tuple[str, ...], sheet: Sheet) -> int:
    return 2 * ceil((len(lines) * sheet.small * LEADING + 8) / 2)


def _room(
    diagram: Diagram, titles: Mapping[GroupPath, tuple[str, ...]], width: float, sheet: Sheet
) -> Spacing:
    down = diagram.top_to_bottom
    heads = {group: 10 if down else _head_height(lines, sheet) for group, lines in titles.items()}
    side = sheet.lane_side - 12
    names = lane_lines(diagram, sheet, side)
    lanes = tuple(
        int(width) if down else 2 * ceil((len(lines) * sheet.heading * LEADING + 8) / 2)
        for lines in names
    )
    room = Spacing(titles=heads, lanes=lanes, ranks=_cluster_ranks(diagram))
    return evolve(room, between_lanes=6, after=6) if sheet.tight else room


def _cluster_ranks(diagram: Diagram) -> dict[str, int]:
    """Return the ranks of clusters, where all the clusters beside them have one too."""
    parents = {cluster.parent for cluster in diagram.clusters if cluster.rank is None}
    return {
        cluster.id: cluster.rank
        for cluster in diagram.clusters
        if cluster.rank is not None and cluster.parent not in parents
    }


def _compose(
    diagram: Diagram,
    slots: Slots,
    boxes: Mapping[str, SizedBox],
    plan: Plan,
    arrangement: Arrangement,
    titles: Mapping[GroupPath, tuple[str, ...]],
    sheet: Sheet,
) -> Scene | None:
    heads = {group: _head_height(lines, sheet) for group, lines in titles.items()}
    frame = make_frame(diagram, plan, arrangement, boxes, slots, heads, sheet)
    page = make_page_layout(diagram, frame, sheet)
    if page.width > sheet.width:
        return None
    title, title_height = draw_title(
        diagram, sheet.margin, sheet.margin, page.width - 2 * sheet.margin, sheet
    )
    frame = frame.moved((page.left, 0.0))
    above = page.above + ceiling_height(diagram, frame, sheet, title)
    frame = frame.moved((page.left, sheet.margin + title_height + above))
    places = {id_: frame.box(boxes[id_], plan.keys[id_], slots.of[id_]) for id_ in boxes}
    router = Router(frame=frame, plan=plan, slots=slots, boxes=places, sheet=sheet)
    frames, names = draw_clusters(frame, titles, sheet)
    body: list[SceneGroup] = [
        title,
        *headings.draw_bands(diagram, page.columns, frame, page.heading, sheet),
        *_lanes(diagram, frame, page, sheet),
        *draw_ceiling(diagram, frame, page.heading, sheet),
        *frames,
        *draw_arrows(router),
        *draw_whole_arrows(diagram, router),
        *draw_boxes(diagram, boxes, places, sheet),
        *names,
    ]
    bottom = frame.at(frame.along[1], frame.across[1])[1] + (10 if sheet.tight else 16)
    return finish_scene(diagram, body, bottom, page.width, sheet)


def _lanes(
    diagram: Diagram, frame: Frame, page: PageLayout, sheet: Sheet
) -> tuple[SceneGroup, ...]:
    if not frame.lanes:
        return ()
    gap = 5.0 if frame.down else 8.0
    start = frame.along[0]
    return draw_lanes(diagram, frame, (start - gap - page.lane_head, start - gap), sheet)


def _compose_empty(diagram: Diagram, sheet: Sheet) -> Scene:
    """A view without boxes still has its title, its legend and its note."""
    width = sheet.width if diagram.legend else NARROWEST
    title, high = draw_title(diagram, sheet.margin, sheet.margin, width - 2 * sheet.margin, sheet)
    scene = finish_scene(diagram, [title], sheet.margin + high + 16, width, sheet)
    if scene is None:
        raise TocModelError("the title of this view is longer than a page")
    return scene
