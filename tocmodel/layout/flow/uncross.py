"""Fewer crossings: a better order of the nodes in each slot than the engine's own.

The engine counts a bundle of arrows as one, and no arc beside a slot. Here every arrow counts,
those that leave one box do not cross, and an arc crosses whatever leaves the boxes that it passes.
A node may go past a whole group but stays in its own one, and numbered boxes keep their order. An
arrow that passes several slots may leave its bundle for a way of its own.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tocmodel.layout.flow.constraints import Node, Plan
from tocmodel.layout.flow.draft import Draft, Legs, make_draft, places_of
from tocmodel.layout.flow.mix import mixed, reversed_runs
from tocmodel.layout.flow.reroute import reroute_all

_SWEEPS = 8
_STARTS = 24
_IN_VAIN = 10
"""After so many searches that found nothing better, another one hardly would."""
_MANY = 150
"""With more nodes than this, one search must do."""


def uncross(
    plan: Plan, slots: Mapping[int, Sequence[Node]], ranks: Mapping[str, int] = MappingProxyType({})
) -> Draft:
    """Return the nodes of each slot, which come in the engine's order, with fewer crossings.

    A search from one order may end where no single move helps, so some others are tried too.

    Args:
        plan: the arrows and the nodes.
        slots: the nodes of each slot, with the borders of groups.
        ranks: the places of clusters that keep their order, by their ids.
    """
    first = make_draft(plan, slots)
    best = _searched(first.copy())
    least = best.cost()
    in_vain = 0
    for number in range(_STARTS if len(plan.nodes) <= _MANY else 0):
        if least < 1 or in_vain == _IN_VAIN:
            break
        found = _searched(_other_start(first, best, number, ranks))
        cost = found.cost()
        in_vain = 0 if cost < least - 1e-6 else in_vain + 1
        if not in_vain:
            best, least = found, cost
    return best


def _other_start(first: Draft, best: Draft, number: int, ranks: Mapping[str, int]) -> Draft:
    """Return another order to search from: in turn, with some runs of nodes reversed, and mixed."""
    if number % 2 == 0:
        return reversed_runs(best, number // 2)
    return mixed(best if number % 4 == 1 else first, number, ranks)


def _searched(draft: Draft) -> Draft:
    for _ in range(_SWEEPS):
        _sift_all(draft)
        if not reroute_all(draft):
            break
    return draft


def _sift_all(draft: Draft) -> None:
    for sweep in range(_SWEEPS):
        slots = sorted(draft.slots, reverse=sweep % 2 == 1)
        moved = [draft.is_tangled(slot) and _sift(draft, slot) for slot in slots]
        if not any(moved):
            break


def _sift(draft: Draft, slot: int) -> bool:
    """Move each node of a slot to its best place; return whether any moved."""
    nodes = draft.slots[slot]
    costs = _Costs(draft, slot)
    moved = False
    weights = {node.key: costs.weight(node.key) for node in nodes}
    movable = [node for node in nodes if weights[node.key]]
    for node in sorted(movable, key=lambda node: -weights[node.key]):
        place = nodes.index(node)
        moved |= costs.is_tangled(nodes, place) and _move(nodes, place, costs)
    return moved


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

    def __init__(self, draft: Draft, slot: int) -> None:
        self._draft = draft
        self._ends = tuple(
            _ends(draft.slots[slot], legs, places_of(draft.slots.get(other, ())))
            for legs, other in ((draft.before, slot - 1), (draft.after, slot + 1))
        )
        self._known: dict[tuple[str, str], int] = {}
        self._arced = any(node.key in draft.beside for node in draft.slots[slot])

    def weight(self, key: str) -> int:
        """How many arrows end at a node or pass it."""
        beside = self._draft.beside.get(key, {}) if self._arced else {}
        return sum(beside.values()) + sum(
            count for ends in self._ends for _, count in ends.get(key, ())
        )

    def is_tangled(self, nodes: Sequence[Node], place: int) -> bool:
        """Whether an arrow of a node crosses another one, or an arc is beside the slot."""
        key = nodes[place].key
        return (
            self._arced
            or any(self._crossings(other.key, key) for other in nodes[:place])
            or any(self._crossings(key, other.key) for other in nodes[place + 1 :])
        )

    def exchange(self, nodes: Sequence[Node], first: int) -> float | None:
        """What it costs to exchange a node with the next one; nothing if they must not."""
        one, other = nodes[first].key, nodes[first + 1].key
        if (one, other) in self._draft.ranked:
            return None
        change = float(self._crossings(other, one) - self._crossings(one, other))
        if self._arced and (self._draft.beside.get(one) or self._draft.beside.get(other)):
            places = places_of(nodes)
            change += self._arcs(one, other, places, first) - self._arcs(other, one, places, first)
        return change

    def _crossings(self, one: str, other: str) -> int:
        """How often the arrows of two nodes cross if ``one`` comes first."""
        pair = (one, other)
        if pair not in self._known:
            total = 0
            for ends in self._ends:
                if one in ends and other in ends:
                    for end, count in ends[one]:
                        for end_2, count_2 in ends[other]:
                            if end > end_2:
                                total += count * count_2
            self._known[pair] = total
        return self._known[pair]

    def _arcs(self, one: str, other: str, places: Mapping[str, int], first: int) -> float:
        """What the arcs of ``one`` cost if ``other`` comes before it, less if it comes after."""
        passed = self._draft.passing(other)
        change = 0.0
        for end, count in self._draft.beside.get(one, {}).items():
            if end != other:
                change += count * passed * (1 if places[end] < first else -1)
        return change


def _ends(
    nodes: Sequence[Node], legs: Legs, places: Mapping[str, int]
) -> dict[str, list[tuple[int, int]]]:
    """For each node with arrows to one side, where they go there, and how many do."""
    return {
        node.key: [(places[end], count) for end, count in legs[node.key].items()]
        for node in nodes
        if legs.get(node.key)
    }
