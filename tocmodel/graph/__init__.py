"""The one place that builds graphs: typed edges, causal adjacency, networkx."""

from tocmodel.graph.causal import (
    Graph,
    causal_graph,
    forward_graph,
    graph_of,
    told_graph,
    told_part,
)
from tocmodel.graph.network import to_networkx
from tocmodel.graph.relations import EDGE_KINDS, NODE_KINDS, Edge, Pair, edges, kinds, link_pairs

__all__ = [
    "EDGE_KINDS",
    "NODE_KINDS",
    "Edge",
    "Graph",
    "Pair",
    "causal_graph",
    "edges",
    "forward_graph",
    "graph_of",
    "kinds",
    "link_pairs",
    "to_networkx",
    "told_graph",
    "told_part",
]
