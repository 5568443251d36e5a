"""The causal links as plain mappings, quick to make and to walk."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from tocmodel.graph.components import strong_components
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.relations import Edge, Pair, edges
from tocmodel.model import HasOrigin, TheoryOfChange


@frozen(slots=False)
class Graph:
    """The causal links as plain mappings, each way.

    Attributes:
        nodes: ids of all elements, in the order of the theory.
        successors: to the elements that each leads to, each once, in the order of the links.
        predecessors: to the elements that lead to each.
        edges: the edges between two elements; there may be several.
    """

    nodes: tuple[str, ...]
    successors: Mapping[str, tuple[str, ...]]
    predecessors: Mapping[str, tuple[str, ...]]
    edges: Mapping[Pair, tuple[Edge, ...]]

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """The sets of elements that all lead to one another, effects before causes.

        An element on no loop is a set by itself.
        """
        return strong_components(self.nodes, self.successors)


@cached_per_theory
def causal_graph(theory: TheoryOfChange) -> Graph:
    """Return the graph of the causal links, feedback included, risks left out.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     interventions={"club": {"title": "Breakfast club"}},
    ...     outcomes={"fed": {"title": "Children are not hungry"}},
    ...     links=["club -> fed"],
    ... )
    >>> causal_graph(theory).successors["club"]
    ('fed',)
    """
    return graph_of(theory, (edge for edge in edges(theory) if edge.kind == "causal"))


@cached_per_theory
def forward_graph(theory: TheoryOfChange) -> Graph:
    """Return the graph of the causal links without those marked as feedback."""
    if not any(link.feedback for link in theory.links):
        return causal_graph(theory)
    causal = (edge for edge in edges(theory) if edge.kind == "causal")
    return graph_of(theory, (edge for edge in causal if not (edge.link and edge.link.feedback)))


@cached_per_theory
def story_graph(theory: TheoryOfChange) -> Graph:
    """Return the graph of the causal links as written: no feedback, and mutual links one way."""
    forward = forward_graph(theory)
    if not any(link.is_mutual for link in theory.links):
        return forward
    every = (edge for found in forward.edges.values() for edge in found)
    return graph_of(theory, (edge for edge in every if not edge.is_way_back))


@cached_per_theory
def attested_graph(theory: TheoryOfChange) -> Graph:
    """Return the graph of the causal links that are not inferred or drafted, feedback included."""
    return attested_part(theory, causal_graph(theory))


def attested_part(theory: TheoryOfChange, graph: Graph) -> Graph:
    """Return a graph without links and elements that are only inferred or drafted."""
    every = (edge for found in graph.edges.values() for edge in found)
    return graph_of(theory, (edge for edge in every if _is_attested(theory, edge)))


def _is_attested(theory: TheoryOfChange, edge: Edge) -> bool:
    claims = (edge.link, theory.element(edge.from_), theory.element(edge.to))
    return all(claim.standing.is_attested for claim in claims if isinstance(claim, HasOrigin))


def graph_of(theory: TheoryOfChange, chosen: Iterable[Edge]) -> Graph:
    """Return the graph of some edges over all elements of the theory."""
    between: dict[Pair, list[Edge]] = {}
    for edge in chosen:
        between.setdefault((edge.from_, edge.to), []).append(edge)
    after: dict[str, list[str]] = {id_: [] for id_ in theory.elements}
    before: dict[str, list[str]] = {id_: [] for id_ in theory.elements}
    for cause, effect in between:
        after[cause].append(effect)
        before[effect].append(cause)
    return Graph(
        tuple(theory.elements),
        {id_: tuple(ids) for id_, ids in after.items()},
        {id_: tuple(ids) for id_, ids in before.items()},
        {pair: tuple(found) for pair, found in between.items()},
    )
