"""A few loops that show where all of them lie: together they hold every link that is on one."""

from collections.abc import Iterator
from itertools import islice

from tocmodel.analysis.components import strong_components
from tocmodel.analysis.loops import Loop, is_feedback, loop_of, pairs_around
from tocmodel.analysis.ways import shortest_way
from tocmodel.graph import Graph, Pair


def covering_loops(graph: Graph, *, limit: int = 100) -> tuple[Loop, ...]:
    """Return loops until every link that lies on a loop lies on one that is given.

    Each is the shortest one through a link on which no loop before it lies, those of feedback
    links first. They say where loops are, and not how many there are: see ``loops``.

    Args:
        graph: the links to follow.
        limit: how many loops to give at most.

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
            elements = shortest_way(graph, [effect], [cause])
            covered.update(pairs_around(elements))
            yield loop_of(graph, elements)


def _pairs_on_loops(graph: Graph) -> Iterator[Pair]:
    """Give the pairs of elements whose link lies on a loop: both in one strong component."""
    component = {id_: number for number, ids in enumerate(strong_components(graph)) for id_ in ids}
    return (pair for pair in graph.edges if component[pair[0]] == component[pair[1]])
