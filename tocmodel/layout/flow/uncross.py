"""Fewer crossings: a better order of the nodes in each slot than the engine's own.

The engine counts a bundle of arrows as one, and no arc beside a slot. Here every arrow counts,
those that leave one box do not cross, and an arc crosses whatever leaves the boxes that it passes.
A node may go past a whole group but stays in its own one, and numbered boxes keep their order.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, groupby, pairwise, permutations

from attrs import frozen

from tocmodel.layout.flow.constraints import Node, Plan

_SWEEPS = 8
_STARTS = 6
_MANY = 150
"""With more nodes than this, one search must do."""
_PASSED = 0.5
"""What it costs if an arc passes a node, besides the arrows that it crosses."""

_Legs = Mapping[str, Sequence[tuple[str, int]]]
"""For each node, the nodes in a neighbouring slot that arrows lead to, and how many arrows do."""


@frozen(kw_only=True)
class _Links:
    """All arrows, by the nodes that they join.

    Attributes:
        before: to nodes of the slot before.
        after: to nodes of the slot after.
        beside: to nodes of the same slot, in an arc.
        ranked: pairs of nodes that keep their order.
    """

    before: _Legs
    after: _Legs
    beside: _Legs
    ranked: frozenset[tuple[str, str]]

    def passed(self, key: str) -> float:
        """What it costs an arc to pass a node."""
        legs = self.after.get(key, ())
        return _PASSED + sum(count for _, count in legs)


def uncross(plan: Plan, slots: Mapping[int, Sequence[Node]]) -> dict[int, list[Node]]:
    """Return the nodes of each slot, which come in the engine's order, with fewer crossings.

    A search from one order may end where no single move helps, so some others are tried too.
    """
    links = _links(plan)
    best = _searched({slot: list(nodes) for slot, nodes in slots.items()}, links)
    least = _total(best, links)
    for number in range(_STARTS if len(plan.nodes) <= _MANY else 0):
        if least < 1:
            break
        found = _searched(_shaken(best, number, links), links)
        cost = _total(found, links)
        if cost < least - 1e-6:
            best, least = found, cost
    return best


def _searched(ordered: dict[int, list[Node]], links: _Links) -> dict[int, list[Node]]:
    for sweep in range(_SWEEPS):
        better = False
        for slot in sorted(ordered, reverse=sweep % 2 == 1):
            better |= _sift(ordered, slot, links)
        if not better:
            break
    return ordered


def _shaken(
    ordered: Mapping[int, Sequence[Node]], number: int, links: _Links
) -> dict[int, list[Node]]:
    """Return the same nodes, with runs of them between borders reversed in some slots."""
    shaken: dict[int, list[Node]] = {}
    for slot, nodes in ordered.items():
        shaken[slot] = []
        for is_border, run in groupby(nodes, key=_is_border):
            members = list(run)
            ranked = any(pair in links.ranked for pair in permutations((n.key for n in members), 2))
            turn = not is_border and not ranked and (slot + number) % (2 + number // 2) == 0
            shaken[slot] += members[::-1] if turn else members
    return shaken


def _is_border(node: Node) -> bool:
    return node.key.startswith(("start ", "end ", "lane "))


def _total(ordered: Mapping[int, Sequence[Node]], links: _Links) -> float:
    """What an order costs: its crossings, and the nodes that arcs pass."""
    total = 0.0
    places = {slot: _places(nodes) for slot, nodes in ordered.items()}
    for slot, here in places.items():
        after = places.get(slot + 1, {})
        legs = [
            (here[key], after[end], count)
            for key in here
            for end, count in links.after.get(key, ())
        ]
        for (a, b, count), (c, d, count_2) in combinations(legs, 2):
            if (a - c) * (b - d) < 0:
                total += count * count_2
        for key, ends in links.beside.items():
            for end, count in ends if key in here else ():
                low, high = sorted((here[key], here[end]))
                passed = ordered[slot][low + 1 : high] if here[key] == low else ()
                total += sum(count * links.passed(node.key) for node in passed)
    return total


def _links(plan: Plan) -> _Links:
    slot_of = {node.key: node.slot for node in plan.nodes}
    counts: dict[tuple[str, str], int] = {}
    for route in plan.routes:
        for pair in pairwise(route.keys):
            counts[pair] = counts.get(pair, 0) + 1
    found: tuple[dict[str, list[tuple[str, int]]], ...] = ({}, {}, {})
    for (one, other), count in counts.items():
        step = slot_of[other] - slot_of[one]
        if one != other:
            found[step].setdefault(one, []).append((other, count))
            found[-step].setdefault(other, []).append((one, count))
    # A step of 1 is found at 1, and one of -1 at the end.
    return _Links(before=found[-1], after=found[1], beside=found[0], ranked=plan.ranked)


def _sift(ordered: dict[int, list[Node]], slot: int, links: _Links) -> bool:
    """Move each node of a slot to its best place; return whether any moved."""
    nodes = ordered[slot]
    costs = _Costs(
        links,
        _places(ordered.get(slot - 1, ())),
        _places(ordered.get(slot + 1, ())),
    )
    moved = False
    movable = [node for node in nodes if costs.weight(node.key)]
    for node in sorted(movable, key=lambda node: -costs.weight(node.key)):
        moved |= _move(nodes, nodes.index(node), costs)
    return moved


def _places(nodes: Iterable[Node]) -> dict[str, int]:
    return {node.key: place for place, node in enumerate(nodes)}


def _move(nodes: list[Node], start: int, costs: "_Costs") -> bool:
    """Move one node where it saves most, by exchanging it with one neighbour after another."""
    best, goal = -1e-6, start
    for step in (-1, 1):
        place, total, depth = start, 0.0, 0
        while 0 <= place + step < len(nodes):
            depth += _enters(nodes[place + step], step)
            change = costs.exchange(nodes, min(place, place + step))
            if depth < 0 or change is None:
                break
            total += change
            nodes[place], nodes[place + step] = nodes[place + step], nodes[place]
            place += step
            if not depth and total < best:
                best, goal = total, place
        nodes.insert(start, nodes.pop(place))
    if goal == start:
        return False
    nodes.insert(goal, nodes.pop(start))
    return True


def _enters(border: Node, step: int) -> int:
    """Return 1 if a node on the way enters a group, and -1 if it leaves the group it is in.

    A node may go past a whole group, and stays in its own one.
    """
    if border.key.startswith("lane "):
        return -1000
    return step * (border.key.startswith("start ") - border.key.startswith("end "))


class _Costs:
    """The crossings that an exchange of two neighbours in a slot makes or saves."""

    def __init__(self, links: _Links, before: Mapping[str, int], after: Mapping[str, int]) -> None:
        self._links = links
        self._sides = ((links.before, before), (links.after, after))
        self._known: dict[tuple[str, str], int] = {}

    def weight(self, key: str) -> int:
        """How many arrows end at a node or pass it."""
        sides = (self._links.before, self._links.after, self._links.beside)
        return sum(count for side in sides for _, count in side.get(key, ()))

    def exchange(self, nodes: Sequence[Node], first: int) -> float | None:
        """What it costs to exchange a node with the next one; nothing if they must not."""
        one, other = nodes[first].key, nodes[first + 1].key
        if (one, other) in self._links.ranked:
            return None
        change = float(self._saved(one, other))
        if self._links.beside.get(one) or self._links.beside.get(other):
            places = _places(nodes)
            change += self._arcs(one, other, places, first) - self._arcs(other, one, places, first)
        return change

    def _saved(self, one: str, other: str) -> int:
        """Crossings with ``other`` first, less those with ``one`` first."""
        if (one, other) not in self._known:
            change = 0
            for legs, places in self._sides:
                for end, count in legs.get(one, ()):
                    for end_2, count_2 in legs.get(other, ()):
                        apart = places[end_2] - places[end]
                        change += ((apart > 0) - (apart < 0)) * count * count_2
            self._known[one, other] = change
            self._known[other, one] = -change
        return self._known[one, other]

    def _arcs(self, one: str, other: str, places: Mapping[str, int], first: int) -> float:
        """What the arcs of ``one`` cost if ``other`` comes before it, less if it comes after."""
        passed = self._links.passed(other)
        change = 0.0
        for end, count in self._links.beside.get(one, ()):
            if end != other:
                change += count * passed * (1 if places[end] < first else -1)
        return change
