"""The shortest and the longest path from one element to another."""

from collections import deque
from collections.abc import Container, Iterable

from tocmodel.graph import Graph
from tocmodel.graph.reach import downstream, upstream


def shortest_path(
    graph: Graph,
    starts: Iterable[str],
    ends: Container[str],
    *,
    around: Container[str] = (),
) -> tuple[str, ...]:
    """Return the ids along the shortest path from any start to any end; empty where there is none.

    Steps inside a whole are no links, and make no path longer.

    Args:
        graph: the links to follow.
        starts: ids of elements; one that is also an end makes a path by itself.
        ends: ids of elements.
        around: ids of elements that the path must not pass.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abcd"}
    >>> links = ["a -> b -> c -> d", "a -> c"]
    >>> graph = causal_graph(TheoryOfChange(title="Example", outcomes=outcomes, links=links))
    >>> shortest_path(graph, ["a"], ["d"])
    ('a', 'c', 'd')
    """
    waiting: deque[tuple[str, str | None]] = deque((start, None) for start in starts)
    came_from: dict[str, str | None] = {}
    while waiting:
        id_, before = waiting.popleft()
        if id_ in came_from:
            continue
        came_from[id_] = before
        if id_ in ends:
            return _walked(came_from, id_)
        for following in graph.successors[id_]:
            if following not in came_from and following not in around:
                add = waiting.append if (id_, following) in graph.edges else waiting.appendleft
                add((following, id_))
    return ()


def _walked(came_from: dict[str, str | None], end: str) -> tuple[str, ...]:
    path = []
    step: str | None = end
    while step is not None:
        path.append(step)
        step = came_from[step]
    return tuple(reversed(path))


def longest_path(graph: Graph, starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids along the longest path from a start to an end; empty where there is none.

    Only links count, and not the steps inside a whole. A loop on the path is represented by one
    element: the others come neither before nor after it.
    """
    part = _between(graph, starts, ends)
    behind: dict[str, tuple[int, str]] = {}
    for component in reversed(part.components):
        members = set(component)
        paths = [
            (behind[cause][0] + ((cause, id_) in part.edges), cause)
            for id_ in component
            for cause in part.predecessors[id_]
            if cause not in members
        ]
        behind.update(
            dict.fromkeys(component, max(paths, key=lambda path: path[0], default=(0, "")))
        )
    if not behind:
        return ()
    path = [max(part.nodes, key=lambda id_: (behind[id_][0], id_ in ends))]
    while behind[path[-1]][1]:
        path.append(behind[path[-1]][1])
    return tuple(reversed(path))


def _between(graph: Graph, starts: tuple[str, ...], ends: tuple[str, ...]) -> Graph:
    """Return the part of a graph between the starts and the ends."""
    kept = downstream(graph, starts).keys() & upstream(graph, ends).keys()
    nodes = tuple(id_ for id_ in graph.nodes if id_ in kept)
    return Graph(
        nodes,
        {id_: tuple(step for step in graph.successors[id_] if step in kept) for id_ in nodes},
        {id_: tuple(step for step in graph.predecessors[id_] if step in kept) for id_ in nodes},
        {pair: found for pair, found in graph.edges.items() if kept.issuperset(pair)},
    )
