"""Indispensable links: without one of them, something can no longer be reached."""

from collections.abc import Iterable, Mapping

from tocmodel.graph import Graph, Pair, immediate_dominators


def indispensable_links(
    graph: Graph, starts: Iterable[str], ends: Iterable[str]
) -> tuple[Pair, ...]:
    """Return the links without which some end can no longer be reached from any start.

    Ends that no start leads to are ignored. A link is indispensable when its effect dominates an
    end (every path to the end passes it) and every other path into that effect comes from beyond
    it.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abcde"}
    >>> links = ["a -> b -> d -> e", "a -> c -> d"]
    >>> theory = TheoryOfChange(title="Example", outcomes=outcomes, links=links)
    >>> indispensable_links(causal_graph(theory), ["a"], ["e"])
    (('d', 'e'),)
    """
    roots = dict.fromkeys(starts)
    above = immediate_dominators(graph, roots)
    passed: set[str] = set()
    for end in ends:
        id_ = end
        while id_ in above and id_ not in passed:
            passed.add(id_)
            id_ = above[id_]
    found = []
    for id_ in graph.nodes:
        if id_ in passed and id_ not in roots:
            causes = (item for item in graph.predecessors[id_] if item in above)
            outside = [item for item in causes if not _is_within(above, item, id_)]
            if len(outside) == 1:
                found.append((outside[0], id_))
    return tuple(found)


def _is_within(above: Mapping[str, str], id_: str, top: str) -> bool:
    """Whether every path to a cause of an element passes the element, or is the element itself.

    The walk up from the cause ends, at the latest, at the dominator of the element, because this
    dominates each of its causes too.
    """
    while id_ not in (top, above[top]):
        id_ = above[id_]
    return id_ == top
