"""From an element back to its causes: what an explanation includes, and in which order."""

from collections.abc import Collection, Iterable, Iterator

from tocmodel.analysis.causes import Action, easing_links, why_graph
from tocmodel.analysis.evidence import NO_EVIDENCE, weights_of_evidence
from tocmodel.analysis.explanation.cause import bystanders, describe_cause
from tocmodel.analysis.explanation.model import Cause, CausesListed, Explanation, Why
from tocmodel.analysis.explanation.through_wholes import links_after, links_before
from tocmodel.analysis.loops import loops_of
from tocmodel.analysis.named_loops import named_loops
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph import Edge, Graph, Pair, causal_graph, edges, graph_of
from tocmodel.graph.reach import upstream
from tocmodel.model import Effect, TheoryOfChange

MOST_LOOPS = 1_000
"""How many loops to look for among the listed elements."""


def explain(
    theory: TheoryLike, id_: str, *, depth: int | None = None, limit: int = 30
) -> Explanation:
    """Explain an element: its causes, their causes, and what is done about them.

    For a condition or an unwanted outcome these are the causes behind it, as in complex contextual
    analysis (see ``tocmodel.analysis.causes``); for anything else, the elements that lead to it.
    Causes that are left out are counted.

    Args:
        theory: the theory.
        id_: id of an element.
        depth: how many links to follow back; all by default.
        limit: the most causes to list, the nearest first.

    Raises:
        UnknownIdError: the theory has no such element; the message names the nearest id.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={id_: {"title": id_} for id_ in ("rents", "debt", "hunger")},
    ...     interventions={"club": {"title": "Breakfast club", "addresses": ["hunger"]}},
    ...     links=["rents -> debt -> hunger"],
    ... )
    >>> found = explain(theory, "hunger")
    >>> [(cause.id, cause.steps, cause.action.value) for cause in found.causes]
    [('debt', 1, 'symptoms'), ('rents', 2, 'symptoms')]
    >>> found.neglected, found.subject.acted_on_by
    (('rents', 'debt'), ('club',))
    """
    theory = as_theory(theory)
    theory = theory.whole
    theory.element(id_)
    graph = why_graph(theory)
    every = upstream(graph, [id_])
    near = (cause for cause, steps in every.items() if depth is None or steps <= depth)
    listed = {cause: every[cause] for cause, _ in zip(near, range(limit + 1), strict=False)}
    among = graph_of(theory, _among(graph, listed))
    subject, *causes = (
        describe_cause(theory, item, steps=steps, has_causes=bool(graph.predecessors[item]))
        for item, steps in listed.items()
    )
    actors = {actor.id for item in (subject, *causes) for actor in item.actors}
    return Explanation(
        theory=theory,
        subject=subject,
        causes=tuple(causes),
        whys=tuple(_whys(theory, among, listed)),
        eases=tuple(_grouped(theory, easing_links(theory).get(id_, ()))),
        effects=tuple(_grouped(theory, _led_to(theory, id_))),
        before=links_before(theory, id_),
        after=links_after(theory, id_),
        associated=tuple(_associated(theory, id_)),
        neglected=_neglected((subject, *causes)),
        loops=loops_of(among, limit=MOST_LOOPS),
        named=tuple(loop for loop in named_loops(theory) if id_ in loop.elements),
        bystanders=bystanders(theory, actors),
        left_out=len(every) - len(listed),
    )


def _among(graph: Graph, listed: Collection[str]) -> Iterator[Edge]:
    for effect in listed:
        for item in graph.predecessors[effect]:
            if item in listed:
                yield from graph.edges[item, effect]


def _grouped(theory: TheoryOfChange, found: Iterable[Edge]) -> Iterator[Why]:
    """Yield one answer for each pair of elements; links between the same two come together."""
    graph = graph_of(theory, found)
    yield from (_why(theory, graph, pair, CausesListed.ELSEWHERE) for pair in graph.edges)


def _led_to(theory: TheoryOfChange, id_: str) -> Iterator[Edge]:
    graph = causal_graph(theory)
    for effect in graph.successors[id_]:
        yield from graph.edges[id_, effect]


def _associated(theory: TheoryOfChange, id_: str) -> Iterable[str]:
    ends = (
        edge.to if edge.from_ == id_ else edge.from_
        for edge in edges(theory)
        if edge.kind == "associated" and id_ in (edge.from_, edge.to)
    )
    return dict.fromkeys(ends)


def _neglected(found: Iterable[Cause]) -> tuple[str, ...]:
    left_alone = [item for item in found if item.action in (Action.SYMPTOMS, Action.NOBODY)]
    return tuple(item.id for item in sorted(left_alone, key=lambda item: -item.steps))


def _whys(theory: TheoryOfChange, graph: Graph, steps: dict[str, int]) -> Iterator[Why]:
    """Yield the answers depth first; the causes of each come below the nearest of its effects."""
    start = next(iter(steps))
    path = {start: None}  # from the subject to the current element, in this order
    left = [iter(_raising_first(graph, start))]
    done = {start}
    while left:
        effect = next(reversed(path))
        item = next(left[-1], None)
        if item is None:
            left.pop()
            path.popitem()
            continue
        is_first = item not in done and steps[item] == steps[effect] + 1
        causes_listed = (
            CausesListed.HERE
            if is_first
            else CausesListed.LOOP
            if item in path
            else CausesListed.ELSEWHERE
        )
        yield _why(theory, graph, (item, effect), causes_listed)
        if is_first:
            done.add(item)
            path[item] = None
            left.append(iter(_raising_first(graph, item)))


def _raising_first(graph: Graph, effect: str) -> list[str]:
    """Return the links to an element; those that lower it come last."""

    def lowers(cause: str) -> bool:
        links = [edge.link for edge in graph.edges[cause, effect]]
        return all(link is not None and link.effect is Effect.DECREASES for link in links)

    return sorted(graph.predecessors[effect], key=lowers)


def _why(theory: TheoryOfChange, graph: Graph, pair: Pair, causes_listed: CausesListed) -> Why:
    return Why(
        cause=pair[0],
        effect=pair[1],
        links=tuple(edge.link for edge in graph.edges[pair] if edge.link is not None),
        weight=weights_of_evidence(theory).get(pair, NO_EVIDENCE),
        causes_listed=causes_listed,
    )
