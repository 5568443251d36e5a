"""Another way for an arrow that passes several slots: the one that crosses fewest others.

Moving one waypoint after the other cannot find it, as each alone would make more crossings. So the
places in all slots are chosen together, as the cheapest path from place to place.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from attrs import evolve, frozen

from tocmodel.layout.flow.constraints import Node
from tocmodel.layout.flow.draft import APART, Chain, Draft, lane_of, places_of

_ELSEWHERE = 0.6
"""What it costs an arrow to pass a slot in another lane than the engine's."""

_Sums = list[list[float]]


@frozen(kw_only=True)
class _Way:
    """A place in each slot that an arrow passes, before the node there, and what it costs."""

    places: tuple[int, ...]
    cost: float


class _Gaps:
    """How many arrows of each gap lead from before one place to before another.

    They are counted once, until an arrow takes another way.
    """

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self.places = {slot: places_of(row) for slot, row in draft.slots.items()}
        self._known: dict[int, _Sums] = {}

    def sums(self, slot: int) -> _Sums:
        """Return the numbers for the gap after a slot."""
        if slot not in self._known:
            self._known[slot] = self._count(slot)
        return self._known[slot]

    def _count(self, slot: int) -> _Sums:
        here, there = self.places[slot], self.places[slot + 1]
        above = [0.0] * (len(there) + 1)
        rows = [above]
        for key in here:
            row = list(above)
            for end, count in self._draft.after.get(key, {}).items():
                for place in range(there[end] + 1, len(row)):
                    row[place] += count
            rows.append(row)
            above = row
        return rows


def reroute_all(draft: Draft) -> bool:
    """Give every arrow the way that crosses fewest others; return whether any has another one."""
    gaps = _Gaps(draft)
    changed = False
    for chain in draft.chains:
        if reroute(draft, chain, gaps):
            gaps = _Gaps(draft)
            changed = True
    return changed


def reroute(draft: Draft, chain: Chain, gaps: _Gaps | None = None) -> bool:
    """Give an arrow the way that crosses fewest others; return whether it has another one."""
    gaps = gaps or _Gaps(draft)
    if not _is_crossed(draft, chain, gaps):
        return False
    steps = _Steps(draft, chain, gaps)
    way = steps.cheapest()
    if way.cost >= steps.cost_now() - 1e-6:
        return False
    nodes = _take_out(draft, chain)
    _put_in(draft, chain, nodes, steps.without_own(way.places))
    return True


def _is_crossed(draft: Draft, chain: Chain, gaps: _Gaps) -> bool:
    """Whether anything crosses an arrow, or its bundle is divided."""
    if tuple(chain.passed) != chain.whole:
        return True
    keys = chain.keys()
    here = gaps.places[chain.first - 1]
    for slot, (one, other) in enumerate(pairwise(keys), chain.first):
        there = gaps.places[slot]
        a, b = here[one], there[other]
        sums = gaps.sums(slot - 1)
        if sums[a][-1] - sums[a][b + 1] or sums[-1][b] - sums[a + 1][b]:
            return True
        for key, ends in draft.beside.items():
            if key in there and any((there[key] - b) * (there[end] - b) < 0 for end in ends):
                return True
        here = there
    return False


def _take_out(draft: Draft, chain: Chain) -> list[Node]:
    """Remove an arrow, and its nodes where no other arrow passes them; return its nodes."""
    draft.link(chain.keys(), -1)
    nodes = []
    for slot, key in enumerate(chain.passed, chain.first):
        row = draft.slots[slot]
        place = next(place for place, node in enumerate(row) if node.key == key)
        nodes.append(row[place])
        if not draft.after.get(key) and not draft.before.get(key):
            del row[place]
    return nodes


def _put_in(draft: Draft, chain: Chain, nodes: Sequence[Node], places: Sequence[int]) -> None:
    """Put an arrow back: into waypoints beside it that it can share, or into its own."""
    order = range(len(places))
    fellow = chain.ends[1 if chain.back else 0]
    for step in reversed(order) if chain.back else order:
        row = draft.slots[chain.first + step]
        known = {node.key for node in row}
        beside = (node.key for node in row[max(places[step] - 1, 0) : places[step] + 1])
        shared = (one for one in beside if _is_fellow(draft, one, chain, step, fellow))
        key = next(shared, "") or _new_key(chain.whole[step], known)
        if key not in known:
            row.insert(places[step], evolve(nodes[step], key=key))
        chain.passed[step] = fellow = key
    draft.link(chain.keys(), 1)


def _is_fellow(draft: Draft, key: str, chain: Chain, step: int, before: str) -> bool:
    """Whether a waypoint is part of the same bundle, and comes from the same place."""
    legs = draft.after if chain.back else draft.before
    return _whole_of(key) == chain.whole[step] and before in legs.get(key, {})


def _whole_of(key: str) -> str:
    return key.partition(" part ")[0]


def _new_key(whole: str, known: set[str]) -> str:
    parts = (f"{whole} part {number}" if number else whole for number in range(len(known) + 1))
    return next(key for key in parts if key not in known)


class _Steps:
    """What each step of an arrow costs, from a place in one slot to a place in the next.

    Places are those of the slots as they are, and the arrow itself does not count.
    """

    def __init__(self, draft: Draft, chain: Chain, gaps: _Gaps) -> None:
        self._draft = draft
        self._chain = chain
        keys = chain.keys()
        slots = range(chain.first - 1, chain.first - 1 + len(keys))
        self._now = [gaps.places[slot][key] for slot, key in zip(slots, keys, strict=True)]
        self._sums = [gaps.sums(slot) for slot in slots[:-1]]
        self._alone = [
            sum(draft.before[key].values()) == 1 == sum(draft.after[key].values())
            for key in chain.passed
        ]
        self._own = [self._at(step) for step in range(len(chain.passed))]

    def without_own(self, places: Sequence[int]) -> list[int]:
        """The same places when the waypoints of this arrow alone are taken out."""
        return [
            place - (alone and place > now)
            for place, now, alone in zip(places, self._now[1:], self._alone, strict=False)
        ]

    def _at(self, step: int) -> dict[int, float]:
        """What each place in a slot costs, if the arrow may be there."""
        row = self._draft.slots[self._chain.first + step]
        now = self._now[step + 1]
        node = row[now]
        whole = self._chain.whole[step]
        others = [other for other in row if other is not node or not self._alone[step]]
        fellows = [_whole_of(other.key) == whole for other in others]
        places = places_of(others)
        arcs = [
            tuple(sorted((places[one], places[other])))
            for one in self._draft.beside
            if one in places
            for other in self._draft.beside[one]
            if places[one] < places[other]
        ]
        found: dict[int, float] = {}
        for place, strays in _allowed(others, node, self._chain.lanes).items():
            passed = sum(low < place <= high for low, high in arcs)
            apart = any(fellows) and not any(fellows[max(place - 1, 0) : place + 1])
            here = place + (self._alone[step] and place > now)
            found[here] = 1.5 * passed + APART * apart + _ELSEWHERE * strays
        return found

    def _between(self, step: int, one: int, other: int) -> float:
        """The crossings of a step; at a box, arrows of that box do not count."""
        sums = self._sums[step]
        last = len(self._sums) - 1
        end = other + 1 if step == last else other
        start = one + 1 if step == 0 else one
        above = sums[one][-1] - sums[one][end]
        below = sums[-1][other] - sums[start][other]
        here, there = self._now[step], self._now[step + 1]
        itself = (here < one and there >= end) or (here >= start and there < other)
        return above + below - itself

    def cost_now(self) -> float:
        """What the way costs that the arrow has."""
        steps = sum(self._between(n, *ends) for n, ends in enumerate(pairwise(self._now)))
        return steps + sum(
            own.get(place, inf) for own, place in zip(self._own, self._now[1:-1], strict=True)
        )

    def cheapest(self) -> _Way:
        """Return the way that costs least."""
        ways = {self._now[0]: _Way(places=(), cost=0.0)}
        for step, own in enumerate((*self._own, {self._now[-1]: 0.0})):
            nearer: dict[int, _Way] = {}
            for place, cost in own.items():
                least, before = min(
                    (way.cost + self._between(step, start, place), start)
                    for start, way in ways.items()
                )
                nearer[place] = _Way(places=(*ways[before].places, place), cost=least + cost)
            ways = nearer
        (way,) = ways.values()
        return evolve(way, places=way.places[:-1])


def _allowed(row: Sequence[Node], node: Node, lanes: tuple[int, int]) -> dict[int, bool]:
    """The places of a slot where a waypoint may be, and whether they are in another lane."""
    frame = "/".join(node.group) if node.group and " cluster " in node.group[-1] else ""
    open_: list[str] = []
    lane = lane_of(node) if not any(other.key.startswith("lane ") for other in row) else -1
    first, last = lanes if not frame else (lane_of(node), lane_of(node))
    found: dict[int, bool] = {}
    for place in range(len(row) + 1):
        inside = open_[-1] if open_ else ""
        if inside == frame and first <= lane <= last:
            found[place] = lane != lane_of(node)
        if place < len(row):
            kind, _, rest = row[place].key.partition(" ")
            if kind == "start":
                open_.append(rest.rpartition(" of ")[0])
            elif kind == "end":
                open_.pop()
            elif kind == "lane":
                lane = int(rest.partition(" ")[0])
    return found
