"""Places across the reading direction: the order in each slot, then the coordinates.

The engine decides both. A plain diagram needs one run. With lanes or clusters a first run, in which
they are clusters of the engine's own, gives the order in each slot; the lanes are then put in their
own order, and a second run keeps that order and gets an upper and a lower border for every group in
each slot it spans, tied so strongly that they form straight lines. That makes lanes true bands,
and keeps what is outside a group out of its frame.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from tocmodel.layout.dot_text import dot_text
from tocmodel.layout.plan import Group, Item, Plan, Tie
from tocmodel.layout.settle import settle
from tocmodel.layout.straighten import straighten
from tocmodel.values import frozen

Positions = Mapping[str, tuple[float, float]]
Solve = Callable[[str, int], Positions]
"""Runs the engine on a DOT text of so many nodes."""

_BORDER = 4000
_MARKER = "marker"


@frozen(kw_only=True)
class Room:
    """How much room is kept for what surrounds the boxes.

    Attributes:
        titles: by cluster, the room for the words at its head.
        after: the room at the foot of a cluster.
        between_lanes: the room between two lanes.
        lanes: the room that the name of each lane needs, from the first lane to the last.
    """

    titles: Mapping[Group, int]
    after: int = 10
    between_lanes: int = 14
    lanes: tuple[int, ...] = ()


@frozen(kw_only=True)
class Arrangement:
    """Where everything is across the reading direction.

    Attributes:
        centres: of every item.
        lanes: the start and the end of every lane.
    """

    centres: Mapping[str, float]
    lanes: tuple[tuple[float, float], ...] = ()


def arrange(plan: Plan, room: Room, solve: Solve) -> Arrangement:
    """Give every item of a plan its place across the reading direction."""
    if not any(item.group for item in plan.items):
        centres = _centres(plan.items, plan.ties, solve, groups=False)
        centres = straighten(plan.items, plan.ties, centres, frozenset())
        return Arrangement(centres=settle(plan.items, plan.ties, centres))
    markers = tuple(_markers(plan.items))
    marked = (*plan.ties, *_chains(markers, 8))
    first = _centres((*plan.items, *markers), marked, solve, groups=True)
    sequences = _sequences((*plan.items, *markers), first, room)
    items, ties = _with_borders(plan, sequences, room)
    centres = _centres(items, ties, solve, groups=False)
    fixed = frozenset(item.key for item in items if _is_border(item))
    centres = straighten(items, plan.ties, centres, fixed)
    if not room.lanes:
        return Arrangement(centres=centres)
    edges = [centres[f"lane {index} of 0"] for index in range(len(room.lanes) + 1)]
    return Arrangement(centres=centres, lanes=tuple(pairwise(edges)))


def spans(items: Iterable[Item]) -> dict[Group, tuple[int, int]]:
    """Return the first and the last slot of every group, outer groups before inner ones."""
    found: dict[Group, tuple[int, int]] = {}
    for item in items:
        for depth in range(1, len(item.group) + 1):
            group = item.group[:depth]
            low, high = found.get(group, (item.slot, item.slot))
            found[group] = min(low, item.slot), max(high, item.slot)
    return dict(sorted(found.items(), key=lambda entry: (len(entry[0]), entry[0])))


def _centres(
    items: Sequence[Item], ties: Iterable[Tie], solve: Solve, *, groups: bool
) -> dict[str, float]:
    if not items:
        return {}
    names = {item.key: f"n{index}" for index, item in enumerate(items)}
    positions = solve(dot_text(items, ties, names, groups=groups), len(items))
    centres = {item.key: positions[names[item.key]][0] for item in items}
    start = min(centres[item.key] - item.size / 2 for item in items)
    return {key: round(centre - start, 2) for key, centre in centres.items()}


def _markers(items: Sequence[Item]) -> Iterable[Item]:
    """A node for each group in each slot it spans, so that its place there is known."""
    slots = range(min(i.slot for i in items), 1 + max(i.slot for i in items))
    for group, (first, last) in spans(items).items():
        for slot in slots if _is_lane(group) else range(first, last + 1):
            key = f"{_MARKER} {'/'.join(group)} {slot}"
            yield Item(key=key, slot=slot, size=20, group=group)


def _is_lane(group: Group) -> bool:
    return len(group) == 1 and group[0].startswith("lane ") and "cluster" not in group[0]


def _chains(items: Iterable[Item], weight: int) -> Iterable[Tie]:
    """Tie the items of one name together from slot to slot."""
    chains: dict[str, list[Item]] = {}
    for item in items:
        chains.setdefault(item.key.rsplit(" ", 1)[0], []).append(item)
    for chain in chains.values():
        for one, other in pairwise(sorted(chain, key=lambda item: item.slot)):
            yield Tie(first=one.key, second=other.key, weight=weight)


def _sequences(
    items: Sequence[Item], centres: Mapping[str, float], room: Room
) -> dict[int, list[Item]]:
    """The order in each slot, with the borders of groups in it."""
    slots: dict[int, list[Item]] = {}
    for item in sorted(items, key=lambda item: centres[item.key]):
        slots.setdefault(item.slot, []).append(item)
    return {slot: _nest(members, (), slot, room) for slot, members in slots.items()}


def _nest(items: Sequence[Item], group: Group, slot: int, room: Room) -> list[Item]:
    depth = len(group)
    parts: dict[Group | str, list[Item]] = {}
    for item in items:
        inner = len(item.group) > depth
        parts.setdefault(item.group[: depth + 1] if inner else item.key, []).append(item)
    if not group and room.lanes:
        return _nest_lanes(parts, slot, room)
    nested: list[Item] = []
    for name, members in parts.items():
        if isinstance(name, str):
            nested += [item for item in members if not item.key.startswith(_MARKER)]
            continue
        path = "/".join(name)
        before = Item(key=f"start {path} of {slot}", slot=slot, size=room.titles[name])
        after = Item(key=f"end {path} of {slot}", slot=slot, size=room.after)
        nested += [before, *_nest(members, name, slot, room), after]
    return nested


def _nest_lanes(parts: Mapping[Group | str, list[Item]], slot: int, room: Room) -> list[Item]:
    """Every lane in its own order, a border between any two."""
    size = room.between_lanes
    nested = [Item(key=f"lane 0 of {slot}", slot=slot, size=size)]
    for index in range(len(room.lanes)):
        group = (f"lane {index}",)
        nested += _nest(parts.get(group, []), group, slot, room)
        nested.append(Item(key=f"lane {index + 1} of {slot}", slot=slot, size=size))
    return nested


def _with_borders(
    plan: Plan, sequences: Mapping[int, Sequence[Item]], room: Room
) -> tuple[list[Item], list[Tie]]:
    """All items and ties of the second run."""
    slots = dict(sequences)
    if room.lanes:
        slots = {slot: list(items) for slot, items in sequences.items()}
        slots[-1] = list(_names_of_lanes(room))
    items = [item for _, members in sorted(slots.items()) for item in members]
    place = {item.key: index for index, item in enumerate(items)}
    slot_of = {item.key: item.slot for item in items}
    ties = {
        (one.key, other.key): 1 for members in slots.values() for one, other in pairwise(members)
    }
    for tie in plan.ties:
        pair = (tie.first, tie.second)
        if slot_of[tie.first] == slot_of[tie.second] and place[tie.first] > place[tie.second]:
            pair = (tie.second, tie.first)
        ties[pair] = max(ties.get(pair, 0), tie.weight)
    borders = [item for item in items if _is_border(item)]
    for tie in _chains(borders, _BORDER):
        ties[tie.first, tie.second] = tie.weight
    return (
        [evolve(item, group=()) for item in items],
        [Tie(first=one, second=other, weight=weight) for (one, other), weight in ties.items()],
    )


def _is_border(item: Item) -> bool:
    return item.key.startswith(("start ", "end ", "lane "))


def _names_of_lanes(room: Room) -> Iterable[Item]:
    """A slot before the first, which keeps room for the names of the lanes."""
    for index, size in enumerate(room.lanes):
        yield Item(key=f"lane {index} of -1", slot=-1, size=room.between_lanes)
        yield Item(key=f"name {index}", slot=-1, size=size)
    yield Item(key=f"lane {len(room.lanes)} of -1", slot=-1, size=room.between_lanes)
