"""Every elementary circuit of a graph: those that pass no element twice.

This is the algorithm of A. Gupta and T. Suzumura, "Finding all bounded-length simple cycles in a
directed graph" (2021, arXiv:2105.10094), without recursion. networkx has it too, but yields
circuits in the order of a set, which differs from run to run and would change what a bound cuts
off.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from tocmodel.graph import Graph

Successors = Mapping[str, Sequence[str]]


class WorkLimitError(Exception):  # not an error: a stated bound is reached
    """The allowed work is done, and there may be more to find."""


class WorkLimit:
    """How many links may still be looked at.

    Raises:
        Spent: from ``take``, when none are left.
    """

    def __init__(self, links: int) -> None:
        self._left = links

    def take(self, links: int = 1) -> None:
        """Use up some of them."""
        self._left -= links
        if self._left < 0:
            raise WorkLimitError


def circuits(graph: Graph, longest: int, work: WorkLimit) -> Iterator[tuple[str, ...]]:
    """Yield each elementary circuit up to a number of links, as the elements in order.

    Args:
        graph: the links to follow.
        longest: the most links that a circuit may have.
        work: the most links to look at.

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
        for ids in part.components:
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


def _through(
    start: str, after: Successors, longest: int, work: WorkLimit
) -> Iterator[tuple[str, ...]]:
    """Yield each circuit through one element.

    An element is locked for paths that reach it after some number of links or more, because none of
    these led back. It opens again once it is on a circuit, and the elements that wait for it open
    to paths that are short enough.
    """
    path, passed = [start], {start}
    lock = {start: 0}
    waiting: dict[str, dict[str, None]] = {}  # elements that may lead back once this one does
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
    work: WorkLimit,
) -> None:
    """Open an element on a circuit, and those that wait for it, each one link further away."""
    left = [(longest, id_)]
    while left:
        limit, item = left.pop()
        if lock.get(item, longest) < limit:
            work.take()
            lock[item] = limit
            left += [(limit - 1, one) for one in waiting.get(item, ()) if one not in passed]
