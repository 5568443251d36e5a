"""A theory as a networkx graph."""

import io
import json
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest
from example_models import NAMES, model_file
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
    node = {
        "kind": "intervention",
        "title": "Breakfast club",
        "level": "child",
        "domain": "",
        "group": "food",
    }
    edge = {"kind": "causal", "about": "", "effect": "changes", "feedback": False}
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.graph == {"title": "Breakfast"}
    assert graph.nodes["club"] == node
    assert graph.nodes["fed"] == {
        "kind": "outcome",
        "title": "The fed",
        "level": "",
        "domain": "",
        "group": "",
    }
    assert graph.edges["club", "fed", "causal"] == edge
    ours = to_networkx(theory, objects=True)
    assert ours.graph == {"title": "Breakfast", "theory": theory}
    assert ours.nodes["club"] == {**node, "element": theory.interventions["club"]}
    assert ours.edges["club", "fed", "causal"] == {
        **edge,
        "link": theory.links[0],
        "pointer": ("links", 0),
    }


def test_what_is_about_a_link_is_kept_apart_from_what_is_about_its_effect() -> None:
    theory = TheoryOfChange(
        title="Breakfast",
        interventions={"club": {"title": "Breakfast club"}},
        outcomes=titled("fed"),
        evidence={"trial": {"title": "A trial", "supports": ["fed", "club -> fed"]}},
        links=["club -> fed"],
    )
    graph = to_networkx(theory)
    assert {key: data["about"] for _, _, key, data in graph.edges(keys=True, data=True)} == {
        "causal": "",
        "supports": "",
        "supports club -> fed": "club -> fed",
    }


def _json_copy(graph: Any) -> Any:
    return nx.node_link_graph(json.loads(json.dumps(nx.node_link_data(graph))))


def _through(write: Callable[..., None], read: Callable[..., Any]) -> Callable[[Any], Any]:
    def copy(graph: Any) -> Any:
        file = io.BytesIO()
        write(graph, file)
        file.seek(0)
        return read(file)

    return copy


COPIES = {
    "graphml": _through(nx.write_graphml_xml, nx.read_graphml),
    "gexf": _through(nx.write_gexf, nx.read_gexf),
    "gml": _through(nx.write_gml, nx.read_gml),
    "json": _json_copy,
}


@pytest.mark.parametrize("form", COPIES)
@pytest.mark.parametrize("name", NAMES)
def test_networkx_writes_and_reads_the_graph_of_every_example(name: str, form: str) -> None:
    graph = to_networkx(model_file(name))
    copy = COPIES[form](graph)
    titles = nx.get_node_attributes(graph, "title")
    kept = nx.get_node_attributes(copy, "title")
    assert kept == titles
    kinds = sorted((a, b, data["kind"], data["about"]) for a, b, data in graph.edges(data=True))
    assert kinds == sorted(
        (a, b, data["kind"], data["about"]) for a, b, data in copy.edges(data=True)
    )


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
