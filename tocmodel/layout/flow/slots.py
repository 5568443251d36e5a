"""Slots: a column, or several narrower ones where its boxes lead to one another."""

from collections.abc import Mapping

from attrs import frozen

from tocmodel.diagram.model import Arrow, Box, Diagram

_ROOMY = 8
"""The most slots in a picture with divided stages."""
_FOLDED = 9
_PART = 3
"""Columns with more boxes than this are folded, up to a number of slots in the picture."""
_SPREAD = 6
"""The most slots in a picture with full columns spread over several."""


@frozen(kw_only=True)
class Slots:
    """The position of every box along the reading direction.

    Attributes:
        of: the slot of each box, by id.
        columns: the first and the last slot of each column, by id.
    """

    of: Mapping[str, int]
    columns: Mapping[str, tuple[int, int]]

    @property
    def count(self) -> int:
        """How many slots there are."""
        return max(last for _, last in self.columns.values()) + 1


def find_slots(diagram: Diagram) -> tuple[Slots, ...]:
    """Return the possible divisions of the boxes into slots, the best one first.

    Boxes of one column that lead to one another go side by side, cause before effect, as long as
    there is room. Failing that, all boxes of a column share one slot, and arrows run up and down.
    As a last resort, a full column is divided into several slots regardless of its links, or into a
    few in the order of its links.
    """
    members = _members(diagram)
    steps = {column: _steps(boxes, diagram.arrows) for column, boxes in members.items()}
    alone = {column: dict.fromkeys(step, 0) for column, step in steps.items()}
    room = _ROOMY - len(members) - (1 if diagram.lanes else 0)
    side_by_side = dict(alone)
    for column, step in steps.items():
        extra = max(step.values())
        if _is_ordered(members[column]) and 0 < room < extra:
            side_by_side[column] = {
                id_: number * (room + 1) // (extra + 1) for id_, number in step.items()
            }
            room = 0
        elif 0 < extra <= room:
            side_by_side[column] = step
            room -= extra
    found = [_number(side_by_side)]
    for other in (_number(alone), _number(_spread(members)), _number(_folded(steps))):
        if other not in found:
            found.append(other)
    return tuple(found)


def _is_ordered(boxes: list[Box]) -> bool:
    """Whether the boxes of a column have their own order, regardless of links."""
    return all(box.order is not None for box in boxes)


def _members(diagram: Diagram) -> dict[str, list[Box]]:
    members: dict[str, list[Box]] = {column.id: [] for column in diagram.columns}
    for box in diagram.boxes:
        members.setdefault(box.column, []).append(box)
    return {column: boxes for column, boxes in members.items() if boxes}


def _number(steps: Mapping[str, Mapping[str, int]]) -> Slots:
    """Number the slots of all columns consecutively."""
    columns: dict[str, tuple[int, int]] = {}
    of: dict[str, int] = {}
    first = 0
    for column, step in steps.items():
        columns[column] = (first, first + max(step.values()))
        of.update({id_: first + number for id_, number in step.items()})
        first = columns[column][1] + 1
    return Slots(of=of, columns=columns)


def _spread(members: Mapping[str, list[Box]]) -> dict[str, dict[str, int]]:
    """Divide the fullest column again and again; the boxes of a lane take turns in its slots."""
    parts = dict.fromkeys(members, 1)
    for _ in range(_SPREAD - len(members)):
        fullest = max(parts, key=lambda column: len(members[column]) / parts[column])
        if len(members[fullest]) / parts[fullest] > 2:
            parts[fullest] += 1
    spread: dict[str, dict[str, int]] = {}
    for column, boxes in members.items():
        turns: dict[str, int] = {}
        spread[column] = {}
        for box in boxes:
            turn = turns.get(box.lane, 0)
            spread[column][box.id] = turn % parts[column]
            turns[box.lane] = turn + 1
        used = sorted(set(spread[column].values()))
        spread[column] = {id_: used.index(number) for id_, number in spread[column].items()}
    return spread


def _folded(steps: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """Divide the fullest columns, causes before effects, into parts of similar size."""
    parts = dict.fromkeys(steps, 1)
    for _ in range(_FOLDED - len(steps)):
        fullest = max(parts, key=lambda column: len(steps[column]) / parts[column])
        if len(steps[fullest]) / parts[fullest] > _PART:
            parts[fullest] += 1
    folded: dict[str, dict[str, int]] = {}
    for column, step in steps.items():
        order = sorted(step, key=step.__getitem__)
        folded[column] = {
            id_: place * parts[column] // len(order) for place, id_ in enumerate(order)
        }
    return folded


def _steps(boxes: list[Box], arrows: tuple[Arrow, ...]) -> dict[str, int]:
    """How many boxes of the same column come before each one, on the longest path.

    A box that leads out of the column, and that nothing in its column leads to, goes to the last
    slot: its arrow is then short.
    """
    if _is_ordered(boxes):
        places = sorted({box.order for box in boxes if box.order is not None})
        return {box.id: places.index(box.order) for box in boxes if box.order is not None}
    ids = {box.id for box in boxes}
    inside = [
        arrow for arrow in arrows if arrow.from_ in ids and arrow.to in ids and not arrow.feedback
    ]
    after: dict[str, list[str]] = {box.id: [] for box in boxes}
    before: dict[str, int] = dict.fromkeys(ids, 0)
    for arrow in inside:
        if arrow.from_ != arrow.to and arrow.to not in after[arrow.from_]:
            after[arrow.from_].append(arrow.to)
            before[arrow.to] += 1
    alone = {id_ for id_ in ids if not before[id_] and not after[id_]}
    steps = _longest(after, before)
    last = max(steps.values())
    leaving = {arrow.from_ for arrow in arrows if arrow.to not in ids}
    entering = {arrow.to for arrow in arrows if arrow.from_ not in ids}
    for id_ in alone:
        steps[id_] = last if id_ in leaving and id_ not in entering else 0
    return steps


def _longest(after: Mapping[str, list[str]], before: dict[str, int]) -> dict[str, int]:
    """Steps from the start; if a circle has no first box, the next in order is taken."""
    steps = dict.fromkeys(after, 0)
    waiting = list(after)
    while waiting:
        ready = [id_ for id_ in waiting if not before[id_]] or waiting[:1]
        for id_ in ready:
            waiting.remove(id_)
            for effect in after[id_]:
                before[effect] -= 1
                if effect in waiting:
                    steps[effect] = max(steps[effect], steps[id_] + 1)
    return steps
