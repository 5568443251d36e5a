"""Other orders to start a search from: boxes and whole frames take each other's places.

A search moves one box, or one arrow, at a time. It never moves a frame past another one, and it
ends where no single move helps. So some searches start from orders mixed by a fixed rule.
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import inf
from random import Random

from attrs import frozen

from tocmodel.layout.flow.constraints import Node, is_border
from tocmodel.layout.flow.draft import Draft, places_of

_REACHES = (0.3, 2.0, 0.6)
"""How far things move in turn, as a share of their slot."""


@frozen(kw_only=True)
class _Spot:
    """A node of a slot, and what it is in.

    Attributes:
        node: the node, which may be a border.
        lane: the number of its lane, and a half less for the border before it.
        frames: the frames around it, the outermost first; the border of a frame is in it.
        edge: -inf for the start of a frame, inf for its end, otherwise 0.
        place: in its slot, as a share of the slot.
    """

    node: Node
    lane: float
    frames: tuple[str, ...]
    edge: float
    place: float


def mixed(draft: Draft, number: int, ranks: Mapping[str, int]) -> Draft:
    """Return a draft in another order, with the same lanes, frames and numbered boxes in order.

    Args:
        draft: the draft.
        number: which of many orders.
        ranks: the places of clusters that keep their order, by their ids.
    """
    random = Random(number)  # noqa: S311  (the same numbers each time)
    reach = _REACHES[number % len(_REACHES)]
    spots = {slot: list(_spots(row)) for slot, row in draft.slots.items()}
    frames = _frame_places(spots.values(), random, reach)
    _keep_order(frames, ranks)
    numbered = {key for pair in draft.ranked for key in pair}
    changed = draft.copy()
    for slot, row in spots.items():
        places = {spot.node.key: _place(spot, random, reach, numbered) for spot in row}
        row.sort(key=lambda spot: _nested(spot, frames, places))
        changed.slots[slot] = [spot.node for spot in row]
    return changed if _is_in_order(changed) else draft.copy()


def _is_in_order(draft: Draft) -> bool:
    """Whether numbered boxes keep their order, those in different frames too."""
    places = {key: place for row in draft.slots.values() for key, place in places_of(row).items()}
    return all(places[one] < places[other] for one, other in draft.ranked)


def reversed_runs(draft: Draft, number: int) -> Draft:
    """Return a draft with the runs of nodes between borders reversed in some slots."""
    changed = draft.copy()
    numbered = {key for pair in draft.ranked for key in pair}
    for slot, row in draft.slots.items():
        changed.slots[slot] = []
        for borders, run in groupby(row, key=is_border):
            members = list(run)
            keeps = borders or any(node.key in numbered for node in members)
            turn = not keeps and (slot + number) % (2 + number // 2) == 0
            changed.slots[slot] += members[::-1] if turn else members
    return changed


def _spots(row: Sequence[Node]) -> Iterator[_Spot]:
    frames: tuple[str, ...] = ()
    lane = -1.0
    for index, node in enumerate(row):
        kind, _, rest = node.key.partition(" ")
        edge, inside = 0.0, frames
        if kind == "lane":
            lane += 1
        elif kind == "start":
            frames = inside = (*frames, rest.rpartition(" of ")[0])
            edge = -inf
        elif kind == "end":
            frames, edge = frames[:-1], inf
        here = lane - 0.5 if kind == "lane" else lane
        yield _Spot(node=node, lane=here, frames=inside, edge=edge, place=index / len(row))


def _frame_places(
    rows: Iterable[Sequence[_Spot]], random: Random, reach: float
) -> dict[str, float]:
    """The place of each frame: the same in all slots, so that frames stay rectangles."""
    found: dict[str, list[float]] = {}
    for row in rows:
        for spot in row:
            if spot.edge:
                found.setdefault(spot.frames[-1], []).append(spot.place)
    return {
        frame: sum(places) / len(places) + reach * (random.random() - 0.5)
        for frame, places in found.items()
    }


def _keep_order(frames: dict[str, float], ranks: Mapping[str, int]) -> None:
    families: dict[str, dict[int, str]] = {}
    for frame in frames:
        family, _, id_ = frame.rpartition(" cluster ")
        if id_ in ranks:
            families.setdefault(family, {})[ranks[id_]] = frame
    for by_rank in families.values():
        known = [frame for _, frame in sorted(by_rank.items())]
        frames.update(zip(known, sorted(frames[frame] for frame in known), strict=True))


def _place(spot: _Spot, random: Random, reach: float, numbered: Container[str]) -> float:
    return spot.place + (0.0 if spot.node.key in numbered else reach * (random.random() - 0.5))


def _nested(
    spot: _Spot, frames: Mapping[str, float], places: Mapping[str, float]
) -> tuple[float, ...]:
    """What a slot is sorted by: the lane, then each frame, then the place in it."""
    own = spot.edge or places[spot.node.key]
    return (spot.lane, *(frames[frame] for frame in spot.frames), own)
