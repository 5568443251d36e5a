"""A page for one region of a map: its boxes, and small ones that name the regions around."""

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from tocmodel.diagram.model import Arrow, Box, Diagram, LegendEntry
from tocmodel.slides.division import Part
from tocmodel.slides.part_diagrams import STUB, homes_of, join_arrows, with_boxes, with_legend

_COLUMN = "regions"
_STUBS = LegendEntry(sample=f"box:{STUB}", text="Another region, and how many links")
_PALE = LegendEntry(sample="arrow:across", text="Pale: to or from another region")


def region_diagram(diagram: Diagram, parts: Sequence[Part], place: int) -> Diagram:
    """Return the page of one part of a map.

    Args:
        diagram: the whole map.
        parts: all its parts.
        place: which of these.
    """
    home = homes_of(diagram, parts)
    inside = [one for one in diagram.arrows if home[one.from_] == home[one.to] == place]
    out = [one for one in diagram.arrows if home[one.from_] == place != home[one.to]]
    into = [one for one in diagram.arrows if home[one.to] == place != home[one.from_]]
    stubs = (
        *_stubs(out, home, parts, forward=True),
        *_stubs(into, home, parts, forward=False),
    )
    own = with_boxes(diagram, parts[place].boxes, inside)
    ends = {end for one in (*inside, *out, *into) for end in (one.from_, one.to)}
    if not {one.id for one in own.clusters} & ends:
        own = _without_frames(own)
    page = evolve(
        own,
        boxes=(*own.boxes, *(box for box, _ in stubs)),
        arrows=(*own.arrows, *(arrow for _, arrows in stubs for arrow in arrows)),
        loops=(),
        loops_note="",
        layout="map",
    )
    page = with_legend(page, diagram)
    legend = tuple(one for one in page.legend if one.sample != _STUBS.sample)
    return evolve(page, legend=(*legend, *((_STUBS, _PALE) if stubs else ())))


def _without_frames(page: Diagram) -> Diagram:
    """Leave out the frame of the region, whose name is in the title of its page."""
    return evolve(page, clusters=(), boxes=tuple(evolve(box, cluster="") for box in page.boxes))


def _stubs(
    arrows: Sequence[Arrow], home: Mapping[str, int], parts: Sequence[Part], *, forward: bool
) -> Iterator[tuple[Box, list[Arrow]]]:
    """Yield a box for each other part, and an arrow for each own box that has links with it."""
    found: dict[int, list[Arrow]] = {}
    for arrow in arrows:
        found.setdefault(home[arrow.to if forward else arrow.from_], []).append(arrow)
    for other in sorted(found):
        meant = found[other]
        id_ = f"{'to' if forward else 'from'}-{other}"
        by_own: dict[str, list[Arrow]] = {}
        for arrow in meant:
            by_own.setdefault(arrow.from_ if forward else arrow.to, []).append(arrow)
        yield (
            Box(
                id=id_,
                kind=STUB,
                text=f"{'→' if forward else '←'} {parts[other].title} ({len(meant)})",
                column=_COLUMN,
                description=" ".join(dict.fromkeys(arrow.description for arrow in meant)),
            ),
            [
                evolve(
                    join_arrows(some, own if forward else id_, id_ if forward else own), beyond=True
                )
                for own, some in by_own.items()
            ],
        )
