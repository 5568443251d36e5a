"""Which pictures a large theory needs: an overview, the poster, a page a region, hubs and loops."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from tocmodel.diagram.large import busiest, is_large_map
from tocmodel.diagram.model import Diagram
from tocmodel.drawing import Drawing, draw
from tocmodel.layout.place import fits_a_picture
from tocmodel.layout.sheet import fits_a2
from tocmodel.model import Layout
from tocmodel.picture_set.overview import overview_diagram
from tocmodel.picture_set.region_page import region_diagram
from tocmodel.picture_set.regions import overview_parts, region_parts
from tocmodel.self_describing import SelfDescribing

_FEW = 20
"""A picture of so few boxes needs no set, whatever its sheet."""
_BUSIEST = 6
"""How many elements have a picture of what is one step round them."""
_LONGEST_NAME = 48
_OF_LOOPS = ("loop:", "line:delay")
"""The entries of a legend that a page of loops needs."""


@frozen(kw_only=True)
class NamedPicture(SelfDescribing):
    """One picture of a set.

    Attributes:
        name: its part of the file's name: ``overview``, ``region-housing``.
        drawing: the picture.
    """

    name: str
    drawing: Drawing


def is_large(drawing: Drawing) -> bool:
    """Whether a drawing is a map of more than 40 boxes, or fits no sheet up to A2."""
    diagram = drawing.diagram
    if is_large_map(diagram):
        return True
    may_be = len(diagram.boxes) > _FEW and len(diagram.arrows) > len(diagram.boxes) / 2
    return may_be and not fits_a2(drawing.scene.width, drawing.scene.height)


def picture_set(drawing: Drawing) -> tuple[NamedPicture, ...]:
    """Return a large picture as a set, in the order in which people read it.

    An overview of the regions; the whole as a poster, if one picture can hold it; a page for each
    region, where small boxes name the regions around; the busiest elements, with what is one step
    round each; and the loops. Every link of the picture is on the page of a region.

    Args:
        drawing: the picture; one in columns becomes a map.

    Raises:
        TocModelError: a picture cannot be laid out.
    """
    poster = _as_map(drawing)
    parts = region_parts(poster.diagram)
    pages = [
        (f"region {part.title}", part.title, region_diagram(poster.diagram, parts, place))
        for place, part in enumerate(parts)
    ]
    pages = [page for page in pages if page[2].arrows]  # the poster lists what has no link
    whole = overview_diagram(poster.diagram, overview_parts(poster.diagram))
    diagrams = [("overview", "overview", whole), *pages]
    overview, *regions = _named(poster, diagrams)
    return (
        overview,
        *([NamedPicture(name="poster", drawing=poster)] if fits_a_picture(poster.diagram) else ()),
        *regions,
        *_around(poster),
        *_loops(poster),
    )


def _as_map(drawing: Drawing) -> Drawing:
    if drawing.diagram.layout == Layout.MAP:
        return evolve(drawing, page="", earlier=None)
    return _redrawn(drawing, layout=Layout.MAP) or drawing


def _redrawn(drawing: Drawing, **keys: Any) -> Drawing | None:
    """Return a drawing of the same theory, with some keys of its view changed."""
    if drawing.theory is None or drawing.view is None:
        return None  # made from a diagram, which has no view
    return draw(
        drawing.theory,
        evolve(drawing.view, **keys),
        engine=drawing.engine or None,
        time_limit=drawing.time_limit,
        language=drawing.language or None,
        frameworks=drawing.frameworks,
        font=drawing.font or None,
        brand=drawing.brand,
    )


def _named(drawing: Drawing, diagrams: "list[tuple[str, str, Diagram]]") -> Iterator[NamedPicture]:
    """Yield diagrams as pictures, each with a name and a title of its own."""
    names: Counter[str] = Counter()
    for words, title, diagram in diagrams:
        name = file_words(words)
        names[name] += 1
        yield NamedPicture(
            name=name if names[name] == 1 else f"{name}-{names[name]}",
            drawing=evolve(
                drawing, diagram=evolve(diagram, title=f"{drawing.diagram.title}: {title}"), page=""
            ),
        )


def file_words(text: str) -> str:
    """Return words for the name of a file.

    >>> file_words("region Around “Food & play”")
    'region-around-food-play'
    """
    words = re.sub(r"[^\w]+", "-", text.casefold()).strip("-_")
    return words[:_LONGEST_NAME].rstrip("-_") or "part"


def _around(poster: Drawing) -> Iterator[NamedPicture]:
    """Yield the busiest elements, each with what is one step round it."""
    titles = {box.id: box.text for box in poster.diagram.boxes}
    elements = poster.theory.whole.elements if poster.theory else {}
    around = []
    for id_ in busiest(poster.diagram, _BUSIEST):
        if id_ not in elements:
            continue
        near = _redrawn(poster, focus=id_, upstream=1, downstream=1, layout=None)
        if near is not None:
            around.append((f"around {id_}", f"around “{titles[id_]}”", near.diagram))
    yield from _named(poster, around)


def _loops(poster: Drawing) -> Iterator[NamedPicture]:
    """Yield a page with the loops, if there are any."""
    drawing = _redrawn(poster, show_loops=True)
    if drawing is None or not drawing.diagram.loops:
        return
    legend = (one for one in drawing.diagram.legend if one.sample.startswith(_OF_LOOPS))
    only = evolve(
        drawing.diagram,
        boxes=(),
        arrows=(),
        columns=(),
        lanes=(),
        clusters=(),
        ceiling="",
        legend=tuple(legend),
    )
    yield from _named(poster, [("loops", "loops", only)])
