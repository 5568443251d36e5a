"""The overview of a map: a box for each region, and wide arrows where many links go."""

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve

from tocmodel.conversion.elements import shortened
from tocmodel.diagram.model import Arrow, Badge, Box, Diagram, LegendEntry
from tocmodel.slides.division import Part
from tocmodel.slides.part_diagrams import PART, homes_of, join_arrows
from tocmodel.wording import EFFECT_SIGNS, counted

FEWEST = 3
"""An arrow stands for at least so many links; pairs of regions with fewer are only counted."""
_MOST_ARROWS = 2
"""For each region. Where there would be more, only the pairs with most links have an arrow."""
_MANY, _LONGEST = 15, 26
"""With more regions than this, a name has at most so many characters, so that all fit A4."""
_CUT = "Names that end in … are shortened: the page of each region has its whole name."
Between = Mapping[tuple[int, int], Sequence[Arrow]]
"""The links from one part to another, by the places of both."""
_COLUMN = "regions"


def overview_diagram(diagram: Diagram, parts: Sequence[Part]) -> Diagram:
    """Return a map with a box for each of its parts, and one arrow for all links between two.

    The width of an arrow and its label say how many links it stands for. Pairs of parts with fewer
    than three have no arrow, unless a part has no other; nor do the weakest, where there would be
    more than two arrows for each part. The note counts them. Of many parts, long names are
    shortened; the words of the picture have them in full.
    """
    parts = _linked(diagram, parts)
    home = homes_of(diagram, parts)
    between: dict[tuple[int, int], list[Arrow]] = {}
    for arrow in diagram.arrows:
        ends = home[arrow.from_], home[arrow.to]
        if ends[0] != ends[1]:
            between.setdefault(ends, []).append(arrow)
    fewest = _fewest(between)
    drawn = _worth_drawing(between, fewest)
    signed = any(arrow.effect != "increases" for arrow in diagram.arrows)
    names = _names([part.title for part in parts])
    cut = _CUT if any(part.title != name for part, name in zip(parts, names, strict=True)) else ""
    boxes = tuple(
        Box(
            id=f"region-{place}",
            kind=PART,
            text=name,
            column=_COLUMN,
            badges=(Badge(kind="collapsed", text=counted(len(part.boxes), "element")),),
            description=f"{part.title}." if name != part.title else "",
        )
        for place, (part, name) in enumerate(zip(parts, names, strict=True))
    )
    return evolve(
        diagram,
        layout="map",
        columns=(),
        lanes=(),
        clusters=(),
        colours=(),
        ceiling="",
        loops=(),
        loops_note="",
        boxes=boxes,
        arrows=tuple(
            _joined(meant, (boxes[from_], boxes[to]), (parts[from_], parts[to]), signed=signed)
            for (from_, to), meant in drawn.items()
        ),
        legend=_legend(drawn, signed=signed),
        note=" ".join(filter(None, (_left_out(between, drawn, fewest), cut, diagram.note))),
        description=(
            f"A map of {counted(len(parts), 'region')}, with {counted(len(drawn), 'arrow')} "
            "for the links between them."
        ),
    )


def _names(titles: Sequence[str]) -> list[str]:
    """Shorten the names of many regions, unless two would become the same.

    >>> _names(["Trust in the council and its neighbours", *"abcdefghijklmno"])[0]
    'Trust in the council and…'
    """
    if len(titles) <= _MANY:
        return list(titles)
    short = [shortened(title, _LONGEST) for title in titles]
    used = Counter(short)
    return [name if used[name] == 1 else title for name, title in zip(short, titles, strict=True)]


def _joined(
    meant: Sequence[Arrow], boxes: tuple[Box, Box], parts: tuple[Part, Part], *, signed: bool
) -> Arrow:
    counts = Counter(EFFECT_SIGNS.get(arrow.effect, "") for arrow in meant)
    signs = " ".join(
        f"{counts[sign]}{sign}" for sign in dict.fromkeys(EFFECT_SIGNS.values()) if counts[sign]
    )
    return evolve(
        join_arrows(meant, *(box.id for box in boxes)),
        kind="causal",
        effect="increases",
        effect_back="",
        feedback=False,
        main=False,
        label=signs if signed else str(len(meant)),
        delay="",
        links=len(meant),
        reasons=(),
        description=(
            f"{counted(len(meant), 'link')} from “{parts[0].title}” to “{parts[1].title}”"
            f"{f': {signs}' if signed else ''}."
        ),
    )


def _legend(drawn: Between, *, signed: bool) -> tuple[LegendEntry, ...]:
    if not drawn:
        return ()
    meaning = "Links from one region to another: the more, the wider"
    if signed:
        meaning += ". 4+ 2− stands for four that increase and two that decrease"
    return (LegendEntry(sample="arrow:causal", text=meaning),)


def _linked(diagram: Diagram, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts with a link, without their boxes that have none."""
    ends = {end for arrow in diagram.arrows for end in (arrow.from_, arrow.to)}
    ends |= {box.id for box in diagram.boxes if box.cluster in ends}
    left = (evolve(one, boxes=tuple(id_ for id_ in one.boxes if id_ in ends)) for one in parts)
    return tuple(one for one in left if one.boxes)


def _fewest(between: Between) -> int:
    """How many links a pair needs for an arrow: so many that there are few arrows for each part.

    >>> _fewest({(0, 1): [Arrow(id="a", from_="a", to="b")] * 3})
    3
    """
    regions = len({place for ends in between for place in ends})
    sizes = sorted((len(meant) for meant in between.values()), reverse=True)
    crowd = sizes[_MOST_ARROWS * regions :]  # without these, the picture fits A4 and can be read
    return max(FEWEST, crowd[0] + 1 if crowd else 0)


def _worth_drawing(between: Between, fewest: int) -> Between:
    """Return the pairs with enough links, and the busiest pair of each other part."""
    found = {ends for ends, meant in between.items() if len(meant) >= fewest}
    for place in sorted({place for ends in between for place in ends}):
        if not any(place in ends for ends in found):
            own = [ends for ends in between if place in ends]
            found.add(max(own, key=lambda ends: (len(between[ends]), -ends[0], -ends[1])))
    return {ends: meant for ends, meant in between.items() if ends in found}


def _left_out(between: Between, drawn: Between, fewest: int) -> str:
    """Count what has no arrow.

    >>> _left_out({(0, 1): [Arrow(id="a", from_="a", to="b")]}, {}, 3)
    'Not drawn: 1 link, between 1 pair of regions with fewer than 3.'
    """
    few = [len(meant) for ends, meant in between.items() if ends not in drawn]
    if not few:
        return ""
    saved = any(len(meant) < fewest for meant in drawn.values())
    return (
        f"Not drawn: {counted(sum(few), 'link')}, between "
        f"{counted(len(few), 'pair of regions', 'pairs of regions')} with fewer than {fewest}."
        f"{' A region without another arrow keeps that of its busiest pair.' if saved else ''}"
    )
