"""How deep a chain of causes goes."""

from collections.abc import Container

from tocmodel.graph import Graph


def depths(graph: Graph, *, counted: Container[str] | None = None) -> dict[str, int]:
    """Return, for each element, the number of links in the longest chain that leads to it.

    A contextual analysis looks for causes of causes: a condition of depth 2 has a cause that has a
    cause. Elements on one loop share a depth, as none of them comes first.

    Args:
        graph: the links to follow.
        counted: count only the links that start at one of these elements; all by default.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> conditions = {id_: {"title": id_} for id_ in "abc"}
    >>> theory = TheoryOfChange(title="Example", conditions=conditions, links=["a -> b -> c"])
    >>> depths(causal_graph(theory))
    {'a': 0, 'b': 1, 'c': 2}
    """
    found: dict[str, int] = {}
    for component in reversed(graph.components):
        members = set(component)
        above = (
            found[cause] + (counted is None or cause in counted)
            for id_ in component
            for cause in graph.predecessors[id_]
            if cause not in members
        )
        found.update(dict.fromkeys(component, max(above, default=0)))
    return {id_: found[id_] for id_ in graph.nodes}
