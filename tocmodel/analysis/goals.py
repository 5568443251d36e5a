"""What a theory aims at, and the shortest and the longest way there."""

from tocmodel.analysis.loops import strong_components
from tocmodel.analysis.reach import downstream, upstream
from tocmodel.graph import Graph
from tocmodel.model import Horizon, Outcome, TheoryOfChange


def is_wanted(outcome: Outcome) -> bool:
    """Say whether an outcome is aimed at: neither unwanted nor a side effect."""
    return not outcome.unintended and outcome.valence.value == "wanted"


def goals(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the ids of the goals: the wanted outcomes of the long term, and impacts.

    >>> outcomes = {"fed": {"title": "Fed"}, "learn": {"title": "Learn", "horizon": "long"}}
    >>> goals(TheoryOfChange(title="Breakfast", outcomes=outcomes))
    ('learn',)
    """
    far = (Horizon.LONG, Horizon.IMPACT)
    return tuple(
        outcome.id
        for outcome in theory.outcomes.values()
        if outcome.horizon in far and is_wanted(outcome)
    )


def aims(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the ids of the goals, or of the wanted outcomes that lead to no further outcome.

    A theory that says nothing of the long term has aims all the same.
    """
    return goals(theory) or tuple(
        outcome.id
        for outcome in theory.outcomes.values()
        if is_wanted(outcome)
        and not any(link.to in theory.outcomes for link in theory.links_from(outcome.id))
    )


def between(graph: Graph, starts: tuple[str, ...], ends: tuple[str, ...]) -> Graph:
    """Return the part of a graph that lies on the way from a start to an end."""
    kept = downstream(graph, starts).keys() & upstream(graph, ends).keys()
    nodes = tuple(id_ for id_ in graph.nodes if id_ in kept)
    return Graph(
        nodes,
        {id_: tuple(step for step in graph.successors[id_] if step in kept) for id_ in nodes},
        {id_: tuple(step for step in graph.predecessors[id_] if step in kept) for id_ in nodes},
        {pair: found for pair, found in graph.edges.items() if kept.issuperset(pair)},
    )


def shortest(graph: Graph, starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids along the shortest way from any start to any end; none where there is none."""
    steps = downstream(graph, starts)
    reached = [end for end in ends if end in steps]
    if not reached:
        return ()
    path = [min(reached, key=lambda end: steps[end])]
    while steps[path[-1]]:
        here = path[-1]
        path.append(
            next(item for item in graph.predecessors[here] if steps.get(item) == steps[here] - 1)
        )
    return tuple(reversed(path))


def longest(graph: Graph, starts: tuple[str, ...], ends: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids along the longest way from a start to an end; none where there is none.

    Of a loop on the way one element is named: the others neither come before it nor after it.
    """
    part = between(graph, starts, ends)
    behind: dict[str, tuple[int, str]] = {}
    for component in reversed(strong_components(part)):
        members = set(component)
        ways = [
            (behind[cause][0] + 1, cause)
            for id_ in component
            for cause in part.predecessors[id_]
            if cause not in members
        ]
        behind.update(dict.fromkeys(component, max(ways, key=lambda way: way[0], default=(0, ""))))
    if not behind:
        return ()
    path = [max(part.nodes, key=lambda id_: behind[id_][0])]
    while behind[path[-1]][1]:
        path.append(behind[path[-1]][1])
    return tuple(reversed(path))
