"""Where arrows turn in the gaps between slots, so that no two run together that share no end.

A bend crosses a gap from one height to another. Bends that leave one port in one direction share a
track, and so do those that reach one port; any other two whose ways along the gap overlap have
different tracks, in the order with the fewest crossings. A gap is as wide as its tracks need.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from attrs import field, frozen

from tocmodel.layout.flow.ports import Ports, Router, find_heights
from tocmodel.layout.scene import Extent
from tocmodel.layout.symbols.arrow_style import line_end

APART = 5.0
"""The least room between two tracks."""
_WIDEST = 9.0
_MARGIN = 5.0
"""From the boxes to the nearest track."""
_BEFORE_HEAD = 5.0
"""From a track to the head of an arrow."""
_SIGN = 11.0
"""The room for a sign before the head."""
_CLEAR = 5.0
"""Two ways along a gap that end closer to each other than this need two tracks."""

_LAST = 100_000
"""The rank of a leg that does not turn."""
_LEVEL = 3.0
"""Lines that are less than this apart look like one."""
_SHARED = 30
"""How many crossings it is worth that two lines do not look like one."""

Bend = tuple[int, int]
"""The number of a route, and that of its leg."""


@frozen(kw_only=True)
class Turn:
    """Where a bend turns.

    Attributes:
        share: how far through its gap, as a share of the gap's width.
        alone: no other bend is beside it, so it may take the whole width.
        rank: the place of its track among all those of the gap.
    """

    share: float
    alone: bool
    rank: int


@frozen(kw_only=True)
class Tracks:
    """The turns of all bends, the width that each gap needs for them, and how often they cross."""

    turns: Mapping[Bend, Turn]
    needed: tuple[float, ...]
    crossings: int


@frozen(kw_only=True, eq=False)
class _Net:
    """Bends that share a track.

    Attributes:
        bends: their routes and legs.
        lefts: the heights where they come from the slot before.
        rights: the heights where they reach the slot after.
        span: the part of the track that they use.
    """

    bends: tuple[Bend, ...]
    lefts: tuple[float, ...]
    rights: tuple[float, ...]
    span: Extent = field(init=False)

    def __attrs_post_init__(self) -> None:
        heights = (*self.lefts, *self.rights)
        object.__setattr__(self, "span", (min(heights), max(heights)))

    def holds(self, heights: Iterable[float]) -> int:
        """How many of some heights are within the span."""
        low, high = self.span
        return sum(low + 0.05 < height < high - 0.05 for height in heights)

    def meets(self, other: "_Net") -> bool:
        """Whether two nets cannot have the same track."""
        return self.span[0] - _CLEAR < other.span[1] and other.span[0] - _CLEAR < self.span[1]


@frozen(kw_only=True)
class _Leg:
    """The part of a route in one gap: its heights at the slots before and after.

    An arc has both at the slot before.
    """

    bend: Bend
    left: float
    right: float
    arc: bool = False

    @property
    def turns(self) -> bool:
        """Whether it is not straight."""
        return self.arc or abs(self.left - self.right) > 0.05

    def holds(self, height: float) -> bool:
        """Whether its part along the gap passes a height."""
        low, high = sorted((self.left, self.right))
        return low + 0.05 < height < high - 0.05


def find_tracks(router: Router, ports: Ports) -> Tracks:
    """Work out where all bends turn."""
    gaps: dict[int, list[_Leg]] = {}
    for gap, leg in _legs(router, ports):
        gaps.setdefault(gap, []).append(leg)
    turns: dict[Bend, Turn] = {}
    needed = [0.0] * router.slots.count
    for gap, legs in gaps.items():
        before, after = _margins(router, gap)
        width = router.frame.gaps[gap]
        most = 1
        nets = _in_order(_nets(legs))
        ranks = {id(net): rank for rank, net in enumerate(nets)}
        for group, places in _groups(nets):
            count = max(places) + 1
            most = max(most, count)
            step = min(max(width - before - after, 0.0) / max(count - 1, 1), _WIDEST)
            start = before + (width - before - after - step * (count - 1)) / 2
            for net, place in zip(group, places, strict=True):
                share = min(max((start + step * place) / width, 0.0), 1.0) if width else 0.5
                turn = Turn(share=share, alone=count == 1, rank=ranks[id(net)])
                turns.update(dict.fromkeys(net.bends, turn))
        needed[gap] = before + after + APART * (most - 1)
    crossings = sum(_count_crossings(legs, turns) for legs in gaps.values())
    return Tracks(turns=turns, needed=tuple(needed), crossings=crossings)


def _count_crossings(legs: Sequence[_Leg], turns: Mapping[Bend, Turn]) -> int:
    """How many times the legs in a gap cross each other."""
    total = 0
    for one, other in combinations(legs, 2):
        place = turns[one.bend].rank if one.turns else _LAST
        place_2 = turns[other.bend].rank if other.turns else _LAST
        if place == place_2:  # they are straight, or share a track
            continue
        first, second = (one, other) if place < place_2 else (other, one)
        total += first.turns and first.holds(second.left)
        total += first.turns and second.arc and first.holds(second.right)
        total += second.turns and not first.arc and second.holds(first.right)
    return total


def _legs(router: Router, ports: Ports) -> Iterator[tuple[int, _Leg]]:
    """Yield the legs of all routes, each with its gap."""
    for index, route in enumerate(router.plan.routes):
        if router.is_stacked(route):
            continue
        slot = router.slots.of[route.arrow.from_]
        heights = find_heights(router, index, route, ports)
        if router.is_side(route):
            yield slot, _Leg(bend=(index, 0), left=heights[0], right=heights[-1], arc=True)
            continue
        forward = router.slots.of[route.arrow.to] > slot
        for leg, (one, other) in enumerate(pairwise(heights)):
            left, right = (one, other) if forward else (other, one)
            gap = slot + leg if forward else slot - leg - 1
            yield gap, _Leg(bend=(index, leg), left=left, right=right)


def _margins(router: Router, gap: int) -> tuple[float, float]:
    """The room before the first and after the last track of a gap: more where heads are."""
    before = after = _MARGIN
    for route in router.plan.routes:
        first, last = router.slots.of[route.arrow.from_], router.slots.of[route.arrow.to]
        head = line_end(route.stroke) + _BEFORE_HEAD + (_SIGN if route.stroke.mark else 0.0)
        if last == gap + 1 and first <= gap:
            after = max(after, head)
        elif last == gap and first >= gap and not router.is_stacked(route):
            before = max(before, head)
    return before, after


def _nets(legs: Sequence[_Leg]) -> list[_Net]:
    """Put bends that may share a track together: those of one port, the largest sets first."""
    sets: dict[tuple[str, float, bool], list[_Leg]] = {}
    for one in legs:
        if one.arc or not one.turns:
            continue
        down = one.right > one.left
        sets.setdefault(("left", one.left, down), []).append(one)
        sets.setdefault(("right", one.right, down), []).append(one)
    nets = [
        _Net(bends=(one.bend,), lefts=(one.left, one.right), rights=()) for one in legs if one.arc
    ]
    taken: set[Bend] = set()
    for (side, *_), members in sorted(
        sets.items(), key=lambda item: (-len(item[1]), item[0][0], item[1][0].bend)
    ):
        left = [one for one in members if one.bend not in taken]
        if not left:
            continue
        taken.update(one.bend for one in left)
        nets.append(
            _Net(
                bends=tuple(one.bend for one in left),
                lefts=tuple(one.left for one in left[: 1 if side == "left" else None]),
                rights=tuple(one.right for one in left[: 1 if side == "right" else None]),
            )
        )
    return nets


def _cost(first: _Net, second: _Net) -> int:
    """The crossings of two nets if the track of the first comes first, and shared stretches."""
    level = sum(abs(one - other) < _LEVEL for one in first.rights for other in second.lefts)
    return first.holds(second.lefts) + second.holds(first.rights) + _SHARED * level


def _in_order(nets: Sequence[_Net]) -> list[_Net]:
    """The nets in the order of their tracks, with as few crossings as exchanges can reach."""
    order = sorted(nets, key=_first_guess)
    costs: dict[tuple[int, int], int] = {}

    def cost(one: _Net, other: _Net) -> int:
        key = (id(one), id(other))
        if key not in costs:
            costs[key] = _cost(one, other)
        return costs[key]

    for net in list(order) * 2:
        place = order.index(net)
        saved, best, goal = 0, 0, place
        for step in range(place - 1, -1, -1):
            saved += cost(order[step], net) - cost(net, order[step])
            if saved > best:
                best, goal = saved, step
        saved = 0
        for step in range(place + 1, len(order)):
            saved += cost(net, order[step]) - cost(order[step], net)
            if saved > best:
                best, goal = saved, step
        order.insert(goal, order.pop(place))
    return order


def _first_guess(net: _Net) -> tuple[float, float, Bend]:
    """Among bends that go down, the lowest turns first; among those that go up, the highest."""
    if not net.rights:
        return 0.0, net.span[1] - net.span[0], net.bends[0]
    down = sum(net.rights) / len(net.rights) > sum(net.lefts) / len(net.lefts)
    start = net.lefts[0]
    return 1.0, -start if down else start, net.bends[0]


def _groups(nets: Sequence[_Net]) -> Iterator[tuple[list[_Net], list[int]]]:
    """Yield sets of nets that are beside one another, with the track of each."""
    group: list[_Net] = []
    waiting = list(nets)
    while waiting:
        group = [waiting.pop(0)]
        grown = True
        while grown:
            near = [net for net in waiting if any(net.meets(one) for one in group)]
            waiting = [net for net in waiting if net not in near]
            group += near
            grown = bool(near)
        members = [net for net in nets if net in group]
        places: list[int] = []
        for index, net in enumerate(members):
            before = [places[i] for i in range(index) if members[i].meets(net)]
            places.append(max(before, default=-1) + 1)
        yield members, places
