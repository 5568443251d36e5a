"""What may be wrong with the picture of a table: words cut off, cells and lines in the way."""

from collections.abc import Iterator
from itertools import combinations

from geometry import SLACK, meet, points

from tocmodel.layout.palette import contrast
from tocmodel.layout.scene import Bounds, Path, Scene, SceneGroup, Text

FRAMED = ("corner", "columns", "heading", "rows", "row", "cell")


def faults(scene: Scene) -> list[str]:
    """Everything that is wrong with a picture of a table, in words."""
    return [*_overlapping(scene), *_cut_off(scene), *_pale(scene), *_lines_on_words(scene)]


def area_of(text: Text) -> Bounds:
    """The rectangle that a line of text takes."""
    above, below = text.size * 0.72, text.size * 0.2
    if text.rotated:
        return Bounds(
            x=text.x - above, y=text.y - text.width, width=above + below, height=text.width
        )
    return Bounds(x=text.left, y=text.y - above, width=text.width, height=above + below)


def _inside(inner: Bounds, outer: Bounds) -> bool:
    return (
        inner.x >= outer.x - SLACK
        and inner.y >= outer.y - SLACK
        and inner.right <= outer.right + SLACK
        and inner.bottom <= outer.bottom + SLACK
    )


def _framed(scene: Scene) -> list[SceneGroup]:
    return [group for role in FRAMED for group in scene.find(role)]


def _overlapping(scene: Scene) -> Iterator[str]:
    for one, other in combinations(_framed(scene), 2):
        if one.bounds and other.bounds and meet(one.bounds, other.bounds):
            yield f"{one.id} overlaps {other.id}"


def _cut_off(scene: Scene) -> Iterator[str]:
    page = Bounds(x=0, y=0, width=scene.width, height=scene.height)
    for group in scene.groups:
        words = [item for item in group.items if isinstance(item, Text)]
        for text in words:
            if not _inside(area_of(text), group.bounds or page):
                yield f"{text.text!r} runs out of {group.id}"
        for one, other in combinations(words, 2):
            if meet(area_of(one), area_of(other)) and group.role != "thread":
                yield f"{one.text!r} stands on {other.text!r}"
        for item in group.items:
            if isinstance(item, Path):
                for x, y in points(item):
                    if not (-SLACK <= x <= scene.width + SLACK and -SLACK <= y <= scene.height):
                        yield f"{group.id} runs off the page"
                        break


def _pale(scene: Scene) -> Iterator[str]:
    for group in scene.groups:
        for item in group.items:
            if isinstance(item, Text) and contrast(item.colour, item.behind) < 4.5:
                yield f"{item.text!r} has too little contrast"


def _lines_on_words(scene: Scene) -> Iterator[str]:
    words = [
        (item.text, area_of(item))
        for group in _framed(scene)
        for item in group.items
        if isinstance(item, Text)
    ]
    for thread in scene.find("thread"):
        for item in thread.items:
            spots = list(points(item)) if isinstance(item, Path) else []
            for text, area in words:
                if any(area.x < x < area.right and area.y < y < area.bottom for x, y in spots):
                    yield f"{thread.id} runs over {text!r}"
