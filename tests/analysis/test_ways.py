"""Goals, the ways to them and the links they depend on: the same as networkx finds."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady, webs

from tocmodel.analysis.dominators import dominators, indispensable
from tocmodel.analysis.goals import aims, goals
from tocmodel.analysis.ways import longest_way, shortest_way
from tocmodel.graph import Graph, causal_graph
from tocmodel.model import TheoryOfChange

ids = st.sampled_from([f"o{place}" for place in range(7)])


def network(graph: Graph) -> "nx.DiGraph[str]":
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(graph.nodes)
    found.add_edges_from(graph.edges)
    return found


def reached(graph: "nx.DiGraph[str]", starts: list[str]) -> set[str]:
    return {id_ for start in starts for id_ in (start, *nx.descendants(graph, start))}


def known(graph: Graph, wanted: list[str]) -> list[str]:
    return [id_ for id_ in dict.fromkeys(wanted) if id_ in graph.nodes]


@steady
@given(webs(), st.lists(ids, max_size=3), st.lists(ids, max_size=3))
def test_without_an_indispensable_link_an_end_is_lost_and_without_another_none_is(
    theory: TheoryOfChange, starts: list[str], ends: list[str]
) -> None:
    graph = causal_graph(theory)
    starts, ends = known(graph, starts), known(graph, ends)
    whole = network(graph)
    before = reached(whole, starts).intersection(ends)
    lost = set()
    for pair in graph.edges:
        less = whole.copy()
        less.remove_edge(*pair)
        if reached(less, starts).intersection(ends) != before:
            lost.add(pair)
    assert set(indispensable(graph, starts, ends)) == lost


@steady
@given(webs(), ids)
def test_dominators_are_those_of_networkx(theory: TheoryOfChange, start: str) -> None:
    graph = causal_graph(theory)
    if start not in graph.nodes:
        return
    expected = dict(nx.immediate_dominators(network(graph), start))
    expected[start] = ""
    assert dominators(graph, [start]) == expected


@steady
@given(webs(), st.lists(ids, max_size=3), st.lists(ids, max_size=3))
def test_the_shortest_way_is_as_short_as_networkx_finds_any(
    theory: TheoryOfChange, starts: list[str], ends: list[str]
) -> None:
    graph = causal_graph(theory)
    starts, ends = known(graph, starts), known(graph, ends)
    whole = network(graph)
    lengths = [
        nx.shortest_path_length(whole, start, end)
        for start in starts
        for end in ends
        if nx.has_path(whole, start, end)
    ]
    path = shortest_way(graph, tuple(starts), tuple(ends))
    assert len(path) == (min(lengths) + 1 if lengths else 0)
    assert not path or (path[0] in starts and path[-1] in ends)
    assert nx.is_path(whole, path) if len(path) > 1 else True


@steady
@given(webs(), st.lists(ids, max_size=3), st.lists(ids, max_size=3))
def test_where_nothing_loops_the_longest_way_is_the_longest_of_networkx(
    theory: TheoryOfChange, starts: list[str], ends: list[str]
) -> None:
    graph = causal_graph(theory)
    whole = network(graph)
    if not nx.is_directed_acyclic_graph(whole):
        return
    starts, ends = known(graph, starts), known(graph, ends)
    lengths = [
        len(path)
        for start in starts
        for end in ends
        for path in ([[start]] if start == end else nx.all_simple_paths(whole, start, end))
    ]
    path = longest_way(graph, tuple(starts), tuple(ends))
    assert len(path) == max(lengths, default=0)
    assert not path or (path[0] in starts and path[-1] in ends)


def test_a_way_goes_around_what_it_must_not_pass() -> None:
    graph = causal_graph(outcomes_linked("a -> b -> e", "a -> c -> d -> e"))
    assert shortest_way(graph, ["a"], ["e"], around=["b"]) == ("a", "c", "d", "e")
    assert shortest_way(graph, ["a"], ["e"], around=["b", "d"]) == ()


def test_a_loop_on_the_longest_way_counts_as_one_element() -> None:
    graph = causal_graph(outcomes_linked("a -> b -> c -> b", "c -> d"))
    assert longest_way(graph, ("a",), ("d",)) == ("a", "c", "d")


@pytest.mark.parametrize(
    ("horizons", "expected"),
    [
        ({"a": "short", "b": "long", "c": "impact"}, ("b", "c")),
        ({"a": "short", "b": "long", "c": "medium"}, ("b",)),
        ({"a": "short"}, ("c",)),
    ],
)
def test_the_aims_are_the_wanted_outcomes_of_the_long_term_or_else_the_last(
    horizons: dict[str, str], expected: tuple[str, ...]
) -> None:
    outcomes = {
        id_: {"title": id_, **({"horizon": horizons[id_]} if id_ in horizons else {})}
        for id_ in "abc"
    }
    outcomes["d"] = {"title": "Stigma", "horizon": "impact", "valence": "unwanted"}
    theory = TheoryOfChange(title="Example", outcomes=outcomes, links=["a -> b -> c"])
    assert aims(theory) == expected
    assert goals(theory) == (expected if len(horizons) > 1 else ())
