"""Fewer bends: among places that cost the same, prefer those where arrows run straight.

The engine makes arrows short in total, which often leaves several equally short drawings, and of
these it takes one that spreads a step over many small bends. Here items, and runs of items that are
already in line, are moved into line with a neighbour wherever there is room and nothing gets
longer by it than the bends are worth. The order in each slot stays.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence

from tocmodel.layout.plan import Item, Tie
from tocmodel.values import frozen

_SWEEPS = 4
_BEND = 14.0
"""What a bend costs, as so many points of length."""
_LEVEL = 0.05
_BEYOND = 14.0
"""How far the whole may grow at either side."""


@frozen(kw_only=True)
class _Desk:
    """All that a move has to look at."""

    centres: dict[str, float]
    ties: Mapping[str, Sequence[tuple[str, int]]]
    before: Mapping[str, str]
    after: Mapping[str, str]
    sizes: Mapping[str, int]

    def room(self, key: str, run: frozenset[str]) -> tuple[float, float]:
        """How far an item may move up and down, if its run moves with it."""
        up, down = float("-inf"), float("inf")
        here, half = self.centres[key], self.sizes[key] / 2
        before, after = self.before.get(key), self.after.get(key)
        if before is not None and before not in run:
            up = self.centres[before] + self.sizes[before] / 2 - (here - half)
        if after is not None and after not in run:
            down = self.centres[after] - self.sizes[after] / 2 - (here + half)
        return up, down

    def cost(self, run: frozenset[str], shift: float) -> float:
        """Length and bends of the ties of a run, once moved."""
        total = 0.0
        for key in run:
            for other, weight in self.ties.get(key, ()):
                if other in run:
                    continue
                gap = abs(self.centres[key] + shift - self.centres[other])
                total += weight * (gap + (_BEND if gap > _LEVEL else 0.0))
        return total


def straighten(
    items: Sequence[Item], ties: Iterable[Tie], centres: Mapping[str, float], fixed: frozenset[str]
) -> dict[str, float]:
    """Return the centres with fewer bends; the items in ``fixed`` stay where they are."""
    desk = _make_desk(items, ties, centres)
    low = min(centres[item.key] - item.size / 2 for item in items) - _BEYOND
    high = max(centres[item.key] + item.size / 2 for item in items) + _BEYOND
    order = [item.key for item in items if item.key not in fixed]
    for _ in range(_SWEEPS):
        moved = False
        for key in order:
            for run in {frozenset([key]), _run(key, desk)}:
                moved |= not run & fixed and _move(run, desk, low, high)
        if not moved:
            break
    return desk.centres


def _make_desk(items: Sequence[Item], ties: Iterable[Tie], centres: Mapping[str, float]) -> _Desk:
    slots: dict[int, list[Item]] = {}
    for item in sorted(items, key=lambda item: centres[item.key]):
        slots.setdefault(item.slot, []).append(item)
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    for members in slots.values():
        for one, other in itertools.pairwise(members):
            before[other.key], after[one.key] = one.key, other.key
    slot_of = {item.key: item.slot for item in items}
    found: dict[str, list[tuple[str, int]]] = {}
    for tie in ties:
        if slot_of[tie.first] != slot_of[tie.second]:
            found.setdefault(tie.first, []).append((tie.second, tie.weight))
            found.setdefault(tie.second, []).append((tie.first, tie.weight))
    return _Desk(
        centres=dict(centres),
        ties=found,
        before=before,
        after=after,
        sizes={item.key: item.size for item in items},
    )


def _run(key: str, desk: _Desk) -> frozenset[str]:
    """The items in line with one, over ties that run straight."""
    run, waiting = {key}, [key]
    while waiting:
        here = waiting.pop()
        for other, _ in desk.ties.get(here, ()):
            level = abs(desk.centres[other] - desk.centres[here]) <= _LEVEL
            if level and other not in run:
                run.add(other)
                waiting.append(other)
    return frozenset(run)


def _move(run: frozenset[str], desk: _Desk, low: float, high: float) -> bool:
    """Move a run into line with the neighbour that saves most, if any does."""
    rooms = [desk.room(key, run) for key in run]
    up = max(low - min(desk.centres[k] - desk.sizes[k] / 2 for k in run), *(u for u, _ in rooms))
    down = min(high - max(desk.centres[k] + desk.sizes[k] / 2 for k in run), *(d for _, d in rooms))
    shifts = {
        round(desk.centres[other] - desk.centres[key], 2)
        for key in run
        for other, _ in desk.ties.get(key, ())
        if other not in run
    }
    now = desk.cost(run, 0.0)
    best, shift = min(
        ((desk.cost(run, s), s) for s in sorted(shifts) if up - 0.001 <= s <= down + 0.001),
        default=(now, 0.0),
    )
    if best >= now - 0.5:
        return False
    for key in run:
        desk.centres[key] = round(desk.centres[key] + shift, 2)
    return True
