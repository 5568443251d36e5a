"""Named loops, compared with the links: whether each is a loop, and what it does to a change."""

from collections.abc import Mapping

from attrs import frozen

from tocmodel.analysis.loops import LoopSign, loop_of, pairs_around
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph import Pair, causal_graph
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.model import LoopClaim, NamedLoop, TheoryOfChange
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class ComparedLoop(SelfDescribing):
    """A named loop, and what the links make of it.

    Attributes:
        loop: the loop, as the file has it.
        elements: ids of the elements that it passes, each once where the file repeats the first.
        missing: the steps without a causal link; empty if the loop is closed.
        sign: what its links make it; ``None`` if it is not closed.
    """

    loop: NamedLoop
    elements: tuple[str, ...]
    missing: tuple[Pair, ...] = ()
    sign: LoopSign | None = None

    @property
    def contradicted(self) -> bool:
        """Whether the links make it the opposite of what is claimed."""
        claimed, sign = self.loop.claimed, self.sign
        return sign in _OPPOSITE and _OPPOSITE[sign] is claimed


_OPPOSITE: Mapping[LoopSign | None, LoopClaim] = {
    LoopSign.REINFORCING: LoopClaim.BALANCING,
    LoopSign.BALANCING: LoopClaim.REINFORCING,
}


def named_loops(theory: TheoryLike) -> tuple[ComparedLoop, ...]:
    """Return the named loops of a theory, each compared with its links.

    Args:
        theory: the theory, a document that holds it, or the path of its file. Included theories are
            part of it.

    >>> theory = TheoryOfChange(
    ...     title="T",
    ...     factors={"a": {"title": "A"}, "b": {"title": "B"}},
    ...     links=["a -> b", {"from": "b", "to": "a", "effect": "decreases"}],
    ...     loops={"x": {"title": "X", "through": ["a", "b"], "claimed": "reinforcing"}},
    ... )
    >>> [(found.sign.value, found.contradicted) for found in named_loops(theory)]
    [('balancing', True)]
    """
    return _named_loops(as_theory(theory).whole)


@cached_per_theory
def _named_loops(theory: TheoryOfChange) -> tuple[ComparedLoop, ...]:
    return tuple(_compared(theory, loop) for loop in theory.loops.values())


def _compared(theory: TheoryOfChange, loop: NamedLoop) -> ComparedLoop:
    graph = causal_graph(theory)
    elements = loop.through
    if len(elements) > 1 and elements[0] == elements[-1]:
        elements = elements[:-1]
    missing = tuple(pair for pair in pairs_around(elements) if pair not in graph.edges)
    sign = None if missing else loop_of(graph, elements).sign
    return ComparedLoop(loop=loop, elements=elements, missing=missing, sign=sign)


def turned(elements: tuple[str, ...]) -> tuple[str, ...]:
    """Return a loop from its first element by name, so that equal loops compare equal.

    >>> turned(("b", "c", "a")) == turned(("a", "b", "c"))
    True
    """
    start = elements.index(min(elements))
    return (*elements[start:], *elements[:start])
