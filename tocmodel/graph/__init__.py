"""Graphs of a theory: typed edges, causal neighbours, paths and reach."""

from tocmodel.graph.adjacency import (
    Graph,
    attested_graph,
    attested_part,
    causal_graph,
    forward_graph,
    graph_of,
    story_graph,
)
from tocmodel.graph.network import immediate_dominators, to_networkx
from tocmodel.graph.relations import EDGE_KINDS, NODE_KINDS, Edge, Pair, edges, kinds, link_pairs

__all__ = [
    "EDGE_KINDS",
    "NODE_KINDS",
    "Edge",
    "Graph",
    "Pair",
    "attested_graph",
    "attested_part",
    "causal_graph",
    "edges",
    "forward_graph",
    "graph_of",
    "immediate_dominators",
    "kinds",
    "link_pairs",
    "story_graph",
    "to_networkx",
]
