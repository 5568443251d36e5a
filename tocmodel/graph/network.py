"""A theory as a networkx graph, for analysis with anything that networkx offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tocmodel.graph.relations import NODE_KINDS, Edge, edges
from tocmodel.loading import TheoryLike, as_theory
from tocmodel.model import ELEMENT_SECTIONS

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(theory: TheoryLike) -> nx.MultiDiGraph[str]:
    """Return the theory as a networkx graph with typed nodes and edges.

    Included theories are part of it. Each element is a node with ``kind``, ``title``, ``level``,
    ``domain``, ``group`` and ``element`` (the element itself). Each relation is an edge with
    ``kind``, ``link`` (the causal link that it is, or is about), ``about`` and ``pointer``; causal
    edges have the ``effect`` and ``feedback`` of their link too. An edge's key is its kind, and
    ``causal-2`` and so on where there are several of a kind between the same two elements.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     interventions={"club": {"title": "Breakfast club"}},
    ...     outcomes={"fed": {"title": "Children are not hungry"}},
    ...     links=["club -> fed"],
    ... )
    >>> graph = to_networkx(theory)
    >>> graph.nodes["fed"]["kind"], list(graph.edges(keys=True))
    ('outcome', [('club', 'fed', 'causal')])
    """
    theory = as_theory(theory)
    import networkx as nx  # noqa: PLC0415  # takes longer to import than a check takes to run

    theory = theory.whole
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=theory.title, theory=theory)
    for section in ELEMENT_SECTIONS:
        for id_, element in getattr(theory, section).items():
            graph.add_node(
                id_,
                kind=NODE_KINDS[section],
                title=element.title,
                level=str(element.level or ""),
                domain=element.domain,
                group=element.group,
                element=element,
            )
    seen: dict[tuple[str, str, str], int] = {}
    for edge in edges(theory):
        place = (edge.from_, edge.to, edge.kind)
        seen[place] = number = seen.get(place, 0) + 1
        key = edge.kind if number == 1 else f"{edge.kind}-{number}"
        graph.add_edge(edge.from_, edge.to, key=key, **_attributes(edge))
    return graph


def _attributes(edge: Edge) -> dict[str, object]:
    """Return what a networkx edge carries."""
    common: dict[str, object] = {
        "kind": edge.kind,
        "link": edge.link,
        "about": edge.about,
        "pointer": edge.pointer,
    }
    if edge.link is None or edge.about is not None:
        return common
    return {**common, "effect": str(edge.link.effect), "feedback": edge.link.feedback}
