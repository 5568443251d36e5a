"""What the engine is asked to arrange: boxes, and waypoints where an arrow passes a column.

An arrow that spans several slots passes each slot between on a waypoint of its own, for which the
engine keeps room. So every bend lies in the gap between two slots, where there are no boxes: no
arrow can cross one. Arrows of one look that leave the same box share their waypoints.
"""

import itertools
from collections.abc import Callable, Mapping

from tocmodel.diagram.parts import Arrow, Diagram
from tocmodel.layout.boxes import SizedBox
from tocmodel.layout.labels import BETWEEN_ROWS, IN_GAP, size_of, words_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.slots import Slots
from tocmodel.layout.strokes import Stroke, stroke_of
from tocmodel.values import frozen

_PASSING = 10.0
"""The room an arrow needs where it passes a slot."""
_LINKED = 10.0
"""How much further apart boxes of one slot stand that an arrow may join."""

Group = tuple[str, ...]
"""The lane and the clusters something stands in, the outermost first."""


@frozen(kw_only=True)
class Item:
    """Something that takes room in a slot: ``size`` points across the reading direction."""

    key: str
    slot: int
    size: int
    group: Group = ()


@frozen(kw_only=True)
class Tie:
    """Two items that should be near each other, the more the greater the weight."""

    first: str
    second: str
    weight: int


@frozen(kw_only=True)
class Way:
    """The way of one arrow: the keys of its items from its start to its end."""

    arrow: Arrow
    stroke: Stroke
    keys: tuple[str, ...]


@frozen(kw_only=True)
class Plan:
    """All that is to be arranged."""

    items: tuple[Item, ...]
    ties: tuple[Tie, ...]
    ways: tuple[Way, ...]
    keys: Mapping[str, str]
    """The key of each box, by its id."""
    gaps: tuple[float, ...]
    """The room after each slot, along the reading direction."""


def make_plan(
    diagram: Diagram,
    boxes: Mapping[str, SizedBox],
    slots: Slots,
    gaps: tuple[float, ...],
    sheet: Sheet,
) -> Plan:
    """Work out the items and ties of a diagram."""
    groups = _groups(diagram)
    keys = {box.id: f"b{index}" for index, box in enumerate(diagram.boxes)}
    between = _between_boxes(diagram, boxes, slots, sheet)
    items = {
        keys[id_]: Item(
            key=keys[id_],
            slot=slots.of[id_],
            size=_across(sized, sheet, between.get(id_, 0.0), down=diagram.top_to_bottom),
            group=groups[id_],
        )
        for id_, sized in boxes.items()
    }
    words = _words_in_slots(diagram, boxes, slots, sheet)
    ways: list[Way] = []
    ties: dict[tuple[str, str], int] = {}
    for arrow in diagram.arrows:
        if arrow.from_ not in keys or arrow.to not in keys:
            continue
        way = _way(arrow, keys, slots, groups, items, words)
        ways.append(way)
        if slots.of[arrow.from_] == slots.of[arrow.to]:
            _tie(ties, way.keys, 10)
        else:
            # The engine reads from the first slot to the last, whichever way the arrow points.
            back = slots.of[arrow.from_] > slots.of[arrow.to]
            _tie(ties, way.keys[::-1] if back else way.keys, _weight(arrow))
    return Plan(
        items=tuple(items.values()),
        ties=tuple(Tie(first=a, second=b, weight=w) for (a, b), w in ties.items() if a != b),
        ways=tuple(ways),
        keys=keys,
        gaps=gaps,
    )


def is_side(slots: Slots, way: Way) -> bool:
    """Whether both ends of a way stand in the same slot."""
    return slots.of[way.arrow.from_] == slots.of[way.arrow.to]


def is_stacked(plan: Plan, slots: Slots, centres: Mapping[str, float], way: Way) -> bool:
    """Whether both ends stand next to each other in one slot, with nothing between them."""
    if not is_side(slots, way) or way.arrow.from_ == way.arrow.to:
        return False
    slot = slots.of[way.arrow.from_]
    here = [item.key for item in plan.items if item.slot == slot]
    here.sort(key=centres.__getitem__)
    return abs(here.index(way.keys[0]) - here.index(way.keys[-1])) == 1


def _groups(diagram: Diagram) -> dict[str, Group]:
    parents = {cluster.id: cluster.parent for cluster in diagram.clusters}
    lanes = {lane.id: f"lane {index}" for index, lane in enumerate(diagram.lanes)}
    groups: dict[str, Group] = {}
    for box in diagram.boxes:
        chain: list[str] = []
        cluster = box.cluster
        while cluster in parents and cluster not in chain:
            chain.append(cluster)
            cluster = parents[cluster]
        # A box in no known lane goes to the last one: lanes leave no room outside them.
        lane = lanes.get(box.lane, f"lane {len(lanes) - 1}") if lanes else ""
        nested = tuple(f"{lane} cluster {name}" for name in reversed(chain))
        groups[box.id] = (lane, *nested) if lane else nested
    return groups


def _between_boxes(
    diagram: Diagram, boxes: Mapping[str, SizedBox], slots: Slots, sheet: Sheet
) -> dict[str, float]:
    """The room that boxes need from one another where an arrow may run between them."""
    down = diagram.top_to_bottom
    found: dict[str, float] = {}
    for arrow in diagram.arrows:
        if arrow.from_ not in boxes or slots.of.get(arrow.to) != slots.of[arrow.from_]:
            continue
        room = IN_GAP if down else boxes[arrow.from_].width
        words = size_of(words_of(arrow, room, sheet), sheet)[0 if down else 1]
        for id_ in (arrow.from_, arrow.to):
            found[id_] = max(found.get(id_, 0.0), _LINKED + words)
    return found


def _words_in_slots(
    diagram: Diagram, boxes: Mapping[str, SizedBox], slots: Slots, sheet: Sheet
) -> Callable[[Arrow, int], float]:
    """Return what tells the room that the words of an arrow need across, in a slot it passes."""
    widths = {slots.of[id_]: sized.width for id_, sized in boxes.items()}

    def room(arrow: Arrow, slot: int) -> float:
        if diagram.top_to_bottom:
            return size_of(words_of(arrow, BETWEEN_ROWS, sheet), sheet)[0]
        return size_of(words_of(arrow, widths[slot], sheet), sheet)[1]

    return room


def _across(sized: SizedBox, sheet: Sheet, between: float, *, down: bool) -> int:
    """The room a box takes across the reading direction."""
    extent = sized.width if down else sized.height
    return _even(extent + sheet.space + between)


def _way(
    arrow: Arrow,
    keys: Mapping[str, str],
    slots: Slots,
    groups: Mapping[str, Group],
    items: dict[str, Item],
    words: Callable[[Arrow, int], float],
) -> Way:
    """The way of an arrow; its waypoints are added to the items."""
    stroke = stroke_of(arrow)
    start, end = slots.of[arrow.from_], slots.of[arrow.to]
    between = range(start + 1, end) if end > start else range(start - 1, end, -1)
    passed: list[str] = []
    look = f"{arrow.kind} {arrow.effect} {arrow.feedback} {arrow.main} {arrow.change}"
    look += f" {arrow.guess}" if arrow.main else ""  # else only the heads differ
    alone = arrow.id if arrow.label else ""
    group = _common(groups[arrow.from_], groups[arrow.to])
    for slot in between:
        key = f"w {keys[arrow.from_]} {slot} {start < end} {look} {alone}"
        size = _even(_PASSING + (words(arrow, slot) if slot == _middle(between) else 0.0))
        # Shared by arrows into different groups, the waypoint stands outside both.
        group_here = _common(items[key].group, group) if key in items else group
        items[key] = Item(key=key, slot=slot, size=size, group=group_here)
        passed.append(key)
    return Way(arrow=arrow, stroke=stroke, keys=(keys[arrow.from_], *passed, keys[arrow.to]))


def _middle(between: range) -> int:
    return between[len(between) // 2]


def _common(one: Group, other: Group) -> Group:
    """The groups that hold both; without any, the lane of the first."""
    shared = 0
    while shared < min(len(one), len(other)) and one[shared] == other[shared]:
        shared += 1
    if not shared and one and one[0].startswith("lane ") and "cluster" not in one[0]:
        return one[:1]
    return one[:shared]


def _weight(arrow: Arrow) -> int:
    if arrow.feedback:
        return 2
    if arrow.kind != "causal":
        return 4
    return 24 if arrow.main else 10


def _tie(ties: dict[tuple[str, str], int], keys: tuple[str, ...], weight: int) -> None:
    for first, second in itertools.pairwise(keys):
        # Long arrows should be straight rather than short ones (the engine's own practice).
        factor = {0: 1, 1: 2, 2: 8}[(first[0] == "w") + (second[0] == "w")]
        pair = (first, second)
        ties[pair] = max(ties.get(pair, 0), weight * factor)


def _even(size: float) -> int:
    return int(-(-size // 2) * 2)
