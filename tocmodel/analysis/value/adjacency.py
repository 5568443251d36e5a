"""How the links carry value from one value to another."""

from collections.abc import Mapping

from tocmodel.graph import Graph, attested_part, forward_graph
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.model import TheoryOfChange

ValueAdjacency = tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]
"""For each value, the nearest values before it, and the nearest after it."""


@cached_per_theory
def value_adjacency(theory: TheoryOfChange) -> ValueAdjacency:
    """Return, for each value, the values that carry to it and those it carries to."""
    graph = forward_graph(theory) if theory.value_creation else None
    after = {id_: nearest_values(theory, graph, id_) for id_ in theory.value_creation if graph}
    before: dict[str, list[str]] = {id_: [] for id_ in theory.value_creation}
    for source, targets in after.items():
        for target in targets:
            before[target].append(source)
    return {id_: tuple(ids) for id_, ids in before.items()}, after


@cached_per_theory
def attested_successors(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return, for each value, those it carries to by links that are neither inferred nor drafted.

    As in ``value_adjacency``, only the nearest values count.
    """
    if not theory.value_creation:
        return {}
    graph = attested_part(theory, forward_graph(theory))
    return {id_: nearest_values(theory, graph, id_) for id_ in theory.value_creation}


def nearest_values(theory: TheoryOfChange, graph: Graph, start: str) -> tuple[str, ...]:
    """Return the values that a value leads to with no other value or space in between."""
    found: dict[str, None] = {}
    seen = {start}
    frontier = [start]
    while frontier:
        following = (item for id_ in frontier for item in graph.successors[id_])
        frontier = []
        for id_ in following:
            if id_ in seen:
                continue
            seen.add(id_)
            if id_ in theory.value_creation:
                found[id_] = None
            elif id_ not in theory.spaces:
                frontier.append(id_)
    return tuple(found)
