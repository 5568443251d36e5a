"""Which links a narrative tells, and in which part of it."""

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from attrs import frozen

from tocmodel.analysis.goals import aims
from tocmodel.graph.passing import (
    name_of_node,
    named_steps,
    passing_forward_graph,
    passing_graph,
    works,
)
from tocmodel.graph.paths import shortest_path
from tocmodel.graph.reach import downstream, upstream
from tocmodel.model import Link, TheoryOfChange
from tocmodel.model.choices import Valence

MOST_LINKS = 60
"""The most links told in one part of a narrative; further links are only counted."""

_MOST_PATHS = 3
"""The most shortest ways that stand in for a main story."""


@frozen(kw_only=True)
class Chosen:
    """The links of a theory by the part of the narrative that tells them.

    Attributes:
        main: the main story.
        is_marked: whether the theory marks it, or it is the shortest way.
        needs: links between conditions.
        further: other pathways.
        harm: links to and from what nobody wants.
        feedback: links that lead back.
        value: links between values.
        left_out: how many further links are not told.
    """

    main: tuple[Link, ...]
    is_marked: bool
    needs: tuple[Link, ...]
    further: tuple[Link, ...]
    harm: tuple[Link, ...]
    feedback: tuple[Link, ...]
    value: tuple[Link, ...]
    left_out: int


def choose(theory: TheoryOfChange, to: Sequence[str], start: Sequence[str]) -> Chosen:
    """Divide the links between the parts of a narrative, each to one part.

    Args:
        theory: the theory.
        to: only what leads to these elements; to anything if there are none.
        start: only what these elements lead to.
    """
    parts: dict[str, list[Link]] = {name: [] for name in _PARTS}
    bad = frozenset(unwanted(theory))
    for link in _between(theory, to, start):
        parts[_part_of(theory, link, bad)].append(link)
    is_marked = bool(parts["main"])
    if not is_marked:
        steps = _shortest(theory, to, start)
        others, parts["further"] = parts["further"], []
        for link in others:
            is_step = (link.from_, link.to) in steps and link.is_causal
            parts["main" if is_step else "further"].append(link)
    kept = [name for name in parts if name != "left out"]
    placed = {name: tuple(parts[name][:MOST_LINKS]) for name in kept}
    left_out = sum(len(parts[name]) - len(links) for name, links in placed.items())
    return Chosen(is_marked=is_marked, left_out=left_out, **placed)


_PARTS = ("main", "needs", "further", "harm", "feedback", "value", "left out")


def _part_of(theory: TheoryOfChange, link: Link, bad: Collection[str]) -> str:
    """Return the part of the narrative that tells a link; risks are told apart from the links."""
    if link.feedback:
        return "feedback"
    if _both(link, theory.value_creation):
        return "value"
    if link.from_ in theory.risks:
        return "left out"
    if link.from_ in bad or link.to in bad:
        return "harm"
    if _both(link, theory.conditions):
        return "needs"
    return "main" if link.main else "further"


def unwanted(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the outcomes that nobody wants."""
    return tuple(
        id_ for id_, outcome in theory.outcomes.items() if outcome.valence is Valence.UNWANTED
    )


def _both(link: Link, section: Collection[str]) -> bool:
    return link.from_ in section and link.to in section


def _between(theory: TheoryOfChange, to: Sequence[str], start: Sequence[str]) -> Sequence[Link]:
    """Return the links on the ways from the starts to the ends; all links where none are named."""
    if not (to or start):
        return theory.links
    graph = passing_graph(theory)
    kept = set(graph.nodes)
    if to:
        kept &= upstream(graph, _nodes(theory, to)).keys()
    if start:
        kept &= downstream(graph, _nodes(theory, start)).keys()
    names = {name_of_node(node) for node in kept}
    return [link for link in theory.links if link.from_ in names and link.to in names]


def _nodes(theory: TheoryOfChange, names: Iterable[str]) -> list[str]:
    """Return the nodes of elements, and of wholes both the entry and the exit."""
    graph = passing_graph(theory)
    wanted = [node for name in names for node in (name, f"-> {name}", f"{name} ->")]
    return [node for node in wanted if node in graph.successors]


def _shortest(
    theory: TheoryOfChange, to: Sequence[str], start: Sequence[str]
) -> frozenset[tuple[str, str]]:
    """Return the steps of the shortest way to each aim, where no link is marked as main."""
    graph = passing_forward_graph(theory)
    begun = (start and _nodes(theory, start)) or works(theory, graph)
    starts = [node for node in begun if node in graph.successors]
    steps: set[tuple[str, str]] = set()
    for aim in (tuple(to) or aims(theory))[:_MOST_PATHS]:
        path = named_steps(graph, shortest_path(graph, starts, (aim,)))
        steps.update(pairwise(path))
    return frozenset(steps)


def strands(links: Sequence[Link], longest: int = 6) -> tuple[tuple[Link, ...], ...]:
    """Divide links into strands: each begins where the one before has its end, as far as it goes.

    >>> from tocmodel.model import chain
    >>> links = (*chain("a -> b -> c"), *chain("d -> b"))
    >>> [[link.to for link in strand] for strand in strands(links)]
    [['b', 'c'], ['b']]
    """
    waiting: dict[str, list[Link]] = {}
    for link in links:
        waiting.setdefault(link.from_, []).append(link)
    ends = {link.to for link in links}
    starts = [id_ for id_ in waiting if id_ not in ends]
    found: list[tuple[Link, ...]] = []
    reached: dict[str, None] = {}
    while any(waiting.values()):
        start = next(id_ for id_ in (*starts, *reached, *waiting) if waiting.get(id_))
        strand: list[Link] = []
        while waiting.get(start) and len(strand) < longest:
            strand.append(waiting[start].pop(0))
            start = strand[-1].to
            reached[start] = None
        found.append(tuple(strand))
    return tuple(found)
