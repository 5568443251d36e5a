"""The positions of elements for programs that do not lay out a map themselves."""

from collections.abc import Mapping

from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import draw
from tocmodel.model import TheoryOfChange

Position = tuple[float, float]

_ACROSS = 260.0
_DOWN = 110.0
_PER_ROW = 6
_SPREAD = 1.6
"""Programs for maps draw larger boxes than tocmodel does."""


def positions(theory: TheoryOfChange) -> Mapping[str, Position]:
    """Return a position for every element, in points: x to the right and y downwards.

    If every element has a field ``x`` and a field ``y``, as ``convert --positions`` writes them,
    these are its position. Otherwise it is the place in the picture that tocmodel draws, and what
    this picture leaves out follows below it in rows.
    """
    kept = {id_: _kept(element.fields) for id_, element in theory.elements.items()}
    own = {id_: place for id_, place in kept.items() if place is not None}
    if len(own) == len(kept):
        return own
    found = _drawn(theory)
    below = max((y for _, y in found.values()), default=0.0) + _DOWN
    others = [id_ for id_ in theory.elements if id_ not in found]
    rows = {
        id_: (number % _PER_ROW * _ACROSS, below + number // _PER_ROW * _DOWN)
        for number, id_ in enumerate(others)
    }
    return {**found, **rows}


def _kept(fields: Mapping[str, object]) -> Position | None:
    x, y = fields.get("x"), fields.get("y")
    if isinstance(x, int | float) and isinstance(y, int | float):
        return float(x), float(y)
    return None


def _drawn(theory: TheoryOfChange) -> dict[str, Position]:
    """Return the middles of the boxes in the picture; none if it is too large to draw."""
    try:
        scene = draw(theory).scene
    except TocModelError:
        return {}
    found = {}
    for group in scene.groups:
        id_ = group.id.removeprefix("box:")
        if group.role == "box" and group.bounds and id_ in theory.elements:
            middle = group.bounds.x + group.bounds.width / 2
            height = group.bounds.y + group.bounds.height / 2
            found[id_] = (round(middle * _SPREAD, 1), round(height * _SPREAD, 1))
    return found
