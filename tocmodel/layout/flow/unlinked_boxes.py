"""Boxes without arrows go where there is room, which keeps the picture short."""

from collections.abc import Iterable, Mapping, Sequence

from tocmodel.layout.flow.constraints import Attraction, Node


def place_unlinked(
    nodes: Sequence[Node], attractions: Iterable[Attraction], centres: Mapping[str, float]
) -> dict[str, float]:
    """Return the centres, with each unlinked node in the first gap of its slot that has room.

    >>> first, loose = Node(key="a", slot=0, size=10), Node(key="b", slot=0, size=20)
    >>> place_unlinked([first, loose], [], {"a": 5.0, "b": 95.0})
    {'a': 5.0, 'b': 20.0}
    """
    linked = {key for attraction in attractions for key in (attraction.first, attraction.second)}
    if not linked:
        linked = {node.key for node in nodes[:1]}
    settled = dict(centres)
    top = min(centres[node.key] - node.size / 2 for node in nodes if node.key in linked)
    slots: dict[int, list[Node]] = {}
    for node in nodes:
        slots.setdefault(node.slot, []).append(node)
    for members in slots.values():
        taken = sorted(_extent(node, centres) for node in members if node.key in linked)
        loose = [node for node in members if node.key not in linked]
        for node in sorted(loose, key=lambda node: centres[node.key]):
            start = _first_gap(taken, top, node.size)
            settled[node.key] = start + node.size / 2
            taken = sorted([*taken, (start, start + node.size)])
    return settled


def _extent(node: Node, centres: Mapping[str, float]) -> tuple[float, float]:
    return centres[node.key] - node.size / 2, centres[node.key] + node.size / 2


def _first_gap(taken: Sequence[tuple[float, float]], top: float, size: float) -> float:
    start = top
    for begin, end in taken:
        if begin - start >= size:
            return start
        start = max(start, end)
    return start
