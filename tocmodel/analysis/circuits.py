"""Every elementary circuit of a graph: the ways round that pass no element twice.

By the algorithm of A. Gupta and T. Suzumura, "Finding all bounded-length simple cycles in a
directed graph" (2021, arXiv:2105.10094), without recursion. networkx has it too, but gives them in
the order of a set, which differs from run to run and so would decide what a bound cuts off.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from tocmodel.analysis.components import strong_components
from tocmodel.graph import Graph

Successors = Mapping[str, Sequence[str]]


class Spent(Exception):  # noqa: N818  # no error: a bound that was stated is reached
    """The work that was allowed is done, and there may be more to find."""


class Work:
    """How many links may still be looked at.

    Raises:
        Spent: from ``take``, where there is none left.
    """

    def __init__(self, links: int) -> None:
        self._left = links

    def take(self, links: int = 1) -> None:
        """Look at some more links."""
        self._left -= links
        if self._left < 0:
            raise Spent


def circuits(graph: Graph, longest: int, work: Work) -> Iterator[tuple[str, ...]]:
    """Give each elementary circuit of at most so many links, as the elements in order.

    Args:
        graph: the links to follow.
        longest: how many links a circuit may have.
        work: how many links may be looked at.

    Raises:
        Spent: that work is done.
    """
    if longest < 1:
        return
    yield from ((id_,) for id_ in graph.nodes if id_ in graph.successors[id_])
    place = {id_: number for number, id_ in enumerate(graph.nodes)}
    left = [graph]
    while left:
        part = left.pop()
        for ids in strong_components(part):
            if len(ids) < 2:
                continue
            inside = frozenset(ids)
            after = {
                id_: [step for step in part.successors[id_] if step in inside and step != id_]
                for id_ in ids
            }
            work.take(sum(map(len, after.values())))
            start = min(ids, key=place.__getitem__)
            yield from _through(start, after, longest, work)
            left.append(_without(start, after))


def _without(removed: str, after: Successors) -> Graph:
    kept = {
        id_: tuple(step for step in steps if step != removed)
        for id_, steps in after.items()
        if id_ != removed
    }
    return Graph(tuple(kept), kept, {}, {})


def _through(start: str, after: Successors, longest: int, work: Work) -> Iterator[tuple[str, ...]]:
    """Give each circuit through one element.

    An element is locked for ways that come to it after so many links or more, because none of
    them led back. It is open again once it lies on a circuit, and what waits for it opens to ways
    that are short enough.
    """
    path, passed = [start], {start}
    lock = {start: 0}
    waiting: dict[str, dict[str, None]] = {}  # what may lead back once the element does
    leads_back = [False]  # for each element of the path
    walk = [iter(after[start])]
    while walk:
        for step in walk[-1]:
            work.take()
            if step == start:
                yield tuple(path)
                leads_back[-1] = True
            elif len(path) < lock.get(step, longest):
                path.append(step)
                passed.add(step)
                lock[step] = len(path)
                leads_back.append(False)
                walk.append(iter(after[step]))
                break
        else:
            walk.pop()
            done = path.pop()
            passed.remove(done)
            if not leads_back.pop():
                for step in after[done]:
                    waiting.setdefault(step, {})[done] = None
            elif path:
                leads_back[-1] = True
                _open(done, longest, lock, waiting, passed, work)


def _open(
    id_: str,
    longest: int,
    lock: dict[str, int],
    waiting: Mapping[str, Collection[str]],
    passed: Collection[str],
    work: Work,
) -> None:
    """Open an element that lies on a circuit, and what waits for it, each a link further away."""
    left = [(longest, id_)]
    while left:
        limit, item = left.pop()
        if lock.get(item, longest) < limit:
            work.take()
            lock[item] = limit
            left += [(limit - 1, one) for one in waiting.get(item, ()) if one not in passed]
