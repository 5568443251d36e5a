"""Boxes without a link: where a column has several, only their names are below the picture."""

from collections import Counter

from attrs import evolve

from tocmodel.diagram.model import Box, Diagram
from tocmodel.model import Layout

_SEVERAL = 3
"""Fewer in one column are no tail of boxes that the others have nothing to do with."""


def with_names_below(diagram: Diagram) -> Diagram:
    """Return a diagram in which boxes are only named below, where they would be a tail of a column.

    They have no link in the theory, and nothing but a name. A column keeps them if all of its boxes
    are like that, and a picture with lanes does, where the place of a box says more.

    >>> linked = Box(id="d", kind="outcome", text="Calm", column="short")
    >>> loose = [evolve(linked, id=id_, linked=False) for id_ in "abc"]
    >>> found = with_names_below(Diagram(title="Wall", boxes=(*loose, linked)))
    >>> [box.id for box in found.boxes], [box.id for box in found.unlinked]
    (['d'], ['a', 'b', 'c'])
    """
    if diagram.lanes:
        return diagram
    loose = [box for box in diagram.boxes if _is_only_a_name(box)]
    every, names = (Counter(box.column for box in boxes) for boxes in (diagram.boxes, loose))
    tails = {id_ for id_, count in names.items() if _SEVERAL <= count < every[id_]}
    below = tuple(box for box in loose if box.column in tails)
    kept = tuple(box for box in diagram.boxes if box not in below)
    return evolve(diagram, boxes=kept, unlinked=below)


def drawn_boxes(diagram: Diagram) -> tuple[Box, ...]:
    """Return the boxes that a picture draws; it lists the names of the others below."""
    if diagram.layout == Layout.MAP:
        ends = {end for arrow in diagram.arrows for end in (arrow.from_, arrow.to)}
        regions = _regions(diagram)
        joined = {regions[end] for end in ends if end in regions}
        return tuple(
            box for box in diagram.boxes if box.id in ends or regions.get(box.cluster) in joined
        )
    return with_names_below(diagram).boxes if diagram.layout == Layout.STAGES else diagram.boxes


def _regions(diagram: Diagram) -> dict[str, str]:
    """Return the outermost frame around each frame, itself included; outer frames come first."""
    found: dict[str, str] = {}
    for frame in diagram.clusters:
        found[frame.id] = found.get(frame.parent, frame.id)
    return found


def _is_only_a_name(box: Box) -> bool:
    plain = Box(id=box.id, kind=box.kind, text=box.text, column=box.column, linked=False)
    return box == evolve(plain, colour=box.colour, description=box.description) and (
        box.colour in ("", box.column)
    )
