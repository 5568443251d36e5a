"""A theory as a networkx graph, for any analysis that networkx offers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph.adjacency import Graph
from tocmodel.graph.relations import NODE_KINDS, Edge, edges
from tocmodel.model import ELEMENT_SECTIONS, Element

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(theory: TheoryLike, *, objects: bool = False) -> nx.MultiDiGraph[str]:
    """Return the theory as a networkx graph with typed nodes and edges.

    Included theories are part of it. Each element is a node with ``kind``, ``title``, ``level``,
    ``domain`` and ``group``. Each relation is an edge with ``kind``; causal edges have the
    ``effect`` of their link and whether it is ``feedback`` as well. All of these are strings and
    booleans, which networkx writes as GraphML, GEXF, GML and JSON.

    An edge that is about a link, such as evidence for it, ends at the effect of that link and names
    the link in ``about``, as ``cause -> effect``; ``about`` of all other edges is empty. So ``about
    == ""`` selects the edges about the element itself.

    An edge's key is its kind, with the link if it is about one: ``supports club -> fed``; where
    several have the same key, a number follows: ``causal-2``.

    Links that start or end at a whole join no two elements, and are not in the graph.

    Args:
        theory: the theory, a document that holds it, or the path of its file.
        objects: also give each node its ``element``, each edge its ``link`` and ``pointer``, and
            the graph its ``theory``, as tocmodel's own values.

    >>> from tocmodel.model import TheoryOfChange
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
    import networkx as nx  # noqa: PLC0415  # takes longer to import than a check takes to run

    theory = as_theory(theory).whole
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(title=theory.title)
    if objects:
        graph.graph["theory"] = theory
    for section in ELEMENT_SECTIONS:
        for id_, element in getattr(theory, section).items():
            graph.add_node(id_, **_node(element, NODE_KINDS[section], objects=objects))
    seen: dict[tuple[str, str, str], int] = {}
    for edge in edges(theory):
        name = f"{edge.kind} {_about(edge)}".rstrip()
        place = (edge.from_, edge.to, name)
        seen[place] = number = seen.get(place, 0) + 1
        key = name if number == 1 else f"{name}-{number}"
        graph.add_edge(edge.from_, edge.to, key=key, **_attributes(edge, objects=objects))
    return graph


def immediate_dominators(graph: Graph, starts: Iterable[str]) -> dict[str, str]:
    """Return, for each element reached from the starts, the last one that every path to it passes.

    It is empty if there is none, as for the starts themselves. Each element comes after the one
    that dominates it. (K. Cooper, T. Harvey and K. Kennedy, "A simple, fast dominance algorithm",
    2001, as in networkx.)
    """
    import networkx as nx  # noqa: PLC0415  # as above

    top = ""  # comes before all starts; no element has this id
    network: nx.DiGraph[str] = nx.DiGraph()
    network.add_edges_from((cause, to) for cause, ids in graph.successors.items() for to in ids)
    network.add_node(top)
    network.add_edges_from((top, start) for start in starts)
    found: dict[str, str] = nx.immediate_dominators(network, top)
    return {id_: above for id_, above in found.items() if id_ != top}


def _node(element: Element, kind: str, *, objects: bool) -> dict[str, object]:
    """Return the data of a networkx node."""
    plain: dict[str, object] = {
        "kind": kind,
        "title": element.title,
        "level": str(element.level or ""),
        "domain": element.domain,
        "group": element.group,
    }
    return {**plain, "element": element} if objects else plain


def _about(edge: Edge) -> str:
    return " -> ".join(edge.about or ())


def _attributes(edge: Edge, *, objects: bool) -> dict[str, object]:
    """Return the data of a networkx edge."""
    found: dict[str, object] = {"kind": edge.kind, "about": _about(edge)}
    if edge.link is not None and edge.about is None:
        found |= {"effect": str(edge.link.effect), "feedback": edge.link.feedback}
    return {**found, "link": edge.link, "pointer": edge.pointer} if objects else found


def communities(
    ids: Sequence[str], pairs: Iterable[tuple[str, str]]
) -> tuple[tuple[str, ...], ...]:
    """Return groups of ids with more pairs within each than between them, the largest first.

    By the method of V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, "Fast unfolding
    of communities in large networks", Journal of Statistical Mechanics (2008), as networkx has it,
    with a fixed seed. The direction of a pair does not count.

    >>> communities("abcdef", ["ab", "bc", "ac", "cd", "de", "ef", "df"])
    (('a', 'b', 'c'), ('d', 'e', 'f'))
    """
    import networkx as nx  # noqa: PLC0415  # see to_networkx

    number = {id_: place for place, id_ in enumerate(ids)}
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(ids)))  # numbers: texts have another order in each run
    graph.add_edges_from((number[one], number[other]) for one, other in pairs)
    found = nx.community.louvain_communities(graph, seed=1)
    groups = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group[0]))
    return tuple(tuple(ids[place] for place in group) for group in groups)
