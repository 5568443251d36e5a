"""Arrows so crowded that not even the number for their words has room.

The key then has their words with the names of both boxes. And the mark of a delay without room is
left out, as words beside the arrow or in the notes say how long it takes.
"""

from collections.abc import Mapping, Sequence

from attrs import evolve

from tocmodel.diagram.model import Arrow, Diagram, KeyEntry
from tocmodel.layout.flow.line_marks import MarkedLine
from tocmodel.layout.scene import Bounds
from tocmodel.layout.symbols.arrow_style import DELAY
from tocmodel.layout.symbols.clearings import Clearings, around
from tocmodel.slides.beside import BesideArrow, BesideArrows
from tocmodel.slides.line_ends import further

_HEAD = 9.0
"""The size of the head of an arrow."""


def with_names_for_crowded(
    beside: BesideArrows, lines: Sequence[MarkedLine], solid: Sequence[Bounds], diagram: Diagram
) -> BesideArrows:
    """Return what is beside some arrows, without the numbers and marks that would cover something.

    Args:
        beside: all of it.
        lines: the lines of the arrows.
        solid: the areas of boxes and names.
        diagram: the arrows and boxes.
    """
    clearings = _clearings(beside, lines, solid)
    found: dict[str, BesideArrow] = {}
    for number, line in enumerate(lines):
        one = beside.of[line.arrow.id]
        if one.number and not clearings.is_free(one.number_room, number):
            one = evolve(one, number=0, is_named=True)
        elif one.number:
            clearings.take(one.number_room)
        found[line.arrow.id] = one
    for number, line in enumerate(lines):
        one = found[line.arrow.id]
        if one.delay and not clearings.is_free(around(one.delay[0], DELAY, DELAY), number):
            found[line.arrow.id] = evolve(one, delay=None)
    return _renumbered(found, beside.key, diagram)


def _clearings(
    beside: BesideArrows, lines: Sequence[MarkedLine], solid: Sequence[Bounds]
) -> Clearings:
    """Return what is drawn already: lines with their heads, boxes, names and words."""
    clearings = Clearings()
    for number, line in enumerate(lines):
        clearings.add_line(number, line.commands)
        clearings.take(around(further(line.line.tip, line.line.unit, -_HEAD / 2), _HEAD, _HEAD))
    for area in (*solid, *(one.room for one in beside.of.values() if one.words)):
        clearings.take(area)
    return clearings


def _renumbered(
    found: Mapping[str, BesideArrow], key: Sequence[KeyEntry], diagram: Diagram
) -> BesideArrows:
    """Number what is left of a key anew, and add the arrows that have no number."""
    used = {one.number for one in found.values() if one.number}
    left = [entry for entry in key if entry.number in used]
    numbers = {entry.number: number for number, entry in enumerate(left, 1)}
    names = {cluster.id: cluster.title for cluster in diagram.clusters}
    names |= {box.id: box.text.partition(": ")[2] or box.text for box in diagram.boxes}
    named = (arrow for arrow in diagram.arrows if arrow.id in found and found[arrow.id].is_named)
    return BesideArrows(
        of={id_: evolve(one, number=numbers.get(one.number, 0)) for id_, one in found.items()},
        key=(
            *(evolve(entry, number=numbers[entry.number]) for entry in left),
            *(KeyEntry(number=0, text=_named(arrow, names)) for arrow in named),
        ),
    )


def _named(arrow: Arrow, names: Mapping[str, str]) -> str:
    """Return the words of an arrow after the names of its boxes.

    >>> _named(Arrow(id="1", from_="a", to="b", label="a year"), {"a": "Calm", "b": "Sleep"})
    '‘Calm’ → ‘Sleep’: a year'
    """
    return f"‘{names[arrow.from_]}’ → ‘{names[arrow.to]}’: {arrow.label}"
