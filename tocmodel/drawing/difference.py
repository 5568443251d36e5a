"""Drawings of how two theories differ, with as much round the changes as fits a sheet of A3."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tocmodel.diagram.difference import to_difference_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.diagram.simpler import simpler_pictures
from tocmodel.drawing.picture import Drawing, draw_diagram
from tocmodel.drawing.scenes import Fonts
from tocmodel.model import TheoryOfChange, View

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework


_MOST = 40
"""A picture of more boxes fits no sheet of A3, whatever is left out of them, so it is not tried."""


def draw_difference(
    old: TheoryOfChange,
    new: TheoryOfChange,
    view: View | str | None = None,
    *,
    names: tuple[str, str] = ("", ""),
    frameworks: "Iterable[Framework]" = (),
    font: Fonts | None = None,
) -> Drawing:
    """Return a drawing of both theories that shows how each box and arrow changed.

    If it does not fit a sheet of A3, less and less is said about its boxes. If that is not enough,
    only what changed and the ends of changed links are drawn, and then less is said about these. If
    nothing fits, the first drawing is returned.

    Args:
        old: the theory as it was.
        new: the theory as it is.
        view: a view of the new theory, or its id; by default everything usually drawn, or, for a
            large theory, what changed and the ends of changed links.
        names: the names of the two.
        frameworks: the partnership's own frameworks that the view uses to sort or pick elements.
        font: font files for the letters that they have.

    Raises:
        TocModelError: there is no such view, or no such framework as it names.
    """
    own = tuple(frameworks)

    def versions() -> Iterator[Diagram]:
        whole = to_difference_diagram(old, new, view, names=names, frameworks=own)
        yield whole
        if len(whole.boxes) <= _MOST:
            yield from simpler_pictures(whole)
        changes = to_difference_diagram(
            old, new, view, names=names, frameworks=own, only_changes=True
        )
        if len(changes.boxes) < len(whole.boxes):
            yield changes
        yield from simpler_pictures(changes)

    drawings = (draw_diagram(diagram, font=font) for diagram in versions())
    first = next(drawings)
    if first.scene.page:
        return first
    return next((drawing for drawing in drawings if drawing.scene.page), first)
