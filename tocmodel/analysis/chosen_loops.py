"""The few loops that are worth a picture, out of perhaps thousands, each with a short code."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from attrs import frozen

from tocmodel.analysis.loops import Loop, LoopSign, loop_of, loops_of, pairs_around
from tocmodel.analysis.named_loops import named_loops, turned
from tocmodel.graph import Graph, causal_graph, graph_of
from tocmodel.model import TheoryOfChange
from tocmodel.self_describing import SelfDescribing

MOST_LOOPS = 6
"""The most loops that a page has room for."""

LONGEST = 6
"""The most links of a loop that is looked for; longer ones need a name to be shown."""

_LIMIT = 2_000
"""The most loops to choose from."""


class LoopReason(StrEnum):
    """Why a loop was chosen.

    Attributes:
        NAMED: the theory has a name for it.
        FOCUS: it passes through the element that a picture looks at.
        SHORTEST: no other loop that is left has fewer links.
        BUSIEST: its links are part of more loops than those of any other.
    """

    NAMED = "named"
    FOCUS = "focus"
    SHORTEST = "shortest"
    BUSIEST = "busiest"


@frozen(kw_only=True)
class ChosenLoop(SelfDescribing):
    """One loop, and what to call it.

    Attributes:
        code: ``R1``, ``R2`` for reinforcing loops, ``B1`` for balancing ones, and ``?1`` where
            the links do not tell (J. Sterman, *Business Dynamics*, 2000, chapter 5).
        loop: the loop.
        name: id of the named loop; empty for any other.
        reason: why it was chosen.
    """

    code: str
    loop: Loop
    name: str = ""
    reason: LoopReason


@frozen(kw_only=True)
class ChosenLoops(SelfDescribing):
    """Loops for a picture.

    Attributes:
        chosen: the loops, in the order in which they were chosen.
        found: how many loops there are to choose from: those with a name, and all of at most
            ``LONGEST`` links.
        complete: whether ``found`` is all of them; false where a limit stopped the search.
    """

    chosen: tuple[ChosenLoop, ...] = ()
    found: int = 0
    complete: bool = True


def choose_loops(
    theory: TheoryOfChange,
    *,
    shown: Collection[str] | None = None,
    focus: str = "",
    most: int = MOST_LOOPS,
) -> ChosenLoops:
    """Choose loops: those with a name, then through the focus, the shortest and the busiest.

    The shortest and the busiest take turns, as the shortest alone would show only pairs.

    Args:
        theory: the theory; included theories are not part of it unless it is whole.
        shown: ids of the elements that loops may pass; by default all.
        focus: id of an element; may be empty.
        most: the most loops to choose.

    >>> theory = TheoryOfChange(
    ...     title="T",
    ...     factors={"a": {"title": "A"}, "b": {"title": "B"}},
    ...     links=["a -> b", {"from": "b", "to": "a", "effect": "decreases"}],
    ... )
    >>> [(one.code, one.loop.elements, one.reason.value) for one in choose_loops(theory).chosen]
    [('B1', ('a', 'b'), 'shortest')]
    """
    graph = _part(theory, shown)
    found = loops_of(graph, LONGEST, limit=_LIMIT)
    named = list(_named(theory, graph))
    known = {turned(loop.elements) for _, loop in named}
    others = [loop for loop in found if turned(loop.elements) not in known]
    picked = [
        *((name, loop, LoopReason.NAMED) for name, loop in named),
        *(("", loop, reason) for loop, reason in _picked(others, focus, most)),
    ]
    return ChosenLoops(
        chosen=tuple(_with_codes(picked[:most])),
        found=len(named) + len(others),
        complete=found.complete,
    )


def _part(theory: TheoryOfChange, shown: Collection[str] | None) -> Graph:
    """Return the causal links between the shown elements."""
    graph = causal_graph(theory)
    if shown is None:
        return graph
    kept = frozenset(shown)
    pairs = ((pair, found) for pair, found in graph.edges.items() if kept.issuperset(pair))
    return graph_of(theory, (edge for _, found in pairs for edge in found))


def _named(theory: TheoryOfChange, graph: Graph) -> Iterator[tuple[str, Loop]]:
    for name, compared in zip(theory.loops, named_loops(theory), strict=True):
        if all(pair in graph.edges for pair in pairs_around(compared.elements)):
            yield name, loop_of(graph, compared.elements)


def _picked(others: Iterable[Loop], focus: str, most: int) -> Iterator[tuple[Loop, LoopReason]]:
    """Yield loops without a name: through the focus, then the shortest and the busiest in turns."""
    left = list(others)
    for loop in [loop for loop in left if focus in loop.elements][:most]:
        left.remove(loop)
        yield loop, LoopReason.FOCUS
    times = Counter(pair for loop in left for pair in pairs_around(loop.elements))
    by_use = sorted(left, key=lambda loop: -_use(loop, times))
    for _ in range(most):
        for queue, reason in ((left, LoopReason.SHORTEST), (by_use, LoopReason.BUSIEST)):
            if not queue:
                return
            loop = queue[0]
            left.remove(loop)
            by_use.remove(loop)
            yield loop, reason


def _use(loop: Loop, times: Counter[tuple[str, str]]) -> float:
    """Return how many loops a link of this loop is part of, on average."""
    return sum(times[pair] for pair in pairs_around(loop.elements)) / len(loop.elements)


_LETTERS = {LoopSign.REINFORCING: "R", LoopSign.BALANCING: "B", LoopSign.UNDETERMINED: "?"}


def _with_codes(picked: Iterable[tuple[str, Loop, LoopReason]]) -> Iterator[ChosenLoop]:
    numbers: Counter[str] = Counter()
    for name, loop, reason in picked:
        letter = _LETTERS[loop.sign]
        numbers[letter] += 1
        yield ChosenLoop(code=f"{letter}{numbers[letter]}", loop=loop, name=name, reason=reason)
