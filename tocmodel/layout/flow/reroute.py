"""Another way for an arrow that passes several slots: the one that crosses fewest others.

Moving one waypoint after the other cannot find it, as each alone would make more crossings. So the
places in all slots are chosen together, as the cheapest path from place to place.
"""

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, frozen

from tocmodel.layout.flow.constraints import Node
from tocmodel.layout.flow.draft import APART, Chain, Draft, lane_of, places_of

_ELSEWHERE = 0.6
"""What it costs an arrow to pass a slot in another lane than the engine's."""

_Row = list[float]


@frozen(kw_only=True)
class _Way:
    """A place in each slot that an arrow passes, before the node there, and what it costs."""

    places: tuple[int, ...]
    cost: float


def reroute(draft: Draft, chain: Chain) -> bool:
    """Give an arrow the way that crosses fewest others; return whether it has another one."""
    if not _is_crossed(draft, chain):
        return False
    nodes, old = _take_out(draft, chain)
    steps = _Steps(draft, chain, nodes)
    way = steps.cheapest()
    better = way.cost < steps.cost(old) - 1e-6
    _put_in(draft, chain, nodes, way.places if better else old, keep=not better)
    return better


def _is_crossed(draft: Draft, chain: Chain) -> bool:
    """Whether anything crosses an arrow, or its bundle is divided."""
    if tuple(chain.passed) != chain.whole:
        return True
    keys = chain.keys()
    here = places_of(draft.slots[chain.first - 1])
    for slot, (one, other) in enumerate(pairwise(keys), chain.first):
        there = places_of(draft.slots[slot])
        a, b = here[one], there[other]
        for key, place in here.items():
            if any((place - a) * (there[end] - b) < 0 for end in draft.after.get(key, ())):
                return True
        for key, ends in draft.beside.items():
            if key in there and any((there[key] - b) * (there[end] - b) < 0 for end in ends):
                return True
        here = there
    return False


def _take_out(draft: Draft, chain: Chain) -> tuple[list[Node], tuple[int, ...]]:
    """Remove an arrow; return its nodes, and the places that they had."""
    draft.link(chain.keys(), -1)
    nodes, places = [], []
    for slot, key in enumerate(chain.passed, chain.first):
        row = draft.slots[slot]
        place = next(place for place, node in enumerate(row) if node.key == key)
        nodes.append(row[place])
        places.append(place)
        if not draft.after.get(key) and not draft.before.get(key):
            del row[place]
    return nodes, tuple(places)


def _put_in(
    draft: Draft, chain: Chain, nodes: Sequence[Node], places: Sequence[int], *, keep: bool
) -> None:
    """Put an arrow back: into waypoints beside it that it can share, or into its own."""
    order = range(len(places))
    fellow = chain.ends[1 if chain.back else 0]
    for step in reversed(order) if chain.back else order:
        row, key = draft.slots[chain.first + step], chain.passed[step]
        known = {node.key for node in row}
        if not keep:
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
    """What each step of an arrow costs, from a place in one slot to a place in the next."""

    def __init__(self, draft: Draft, chain: Chain, nodes: Sequence[Node]) -> None:
        self._draft = draft
        self._chain = chain
        slots = range(chain.first - 1, chain.first + len(nodes) + 1)
        self._places = [places_of(draft.slots[slot]) for slot in slots]
        self._sums = [self._counts(step) for step in range(len(slots) - 1)]
        self._own = [self._at(step, node) for step, node in enumerate(nodes)]

    def _counts(self, step: int) -> list[_Row]:
        """The number of arrows from before each place to before each place of the next slot."""
        here, there = self._places[step], self._places[step + 1]
        rows: list[_Row] = [[0.0] * (len(there) + 1)]
        for key in here:
            ends = {there[end]: count for end, count in self._draft.after.get(key, {}).items()}
            total, row = 0.0, [0.0]
            for place, above in enumerate(rows[-1][1:]):
                total += ends.get(place, 0)
                row.append(above + total)
            rows.append(row)
        return rows

    def _at(self, step: int, node: Node) -> dict[int, float]:
        """What each place in a slot costs, if the node may be there."""
        row = self._draft.slots[self._chain.first + step]
        places = self._places[step + 1]
        whole = self._chain.whole[step]
        fellows = [_whole_of(other.key) == whole for other in row]
        arcs = [
            tuple(sorted((places[one], places[other])))
            for one in self._draft.beside
            if one in places
            for other in self._draft.beside[one]
            if places[one] < places[other]
        ]
        found: dict[int, float] = {}
        for place, strays in _allowed(row, node, self._chain.lanes).items():
            passed = sum(low < place <= high for low, high in arcs)
            apart = any(fellows) and not any(fellows[max(place - 1, 0) : place + 1])
            found[place] = 1.5 * passed + APART * apart + _ELSEWHERE * strays
        return found

    def _between(self, step: int, one: int, other: int) -> float:
        """The crossings of a step; at a box, arrows of that box do not count."""
        sums = self._sums[step]
        last = len(self._sums) - 1
        end = other + 1 if step == last else other
        start = one + 1 if step == 0 else one
        above = sums[one][-1] - sums[one][end]
        below = sums[-1][other] - sums[start][other]
        return above + below

    def cost(self, places: Sequence[int]) -> float:
        """What a way costs."""
        whole = (self._box(0), *places, self._box(1))
        steps = sum(self._between(n, whole[n], whole[n + 1]) for n in range(len(whole) - 1))
        return steps + sum(
            own.get(place, float("inf")) for own, place in zip(self._own, places, strict=True)
        )

    def _box(self, end: int) -> int:
        return self._places[-end][self._chain.ends[end]]

    def cheapest(self) -> _Way:
        """Return the way that costs least."""
        ways = {self._box(0): _Way(places=(), cost=0.0)}
        for step, own in enumerate((*self._own, {self._box(1): 0.0})):
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
