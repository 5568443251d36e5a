"""A theory as a networkx graph."""

import subprocess
import sys

import networkx as nx
from hypothesis import given
from small_theories import few, outcomes_linked, titled
from strategies import theories

from tocmodel.graph import causal_graph, edges, forward_graph, to_networkx
from tocmodel.model import TheoryOfChange


def test_elements_are_nodes_and_links_are_edges_with_what_they_are() -> None:
    theory = TheoryOfChange(
        title="Breakfast",
        interventions={"club": {"title": "Breakfast club", "level": "child", "group": "food"}},
        outcomes=titled("fed"),
        links=[{"from": "club", "to": "fed", "effect": "changes"}],
    )
    graph = to_networkx(theory)
    link = theory.links[0]
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.nodes["club"] == {
        "kind": "intervention",
        "title": "Breakfast club",
        "level": "child",
        "domain": "",
        "group": "food",
        "element": theory.interventions["club"],
    }
    assert graph.edges["club", "fed", "causal"] == {
        "kind": "causal",
        "link": link,
        "about": None,
        "pointer": ("links", 0),
        "effect": "changes",
        "feedback": False,
    }


def test_several_edges_of_a_kind_are_all_kept() -> None:
    graph = to_networkx(outcomes_linked("a -> b", "a -> b", "a -> b"))
    assert list(graph.edges(keys=True)) == [
        ("a", "b", "causal"),
        ("a", "b", "causal-2"),
        ("a", "b", "causal-3"),
    ]


@few
@given(theories())
def test_no_element_and_no_relation_is_lost(theory: TheoryOfChange) -> None:
    graph = to_networkx(theory)
    assert list(graph) == list(theory.elements)
    assert sorted((a, b, data["kind"]) for a, b, data in graph.edges(data=True)) == sorted(
        (edge.from_, edge.to, edge.kind) for edge in edges(theory)
    )


@few
@given(theories())
def test_the_plain_graph_has_the_causal_edges_of_the_networkx_graph(theory: TheoryOfChange) -> None:
    graph = to_networkx(theory)
    causal = {(a, b) for a, b, kind in graph.edges(data="kind") if kind == "causal"}
    plain = causal_graph(theory)
    assert {(a, b) for a, after in plain.successors.items() for b in after} == causal
    assert {(a, b) for b, before in plain.predecessors.items() for a in before} == causal


def test_the_forward_graph_leaves_feedback_out() -> None:
    theory = outcomes_linked("a -> b", {"from": "b", "to": "a", "feedback": True})
    assert causal_graph(theory).successors["b"] == ("a",)
    assert forward_graph(theory).successors["b"] == ()


def test_networkx_is_imported_only_to_make_its_graph() -> None:
    code = (
        "import sys, tocmodel.graph, tocmodel.analysis, tocmodel.diagram, tocmodel.render.dot\n"
        "print({'networkx', 'graphviz', 'pygraphviz'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "set()\n"
