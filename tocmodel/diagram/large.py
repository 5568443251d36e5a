"""Pictures that are too large to print as one: which they are, and where to look first."""

from collections import Counter

from tocmodel.diagram.model import Diagram
from tocmodel.model import Layout

MANY = 40
"""A map of more boxes than this is better read as a set of pages."""
_AROUND = 25
"""One element with at most so many others round it fits a sheet."""


def is_large_map(diagram: Diagram) -> bool:
    """Whether a diagram is a map with too many boxes to be read on one sheet."""
    return diagram.layout == Layout.MAP and len(diagram.boxes) > MANY


def busiest(diagram: Diagram, most: int) -> tuple[str, ...]:
    """Return the elements with the most arrows, the busiest first.

    Left out are those with too many others round them for one sheet, and boxes that hold several
    elements.

    >>> from tocmodel.diagram.model import Arrow, Box
    >>> boxes = [Box(id=id_, kind="factor", text=id_, column="factors") for id_ in "abc"]
    >>> arrows = [Arrow(id=to, from_="b", to=to) for to in "ac"]
    >>> busiest(Diagram(title="T", boxes=boxes, arrows=arrows), 1)
    ('b',)
    """
    ends = Counter(end for arrow in diagram.arrows for end in (arrow.from_, arrow.to))
    around: dict[str, set[str]] = {}
    for arrow in diagram.arrows:
        around.setdefault(arrow.from_, set()).add(arrow.to)
        around.setdefault(arrow.to, set()).add(arrow.from_)
    able = [
        box.id
        for box in diagram.boxes
        if box.kind != "group" and 0 < len(around.get(box.id, ())) <= _AROUND
    ]
    return tuple(sorted(able, key=lambda id_: -ends[id_])[:most])
