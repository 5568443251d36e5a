"""Fewer bends: among layouts of equal cost, prefer those with straight arrows.

The engine makes arrows short in total. Often several drawings are equally short, and it takes one
that spreads a step over many small bends. Here nodes, and runs of nodes already in line, move into
line with a neighbour wherever there is room and the bends saved are worth the extra length. The
order in each slot stays the same.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from attrs import frozen

from tocmodel.layout.flow.constraints import Attraction, Node

_SWEEPS = 4
_BEND = 14.0
"""The cost of a bend, in points of length."""
_LEVEL = 0.05
_BEYOND = 14.0
"""How far the whole may grow on each side."""


@frozen(kw_only=True)
class _State:
    """Everything that a move has to consider."""

    centres: dict[str, float]
    attractions: Mapping[str, Sequence[tuple[str, int]]]
    before: Mapping[str, str]
    after: Mapping[str, str]
    sizes: Mapping[str, int]

    def room(self, key: str, run: frozenset[str]) -> tuple[float, float]:
        """How far a node may move up and down, if its run moves with it."""
        up, down = float("-inf"), float("inf")
        centre, half = self.centres[key], self.sizes[key] / 2
        before, after = self.before.get(key), self.after.get(key)
        if before is not None and before not in run:
            up = self.centres[before] + self.sizes[before] / 2 - (centre - half)
        if after is not None and after not in run:
            down = self.centres[after] - self.sizes[after] / 2 - (centre + half)
        return up, down

    def cost(self, run: frozenset[str], shift: float) -> float:
        """Length and bends of the attractions of a run after a move."""
        total = 0.0
        for key in run:
            for other, weight in self.attractions.get(key, ()):
                if other in run:
                    continue
                gap = abs(self.centres[key] + shift - self.centres[other])
                total += weight * (gap + (_BEND if gap > _LEVEL else 0.0))
        return total


def straighten(
    nodes: Sequence[Node],
    attractions: Iterable[Attraction],
    centres: Mapping[str, float],
    fixed: frozenset[str],
    beyond: float = _BEYOND,
) -> dict[str, float]:
    """Return the centres with fewer bends; the nodes in ``fixed`` stay where they are.

    The whole grows by no more than ``beyond`` on each side.
    """
    state = _make_state(nodes, attractions, centres)
    low = min(centres[node.key] - node.size / 2 for node in nodes) - beyond
    high = max(centres[node.key] + node.size / 2 for node in nodes) + beyond
    order = [node.key for node in nodes if node.key not in fixed]
    for _ in range(_SWEEPS):
        moved = False
        for key in order:
            for run in {frozenset([key]), _run(key, state)}:
                moved |= not run & fixed and _move(run, state, low, high)
        if not moved:
            break
    return state.centres


def _make_state(
    nodes: Sequence[Node], attractions: Iterable[Attraction], centres: Mapping[str, float]
) -> _State:
    slots: dict[int, list[Node]] = {}
    for node in sorted(nodes, key=lambda node: centres[node.key]):
        slots.setdefault(node.slot, []).append(node)
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for members in slots.values():
        for one, other in itertools.pairwise(members):
            before[other.key], after[one.key] = one.key, other.key
    slot_of = {node.key: node.slot for node in nodes}
    found: dict[str, list[tuple[str, int]]] = {}
    for attraction in attractions:
        if slot_of[attraction.first] != slot_of[attraction.second]:
            found.setdefault(attraction.first, []).append((attraction.second, attraction.weight))
            found.setdefault(attraction.second, []).append((attraction.first, attraction.weight))
    return _State(
        centres=dict(centres),
        attractions=found,
        before=before,
        after=after,
        sizes={node.key: node.size for node in nodes},
    )


def _run(key: str, state: _State) -> frozenset[str]:
    """The nodes in line with one, over attractions that run straight."""
    run, waiting = {key}, [key]
    while waiting:
        current = waiting.pop()
        for other, _ in state.attractions.get(current, ()):
            level = abs(state.centres[other] - state.centres[current]) <= _LEVEL
            if level and other not in run:
                run.add(other)
                waiting.append(other)
    return frozenset(run)


def _move(run: frozenset[str], state: _State, low: float, high: float) -> bool:
    """Move a run into line with the neighbour that saves most, if any does."""
    rooms = [state.room(key, run) for key in run]
    up = max(low - min(state.centres[k] - state.sizes[k] / 2 for k in run), *(u for u, _ in rooms))
    down = min(
        high - max(state.centres[k] + state.sizes[k] / 2 for k in run), *(d for _, d in rooms)
    )
    shifts = {
        round(state.centres[other] - state.centres[key], 2)
        for key in run
        for other, _ in state.attractions.get(key, ())
        if other not in run
    }
    now = state.cost(run, 0.0)
    best, shift = min(
        ((state.cost(run, s), s) for s in sorted(shifts) if up - 0.001 <= s <= down + 0.001),
        default=(now, 0.0),
    )
    if best >= now - 0.5:
        return False
    for key in run:
        state.centres[key] = round(state.centres[key] + shift, 2)
    return True
