"""The regions of a map as the pages of a set; a region with too many boxes is several pages."""

from collections.abc import Iterator, Sequence

from tocmodel.diagram.model import Diagram
from tocmodel.diagram.region_members import region_members
from tocmodel.graph.network import communities
from tocmodel.slides.division import Part

MOST_BOXES = 30
"""The most boxes of a page, besides those that name other regions."""
_ELSEWHERE = "In no region"


def region_parts(diagram: Diagram) -> tuple[Part, ...]:
    """Return the pages of a map: its regions, and last what is in none of them.

    Args:
        diagram: a map; every box is on one page.
    """
    return tuple(
        page for part in _regions(diagram) for page in _parts(part.title, part.boxes, diagram)
    )


def overview_parts(diagram: Diagram) -> tuple[Part, ...]:
    """Return what an overview has a box for: the regions as wholes, or the pages if there are none.

    Args:
        diagram: a map; every box is in one part.
    """
    regions = _regions(diagram)
    return regions if len(regions) > 1 else region_parts(diagram)


def _regions(diagram: Diagram) -> tuple[Part, ...]:
    members = region_members(diagram)
    found = [Part(title=region.title or region.id, boxes=ids) for region, ids in members]
    inside = {id_ for part in found for id_ in part.boxes}
    rest = tuple(box.id for box in diagram.boxes if box.id not in inside)
    return (*found, *([Part(title=_ELSEWHERE if found else "", boxes=rest)] if rest else ()))


def _parts(title: str, ids: Sequence[str], diagram: Diagram) -> Iterator[Part]:
    pieces = _pieces(ids, diagram) if len(ids) > MOST_BOXES else [tuple(ids)]
    for number, piece in enumerate(pieces, 1):
        which = f"{number} of {len(pieces)}"
        name = f"{title} ({which})" if title and len(pieces) > 1 else title or f"Part {which}"
        yield Part(title=name, boxes=piece)


def _pieces(ids: Sequence[str], diagram: Diagram) -> list[tuple[str, ...]]:
    """Divide boxes by the arrows between them, and put small pieces together."""
    known = set(ids)
    pairs = [
        (arrow.from_, arrow.to)
        for arrow in diagram.arrows
        if arrow.from_ in known and arrow.to in known
    ]
    found: list[tuple[str, ...]] = []
    for group in communities(ids, pairs):
        for start in range(0, len(group), MOST_BOXES):
            piece = group[start : start + MOST_BOXES]
            if found and len(found[-1]) + len(piece) <= MOST_BOXES // 2:
                found[-1] += piece
            else:
                found.append(piece)
    return found
