"""From which value to which other value is carried along the links."""

from collections.abc import Mapping

from tocmodel.graph import Graph, forward_graph, told_part
from tocmodel.graph.remembering import remembered
from tocmodel.model import TheoryOfChange

Carried = tuple[Mapping[str, tuple[str, ...]], Mapping[str, tuple[str, ...]]]
"""For each value, the values nearest before it, and those nearest after it."""


@remembered
def carried(theory: TheoryOfChange) -> Carried:
    """Return for each value those from which value was carried to it, and those it carries to."""
    graph = forward_graph(theory) if theory.value_creation else None
    after = {id_: nearest_values(theory, graph, id_) for id_ in theory.value_creation if graph}
    before: dict[str, list[str]] = {id_: [] for id_ in theory.value_creation}
    for source, targets in after.items():
        for target in targets:
            before[target].append(source)
    return {id_: tuple(ids) for id_, ids in before.items()}, after


@remembered
def carried_as_told(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return for each value those it carries to by links that are neither inferred nor drafted.

    The values between are left out as they are in ``carried``.
    """
    if not theory.value_creation:
        return {}
    graph = told_part(theory, forward_graph(theory))
    return {id_: nearest_values(theory, graph, id_) for id_ in theory.value_creation}


def nearest_values(theory: TheoryOfChange, graph: Graph, start: str) -> tuple[str, ...]:
    """Return the values that a value leads to by links, with no other value or space between."""
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
