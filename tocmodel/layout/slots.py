"""Slots: a column, or several narrower ones where its boxes lead to one another."""

from collections.abc import Mapping

from attrs import frozen

from tocmodel.diagram.parts import Arrow, Box, Diagram

_ROOMY = 8
"""A stage is parted only while the whole picture has at most so many slots."""


@frozen(kw_only=True)
class Slots:
    """Where every box stands along the reading direction.

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


def find_slots(diagram: Diagram) -> Slots:
    """Give every box a slot.

    Boxes of one column that lead to one another go side by side, cause before effect, as long as
    the page has room; otherwise they stay in one slot and their arrows run up and down.
    """
    members: dict[str, list[Box]] = {column.id: [] for column in diagram.columns}
    for box in diagram.boxes:
        members.setdefault(box.column, []).append(box)
    members = {column: boxes for column, boxes in members.items() if boxes}
    steps = {column: _steps(boxes, diagram.arrows) for column, boxes in members.items()}
    room = _ROOMY - len(members) - (1 if diagram.lanes else 0)
    parted: set[str] = set()
    for column, step in steps.items():
        extra = max(step.values())
        if 0 < extra <= room:
            parted.add(column)
            room -= extra
    columns: dict[str, tuple[int, int]] = {}
    of: dict[str, int] = {}
    first = 0
    for column, boxes in members.items():
        last = first + (max(steps[column].values()) if column in parted else 0)
        columns[column] = (first, last)
        of.update({b.id: first + (steps[column][b.id] if column in parted else 0) for b in boxes})
        first = last + 1
    return Slots(of=of, columns=columns)


def _steps(boxes: list[Box], arrows: tuple[Arrow, ...]) -> dict[str, int]:
    """How many boxes of the same column come before each one, on the longest way.

    A box that nothing in its column leads to, but which itself leads out of the column, goes to
    the last slot: its arrow is then short.
    """
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
    for id_ in sorted(alone):
        leaves = any(arrow.from_ == id_ and arrow.to not in ids for arrow in arrows)
        comes = any(arrow.to == id_ and arrow.from_ not in ids for arrow in arrows)
        steps[id_] = last if leaves and not comes else 0
    return steps


def _longest(after: Mapping[str, list[str]], before: dict[str, int]) -> dict[str, int]:
    """Steps from the start; where a circle keeps any from being first, the next in order is."""
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
