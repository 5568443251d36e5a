"""The order in which the boxes of a picture are said: causes before what they lead to."""

from collections.abc import Iterable, Mapping, Sequence

from tocmodel.diagram.model import Box, Diagram

_CAUSAL = frozenset({"causal", "bridged", "mutual", "uses", "delivers", "threatens"})


def in_causal_order(diagram: Diagram) -> tuple[Box, ...]:
    """Return the boxes of a diagram column by column, and causes before what they lead to.

    Where causes form a loop, the boxes keep the order of the diagram.

    >>> from tocmodel.diagram.model import Arrow
    >>> boxes = [Box(id=id_, kind="factor", text=id_, column="factors") for id_ in "abc"]
    >>> arrows = [Arrow(id=from_ + to, from_=from_, to=to) for from_, to in ("cb", "ba")]
    >>> [box.id for box in in_causal_order(Diagram(title="T", boxes=boxes, arrows=arrows))]
    ['c', 'b', 'a']
    """
    boxes = {box.id: box for box in diagram.boxes}
    effects: dict[str, list[str]] = {}
    for arrow in diagram.arrows:
        if arrow.kind in _CAUSAL and not arrow.feedback and {arrow.from_, arrow.to} <= boxes.keys():
            effects.setdefault(arrow.from_, []).append(arrow.to)
    columns = {column.id: place for place, column in enumerate(diagram.columns)}
    found = (boxes[id_] for id_ in _causes_first(boxes, effects))
    return tuple(sorted(found, key=lambda box: columns.get(box.column, len(columns))))


def titles_of_causes(diagram: Diagram) -> dict[str, list[str]]:
    """Return, for each box with arrows to it, the titles of the boxes where they start."""
    titles = {box.id: box.text or box.id for box in diagram.boxes}
    titles |= {frame.id: frame.title or frame.id for frame in diagram.clusters}
    found: dict[str, list[str]] = {}
    for arrow in diagram.arrows:
        if arrow.from_ in titles:
            found.setdefault(arrow.to, []).append(titles[arrow.from_])
    return found


def _causes_first(ids: Iterable[str], effects: Mapping[str, Sequence[str]]) -> list[str]:
    """Return ids so that each comes before its effects: the reverse of when a search leaves them.

    The search begins with what nothing leads to.
    """
    led_to = {id_ for targets in effects.values() for id_ in targets}
    starts = sorted(ids, key=lambda id_: id_ in led_to)
    left: list[str] = []
    seen: set[str] = set()
    for start in reversed(starts):
        path = [] if start in seen else [(start, reversed(effects.get(start, ())))]
        seen.add(start)
        while path:
            id_, further = path[-1]
            following = next((item for item in further if item not in seen), None)
            if following is None:
                left.append(id_)
                path.pop()
            else:
                seen.add(following)
                path.append((following, reversed(effects.get(following, ()))))
    return left[::-1]
