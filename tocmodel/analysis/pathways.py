"""Every way in which one element is said to lead to another."""

from tocmodel.analysis.reach import downstream, upstream
from tocmodel.graph import causal_graph, forward_graph
from tocmodel.loading import TheoryLike, as_theory
from tocmodel.model import TheoryOfChange
from tocmodel.results import Result
from tocmodel.values import field, frozen

_STEPS_EACH = 1000
"""Steps allowed for each pathway asked for: where links run in circles, most steps lead nowhere."""


@frozen(kw_only=True)
class Pathways(Result):
    """The pathways between two elements.

    Attributes:
        theory: the theory that has them.
        paths: ids from the first element to the last, the shortest path first.
        truncated: there are more than were asked for, or than could be looked for.
    """

    theory: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    paths: tuple[tuple[str, ...], ...]
    truncated: bool = False


def pathways(
    theory: TheoryLike, from_: str, to: str, *, limit: int = 1000, feedback: bool = False
) -> Pathways:
    """Return the pathways along causal links from one element to another.

    No pathway visits an element twice. The work is bounded: in a dense theory there are more
    pathways than anyone could read, and the answer then says that it is cut short.

    Args:
        theory: the theory.
        from_: id of the element to start at.
        to: id of the element to end at.
        limit: how many pathways to find at most.
        feedback: whether links marked as feedback are followed too.

    Raises:
        KeyError: the theory has no such element; the message names the nearest id.

    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abcd"}
    >>> links = ["a -> b -> d", "a -> c -> d", "a -> d"]
    >>> theory = TheoryOfChange(title="Example", outcomes=outcomes, links=links)
    >>> pathways(theory, "a", "d").paths
    (('a', 'd'), ('a', 'b', 'd'), ('a', 'c', 'd'))
    """
    theory = as_theory(theory)
    theory = theory.whole
    theory.element(from_)
    theory.element(to)
    graph = causal_graph(theory) if feedback else forward_graph(theory)
    between = downstream(graph, [from_]).keys() & upstream(graph, [to]).keys()
    after = {
        id_: tuple(item for item in graph.successors[id_] if item in between)
        for id_ in graph.nodes
        if id_ in between
    }
    found, truncated = _enumerate(after, from_, to, limit) if after else ([], False)
    return Pathways(theory=theory, paths=tuple(sorted(found, key=len)), truncated=truncated)


def _enumerate(
    after: dict[str, tuple[str, ...]], from_: str, to: str, limit: int
) -> tuple[list[tuple[str, ...]], bool]:
    """Walk depth first without recursion, keeping the path walked and what is left to try."""
    found: list[tuple[str, ...]] = []
    path = {from_: None}  # a dictionary keeps its order and is quick to ask
    left = [iter(after[from_] if from_ != to else ())]
    steps = limit * _STEPS_EACH + len(after)
    while left:
        step = next(left[-1], None)
        if step is None:
            left.pop()
            path.popitem()
            continue
        steps -= 1
        if steps < 0 or (step == to and len(found) == limit):
            return found, True
        if step == to:
            found.append((*path, to))
        elif step not in path:
            path[step] = None
            left.append(iter(after[step]))
    return found, False
