"""A lower picture: what is too far up or down moves into the height of a sheet.

The engine makes arrows short and straight, and a picture as high as that asks for: often higher
than the fullest column. Where a sheet lacks the height, nodes outside it move in as far as they
must, and push those that they meet. The order in each slot stays the same, and so do straight
borders of lanes and frames.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tocmodel.layout.flow.constraints import Node

_WINDOWS = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Where the lower picture may be within the higher one, as a share of what it is lower."""

_Steps = Mapping[str, Sequence[tuple[str, float]]]
"""For each node, those right after it in a slot, and how far apart their centres are at least."""


def squeezed(
    nodes: Sequence[Node], centres: Mapping[str, float], height: float
) -> dict[str, float] | None:
    """Return the centres of nodes within a height; nothing if it is too low for them.

    >>> one, other = Node(key="a", slot=0, size=10), Node(key="b", slot=0, size=10)
    >>> squeezed([one, other], {"a": 5.0, "b": 45.0}, 30)
    {'a': 5.0, 'b': 25.0}
    >>> squeezed([one, other], {"a": 5.0, "b": 45.0}, 18) is None
    True
    """
    after = _steps(nodes, centres)
    first = min(centres[node.key] - node.size / 2 for node in nodes)
    last = max(centres[node.key] + node.size / 2 for node in nodes)
    highest = _furthest(nodes, after)
    lowest = _furthest(nodes, _turned(after))
    if any(highest[key] + lowest[key] > height for key in highest):
        return None
    moves = []
    for share in _WINDOWS:
        top = first + share * (last - first - height)
        moved = {}
        for key, centre in centres.items():
            name = _name(key)
            moved[key] = min(max(centre, top + highest[name]), top + height - lowest[name])
        moves.append((sum(abs(moved[key] - centres[key]) for key in centres), share, moved))
    return {key: round(centre, 2) for key, centre in min(moves)[2].items()}


def _name(key: str) -> str:
    """A node by itself, or a border of a group in all slots: there it is one straight line."""
    return key.rpartition(" of ")[0] if key.startswith(("start ", "end ", "lane ")) else key


def _steps(nodes: Iterable[Node], centres: Mapping[str, float]) -> _Steps:
    slots: dict[int, list[Node]] = {}
    for node in sorted(nodes, key=lambda node: centres[node.key]):
        slots.setdefault(node.slot, []).append(node)
    found: dict[str, list[tuple[str, float]]] = {}
    for row in slots.values():
        for one, other in pairwise(row):
            step = (_name(other.key), (one.size + other.size) / 2)
            found.setdefault(_name(one.key), []).append(step)
    return found


def _turned(after: _Steps) -> _Steps:
    found: dict[str, list[tuple[str, float]]] = {}
    for key, steps in after.items():
        for other, step in steps:
            found.setdefault(other, []).append((key, step))
    return found


def _furthest(nodes: Sequence[Node], after: _Steps) -> dict[str, float]:
    """How far from the edge the centre of each node is at least."""
    found: dict[str, float] = {}
    for node in nodes:
        name = _name(node.key)
        found[name] = max(found.get(name, 0.0), node.size / 2)
    for key in _in_order(found, after):
        for other, step in after.get(key, ()):
            found[other] = max(found[other], found[key] + step)
    return found


def _in_order(names: Iterable[str], after: _Steps) -> Iterator[str]:
    """Yield nodes so that each comes before those after it."""
    waiting = dict.fromkeys(names, 0)
    for steps in after.values():
        for other, _ in steps:
            waiting[other] += 1
    ready = [name for name, count in waiting.items() if not count]
    while ready:
        name = ready.pop()
        yield name
        for other, _ in after.get(name, ()):
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
