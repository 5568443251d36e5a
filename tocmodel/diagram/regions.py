"""The regions of a map: by group, domain or level where most boxes have one, and otherwise found.

What is found are boxes with more links among them than to others; each such region is named after
the box with most links in it, and the note says that the program found it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from attrs import evolve

from tocmodel.diagram.lanes import NOT_STATED, SHARED, classify
from tocmodel.diagram.model import Box, Cluster, Diagram
from tocmodel.graph.network import communities
from tocmodel.model import TheoryOfChange
from tocmodel.wording import say

_LEAST = 10
"""Fewer boxes than this are not divided into regions that nobody named."""


def with_regions(picture: Diagram, theory: TheoryOfChange) -> tuple[Diagram, str]:
    """Return a picture whose clusters are the regions of a map, and a remark on these."""
    most = len(picture.boxes) / 2
    ids = {box.id for box in picture.boxes}
    if any(arrow.from_ not in ids or arrow.to not in ids for arrow in picture.arrows):
        return picture, ""  # an arrow from or to a frame needs that frame
    outer = {one.id for one in picture.clusters if not one.parent}
    if len(outer) > 1 and sum(bool(box.cluster) for box in picture.boxes) >= most:
        return picture, ""
    for by in ("domain", "level"):
        of, titles = _classed(picture, theory, by)
        if len(titles) > 1 and len(of) >= most:
            return _divided(picture, of, titles), say(f"note-regions-{by}")
    found = _found(picture)
    if found is None:
        return evolve(
            picture, clusters=(), boxes=tuple(evolve(box, cluster="") for box in picture.boxes)
        ), ""
    return found, say("note-regions-found")


def _classed(
    picture: Diagram, theory: TheoryOfChange, by: str
) -> tuple[dict[str, str], Mapping[str, str]]:
    ids = [box.id for box in picture.boxes if box.id in theory.elements]
    classes = classify(theory, by, ids)
    of = {id_: key for id_, key in classes.of.items() if key not in (SHARED, NOT_STATED)}
    used = set(of.values())
    return of, {key: title for key, title in classes.titles.items() if key in used}


def _divided(picture: Diagram, of: Mapping[str, str], titles: Mapping[str, str]) -> Diagram:
    """The picture with a region for each title that a box has."""
    ids = {key: f"region-{number}" for number, key in enumerate(titles, 1)}
    return evolve(
        picture,
        clusters=tuple(Cluster(id=ids[key], title=title) for key, title in titles.items()),
        boxes=tuple(evolve(box, cluster=ids.get(of.get(box.id, ""), "")) for box in picture.boxes),
    )


def _found(picture: Diagram) -> Diagram | None:
    joined = {end for arrow in picture.arrows for end in (arrow.from_, arrow.to)}
    linked = [box for box in picture.boxes if box.id in joined]
    if len(linked) < _LEAST:
        return None
    known = {box.id for box in linked}
    pairs = [
        (arrow.from_, arrow.to)
        for arrow in picture.arrows
        if arrow.from_ in known and arrow.to in known
    ]
    groups = [group for group in communities([box.id for box in linked], pairs) if len(group) > 1]
    if len(groups) < 2:
        return None
    of = {id_: str(number) for number, group in enumerate(groups) for id_ in group}
    boxes = {box.id: box for box in linked}
    titles = {
        str(number): _around([boxes[id_] for id_ in group], pairs, of)
        for number, group in enumerate(groups)
    }
    return _divided(picture, of, titles)


def _around(group: Sequence[Box], pairs: Sequence[tuple[str, str]], of: Mapping[str, str]) -> str:
    """Name a region after the box with most links within it."""
    inside = Counter(end for pair in pairs if of.get(pair[0]) == of.get(pair[1]) for end in pair)
    busiest = max(group, key=lambda box: inside[box.id])
    return say("around", title=busiest.text)
