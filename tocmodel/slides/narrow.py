"""Boxes and headings that are narrower than a word in them, which slides break anywhere."""

from collections.abc import Iterator

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.headings import heading_words
from tocmodel.layout.scene import Path, Scene
from tocmodel.layout.text import longest_word
from tocmodel.slides.beside import SIZE

_IN_BOX, _IN_HEADING = 8.0, 4.0
"""What a shape takes of its width for its rims, in points."""
_ENDLESS = 150.0
"""A word that is longer than this is broken on any slide."""


def breaks_words(scene: Scene, diagram: Diagram, letter_width: float) -> bool:
    """Whether a slide would break a word of a box or a heading.

    Args:
        scene: the picture.
        diagram: its words.
        letter_width: how wide the letters on the slide are, where those that we measure are 1.
    """
    return any(
        room < word * letter_width < _ENDLESS for word, room in _longest_words(scene, diagram)
    )


def _longest_words(scene: Scene, diagram: Diagram) -> Iterator[tuple[float, float]]:
    """Yield the width of the longest word of each box and heading, and the room for it."""
    boxes = {f"box:{box.id}": box for box in diagram.boxes}
    for group in scene.find("box"):
        box = boxes[group.id]
        if group.bounds:
            words = (box.text, *(badge.text for badge in box.badges))
            yield max(_longest(one) for one in words), group.bounds.width - _IN_BOX
    headings = heading_words(diagram.columns)
    for group in scene.find("column"):
        areas = [item.bounds for item in group.items if isinstance(item, Path)]
        heading = headings.get(group.id.removeprefix("column:"), "")
        if len(areas) > 1 and heading:
            yield _longest(heading, bold=True), areas[1].width - _IN_HEADING


def _longest(words: str, *, bold: bool = False) -> float:
    """Return the width of the longest word; after a hyphen, a new line may begin."""
    return longest_word(words.replace("-", "- "), SIZE, bold=bold)
