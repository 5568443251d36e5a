"""Feedback: every loop in a theory, and its effect on a change."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import overload

from attrs import evolve, field, frozen

from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph import Edge, Graph, Pair, causal_graph
from tocmodel.graph.circuits import WorkLimit, WorkLimitError, circuits
from tocmodel.model import Effect, Link, TheoryOfChange
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing

LIMIT = 10_000
"""The most loops to return by default."""

LINKS_LOOKED_AT = 100
"""How many links to look at, for each loop allowed, before the search stops."""


class LoopSign(StrEnum):
    """The effect of a loop on a change that enters it (J. Sterman, *Business Dynamics*, 2000).

    Attributes:
        REINFORCING: it strengthens it; links that decrease their effect cancel out in pairs.
        BALANCING: it dampens it, as the number of links that decrease their effect is odd.
        UNDETERMINED: the effect of a link is ``unknown``, ``disputed`` or ``changes``, or links
            between the same two elements have different effects.
    """

    REINFORCING = "reinforcing"
    BALANCING = "balancing"
    UNDETERMINED = "undetermined"


@frozen(kw_only=True)
class Loop(SelfDescribing):
    """One loop.

    Links between the same two elements, one way, are one step of it. A mutual link is a step
    either way, and an association is none.

    Attributes:
        elements: ids of its elements in order, each once; the last leads back to the first. It
            begins with the element that a feedback link leads back to, otherwise with the element
            that comes first in the theory.
        links: its links in this order; several for a step where several join the two.
        sign: whether it reinforces or balances a change.
    """

    elements: tuple[str, ...]
    links: tuple[Link, ...] = field(repr=False)
    sign: LoopSign

    @property
    def is_feedback(self) -> bool:
        """Whether one of its links is marked as feedback."""
        return any(link.feedback for link in self.links)


@frozen(kw_only=True)
class Loops(SelfDescribing, Result, Sequence[Loop]):
    """Loops, the shortest first, and whether the list is complete.

    Attributes:
        theory: the theory that has them.
        complete: whether the list is complete; false where a limit stopped the search.
    """

    _found: tuple[Loop, ...] = field(repr=False)
    theory: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    complete: bool = True

    def __repr__(self) -> str:
        """Return the number of loops, as there may be thousands."""
        loops_ = "loop" if len(self) == 1 else "loops"
        return f"<{len(self):,} {loops_}{'' if self.complete else ', and there may be more'}>"

    @overload
    def __getitem__(self, place: int) -> Loop: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Loop, ...]: ...
    def __getitem__(self, place: int | slice) -> Loop | tuple[Loop, ...]:
        """Return a loop by its position, or several of them."""
        return self._found[place]

    def __len__(self) -> int:
        """Return how many loops were found."""
        return len(self._found)

    def __iter__(self) -> Iterator[Loop]:
        """Yield each loop, the shortest first."""
        return iter(self._found)

    @property
    def signs(self) -> Mapping[LoopSign, int]:
        """The number of loops with each sign."""
        counts = dict.fromkeys(LoopSign, 0)
        for loop in self._found:
            counts[loop.sign] += 1
        return counts


def loops(theory: TheoryLike, max_length: int | None = None, *, limit: int = LIMIT) -> Loops:
    """Return every elementary loop of the causal links: loops that pass no element twice.

    A map of a hundred factors may have more loops than anyone could count, so the search has
    limits: at most ``limit`` loops, and 100 links looked at for each of these. ``complete`` shows
    whether the list is complete.

    Args:
        theory: the theory, a document that holds it, or the path of its file. Included theories are
            part of it.
        max_length: leave out loops of more links than this.
        limit: the most loops to return.

    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abc"}
    >>> links = ["a -> b -> c -> a", {"from": "b", "to": "a", "effect": "decreases"}]
    >>> found = loops(TheoryOfChange(title="Example", outcomes=outcomes, links=links))
    >>> [(loop.elements, loop.sign.value) for loop in found], found.complete
    ([(('a', 'b'), 'balancing'), (('a', 'b', 'c'), 'reinforcing')], True)
    """
    whole = as_theory(theory).whole
    return evolve(loops_of(causal_graph(whole), max_length, limit=limit), theory=whole)


def loops_of(graph: Graph, max_length: int | None = None, *, limit: int = LIMIT) -> Loops:
    """Return every elementary loop of a graph, within the same limits."""
    longest = len(graph.nodes) if max_length is None else min(max_length, len(graph.nodes))
    work = WorkLimit(LINKS_LOOKED_AT * max(limit, LIMIT))
    found: list[Loop] = []
    complete = True
    try:
        for elements in circuits(graph, longest, work):
            if len(found) == limit:
                complete = False
                break
            found.append(loop_of(graph, elements))
    except WorkLimitError:
        complete = False
    found.sort(key=lambda loop: len(loop.elements))
    return Loops(found=tuple(found), complete=complete)


def loop_of(graph: Graph, elements: tuple[str, ...]) -> Loop:
    """Return the loop that some elements make, in order."""
    elements = _from_feedback(graph, elements)
    steps = [graph.edges[pair] for pair in pairs_around(elements)]
    return Loop(
        elements=elements,
        links=tuple(edge.link for step in steps for edge in step if edge.link is not None),
        sign=_sign([_effect(step) for step in steps]),
    )


def pairs_around(elements: tuple[str, ...]) -> Iterator[Pair]:
    """Yield the pairs of elements that follow each other in a loop."""
    return zip(elements, (*elements[1:], elements[0]), strict=True)


def is_feedback(graph: Graph, pair: Pair) -> bool:
    """Whether a link between two elements is marked as feedback."""
    return any(edge.link is not None and edge.link.feedback for edge in graph.edges[pair])


def _from_feedback(graph: Graph, elements: tuple[str, ...]) -> tuple[str, ...]:
    for place, pair in enumerate(pairs_around(elements), start=1):
        if is_feedback(graph, pair):
            return (*elements[place:], *elements[:place])
    return elements


def _effect(edges: tuple[Edge, ...]) -> Effect | None:
    effects = {edge.link.effect for edge in edges if edge.link is not None}
    return effects.pop() if len(effects) == 1 else None


def _sign(effects: list[Effect | None]) -> LoopSign:
    """Return the sign of a loop: an even number of decreases cancels out.

    >>> _sign([Effect.DECREASES, Effect.INCREASES, Effect.DECREASES]).value
    'reinforcing'
    """
    if not set(effects) <= {Effect.INCREASES, Effect.DECREASES}:
        return LoopSign.UNDETERMINED
    odd = effects.count(Effect.DECREASES) % 2
    return LoopSign.BALANCING if odd else LoopSign.REINFORCING
