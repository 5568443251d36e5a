"""The parts of a picture that has too many boxes for one slide: lanes, frames or strands.

Lanes and frames are the partnership's own division, and come first. A picture with neither, or a
lane that is still too long, is divided into *strands*: boxes with many arrows between them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from tocmodel.diagram.model import Arrow, Box, Diagram
from tocmodel.diagram.region_members import outermost
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import say

MOST_BOXES = 12
"""The most boxes on a slide, with those that name other slides."""
PART_SIZE = 9
"""The most boxes of a part, so that there is room for those that name other slides."""
_COVERED = 2 / 3
"""The share of the boxes that must have a frame for frames to be the parts."""


@frozen(kw_only=True)
class Part(SelfDescribing):
    """Some boxes of a picture that go on one slide.

    Attributes:
        title: its name: of its lanes or frames, or of where its strand leads.
        boxes: their ids, in the order of the picture.
    """

    title: str
    boxes: tuple[str, ...]


def divide(diagram: Diagram, size: int = PART_SIZE) -> tuple[Part, ...]:
    """Return the parts of a diagram; every box is in one of them.

    Args:
        diagram: the diagram to divide.
        size: the most boxes of a part.
    """
    known = {box.id: box for box in diagram.boxes}
    parts: list[Part] = []
    for title, ids in _joined(_sections(diagram), size):
        if len(ids) <= size and title:
            parts.append(Part(title=title, boxes=ids))
            continue
        strands = _strands([known[id_] for id_ in ids], diagram.arrows, size)
        for number, strand in enumerate(strands, 1):
            name = goal_of(strand, diagram)
            if title:
                name = say("slide-part", title=title, number=number, count=len(strands))
            parts.append(Part(title=name, boxes=strand))
    return tuple(parts)


def _sections(diagram: Diagram) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the names and boxes of lanes or frames; no name for boxes outside all of them."""
    if len(diagram.lanes) > 1:
        names = {lane.id: lane.title for lane in diagram.lanes}
        yield from _by_name({box.id: box.lane for box in diagram.boxes}, names)
        return
    outer = outermost(diagram)
    frames = {box.id: outer.get(box.cluster, "") for box in diagram.boxes}
    framed = sum(bool(frame) for frame in frames.values())
    if len(set(frames.values())) > 1 and framed >= _COVERED * len(frames):
        yield from _by_name(frames, {one.id: one.title or one.id for one in diagram.clusters})
        return
    yield "", tuple(frames)


def _by_name(
    places: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    found: dict[str, list[str]] = {key: [] for key in (*names, "")}
    for id_, place in places.items():
        found[place if place in names else ""].append(id_)
    yield from ((names.get(key, ""), tuple(ids)) for key, ids in found.items() if ids)


def _joined(
    sections: Iterable[tuple[str, tuple[str, ...]]], size: int
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield sections, small ones together with the next, as slides of one or two boxes help nobody.

    >>> list(_joined([("A", ("a",)), ("B", ("b", "c")), ("C", ("d",))], 3))
    [('A, B', ('a', 'b', 'c')), ('C', ('d',))]
    """
    title = ""
    ids: tuple[str, ...] = ()
    for name, more in sections:
        if ids and title and name and len(ids) + len(more) <= size:
            title, ids = f"{title}, {name}", (*ids, *more)
            continue
        if ids:
            yield title, ids
        title, ids = name, more
    if ids:
        yield title, ids


def _strands(boxes: Sequence[Box], arrows: Iterable[Arrow], size: int) -> list[tuple[str, ...]]:
    """Join boxes with many arrows between them, up to a size; the closest come first.

    >>> boxes = [Box(id=id_, kind="outcome", text=id_, column="short") for id_ in "abcd"]
    >>> arrows = [Arrow(id=f"{a}{b}", from_=a, to=b) for a, b in ("ab", "ba", "bc", "cd")]
    >>> _strands(boxes, arrows, 2)
    [('a', 'b'), ('c', 'd')]
    """
    order = {box.id: place for place, box in enumerate(boxes)}
    strand_of = {id_: id_ for id_ in order}
    strands = {id_: [id_] for id_ in order}
    links = [(a.from_, a.to) for a in arrows if a.from_ in order and a.to in order]
    while pair := _closest(links, strand_of, strands, size, order):
        keep, gone = pair
        for id_ in strands.pop(gone):
            strand_of[id_] = keep
            strands[keep].append(id_)
    found = [tuple(sorted(ids, key=order.__getitem__)) for ids in strands.values()]
    return [tuple(sorted(ids, key=order.__getitem__)) for ids in _gathered(found, size)]


def _closest(
    links: Iterable[tuple[str, str]],
    strand_of: Mapping[str, str],
    strands: Mapping[str, Sequence[str]],
    size: int,
    order: Mapping[str, int],
) -> tuple[str, str] | None:
    """The two strands with the most arrows between them for their size; nothing if all are full."""
    counts: dict[tuple[str, str], int] = {}
    for from_, to in links:
        one, other = sorted((strand_of[from_], strand_of[to]), key=order.__getitem__)
        if one != other and len(strands[one]) + len(strands[other]) <= size:
            counts[one, other] = counts.get((one, other), 0) + 1
    if not counts:
        return None
    return max(
        counts,
        key=lambda pair: (
            counts[pair] / (len(strands[pair[0]]) * len(strands[pair[1]])),
            -order[pair[0]],
            -order[pair[1]],
        ),
    )


def _gathered(strands: Sequence[tuple[str, ...]], size: int) -> Iterator[list[str]]:
    """Put the smallest strands together, such as boxes without any arrow.

    >>> list(_gathered([("a", "b", "c"), ("d",), ("e",)], 4))
    [['a', 'b', 'c'], ['d', 'e']]
    >>> list(_gathered([("a", "b", "c"), ("d",)], 4))
    [['a', 'b', 'c', 'd']]
    """
    large = [list(strand) for strand in strands if len(strand) > 2]
    small = [id_ for strand in strands if len(strand) <= 2 for id_ in strand]
    room = [strand for strand in large if len(strand) + len(small) <= size]
    if len(small) < 2 and room:
        min(room, key=len).extend(small)
        small = []
    yield from large
    yield from (small[start : start + size] for start in range(0, len(small), size))


def goal_of(ids: Sequence[str], diagram: Diagram) -> str:
    """Return the name of a strand: the box furthest on that most of the others lead to."""
    columns = {column.id: place for place, column in enumerate(diagram.columns)}
    own = set(ids)
    inside = [arrow for arrow in diagram.arrows if arrow.from_ in own and arrow.to in own]
    into = Counter(arrow.to for arrow in inside)
    leads_on = {arrow.from_ for arrow in inside if not arrow.feedback}
    goal = max(
        (box for box in diagram.boxes if box.id in own),
        key=lambda box: (columns.get(box.column, 0), box.id not in leads_on, into[box.id]),
    )
    return say("slide-towards", title=goal.text)


def neighbours(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each element of a loop and the next, the last with the first.

    >>> list(neighbours("abc"))
    [('a', 'b'), ('b', 'c'), ('c', 'a')]
    """
    yield from pairwise((*ids, *ids[:1]))
