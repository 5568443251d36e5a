"""Fewer crossings: a better order of the nodes in each slot than the engine's own.

The engine counts a bundle of arrows as one, and no arc beside a slot. Here every arrow counts,
those that leave one box do not cross, and an arc crosses whatever leaves the boxes that it passes.
A node may go past a whole group but stays in its own one, and numbered boxes keep their order. An
arrow that passes several slots may leave its bundle for a way of its own.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby, permutations

from tocmodel.layout.flow.constraints import Node, Plan
from tocmodel.layout.flow.draft import Draft, make_draft, places_of
from tocmodel.layout.flow.reroute import reroute

_SWEEPS = 8
_STARTS = 12
_IN_VAIN = 5
"""After so many searches that found nothing better, another one hardly would."""
_MANY = 150
"""With more nodes than this, one search must do."""


def uncross(plan: Plan, slots: Mapping[int, Sequence[Node]]) -> Draft:
    """Return the nodes of each slot, which come in the engine's order, with fewer crossings.

    A search from one order may end where no single move helps, so some others are tried too.
    """
    best = _searched(make_draft(plan, slots))
    least = best.cost()
    in_vain = 0
    for number in range(_STARTS if len(plan.nodes) <= _MANY else 0):
        if least < 1 or in_vain == _IN_VAIN:
            break
        found = _searched(_shaken(best, number))
        cost = found.cost()
        in_vain = 0 if cost < least - 1e-6 else in_vain + 1
        if not in_vain:
            best, least = found, cost
    return best


def _searched(draft: Draft) -> Draft:
    for _ in range(_SWEEPS):
        _sift_all(draft)
        better = [chain for chain in draft.chains if reroute(draft, chain)]
        if not better:
            break
    return draft


def _sift_all(draft: Draft) -> None:
    for sweep in range(_SWEEPS):
        moved = [_sift(draft, slot) for slot in sorted(draft.slots, reverse=sweep % 2 == 1)]
        if not any(moved):
            break


def _shaken(draft: Draft, number: int) -> Draft:
    """Return the same draft, with runs of nodes between borders reversed in some slots."""
    shaken = draft.copy()
    for slot, nodes in draft.slots.items():
        shaken.slots[slot] = []
        for is_border, run in groupby(nodes, key=_is_border):
            members = list(run)
            ranked = any(pair in draft.ranked for pair in permutations((n.key for n in members), 2))
            turn = not is_border and not ranked and (slot + number) % (2 + number // 2) == 0
            shaken.slots[slot] += members[::-1] if turn else members
    return shaken


def _is_border(node: Node) -> bool:
    return node.key.startswith(("start ", "end ", "lane "))


def _sift(draft: Draft, slot: int) -> bool:
    """Move each node of a slot to its best place; return whether any moved."""
    nodes = draft.slots[slot]
    costs = _Costs(draft, slot)
    moved = False
    movable = [node for node in nodes if costs.weight(node.key)]
    for node in sorted(movable, key=lambda node: -costs.weight(node.key)):
        moved |= _move(nodes, nodes.index(node), costs)
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
        self._sides = tuple(
            (legs, places_of(draft.slots.get(other, ())))
            for legs, other in ((draft.before, slot - 1), (draft.after, slot + 1))
        )
        self._known: dict[tuple[str, str], int] = {}

    def weight(self, key: str) -> int:
        """How many arrows end at a node or pass it."""
        sides = (self._draft.before, self._draft.after, self._draft.beside)
        return sum(sum(side.get(key, {}).values()) for side in sides)

    def exchange(self, nodes: Sequence[Node], first: int) -> float | None:
        """What it costs to exchange a node with the next one; nothing if they must not."""
        one, other = nodes[first].key, nodes[first + 1].key
        if (one, other) in self._draft.ranked:
            return None
        change = float(self._saved(one, other))
        if self._draft.beside.get(one) or self._draft.beside.get(other):
            places = places_of(nodes)
            change += self._arcs(one, other, places, first) - self._arcs(other, one, places, first)
        return change

    def _saved(self, one: str, other: str) -> int:
        """Crossings with ``other`` first, less those with ``one`` first."""
        if (one, other) not in self._known:
            change = 0
            for legs, places in self._sides:
                for end, count in legs.get(one, {}).items():
                    for end_2, count_2 in legs.get(other, {}).items():
                        apart = places[end_2] - places[end]
                        change += ((apart > 0) - (apart < 0)) * count * count_2
            self._known[one, other] = change
            self._known[other, one] = -change
        return self._known[one, other]

    def _arcs(self, one: str, other: str, places: Mapping[str, int], first: int) -> float:
        """What the arcs of ``one`` cost if ``other`` comes before it, less if it comes after."""
        passed = self._draft.passing(other)
        change = 0.0
        for end, count in self._draft.beside.get(one, {}).items():
            if end != other:
                change += count * passed * (1 if places[end] < first else -1)
        return change
