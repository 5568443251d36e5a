"""A few loops that show where all loops are: together they contain every link that is on one."""

from collections.abc import Iterator
from itertools import islice

from tocmodel.analysis.loops import Loop, is_feedback, loop_of, pairs_around
from tocmodel.graph import Graph, Pair
from tocmodel.graph.paths import shortest_path


def covering_loops(graph: Graph, *, limit: int = 100) -> tuple[Loop, ...]:
    """Return enough loops to include every link that is on any loop.

    Each is the shortest loop through a link that no earlier loop includes; loops through feedback
    links come first. They show where loops are, not how many there are: see ``loops``.

    Args:
        graph: the links to follow.
        limit: the most loops to return.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abc"}
    >>> links = ["a -> b -> c", {"from": "c", "to": "a", "feedback": True}]
    >>> theory = TheoryOfChange(title="Example", outcomes=outcomes, links=links)
    >>> [(loop.elements, loop.sign.value) for loop in covering_loops(causal_graph(theory))]
    [(('a', 'b', 'c'), 'reinforcing')]
    """
    return tuple(islice(_covering(graph), limit))


def _covering(graph: Graph) -> Iterator[Loop]:
    covered: set[Pair] = set()
    for pair in sorted(_pairs_on_loops(graph), key=lambda pair: not is_feedback(graph, pair)):
        if pair not in covered:
            cause, effect = pair
            elements = shortest_path(graph, [effect], [cause])
            covered.update(pairs_around(elements))
            yield loop_of(graph, elements)


def _pairs_on_loops(graph: Graph) -> Iterator[Pair]:
    """Yield the pairs of elements whose link is on a loop: both are in one strong component."""
    component = {id_: number for number, ids in enumerate(graph.components) for id_ in ids}
    return (pair for pair in graph.edges if component[pair[0]] == component[pair[1]])
