"""The elements that an element leads to, and those that lead to it."""

from collections.abc import Iterable, Mapping

from tocmodel.graph import Graph


def downstream(graph: Graph, starts: Iterable[str], *, within: int | None = None) -> dict[str, int]:
    """Return the elements that the starts lead to, with the number of links to each, nearest first.

    The starts themselves are included, with 0.

    Args:
        graph: the links to follow.
        starts: ids of elements.
        within: how many links to follow; all by default.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abc"}
    >>> theory = TheoryOfChange(title="Example", outcomes=outcomes, links=["a -> b -> c"])
    >>> downstream(causal_graph(theory), ["a"])
    {'a': 0, 'b': 1, 'c': 2}
    """
    return _walk(graph.successors, starts, within)


def upstream(graph: Graph, starts: Iterable[str], *, within: int | None = None) -> dict[str, int]:
    """Return the elements that lead to the starts, with the number of links from each."""
    return _walk(graph.predecessors, starts, within)


def _walk(
    neighbours: Mapping[str, tuple[str, ...]], starts: Iterable[str], within: int | None
) -> dict[str, int]:
    found = dict.fromkeys(starts, 0)
    frontier = list(found)
    distance = 0
    while frontier and (within is None or distance < within):
        distance += 1
        following: list[str] = []
        for id_ in frontier:
            for neighbour in neighbours[id_]:
                if neighbour not in found:
                    found[neighbour] = distance
                    following.append(neighbour)
        frontier = following
    return found
