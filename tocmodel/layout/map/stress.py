"""Places for the nodes of a graph: each pair as far apart as the links between them are long.

The least stress is found by stochastic gradient descent: J. X. Zheng, S. Pawar and D. F. M.
Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE Transactions on Visualization and
Computer Graphics 25 (2019). Only additions, products, quotients and square roots are used, which
every machine rounds in the same way, so a map has the same picture everywhere, and needs no engine.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush
from math import sqrt
from random import Random

from tocmodel.layout.scene import Point

Lengths = Mapping[tuple[int, int], float]
"""The wished length of the link between two nodes."""
Term = tuple[int, int, float]
"""Two nodes, and how far apart they would be."""
Wished = Sequence[Term]

_COOLING = 0.5
"""What is left of each step in the next round."""
_HEAPS = 7
"""Into so many heaps the pairs are dealt before each round."""
_FINEST = 0.05
"""The rounds end when a step moves the nearest pair by less than this part of its error."""


def wished_distances(count: int, lengths: Lengths) -> Wished:
    """Return how far apart each two nodes of a connected graph would be: as far as by links.

    Args:
        count: how many nodes there are, numbered from 0.
        lengths: the links.

    >>> wished_distances(3, {(0, 1): 1.0, (1, 2): 2.0})
    ((0, 1, 1.0), (0, 2, 3.0), (1, 2, 2.0))
    """
    near: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for (i, j), length in lengths.items():
        near[i].append((j, length))
        near[j].append((i, length))
    return tuple(
        (node, other, far)
        for node in range(count)
        for other, far in _from(node, near)
        if node < other
    )


def _from(start: int, near: Sequence[Sequence[tuple[int, float]]]) -> list[tuple[int, float]]:
    found = {start: 0.0}
    waiting = [(0.0, start)]
    while waiting:
        far, node = heappop(waiting)
        if far > found[node]:
            continue
        for other, length in near[node]:
            if other not in found or far + length < found[other]:
                found[other] = far + length
                heappush(waiting, (far + length, other))
    return sorted(found.items())


def find_places(count: int, wished: Wished, start: int) -> list[Point]:
    """Return a place for each node of a connected graph.

    Args:
        count: how many nodes there are, numbered from 0.
        wished: how far apart each two of them would be.
        start: which of several beginnings to go on from; each gives other places.

    >>> (a, b, c) = find_places(3, wished_distances(3, {(0, 1): 1.0, (1, 2): 1.0}), 1)
    >>> round(sqrt((a[0] - c[0]) ** 2 + (a[1] - c[1]) ** 2))
    2
    """
    if count < 2:
        return [(0.0, 0.0)] * count
    chance = Random(start)  # noqa: S311  (the same numbers every time is what is wanted)
    terms = list(wished)
    longest = max(d for _, _, d in terms)
    xs = [chance.random() * longest for _ in range(count)]
    ys = [chance.random() * longest for _ in range(count)]
    shortest = min(d for _, _, d in terms)
    step, finest = longest * longest, _FINEST * shortest * shortest
    chance.shuffle(terms)
    while step > finest:
        terms = _mixed(terms, chance)
        _relax(xs, ys, terms, step)
        step *= _COOLING
    return list(zip(xs, ys, strict=True))


def _mixed(terms: list[Term], chance: Random) -> list[Term]:
    """Return terms in another order: dealt to heaps, which are then stacked in any order.

    To shuffle them as well as a pack of cards takes longer than to move all their nodes.

    >>> [far for _, _, far in _mixed([(0, 1, far) for far in range(16)], Random(1))]
    [3, 10, 6, 13, 5, 12, 2, 9, 0, 7, 14, 4, 11, 1, 8, 15]
    """
    heaps = list(range(_HEAPS))
    chance.shuffle(heaps)
    return [term for heap in heaps for term in terms[heap::_HEAPS]]


def _relax(xs: list[float], ys: list[float], terms: Iterable[Term], step: float) -> None:
    """Move each pair once towards its distance, near pairs most."""
    for i, j, wished in terms:
        dx, dy = xs[i] - xs[j], ys[i] - ys[j]
        now = sqrt(dx * dx + dy * dy) or 1e-9
        share = step / (wished * wished)
        error = now - wished
        move = (error * share if share < 1.0 else error) / 2 / now
        dx *= move
        dy *= move
        xs[i] -= dx
        ys[i] -= dy
        xs[j] += dx
        ys[j] += dy
