"""The shortest and the longest way from one element to another."""

from collections import deque
from collections.abc import Container, Iterable

from tocmodel.analysis.components import strong_components
from tocmodel.analysis.reach import downstream, upstream
from tocmodel.graph import Graph


def shortest_way(
    graph: Graph,
    starts: Iterable[str],
    ends: Container[str],
    *,
    around: Container[str] = (),
) -> tuple[str, ...]:
    """Return the ids along the shortest way from any start to any end; none where there is none.

    Args:
        graph: the links to follow.
        starts: ids of elements; one that is an end as well is a way of its own.
        ends: ids of elements.
        around: ids of elements that the way must not pass.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abcd"}
    >>> links = ["a -> b -> c -> d", "a -> c"]
    >>> graph = causal_graph(TheoryOfChange(title="Example", outcomes=outcomes, links=links))
    >>> shortest_way(graph, ["a"], ["d"])
    ('a', 'c', 'd')
    """
    came_from: dict[str, str | None] = dict.fromkeys(starts)
    frontier = deque(came_from)
    while frontier:
        id_ = frontier.popleft()
        if id_ in ends:
            return _walked(came_from, id_)
        for following in graph.successors[id_]:
            if following not in came_from and following not in around:
                came_from[following] = id_
                frontier.append(following)
    return ()


def _walked(came_from: dict[str, str | None], end: str) -> tuple[str, ...]:
    path = []
    step: str | None = end
    while step is not None:
        path.append(step)
        step = came_from[step]
    return tuple(reversed(path))


def longest_way(graph: Graph, starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids along the longest way from a start to an end; none where there is none.

    Of a loop on the way one element is named: the others neither come before it nor after it.
    """
    part = _between(graph, starts, ends)
    behind: dict[str, tuple[int, str]] = {}
    for component in reversed(strong_components(part)):
        members = set(component)
        ways = [
            (behind[cause][0] + 1, cause)
            for id_ in component
            for cause in part.predecessors[id_]
            if cause not in members
        ]
        behind.update(dict.fromkeys(component, max(ways, key=lambda way: way[0], default=(0, ""))))
    if not behind:
        return ()
    path = [max(part.nodes, key=lambda id_: behind[id_][0])]
    while behind[path[-1]][1]:
        path.append(behind[path[-1]][1])
    return tuple(reversed(path))


def _between(graph: Graph, starts: tuple[str, ...], ends: tuple[str, ...]) -> Graph:
    """Return the part of a graph that lies on the way from a start to an end."""
    kept = downstream(graph, starts).keys() & upstream(graph, ends).keys()
    nodes = tuple(id_ for id_ in graph.nodes if id_ in kept)
    return Graph(
        nodes,
        {id_: tuple(step for step in graph.successors[id_] if step in kept) for id_ in nodes},
        {id_: tuple(step for step in graph.predecessors[id_] if step in kept) for id_ in nodes},
        {pair: found for pair, found in graph.edges.items() if kept.issuperset(pair)},
    )
