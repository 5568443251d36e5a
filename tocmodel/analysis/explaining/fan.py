"""From an element back to its causes: the fan that is told, and in which order."""

from collections.abc import Collection, Iterable, Iterator

from tocmodel.analysis.causes import Action, easing, why_graph
from tocmodel.analysis.evidence import NOTHING, weights
from tocmodel.analysis.explaining.beside import bystanders, known_of
from tocmodel.analysis.explaining.parts import Cause, Explanation, Told, Why
from tocmodel.analysis.loops import loops_of
from tocmodel.analysis.reach import upstream
from tocmodel.graph import Edge, Graph, Pair, causal_graph, graph_of
from tocmodel.loading import TheoryLike, as_theory
from tocmodel.model import Effect, TheoryOfChange

MOST_LOOPS = 1_000
"""How many loops among what is told are looked for."""


def explain(
    theory: TheoryLike, id_: str, *, depth: int | None = None, limit: int = 30
) -> Explanation:
    """Return why an element is as it is: its causes, their causes, and what is done about them.

    Of a condition or an unwanted outcome these are the causes behind it, as complex contextual
    analysis asks for them (see ``tocmodel.analysis.causes``); of anything else, what leads to
    it. What is left out is counted, never silent.

    Args:
        theory: the theory.
        id_: id of an element.
        depth: how many links to follow back; all when left out.
        limit: how many causes to tell at most, the nearest first.

    Raises:
        KeyError: the theory has no such element; the message names the nearest id.

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
    told = {cause: every[cause] for cause, _ in zip(near, range(limit + 1), strict=False)}
    among = graph_of(theory, _among(graph, told))
    subject, *causes = (
        known_of(theory, item, steps=steps, has_causes=bool(graph.predecessors[item]))
        for item, steps in told.items()
    )
    actors = {actor.id for item in (subject, *causes) for actor in item.actors}
    return Explanation(
        theory=theory,
        subject=subject,
        causes=tuple(causes),
        whys=tuple(_whys(theory, among, told)),
        eases=tuple(_grouped(theory, easing(theory).get(id_, ()))),
        effects=tuple(_grouped(theory, _led_to(theory, id_))),
        neglected=_neglected((subject, *causes)),
        loops=loops_of(among, limit=MOST_LOOPS),
        bystanders=bystanders(theory, actors),
        left_out=len(every) - len(told),
    )


def _among(graph: Graph, told: Collection[str]) -> Iterator[Edge]:
    for effect in told:
        for item in graph.predecessors[effect]:
            if item in told:
                yield from graph.edges[item, effect]


def _grouped(theory: TheoryOfChange, found: Iterable[Edge]) -> Iterator[Why]:
    """Give what some links say, those between the same two elements together."""
    graph = graph_of(theory, found)
    yield from (_why(theory, graph, pair, Told.ELSEWHERE) for pair in graph.edges)


def _led_to(theory: TheoryOfChange, id_: str) -> Iterator[Edge]:
    graph = causal_graph(theory)
    for effect in graph.successors[id_]:
        yield from graph.edges[id_, effect]


def _neglected(found: Iterable[Cause]) -> tuple[str, ...]:
    left_alone = [item for item in found if item.action in (Action.SYMPTOMS, Action.NOBODY)]
    return tuple(item.id for item in sorted(left_alone, key=lambda item: -item.steps))


def _whys(theory: TheoryOfChange, graph: Graph, steps: dict[str, int]) -> Iterator[Why]:
    """Give the answers depth first, the causes of each below the nearest of its effects."""
    start = next(iter(steps))
    path = {start: None}  # from the subject to where the telling has come, in this order
    left = [iter(_raising_first(graph, start))]
    done = {start}
    while left:
        effect = next(reversed(path))
        item = next(left[-1], None)
        if item is None:
            left.pop()
            path.popitem()
            continue
        here = item not in done and steps[item] == steps[effect] + 1
        told = Told.HERE if here else Told.LOOP if item in path else Told.ELSEWHERE
        yield _why(theory, graph, (item, effect), told)
        if here:
            done.add(item)
            path[item] = None
            left.append(iter(_raising_first(graph, item)))


def _raising_first(graph: Graph, effect: str) -> list[str]:
    """Return what leads to an element, what lowers it after all else."""

    def lowers(cause: str) -> bool:
        links = [edge.link for edge in graph.edges[cause, effect]]
        return all(link is not None and link.effect is Effect.DECREASES for link in links)

    return sorted(graph.predecessors[effect], key=lowers)


def _why(theory: TheoryOfChange, graph: Graph, pair: Pair, told: Told) -> Why:
    return Why(
        cause=pair[0],
        effect=pair[1],
        links=tuple(edge.link for edge in graph.edges[pair] if edge.link is not None),
        weight=weights(theory).get(pair, NOTHING),
        told=told,
    )
