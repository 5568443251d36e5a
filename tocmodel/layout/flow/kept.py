"""Columns that keep the places of an earlier picture: its slots, and the order in each of them.

Only what is new is searched for: the places of new boxes, and the ways of arrows that pass a
column. So a new link moves no box past another one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from tocmodel.diagram.model import Arrow, Box, Diagram
from tocmodel.layout.flow.constraints import GroupPath, Node, Plan
from tocmodel.layout.flow.draft import Draft
from tocmodel.layout.flow.order import SlotOrder, Spacing, markers_of, order_of, rows_of
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.flow.uncross import uncross
from tocmodel.layout.positions import Positions
from tocmodel.layout.sheet import Turns

_NARROWER = 1e-6
"""Between two numbered boxes that would otherwise have one place."""


def kept_slots(diagram: Diagram, earlier: Positions, usual: Slots) -> Slots:
    """Return the boxes in the slots that they had; a new box is next to what it is linked to.

    Args:
        diagram: the diagram.
        earlier: where its boxes were.
        usual: its slots without an earlier picture, for columns with no box of it.
    """
    members: dict[str, list[Box]] = {column: [] for column in usual.columns}
    for box in diagram.boxes:
        members[box.column].append(box)
    of: dict[str, int] = {}
    columns: dict[str, tuple[int, int]] = {}
    first = 0
    for column, boxes in members.items():
        found = _slots_in(boxes, diagram.arrows, earlier)
        if not found or all(box.order is not None for box in boxes):
            found = {box.id: usual.of[box.id] - usual.columns[column][0] for box in boxes}
        columns[column] = first, first + max(found.values())
        of.update({id_: first + slot for id_, slot in found.items()})
        first = columns[column][1] + 1
    return Slots(of=of, columns=columns)


def _slots_in(boxes: Sequence[Box], arrows: Sequence[Arrow], earlier: Positions) -> dict[str, int]:
    """Return the slot of each box in its column; none if all of them are new."""
    known = [box.id for box in boxes if box.id in earlier.boxes]
    rows = earlier.slots(known)
    found = {id_: slot for slot, row in enumerate(rows) for id_ in row}
    for box in boxes if known else ():
        if box.id not in found:
            found[box.id] = _slot_of_new(box.id, found, arrows, len(rows) - 1)
    return found


def _slot_of_new(id_: str, found: Mapping[str, int], arrows: Sequence[Arrow], last: int) -> int:
    """Return the slot of a new box: after what leads to it, before what it leads to."""
    causes = [found[one.from_] for one in arrows if one.to == id_ and one.from_ in found]
    effects = [found[one.to] for one in arrows if one.from_ == id_ and one.to in found]
    if causes:
        return min(max(causes) + 1, last)
    if effects:
        return max(min(effects) - 1, 0)
    leaves = any(one.from_ == id_ for one in arrows)
    enters = any(one.to == id_ for one in arrows)
    return last if leaves and not enters else 0


def same_sheets(turns: Turns, earlier: Positions) -> Turns:
    """Return the sheets of the first turn that are of the earlier picture's size, as it was held.

    >>> from tocmodel.layout.sheet import sheets_for
    >>> upright = Positions(width=590, height=800)
    >>> [sheet.page for sheet in same_sheets(sheets_for(None), upright)[0][0]]
    ['A4 portrait', 'A4 portrait', 'A4 portrait']
    """
    name, _, upright = earlier.page.partition(" ")
    for size in turns[0]:
        if size[0].page == name:
            held = (sheet.upright() if upright else sheet for sheet in size)
            return ((tuple(evolve(sheet, turns=False) for sheet in held),),)
    return ()


def find_kept_order(plan: Plan, room: Spacing, across: Mapping[str, float]) -> SlotOrder:
    """Return the order of the nodes in each slot, in which kept boxes have their former order.

    The order of all boxes alone decides the ways of arrows: a picture that keeps the positions of
    one without anything new is the same picture.

    Args:
        plan: the nodes.
        room: the groups that have room of their own.
        across: where the kept boxes were, by their keys.
    """
    boxes = set(plan.keys.values())
    draft = _searched(plan, room, {key: at for key, at in across.items() if key in boxes})
    if not boxes <= across.keys():
        draft = _searched(plan, room, _places(draft, boxes))
    return order_of(draft)


def _places(draft: Draft, boxes: set[str]) -> dict[str, float]:
    return {
        node.key: float(place)
        for row in draft.slots.values()
        for place, node in enumerate(row)
        if node.key in boxes
    }


def _searched(plan: Plan, room: Spacing, across: Mapping[str, float]) -> Draft:
    """Search places for all nodes but some boxes, which keep their order."""
    markers = markers_of(plan)
    starts = _starts(plan, across)
    starts |= {marker.key: _middle(marker.group, plan, starts) for marker in markers}
    rows = rows_of((*plan.nodes, *markers), starts, room)
    kept = {
        pair
        for row in rows.values()
        for pair in pairwise(node.key for node in row if node.key in across)
    }
    return uncross(evolve(plan, ranked=plan.ranked | kept), rows)


def _starts(plan: Plan, across: Mapping[str, float]) -> dict[str, float]:
    """Return where to begin: kept boxes evenly in their slots, and the rest between its ends."""
    slots: dict[int, list[str]] = {}
    for node in plan.nodes:
        if node.key in across:
            slots.setdefault(node.slot, []).append(node.key)
    starts = {
        key: (place + 0.5) / len(keys)
        for keys in slots.values()
        for place, key in enumerate(sorted(keys, key=lambda one: across[one]))
    }
    starts |= dict(_between(plan, starts))
    starts |= dict(_numbered(plan, starts))
    return starts | dict(_waypoints(plan, starts))


def _between(plan: Plan, starts: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield where new boxes begin: in the middle of what they are linked to, or at the end."""
    ends = [(route.keys[0], route.keys[-1]) for route in plan.routes]
    for key in plan.keys.values():
        if key not in starts:
            others = [one if other == key else other for one, other in ends if key in (one, other)]
            near = [starts[one] for one in others if one in starts]
            yield key, sum(near) / len(near) if near else 1.0


def _numbered(plan: Plan, starts: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield where numbered boxes begin: in the places of all of them, in their order."""
    groups: dict[tuple[int, GroupPath], list[Node]] = {}
    for node in plan.nodes:
        if node.key in plan.ranks:
            groups.setdefault((node.slot, node.group), []).append(node)
    for nodes in groups.values():
        places = sorted(starts[node.key] for node in nodes)
        ordered = sorted(nodes, key=lambda node: plan.ranks[node.key])
        for number, (node, place) in enumerate(zip(ordered, places, strict=True)):
            yield node.key, place + number * _NARROWER


def _waypoints(plan: Plan, starts: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield where the waypoints of each arrow begin: on the straight line between its ends."""
    for route in plan.routes:
        one, other = starts[route.keys[0]], starts[route.keys[-1]]
        steps = len(route.keys) - 1
        for step, key in enumerate(route.keys[1:-1], 1):
            yield key, one + (other - one) * step / steps


def _middle(group: GroupPath, plan: Plan, starts: Mapping[str, float]) -> float:
    """Return where a group begins: in the middle of its nodes."""
    inside = [starts[node.key] for node in plan.nodes if node.group[: len(group)] == group]
    return sum(inside) / len(inside)
