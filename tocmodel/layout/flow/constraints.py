"""The nodes that the engine arranges: boxes, and waypoints where an arrow passes a column.

An arrow that spans several slots has a waypoint in each slot between, and the engine keeps room for
it. So every bend is in the gap between two slots, where there are no boxes to cross. Arrows with
the same look that leave the same box share their waypoints.
"""

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve, field, frozen

from tocmodel.diagram.model import Arrow, Box, Diagram
from tocmodel.layout.flow.labels import BETWEEN_ROWS, IN_GAP, room_for_delay
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import Stroke, stroke_of
from tocmodel.layout.symbols.arrow_words import label_lines, label_size
from tocmodel.layout.symbols.boxes import SizedBox

_PASSING = 10.0
"""The room an arrow needs where it passes a slot."""
_MARKED = 2.0
"""The extra room for marks of evidence on an arrow between two boxes of one slot."""
_LINKED = 10.0
"""The extra room between boxes of one slot that an arrow may join."""

GroupPath = tuple[str, ...]
"""The lane and the clusters around something, the outermost first."""


def cluster_id(group: GroupPath) -> str:
    """Return the id of the innermost cluster of a group; empty if it is a lane.

    >>> cluster_id(("lane 0", "lane 0 cluster early")), cluster_id(("lane 0",))
    ('early', '')
    """
    return group[-1].partition(" cluster ")[2]


@frozen(kw_only=True)
class Node:
    """Something that takes room in a slot: ``size`` points across the reading direction."""

    key: str
    slot: int
    size: int
    group: GroupPath = ()


def is_border(node: Node) -> bool:
    """Whether a node is the border of a lane or of a cluster."""
    return node.key.startswith(("start ", "end ", "lane "))


@frozen(kw_only=True)
class Attraction:
    """Two nodes that should be near each other; a greater weight pulls harder."""

    first: str
    second: str
    weight: int


@frozen(kw_only=True)
class Route:
    """The route of one arrow: the keys of its nodes from its start to its end."""

    arrow: Arrow
    stroke: Stroke
    keys: tuple[str, ...]


@frozen(kw_only=True)
class Plan:
    """Everything to be arranged."""

    nodes: tuple[Node, ...]
    attractions: tuple[Attraction, ...]
    routes: tuple[Route, ...]
    keys: Mapping[str, str]
    """The key of each box, by its id."""
    gaps: tuple[float, ...]
    """The room after each slot, along the reading direction."""
    ranked: frozenset[tuple[str, str]] = frozenset()
    """Numbered boxes that follow each other in a slot and keep this order, by their keys."""
    ranks: Mapping[str, int] = field(factory=dict)
    """The numbers of boxes, by their keys."""


def make_plan(
    diagram: Diagram,
    boxes: Mapping[str, SizedBox],
    slots: Slots,
    gaps: tuple[float, ...],
    sheet: Sheet,
) -> Plan:
    """Work out the nodes and attractions of a diagram."""
    groups = _groups(diagram)
    keys = {box.id: f"b{index}" for index, box in enumerate(diagram.boxes)}
    between = _between_boxes(diagram, boxes, slots, sheet)
    nodes = {
        keys[id_]: Node(
            key=keys[id_],
            slot=slots.of[id_],
            size=_across(sized, sheet, between.get(id_, 0.0), down=diagram.top_to_bottom),
            group=groups[id_],
        )
        for id_, sized in boxes.items()
    }
    words = _words_in_slots(diagram, boxes, slots, sheet)
    routes = tuple(
        _route(arrow, keys, slots, groups, nodes, words)
        for arrow in diagram.arrows
        if arrow.from_ in keys and arrow.to in keys
    )
    ranked = frozenset(_ranked_pairs(diagram, slots, groups, keys))
    ranks = {keys[box.id]: box.rank for box in diagram.boxes if box.rank is not None}
    return Plan(
        nodes=tuple(nodes.values()),
        attractions=_attractions(routes, nodes, ranked, ranks),
        routes=routes,
        keys=keys,
        gaps=gaps,
        ranked=ranked,
        ranks=ranks,
    )


def divided(plan: Plan, passed: Mapping[str, tuple[str, ...]]) -> Plan:
    """Return a plan in which some arrows leave their bundles, for waypoints of their own."""
    if not passed:
        return plan
    nodes = {node.key: node for node in plan.nodes}
    routes = []
    for route in plan.routes:
        own = passed.get(route.arrow.id, route.keys[1:-1])
        for whole, key in zip(route.keys[1:-1], own, strict=True):
            nodes.setdefault(key, evolve(nodes[whole], key=key))
        routes.append(evolve(route, keys=(route.keys[0], *own, route.keys[-1])))
    used = {key for route in routes for key in route.keys} | set(plan.keys.values())
    nodes = {key: node for key, node in nodes.items() if key in used}
    return evolve(
        plan,
        nodes=tuple(nodes.values()),
        attractions=_attractions(routes, nodes, plan.ranked, plan.ranks),
        routes=tuple(routes),
    )


def _attractions(
    routes: Iterable[Route],
    nodes: Mapping[str, Node],
    ranked: Iterable[tuple[str, str]],
    ranks: Mapping[str, int],
) -> tuple[Attraction, ...]:
    """How strongly nodes next to each other on a route should be near each other."""
    found = dict.fromkeys(sorted(ranked), 1)
    for route in routes:
        start, end = nodes[route.keys[0]].slot, nodes[route.keys[-1]].slot
        if start == end:
            _attract(found, _by_rank(route, ranks), 10)
        else:
            # The engine reads from the first slot to the last, whichever way the arrow points.
            _attract(found, route.keys[::-1] if start > end else route.keys, _weight(route.arrow))
    return tuple(Attraction(first=a, second=b, weight=w) for (a, b), w in found.items() if a != b)


def _ranked_pairs(
    diagram: Diagram, slots: Slots, groups: Mapping[str, GroupPath], keys: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield numbered boxes that follow each other in a slot; the engine keeps their order."""
    rows: dict[tuple[int, GroupPath], list[Box]] = {}
    for box in diagram.boxes:
        if box.rank is not None:
            rows.setdefault((slots.of[box.id], groups[box.id]), []).append(box)
    for row in rows.values():
        for one, other in itertools.pairwise(sorted(row, key=lambda box: box.rank or 0)):
            yield keys[one.id], keys[other.id]


def is_side(slots: Slots, route: Route) -> bool:
    """Whether both ends of a route are in the same slot."""
    return slots.of[route.arrow.from_] == slots.of[route.arrow.to]


def is_stacked(plan: Plan, slots: Slots, centres: Mapping[str, float], route: Route) -> bool:
    """Whether both ends are next to each other in one slot, with nothing between them."""
    if not is_side(slots, route) or route.arrow.from_ == route.arrow.to:
        return False
    slot = slots.of[route.arrow.from_]
    in_slot = [node.key for node in plan.nodes if node.slot == slot]
    in_slot.sort(key=centres.__getitem__)
    return abs(in_slot.index(route.keys[0]) - in_slot.index(route.keys[-1])) == 1


def _groups(diagram: Diagram) -> dict[str, GroupPath]:
    parents = {cluster.id: cluster.parent for cluster in diagram.clusters}
    lanes = {lane.id: f"lane {index}" for index, lane in enumerate(diagram.lanes)}
    groups: dict[str, GroupPath] = {}
    for box in diagram.boxes:
        chain: list[str] = []
        cluster = box.cluster
        while cluster in parents and cluster not in chain:
            chain.append(cluster)
            cluster = parents[cluster]
        # A box without a known lane goes to the last one: there is no room outside lanes.
        lane = lanes.get(box.lane, f"lane {len(lanes) - 1}") if lanes else ""
        nested = tuple(f"{lane} cluster {name}" for name in reversed(chain))
        groups[box.id] = (lane, *nested) if lane else nested
    return groups


def _by_rank(route: Route, ranks: Mapping[str, int]) -> tuple[str, ...]:
    """Return the keys of a route within one slot, the lower number first."""
    first, last = (ranks.get(key) for key in (route.keys[0], route.keys[-1]))
    down = first is None or last is None or first <= last
    return route.keys if down else route.keys[::-1]


def _between_boxes(
    diagram: Diagram, boxes: Mapping[str, SizedBox], slots: Slots, sheet: Sheet
) -> dict[str, float]:
    """The room that boxes need from one another where an arrow may run between them."""
    down = diagram.top_to_bottom
    found: dict[str, float] = {}
    for arrow in diagram.arrows:
        if arrow.from_ not in boxes or slots.of.get(arrow.to) != slots.of[arrow.from_]:
            continue
        room = IN_GAP if down else boxes[arrow.from_].width
        words = label_size(label_lines(arrow, room, sheet), sheet)[0 if down else 1]
        words += _MARKED if arrow.evidence else 0.0
        words += 0.0 if down else room_for_delay(arrow)
        for id_ in (arrow.from_, arrow.to):
            found[id_] = max(found.get(id_, 0.0), _LINKED + words)
    return found


def _words_in_slots(
    diagram: Diagram, boxes: Mapping[str, SizedBox], slots: Slots, sheet: Sheet
) -> Callable[[Arrow, int], float]:
    """Return a function for the room across that an arrow's words need in a slot it passes."""
    widths = {slots.of[id_]: sized.width for id_, sized in boxes.items()}

    def room(arrow: Arrow, slot: int) -> float:
        if diagram.top_to_bottom:
            return label_size(label_lines(arrow, BETWEEN_ROWS, sheet), sheet)[0]
        return label_size(label_lines(arrow, widths[slot], sheet), sheet)[1]

    return room


def _across(sized: SizedBox, sheet: Sheet, between: float, *, down: bool) -> int:
    """The room a box takes across the reading direction."""
    extent = sized.width if down else sized.height
    return _even(extent + sheet.space + between)


def _route(
    arrow: Arrow,
    keys: Mapping[str, str],
    slots: Slots,
    groups: Mapping[str, GroupPath],
    nodes: dict[str, Node],
    words: Callable[[Arrow, int], float],
) -> Route:
    """Return the route of an arrow; its waypoints are added to the nodes."""
    stroke = stroke_of(arrow)
    start, end = slots.of[arrow.from_], slots.of[arrow.to]
    between = range(start + 1, end) if end > start else range(start - 1, end, -1)
    passed: list[str] = []
    appearance = f"{arrow.kind} {arrow.effect} {arrow.feedback} {arrow.main} {arrow.change}"
    appearance += f" {arrow.guess}" if arrow.main else ""  # otherwise only the heads differ
    alone = arrow.id if arrow.label else ""
    group = _common(groups[arrow.from_], groups[arrow.to])
    for slot in between:
        key = f"w {keys[arrow.from_]} {slot} {start < end} {appearance} {alone}"
        size = _even(_PASSING + (words(arrow, slot) if slot == _middle(between) else 0.0))
        # A waypoint shared by arrows into different groups is outside both.
        group_here = _common(nodes[key].group, group) if key in nodes else group
        nodes[key] = Node(key=key, slot=slot, size=size, group=group_here)
        passed.append(key)
    return Route(arrow=arrow, stroke=stroke, keys=(keys[arrow.from_], *passed, keys[arrow.to]))


def _middle(between: range) -> int:
    return between[len(between) // 2]


def _common(one: GroupPath, other: GroupPath) -> GroupPath:
    """The groups that contain both; without any, the lane of the first."""
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    if not shared and one and one[0].startswith("lane ") and "cluster" not in one[0]:
        return one[:1]
    return one[:shared]


def _weight(arrow: Arrow) -> int:
    if arrow.feedback:
        return 2
    if arrow.kind != "causal":
        return 4
    return 24 if arrow.main else 10


def _attract(attractions: dict[tuple[str, str], int], keys: tuple[str, ...], weight: int) -> None:
    for first, second in itertools.pairwise(keys):
        # Long arrows should be straight before short ones (this is the engine's own practice).
        factor = {0: 1, 1: 2, 2: 8}[(first[0] == "w") + (second[0] == "w")]
        pair = (first, second)
        attractions[pair] = max(attractions.get(pair, 0), weight * factor)


def _even(size: float) -> int:
    return int(-(-size // 2) * 2)
