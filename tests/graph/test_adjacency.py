"""The causal links as plain mappings: all of them, those without feedback, those attested."""

from typing import Any

import pytest
from small_theories import outcomes_linked, titled

from tocmodel.graph import (
    Edge,
    Graph,
    attested_graph,
    attested_part,
    causal_graph,
    edges,
    forward_graph,
)
from tocmodel.model import TheoryOfChange


def test_a_graph_holds_its_edges_and_its_neighbours_each_once_in_their_order() -> None:
    theory = outcomes_linked(
        "a -> b", "c -> b", {"from": "a", "to": "b", "effect": "decreases"}, "b -> a", count="a b c"
    )
    first, second, third, fourth = (
        Edge(kind="causal", from_=link.from_, to=link.to, pointer=("links", place), link=link)
        for place, link in enumerate(theory.links)
    )
    assert causal_graph(theory) == Graph(
        nodes=("a", "b", "c"),
        successors={"a": ("b",), "b": ("a",), "c": ("b",)},
        predecessors={"a": ("b",), "b": ("a", "c"), "c": ()},
        edges={("a", "b"): (first, third), ("c", "b"): (second,), ("b", "a"): (fourth,)},
    )


def pairs(graph: Graph) -> list[tuple[str, str]]:
    return list(graph.edges)


@pytest.mark.parametrize(
    ("origin", "kept"),
    [
        ({}, True),
        ({"origin": "inferred"}, False),
        ({"origin": "drafted"}, False),
        ({"origin": "inferred", "agreed": {"with": ["families"]}}, True),
    ],
)
@pytest.mark.parametrize("where", ["link", "cause", "effect"])
def test_a_link_is_attested_where_it_and_both_its_ends_are(
    where: str, origin: dict[str, Any], kept: bool
) -> None:
    claims: dict[str, dict[str, Any]] = {"link": {}, "cause": {}, "effect": {}, where: origin}
    theory = TheoryOfChange(
        title="Example",
        partners=titled("families"),
        conditions={
            "a": {"title": "A", **claims["cause"]},
            "b": {"title": "B", **claims["effect"]},
            "c": {"title": "C"},
        },
        links=[{"from": "a", "to": "b", **claims["link"]}, "c -> c"],
    )
    assert pairs(attested_graph(theory)) == ([("a", "b"), ("c", "c")] if kept else [("c", "c")])


def test_of_a_part_of_a_graph_the_attested_part_is_all_that_is_left() -> None:
    theory = outcomes_linked(
        "a -> b",
        {"from": "b", "to": "a", "feedback": True},
        {"from": "b", "to": "c", "origin": "inferred"},
    )
    assert attested_part(theory, forward_graph(theory)) == Graph(
        nodes=("a", "b", "c", "d", "e"),
        successors={"a": ("b",), "b": (), "c": (), "d": (), "e": ()},
        predecessors={"a": (), "b": ("a",), "c": (), "d": (), "e": ()},
        edges={("a", "b"): (edges(theory)[0],)},
    )


def test_risks_are_no_causes_and_without_feedback_the_forward_graph_is_the_causal_one() -> None:
    theory = TheoryOfChange(
        title="Example", outcomes=titled("a b"), risks=titled("r"), links=["a -> b", "r -> a"]
    )
    assert pairs(causal_graph(theory)) == [("a", "b")]
    assert forward_graph(theory) is causal_graph(theory)
