"""Boxes with too many lines to be read at a glance: which of their small lines go into the key."""

from collections.abc import Iterator, Mapping

from tocmodel.diagram.model import Badge, Box, Diagram
from tocmodel.diagram.without_badges import states_doubt
from tocmodel.layout.scene import Scene, SceneGroup, Text
from tocmodel.layout.shapes import shape_of
from tocmodel.layout.symbols.boxes import MARK_ROOM
from tocmodel.layout.text import count_lines

MOST_LINES = 10
"""The most lines in a box, as long as it has small lines that the key can have instead."""

Folds = Mapping[str, tuple[Badge, ...]]
"""To the id of a box, those of its badges that are numbers."""


def lines_in(box: SceneGroup) -> int:
    """Return how many lines of words a box has."""
    return len({item.y for item in box.items if isinstance(item, Text)})


def folds_of(diagram: Diagram, scene: Scene) -> Folds:
    """Return, for each box with too many lines, the badges to fold so that few enough are left.

    What is last in a box is folded first. Lines that state a doubt, or have a bar or a chart, stay.
    """
    boxes = {f"box:{box.id}": box for box in diagram.boxes}
    found = {
        group.id.removeprefix("box:"): tuple(_folded(boxes[group.id], group))
        for group in scene.find("box")
        if group.id in boxes and lines_in(group) > MOST_LINES
    }
    return {id_: badges for id_, badges in found.items() if badges}


def _folded(box: Box, drawn: SceneGroup) -> Iterator[Badge]:
    """Yield badges of a box, the last first, until the lines of the others fit."""
    small = min(item.size for item in drawn.items if isinstance(item, Text))
    width = drawn.bounds.width if drawn.bounds else 0.0
    room = width - 2 * shape_of(box.kind).inset - MARK_ROOM
    left = lines_in(drawn) + 1  # the row of numbers
    for badge in reversed(box.badges):
        if left <= MOST_LINES:
            return
        if badge.folded or badge.has_drawing or states_doubt(badge):
            continue
        left -= count_lines(badge.text, room, small) or 1
        yield badge
