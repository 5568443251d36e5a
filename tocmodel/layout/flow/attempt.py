"""One attempt: a diagram on one sheet, with one division into slots."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, inf

from attrs import evolve, field, frozen

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow import headings
from tocmodel.layout.flow.clusters import cluster_titles
from tocmodel.layout.flow.column_widths import slot_widths
from tocmodel.layout.flow.compose import Arranged, Routed, compose, excess, route
from tocmodel.layout.flow.constraints import GroupPath, Plan, divided, make_plan
from tocmodel.layout.flow.kept import find_kept_order
from tocmodel.layout.flow.labels import find_gaps
from tocmodel.layout.flow.lanes import lane_lines
from tocmodel.layout.flow.order import (
    RunEngine,
    SlotOrder,
    Spacing,
    arrange,
    find_order,
    lowered,
    spans,
)
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.positions import Positions
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import INFINITE, Sheet
from tocmodel.layout.symbols.boxes import LOWEST, SizedBox, size_box
from tocmodel.layout.symbols.whole import draw_foot, room_above_foot
from tocmodel.layout.text import LEADING
from tocmodel.layout.titles import draw_title

_WIDTH_BESIDE = 132.0
_TIMES = 1
"""How often boxes become narrower to make room for arrows."""
_SQUEEZED = 0.25
"""What it costs if a gap lacks a point of the width that its arrows need."""
_LOWERED = 0.65
"""What it costs to squeeze a picture into its sheet: other divisions of its columns are tried too,
but not larger paper."""


@frozen(kw_only=True)
class SheetAttempt:
    """A picture that fits its sheet, and what it costs: crossings, lack of room, and the sheet."""

    scene: Scene
    cost: float
    sheet: Sheet


def room_for_boxes(diagram: Diagram, sheet: Sheet) -> float:
    """Return the height of a sheet without title, headings, legend, note and margins."""
    if not sheet.page:
        return INFINITE
    inner = sheet.width - 2 * sheet.margin
    _, title = draw_title(diagram, 0.0, 0.0, inner, sheet)
    _, below = draw_foot(diagram, room_above_foot(sheet), sheet.width, sheet)
    heading = 12.0 if diagram.top_to_bottom else sheet.heading * LEADING + 25
    return sheet.height - title - below - heading - 1.7 * sheet.margin


Orders = dict[tuple[int, ...], SlotOrder]
"""The orders found for a diagram so far: for the slots of its boxes, that of the nodes in each."""


@frozen(kw_only=True, eq=False)
class Division:
    """A diagram divided into slots.

    The order in each slot is found once, and suits every sheet and any words in the boxes.

    Attributes:
        diagram: the diagram.
        slots: the slot of each box.
        solve: runs the engine.
        orders: those found for the same boxes and arrows before; new ones are added.
        earlier: where the boxes were in an earlier picture, whose order is kept.
    """

    diagram: Diagram
    slots: Slots
    solve: RunEngine
    orders: Orders = field(factory=dict)
    earlier: Positions | None = None

    def order(self, plan: Plan, spacing: Spacing) -> SlotOrder:
        """Return the order of the nodes in each slot."""
        key = tuple(self.slots.of[box.id] for box in self.diagram.boxes)
        if key not in self.orders:
            self.orders[key] = self._found(plan, spacing)
        return self.orders[key]

    def _found(self, plan: Plan, spacing: Spacing) -> SlotOrder:
        if self.earlier is None:
            return find_order(plan, spacing, self.solve)
        across = {plan.keys[id_]: self.earlier.across(id_) for id_ in self.earlier.boxes}
        return find_kept_order(plan, spacing, across)


@frozen(kw_only=True)
class Setting:
    """What an attempt needs to know.

    Attributes:
        division: the diagram, divided into slots.
        sheet: the sheet.
        room: the height of the sheet for the boxes.
        narrower: a share of the width that boxes in rows could have.
    """

    division: Division
    sheet: Sheet
    room: float = INFINITE
    narrower: float = 1.0


def try_setting(setting: Setting, most: float = inf) -> SheetAttempt | None:
    """Return the picture on a sheet; nothing if the sheet is too small, or the picture too costly.

    Args:
        setting: the diagram and the sheet.
        most: what the picture may cost.
    """
    if _is_too_full(setting):
        return None
    for routed in sorted(_routed(setting), key=_cost):
        fitting = _fitting(routed) if _cost(routed) <= most else None
        if fitting is None:
            continue
        cost = _cost(fitting) + (_LOWERED if fitting is not routed else 0.0)
        scene = compose(fitting) if cost <= most else None
        if scene is not None:
            return SheetAttempt(scene=scene, cost=cost, sheet=setting.sheet)
    return None


def _fitting(routed: Routed) -> Routed | None:
    """Return a picture as high as its page at most; nothing if it needs more."""
    by = excess(routed)
    if by <= 0:
        return routed
    arranged = routed.arranged
    if arranged.diagram.top_to_bottom:
        return None
    lower = lowered(arranged.plan, arranged.arrangement, by + 0.1)
    tried = route(evolve(arranged, arrangement=lower)) if lower else None
    return tried if tried and excess(tried) <= 0 else None


def _cost(routed: Routed) -> float:
    tracks, gaps = routed.tracks, routed.router.frame.gaps
    lack = sum(max(0.0, need - gap) for need, gap in zip(tracks.needed, gaps, strict=True))
    return routed.arranged.sheet.cost + tracks.crossings + lack * _SQUEEZED


def _routed(setting: Setting) -> Iterator[Routed]:
    """Yield the picture with gaps as wide as words need, then as wide as the arrows need."""
    gaps = find_gaps(setting.division.diagram, setting.division.slots, setting.sheet)
    for _ in range(1 + _TIMES):
        arranged = _arrange(setting, gaps)
        routed = route(arranged) if arranged else None
        if arranged is None or routed is None:
            return
        yield routed
        wider = tuple(max(pair) for pair in zip(gaps, routed.tracks.needed, strict=True))
        if wider == gaps:
            return
        gaps = wider
        roomy = route(evolve(arranged, plan=evolve(arranged.plan, gaps=gaps)))
        if roomy is not None:
            yield roomy
            return


def _arrange(setting: Setting, gaps: tuple[float, ...]) -> Arranged | None:
    """Size the boxes for some gaps and let the engine arrange them."""
    division, sheet = setting.division, setting.sheet
    diagram, slots = division.diagram, division.slots
    if diagram.top_to_bottom:
        width = _width_beside(setting)
        widths = (width,) * slots.count if width else ()
    else:
        taken = sheet.lane_side + 8 if diagram.lanes else 0.0
        widths = slot_widths(diagram, slots, sheet, taken=taken + sum(gaps))
    if not widths:
        return None
    boxes = {box.id: size_box(box, widths[slots.of[box.id]], sheet) for box in diagram.boxes}
    plan = make_plan(diagram, boxes, slots, gaps, sheet)
    if _is_hopeless(plan, boxes, setting):
        return None
    titles = _cluster_words(diagram, plan, widths, sheet)
    spacing = _spacing(diagram, titles, max(widths), sheet)
    order = division.order(plan, spacing)
    plan = divided(plan, order.passed)
    return Arranged(
        diagram=diagram,
        slots=slots,
        sheet=sheet,
        boxes=boxes,
        plan=plan,
        arrangement=arrange(plan, spacing, division.solve, order, fill=division.earlier is None),
        titles=titles,
        heads={group: _head_height(lines, sheet) for group, lines in titles.items()},
    )


def _width_beside(setting: Setting) -> float:
    """The width of boxes in rows: as many side by side as in the fullest row of each lane.

    Rows are often longer than that, as boxes go below those that lead to them: a narrower setting
    leaves room for it.
    """
    diagram, slots, sheet = setting.division.diagram, setting.division.slots, setting.sheet
    if not sheet.page:
        return _WIDTH_BESIDE
    rows: dict[str, dict[int, int]] = {}
    for box in diagram.boxes:
        row = rows.setdefault(box.lane if diagram.lanes else "", {})
        row[slots.of[box.id]] = row.get(slots.of[box.id], 0) + 1
    most = sum(max(row.values()) for row in rows.values())
    room = sheet.width - 2 * sheet.margin - headings.HEADING_SIDE - 20
    width = (room / most * setting.narrower - sheet.space - 4) // 2 * 2
    return min(width, sheet.widest) if width >= sheet.narrowest else 0.0


def _is_too_full(setting: Setting) -> bool:
    """Whether one slot has more boxes than it could hold even with hardly any words."""
    diagram, space = setting.division.diagram, setting.sheet.space
    if diagram.top_to_bottom:
        return False
    most = max(Counter(setting.division.slots.of[box.id] for box in diagram.boxes).values())
    return most * (LOWEST + space) > setting.room + space


def _is_hopeless(plan: Plan, boxes: Mapping[str, SizedBox], setting: Setting) -> bool:
    """Whether one slot alone is longer than the page: then there is no need to run the engine."""
    sheet, room = setting.sheet, setting.room
    across: dict[int, int] = {}
    along: dict[int, float] = {}
    slot_of = {node.key: node.slot for node in plan.nodes}
    for node in plan.nodes:
        across[node.slot] = across.get(node.slot, 0) + node.size
    for id_, box in boxes.items():
        slot = slot_of[plan.keys[id_]]
        along[slot] = max(along.get(slot, 0.0), box.height)
    if not setting.division.diagram.top_to_bottom:
        return max(across.values()) > room + sheet.space
    wide = sheet.width - 2 * sheet.margin - headings.HEADING_SIDE
    return max(across.values()) > wide or sum(along.values()) + sum(plan.gaps) > room


def _cluster_words(
    diagram: Diagram, plan: Plan, widths: Sequence[float], sheet: Sheet
) -> dict[GroupPath, tuple[str, ...]]:
    """Return the names of clusters, each as wide as its first slot: arrows run in the gaps."""
    room = {
        group: widths[int(first)] - 8
        for group, (first, _) in spans(plan.nodes).items()
        if " cluster " in group[-1]
    }
    return cluster_titles(diagram, room, sheet)


def _head_height(lines: tuple[str, ...], sheet: Sheet) -> int:
    return 2 * ceil((len(lines) * sheet.small * LEADING + 8) / 2)


def _spacing(
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
