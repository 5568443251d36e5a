"""The picture that is easiest to read where it has only a part of an upright page."""

from collections.abc import Callable, Iterator

from tocmodel.drawing import Drawing
from tocmodel.layout.scene import Scene, Text
from tocmodel.model import ShowAs, View

WIDTH, HEIGHT = 170.0, 112.0
"""The room for it, in millimetres."""

_LEGIBLE = 6.0
"""The size of its smallest text, in points, from which no other picture is tried."""

_BRIEF = View(
    id="brief",
    title="What we do, and what we expect to change",
    show=("interventions", "outcomes"),
    assumptions=ShowAs.HIDDEN,
    risks=ShowAs.HIDDEN,
    indicators=ShowAs.HIDDEN,
)


def small_picture(draw: Callable[..., Drawing], view: View | str | None) -> Drawing:
    """Return the picture whose text is largest in the room there is.

    Args:
        draw: draws a view on a page.
        view: the view that the user wants; ``None`` for the one that is easiest to read: the usual
            one, or only what is done and what changes.
    """
    best, largest = None, 0.0
    for drawing in _candidates(draw, view):
        size = text_size(drawing.scene)
        if best is None or size > largest:
            best, largest = drawing, size
        if largest >= _LEGIBLE:
            break
    return best or draw(view)


def _candidates(draw: Callable[..., Drawing], view: View | str | None) -> Iterator[Drawing]:
    views = (view,) if view is not None else (None, _BRIEF)
    for page in ("slide", "A4"):
        for one in views:
            drawing = draw(one, page=page)
            if drawing.diagram.boxes:
                yield drawing


def text_size(scene: Scene) -> float:
    """Return the size of the smallest text in a box if the picture is as large as the room."""
    scale = min(WIDTH / scene.width, HEIGHT / scene.height) * 72 / 25.4
    sizes = (item.size for box in scene.find("box") for item in box.items if isinstance(item, Text))
    return min(sizes, default=0.0) * scale
