"""Places for the nodes of a graph: each pair as far apart as the links between them are long.

The least stress is found by stochastic gradient descent: J. X. Zheng, S. Pawar and D. F. M.
Goodman, "Graph Drawing by Stochastic Gradient Descent", IEEE Transactions on Visualization and
Computer Graphics 25 (2019). Only additions, products, quotients and square roots are used, which
every machine rounds in the same way, so a map has the same picture everywhere, and needs no engine.
"""

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from math import sqrt
from random import Random

from tocmodel.layout.scene import Point

Lengths = Mapping[tuple[int, int], float]
"""The wished length of the link between two nodes."""

_COOLING = 0.62
"""What is left of each step in the next round."""
_FINEST = 0.05
"""The rounds end when a step moves the nearest pair by less than this part of its error."""


def find_places(count: int, lengths: Lengths, start: int) -> list[Point]:
    """Return a place for each node of a connected graph.

    Args:
        count: how many nodes there are, numbered from 0.
        lengths: the links.
        start: which of several beginnings to go on from; each gives other places.

    >>> (a, b, c) = find_places(3, {(0, 1): 1.0, (1, 2): 1.0}, 1)
    >>> round(sqrt((a[0] - c[0]) ** 2 + (a[1] - c[1]) ** 2), 2)
    2.0
    """
    if count < 2:
        return [(0.0, 0.0)] * count
    chance = Random(start)  # noqa: S311  (the same numbers every time is what is wanted)
    terms = [(i, j, d) for i, row in enumerate(distances(count, lengths)) for j, d in row if i < j]
    longest = max(d for _, _, d in terms)
    xs = [chance.random() * longest for _ in range(count)]
    ys = [chance.random() * longest for _ in range(count)]
    shortest = min(d for _, _, d in terms)
    step, finest = longest * longest, _FINEST * shortest * shortest
    while step > finest:
        chance.shuffle(terms)
        _relax(xs, ys, terms, step)
        step *= _COOLING
    return list(zip(xs, ys, strict=True))


def _relax(
    xs: list[float], ys: list[float], terms: Sequence[tuple[int, int, float]], step: float
) -> None:
    """Move each pair once towards its distance, near pairs most."""
    for i, j, wished in terms:
        share = step / (wished * wished)
        dx, dy = xs[i] - xs[j], ys[i] - ys[j]
        now = sqrt(dx * dx + dy * dy) or 1e-9
        move = (min(share, 1.0)) * (now - wished) / 2 / now
        xs[i] -= dx * move
        ys[i] -= dy * move
        xs[j] += dx * move
        ys[j] += dy * move


def distances(count: int, lengths: Lengths) -> list[list[tuple[int, float]]]:
    """Return, for each node, every node that it is joined to by links, and how far away it is.

    >>> distances(3, {(0, 1): 1.0, (1, 2): 2.0})[0]
    [(0, 0.0), (1, 1.0), (2, 3.0)]
    """
    near: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    for (i, j), length in lengths.items():
        near[i].append((j, length))
        near[j].append((i, length))
    return [_from(node, near) for node in range(count)]


def _from(start: int, near: Sequence[Sequence[tuple[int, float]]]) -> list[tuple[int, float]]:
    found: dict[int, float] = {}
    waiting = [(0.0, start)]
    while waiting:
        far, node = heappop(waiting)
        if node in found:
            continue
        found[node] = far
        for other, length in near[node]:
            if other not in found:
                heappush(waiting, (far + length, other))
    return sorted(found.items())
