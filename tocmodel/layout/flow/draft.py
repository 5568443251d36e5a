"""The order of nodes while it is searched: slots of nodes, and the arrows between them.

A draft changes in place, unlike other values: a search tries thousands of small changes.

Arrows that look alike and leave one box pass a slot together, as one waypoint. Where they go
different ways in the search, their waypoint is divided into parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from attrs import define, evolve, field

from tocmodel.layout.flow.constraints import Node, Plan

PASSED = 0.5
"""What it costs if an arc passes a node, besides the arrows that it crosses."""
APART = 0.4
"""What it costs if arrows that could pass a slot together do not."""

Legs = dict[str, dict[str, int]]
"""For each node, the nodes that arrows lead to, and how many arrows do."""


@define(kw_only=True, eq=False)
class Chain:
    """An arrow that passes slots.

    Attributes:
        arrow: its id.
        ends: the keys of its boxes, that of the lower slot first.
        first: the first slot that it passes.
        passed: the keys of its waypoints, slot by slot.
        whole: the keys that they had at first, together with others.
        lanes: the first and the last lane that it may pass, if it is in no frame there.
        back: whether it points to the lower slot.
    """

    arrow: str
    ends: tuple[str, str]
    first: int
    passed: list[str]
    whole: tuple[str, ...]
    lanes: tuple[int, int]
    back: bool

    def keys(self) -> tuple[str, ...]:
        """The keys of all its nodes, slot by slot."""
        return self.ends[0], *self.passed, self.ends[1]


@define(kw_only=True, eq=False)
class Draft:
    """An order that a search changes in place; a copy of it changes on its own.

    Attributes:
        slots: the nodes of each slot with the borders of groups, in their order.
        chains: the arrows that pass slots.
        before: for each node, those that arrows lead to in the slot before.
        after: the same in the slot after.
        beside: the same in its own slot, in an arc.
        ranked: pairs of nodes that keep their order.
    """

    slots: dict[int, list[Node]]
    chains: list[Chain]
    before: Legs = field(factory=dict)
    after: Legs = field(factory=dict)
    beside: Legs = field(factory=dict)
    ranked: frozenset[tuple[str, str]] = frozenset()

    def copy(self) -> "Draft":
        """Return the same draft, to be changed in another way."""
        return Draft(
            slots={slot: list(nodes) for slot, nodes in self.slots.items()},
            chains=[evolve(chain, passed=list(chain.passed)) for chain in self.chains],
            before={key: dict(ends) for key, ends in self.before.items()},
            after={key: dict(ends) for key, ends in self.after.items()},
            beside=self.beside,
            ranked=self.ranked,
        )

    def link(self, keys: Sequence[str], count: int) -> None:
        """Add an arrow along nodes of one slot after another, or take it away with -1."""
        for one, other in pairwise(keys):
            for legs, start, end in ((self.after, one, other), (self.before, other, one)):
                ends = legs.setdefault(start, {})
                ends[end] = ends.get(end, 0) + count
                if not ends[end]:
                    del ends[end]

    def is_tangled(self, slot: int) -> bool:
        """Whether any arrow from or to a slot crosses another one, or an arc is beside it."""
        before, here, after = (places_of(self.slots.get(slot + n, ())) for n in (-1, 0, 1))
        return (
            any(key in self.beside for key in here)
            or _is_crossed(before, here, self.after)
            or _is_crossed(here, after, self.after)
        )

    def passing(self, key: str) -> float:
        """What it costs an arc to pass a node."""
        return PASSED + sum(self.after.get(key, {}).values())

    def cost(self) -> float:
        """The crossings, the nodes that arcs pass, and waypoints that are divided."""
        places = {slot: places_of(nodes) for slot, nodes in self.slots.items()}
        total = sum(
            _crossings(here, places.get(slot + 1, {}), self.after) for slot, here in places.items()
        )
        return total + self._arcs(places) + APART * self._divided()

    def _arcs(self, places: Mapping[int, Mapping[str, int]]) -> float:
        total = 0.0
        for slot, here in places.items():
            for key, ends in self.beside.items():
                for end, count in ends.items() if key in here else ():
                    passed = self.slots[slot][here[key] + 1 : here[end]]
                    total += sum(count * self.passing(node.key) for node in passed)
        return total

    def _divided(self) -> int:
        pairs = (zip(chain.whole, chain.passed, strict=True) for chain in self.chains)
        parts = {pair for each in pairs for pair in each}
        return len(parts) - len({whole for whole, _ in parts})


def places_of(nodes: Sequence[Node]) -> dict[str, int]:
    """The place of each node in its slot."""
    return {node.key: place for place, node in enumerate(nodes)}


def _is_crossed(here: Mapping[str, int], after: Mapping[str, int], links: Legs) -> bool:
    furthest = -1
    for key in here:
        ends = [after[end] for end in links.get(key, ())]
        if ends and min(ends) < furthest:
            return True
        furthest = max(furthest, *ends) if ends else furthest
    return False


def _crossings(here: Mapping[str, int], after: Mapping[str, int], links: Legs) -> int:
    legs = [
        (here[key], after[end], count)
        for key in here
        if key in links
        for end, count in links[key].items()
    ]
    return sum(
        count * count_2
        for (a, b, count), (c, d, count_2) in combinations(legs, 2)
        if (a - c) * (b - d) < 0
    )


def make_draft(plan: Plan, slots: Mapping[int, Sequence[Node]]) -> Draft:
    """Return a draft with the nodes of a plan in some order."""
    draft = Draft(
        slots={slot: list(nodes) for slot, nodes in slots.items()},
        chains=list(_chains(plan)),
        ranked=plan.ranked,
    )
    slot_of = {node.key: node.slot for node in plan.nodes}
    for route in plan.routes:
        first, last = slot_of[route.keys[0]], slot_of[route.keys[-1]]
        if first != last:
            draft.link(route.keys if first < last else route.keys[::-1], 1)
        elif route.keys[0] != route.keys[-1]:
            one, other = route.keys
            for start, end in ((one, other), (other, one)):
                ends = draft.beside.setdefault(start, {})
                ends[end] = ends.get(end, 0) + 1
    return draft


def _chains(plan: Plan) -> Iterator[Chain]:
    nodes = {node.key: node for node in plan.nodes}
    for route in plan.routes:
        if len(route.keys) < 3:
            continue
        ends = nodes[route.keys[0]], nodes[route.keys[-1]]
        back = ends[0].slot > ends[1].slot
        keys = route.keys[::-1] if back else route.keys
        lanes = sorted(lane_of(node) for node in ends)
        yield Chain(
            arrow=route.arrow.id,
            ends=(keys[0], keys[-1]),
            first=nodes[keys[1]].slot,
            passed=list(keys[1:-1]),
            whole=keys[1:-1],
            lanes=(lanes[0], lanes[1]),
            back=back,
        )


def lane_of(node: Node) -> int:
    """The number of the lane of a node; 0 without lanes."""
    kind, _, rest = node.group[0].partition(" ") if node.group else ("", "", "")
    return int(rest.partition(" ")[0]) if kind == "lane" else 0
