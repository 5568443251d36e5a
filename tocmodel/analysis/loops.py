"""Feedback: where links lead back to where they began, and what that does."""

from collections.abc import Iterator
from enum import Enum

from tocmodel.analysis.components import strong_components
from tocmodel.analysis.ways import shortest_way
from tocmodel.graph import Edge, Graph, Pair
from tocmodel.model import Effect
from tocmodel.values import frozen


class LoopSign(Enum):
    """What a loop does to a change that enters it.

    A *reinforcing* loop strengthens it, a *balancing* loop dampens it. It is *unknown* where a
    link does not say whether it increases or decreases its effect.
    """

    REINFORCING = "reinforcing"
    BALANCING = "balancing"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Loop:
    """One loop.

    Attributes:
        path: ids of its elements in order; the last leads back to the first.
        sign: what it does.
        marked: one of its links is marked as feedback.
    """

    path: tuple[str, ...]
    sign: LoopSign
    marked: bool


@frozen(kw_only=True)
class Loops:
    """The loops that were named.

    Attributes:
        loops: in the order in which they were found, those of feedback links first.
        truncated: there are more than were asked for.
    """

    loops: tuple[Loop, ...]
    truncated: bool = False


def find_loops(graph: Graph, *, limit: int = 100) -> Loops:
    """Name loops until every link that lies on a loop lies on one that is named.

    A theory may hold more loops than anyone could list; these few say where they are. Each is
    the shortest one through a link on which no loop before it lies.

    Args:
        graph: the links to follow.
        limit: how many loops to name at most.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abc"}
    >>> links = ["a -> b -> c", {"from": "c", "to": "a", "feedback": True}]
    >>> theory = TheoryOfChange(title="Example", outcomes=outcomes, links=links)
    >>> [(loop.path, loop.sign.value) for loop in find_loops(causal_graph(theory)).loops]
    [(('a', 'b', 'c'), 'reinforcing')]
    """
    covered: set[Pair] = set()
    found: list[Loop] = []
    for pair in sorted(_pairs_on_loops(graph), key=lambda pair: not _is_feedback(graph, pair)):
        if pair in covered:
            continue
        if len(found) == limit:
            return Loops(loops=tuple(found), truncated=True)
        cause, effect = pair
        path = shortest_way(graph, [effect], [cause])
        covered.update(_pairs(path))
        found.append(_loop(graph, path))
    return Loops(loops=tuple(found))


def _pairs_on_loops(graph: Graph) -> Iterator[Pair]:
    """Give the pairs of elements whose link lies on a loop: both in one strong component."""
    component = {id_: number for number, ids in enumerate(strong_components(graph)) for id_ in ids}
    return (pair for pair in graph.edges if component[pair[0]] == component[pair[1]])


def _is_feedback(graph: Graph, pair: Pair) -> bool:
    return any(edge.link is not None and edge.link.feedback for edge in graph.edges[pair])


def _pairs(path: tuple[str, ...]) -> Iterator[Pair]:
    return zip(path, (*path[1:], path[0]), strict=True)


def _loop(graph: Graph, path: tuple[str, ...]) -> Loop:
    return Loop(
        path=path,
        sign=_sign([_effect(graph.edges[pair]) for pair in _pairs(path)]),
        marked=any(_is_feedback(graph, pair) for pair in _pairs(path)),
    )


def _effect(edges: tuple[Edge, ...]) -> Effect | None:
    effects = {edge.link.effect for edge in edges if edge.link is not None}
    return effects.pop() if len(effects) == 1 else None


def _sign(effects: list[Effect | None]) -> LoopSign:
    """Return the sign of a loop: an even number of decreases cancels out.

    >>> _sign([Effect.DECREASES, Effect.INCREASES, Effect.DECREASES]).value
    'reinforcing'
    """
    if not set(effects) <= {Effect.INCREASES, Effect.DECREASES}:
        return LoopSign.UNKNOWN
    odd = effects.count(Effect.DECREASES) % 2
    return LoopSign.BALANCING if odd else LoopSign.REINFORCING
