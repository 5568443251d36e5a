"""Positions across the reading direction: the order in each slot, then the coordinates.

A first run of the engine gives the order in each slot; it treats lanes and clusters as clusters of
its own. The lanes are then put in their own order, `uncross` improves the rest, and a second run
keeps this order. It gets an upper and a lower border for every group in each slot it spans,
attracted so strongly that they form straight lines. That makes lanes true bands, and keeps anything
outside a group out of its frame.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from tocmodel.layout.flow.constraints import (
    Attraction,
    GroupPath,
    Node,
    Plan,
    cluster_id,
    is_border,
)
from tocmodel.layout.flow.dot import dot_text
from tocmodel.layout.flow.draft import Draft
from tocmodel.layout.flow.squeeze import squeezed
from tocmodel.layout.flow.straighten import straighten
from tocmodel.layout.flow.uncross import uncross
from tocmodel.layout.flow.unlinked_boxes import place_unlinked
from tocmodel.layout.scene import Point

RunEngine = Callable[[str, int], Mapping[str, Point]]
"""Runs the engine on a DOT text with a number of nodes."""

_BORDER = 4000
_MARKER = "marker"


@frozen(kw_only=True)
class Spacing:
    """The room kept around the boxes.

    Attributes:
        titles: by cluster, the room for the words at its head.
        after: the room at the foot of a cluster.
        between_lanes: the room between two lanes.
        lanes: the room that the name of each lane needs, from the first lane to the last.
        ranks: the places of clusters with numbers, by id, which decide their order.
    """

    titles: Mapping[GroupPath, int]
    after: int = 10
    between_lanes: int = 14
    lanes: tuple[int, ...] = ()
    ranks: Mapping[str, int] = field(factory=dict)


@frozen(kw_only=True)
class Arrangement:
    """The positions across the reading direction.

    Attributes:
        nodes: everything that has a position, with the borders of groups.
        centres: of every node.
        lane_count: how many lanes there are.
    """

    nodes: tuple[Node, ...]
    centres: Mapping[str, float]
    lane_count: int = 0

    @property
    def lanes(self) -> tuple[tuple[float, float], ...]:
        """The start and the end of every lane."""
        if not self.lane_count:
            return ()
        edges = [self.centres[f"lane {number} of 0"] for number in range(self.lane_count + 1)]
        return tuple(pairwise(edges))


@frozen(kw_only=True)
class SlotOrder:
    """The order of the nodes in each slot.

    Attributes:
        slots: their keys, with those of borders.
        passed: by arrow, the keys of its waypoints from its start, where its bundle is divided.
    """

    slots: Mapping[int, Sequence[str]]
    passed: Mapping[str, tuple[str, ...]]


def find_order(plan: Plan, room: Spacing, solve: RunEngine) -> SlotOrder:
    """Find the order of the nodes in each slot; it hardly depends on their sizes."""
    markers = markers_of(plan)
    attractions = (*plan.attractions, *_chains(markers, 8))
    nodes = (*plan.nodes, *markers)
    centres = _centres(nodes, attractions, solve, groups=bool(markers))
    return order_of(uncross(plan, rows_of(nodes, centres, room), room.ranks))


def order_of(draft: Draft) -> SlotOrder:
    """Return the order that a search found."""
    return SlotOrder(
        slots={slot: tuple(node.key for node in row) for slot, row in draft.slots.items()},
        passed={
            chain.arrow: tuple(chain.passed[:: -1 if chain.back else 1])
            for chain in draft.chains
            if tuple(chain.passed) != chain.whole
        },
    )


def arrange(
    plan: Plan, room: Spacing, solve: RunEngine, order: SlotOrder, *, fill: bool = True
) -> Arrangement:
    """Give every node of a plan its position across the reading direction, in a known order.

    Args:
        plan: the nodes.
        room: the room kept around them.
        solve: runs the engine.
        order: their order in each slot.
        fill: whether boxes without arrows may leave it, for gaps that have room for them.
    """
    sizes = {node.key: node for node in (*plan.nodes, *_borders(order, room))}
    sequences = {slot: [sizes[key] for key in keys] for slot, keys in order.slots.items()}
    nodes, attractions = _with_borders(plan, sequences, room)
    centres = _centres(nodes, attractions, solve, groups=False)
    fixed = frozenset(node.key for node in nodes if is_border(node))
    centres = straighten(nodes, plan.attractions, centres, fixed)
    if fill and not fixed:
        centres = place_unlinked(plan.nodes, plan.attractions, centres)
    return Arrangement(nodes=tuple(nodes), centres=centres, lane_count=len(room.lanes))


def lowered(plan: Plan, found: Arrangement, by: float) -> Arrangement | None:
    """Return an arrangement that takes less room across; nothing if it needs the room."""
    starts = (found.centres[node.key] - node.size / 2 for node in found.nodes)
    ends = (found.centres[node.key] + node.size / 2 for node in found.nodes)
    centres = squeezed(found.nodes, found.centres, max(ends) - min(starts) - by)
    if centres is None:
        return None
    fixed = frozenset(node.key for node in found.nodes if is_border(node))
    straight = straighten(found.nodes, plan.attractions, centres, fixed, beyond=0.0)
    return evolve(found, centres=straight)


def _borders(order: SlotOrder, room: Spacing) -> Iterable[Node]:
    """The borders in an order, with the sizes that they need."""
    groups = {"/".join(group): size for group, size in room.titles.items()}
    for slot, keys in order.slots.items():
        for key in keys:
            kind, _, rest = key.partition(" ")
            path = rest.rpartition(" of ")[0]
            if kind == "start":
                yield Node(key=key, slot=slot, size=groups[path])
            elif kind == "end":
                yield Node(key=key, slot=slot, size=room.after)
            elif kind == "lane":
                yield Node(key=key, slot=slot, size=room.between_lanes)


def spans(nodes: Iterable[Node]) -> dict[GroupPath, tuple[int, int]]:
    """Return the first and the last slot of every group, outer groups before inner ones."""
    found: dict[GroupPath, tuple[int, int]] = {}
    for node in nodes:
        for depth in range(1, len(node.group) + 1):
            group = node.group[:depth]
            low, high = found.get(group, (node.slot, node.slot))
            found[group] = min(low, node.slot), max(high, node.slot)
    return dict(sorted(found.items(), key=lambda entry: (len(entry[0]), entry[0])))


def _centres(
    nodes: Sequence[Node], attractions: Iterable[Attraction], solve: RunEngine, *, groups: bool
) -> dict[str, float]:
    if not nodes:
        return {}
    names = {node.key: f"n{index}" for index, node in enumerate(nodes)}
    positions = solve(dot_text(nodes, attractions, names, groups=groups), len(nodes))
    centres = {node.key: positions[names[node.key]][0] for node in nodes}
    start = min(centres[node.key] - node.size / 2 for node in nodes)
    return {key: round(centre - start, 2) for key, centre in centres.items()}


def markers_of(plan: Plan) -> tuple[Node, ...]:
    """Return a node for each group in each slot it spans, to fix its position there."""
    return tuple(_markers(plan.nodes)) if any(node.group for node in plan.nodes) else ()


def _markers(nodes: Sequence[Node]) -> Iterable[Node]:
    slots = range(min(i.slot for i in nodes), 1 + max(i.slot for i in nodes))
    for group, (first, last) in spans(nodes).items():
        for slot in slots if _is_lane(group) else range(first, last + 1):
            key = f"{_MARKER} {'/'.join(group)} {slot}"
            yield Node(key=key, slot=slot, size=20, group=group)


def _is_lane(group: GroupPath) -> bool:
    return len(group) == 1 and group[0].startswith("lane ") and "cluster" not in group[0]


def _chains(nodes: Iterable[Node], weight: int) -> Iterable[Attraction]:
    """Attract the nodes of one name together from slot to slot."""
    chains: dict[str, list[Node]] = {}
    for node in nodes:
        chains.setdefault(node.key.rsplit(" ", 1)[0], []).append(node)
    for chain in chains.values():
        for one, other in pairwise(sorted(chain, key=lambda node: node.slot)):
            yield Attraction(first=one.key, second=other.key, weight=weight)


def rows_of(
    nodes: Sequence[Node], centres: Mapping[str, float], room: Spacing
) -> dict[int, list[Node]]:
    """Return the nodes of each slot in the order of some centres, with the borders of groups."""
    slots: dict[int, list[Node]] = {}
    for node in sorted(nodes, key=lambda node: centres[node.key]):
        slots.setdefault(node.slot, []).append(node)
    return {slot: _nest(members, (), slot, room) for slot, members in slots.items()}


def _nest(nodes: Sequence[Node], group: GroupPath, slot: int, room: Spacing) -> list[Node]:
    depth = len(group)
    parts: dict[GroupPath | str, list[Node]] = {}
    for node in nodes:
        inner = len(node.group) > depth
        parts.setdefault(node.group[: depth + 1] if inner else node.key, []).append(node)
    if not group and room.lanes:
        return _nest_lanes(parts, slot, room)
    nested: list[Node] = []
    for name, members in _in_order_of_ranks(parts, room.ranks).items():
        if isinstance(name, str):
            nested += [node for node in members if not node.key.startswith(_MARKER)]
            continue
        path = "/".join(name)
        before = Node(key=f"start {path} of {slot}", slot=slot, size=room.titles[name])
        after = Node(key=f"end {path} of {slot}", slot=slot, size=room.after)
        nested += [before, *_nest(members, name, slot, room), after]
    return nested


def _in_order_of_ranks(
    parts: Mapping[GroupPath | str, list[Node]], ranks: Mapping[str, int]
) -> Mapping[GroupPath | str, list[Node]]:
    """Return the parts of a slot with its ranked clusters in order, in the places of any."""
    by_rank = {
        ranks[id_]: part
        for part in parts
        if not isinstance(part, str) and (id_ := cluster_id(part)) in ranks
    }
    if len(by_rank) < 2:
        return parts
    ordered = iter(sorted(by_rank))
    places = (by_rank[next(ordered)] if part in by_rank.values() else part for part in parts)
    return {part: parts[part] for part in places}


def _nest_lanes(
    parts: Mapping[GroupPath | str, list[Node]], slot: int, room: Spacing
) -> list[Node]:
    """Every lane in its own order, with a border between any two."""
    size = room.between_lanes
    nested = [Node(key=f"lane 0 of {slot}", slot=slot, size=size)]
    for index in range(len(room.lanes)):
        group = (f"lane {index}",)
        nested += _nest(parts.get(group, []), group, slot, room)
        nested.append(Node(key=f"lane {index + 1} of {slot}", slot=slot, size=size))
    return nested


def _with_borders(
    plan: Plan, sequences: Mapping[int, Sequence[Node]], room: Spacing
) -> tuple[list[Node], list[Attraction]]:
    """All nodes and attractions of the second run."""
    slots = dict(sequences)
    if room.lanes:
        slots = {slot: list(nodes) for slot, nodes in sequences.items()}
        slots[-1] = list(_names_of_lanes(room))
    nodes = [node for _, members in sorted(slots.items()) for node in members]
    place = {node.key: index for index, node in enumerate(nodes)}
    slot_of = {node.key: node.slot for node in nodes}
    attractions = {
        (one.key, other.key): 1 for members in slots.values() for one, other in pairwise(members)
    }
    for attraction in plan.attractions:
        pair = (attraction.first, attraction.second)
        if (
            slot_of[attraction.first] == slot_of[attraction.second]
            and place[attraction.first] > place[attraction.second]
        ):
            pair = (attraction.second, attraction.first)
        attractions[pair] = max(attractions.get(pair, 0), attraction.weight)
    borders = [node for node in nodes if is_border(node)]
    for attraction in _chains(borders, _BORDER):
        attractions[attraction.first, attraction.second] = attraction.weight
    return (
        [evolve(node, group=()) for node in nodes],
        [
            Attraction(first=one, second=other, weight=weight)
            for (one, other), weight in attractions.items()
        ],
    )


def _names_of_lanes(room: Spacing) -> Iterable[Node]:
    """A slot before the first, which keeps room for the names of the lanes."""
    for index, size in enumerate(room.lanes):
        yield Node(key=f"lane {index} of -1", slot=-1, size=room.between_lanes)
        yield Node(key=f"name {index}", slot=-1, size=size)
    yield Node(key=f"lane {len(room.lanes)} of -1", slot=-1, size=room.between_lanes)
