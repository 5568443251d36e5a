"""Every pathway from one element to another."""

from attrs import field, frozen

from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph.passing import named_steps, passing_forward_graph, passing_graph
from tocmodel.graph.reach import downstream, upstream
from tocmodel.model import TheoryOfChange
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing

_STEPS_EACH = 1000
"""Steps allowed for each pathway requested: where links run in circles, most steps lead nowhere."""


@frozen(kw_only=True)
class Pathways(SelfDescribing, Result):
    """The pathways between two elements.

    Attributes:
        theory: the theory that has them.
        paths: ids from the first element to the last, the shortest path first; a whole on the way
            means that something in it leads on.
        truncated: there are more than the limit, or more than could be searched.
        limit: how many pathways were looked for at most.
        feedback: whether links marked as feedback were followed too.
    """

    theory: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    paths: tuple[tuple[str, ...], ...]
    truncated: bool = False
    limit: int = field(default=1000, eq=False)
    feedback: bool = field(default=False, eq=False)

    @property
    def most_steps(self) -> int:
        """The most steps of the search: where links run in circles, most steps lead nowhere."""
        return self.limit * _STEPS_EACH


def pathways(
    theory: TheoryLike, from_: str, to: str, *, limit: int = 1000, feedback: bool = False
) -> Pathways:
    """Return the pathways along causal links from one element to another.

    No pathway visits an element twice. The work is bounded: a dense theory has more pathways than
    anyone could read, and ``truncated`` is then true.

    Args:
        theory: the theory.
        from_: id of the element to start at.
        to: id of the element to end at.
        limit: the most pathways to find.
        feedback: whether links marked as feedback are followed too.

    Raises:
        UnknownIdError: the theory has no such element; the message names the nearest id.

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
    graph = passing_graph(theory) if feedback else passing_forward_graph(theory)
    between = downstream(graph, [from_]).keys() & upstream(graph, [to]).keys()
    after = {
        id_: tuple(item for item in graph.successors[id_] if item in between)
        for id_ in graph.nodes
        if id_ in between
    }
    found, truncated = _enumerate(after, from_, to, limit) if after else ([], False)
    paths = dict.fromkeys(named_steps(graph, path) for path in found)
    return Pathways(
        theory=theory,
        paths=tuple(sorted(paths, key=len)),
        truncated=truncated,
        limit=limit,
        feedback=feedback,
    )


def _enumerate(
    after: dict[str, tuple[str, ...]], from_: str, to: str, limit: int
) -> tuple[list[tuple[str, ...]], bool]:
    """Walk depth first without recursion, keeping the path walked and the elements left to try."""
    found: list[tuple[str, ...]] = []
    path = {from_: None}  # a dictionary keeps its order, and looking up in it is quick
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
