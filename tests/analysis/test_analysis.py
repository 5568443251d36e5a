"""Reach, pathways, loops and depth: the same as networkx finds, and bounded."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady, webs

from tocmodel.analysis import (
    Loop,
    LoopSign,
    Pathways,
    depths,
    downstream,
    find_loops,
    pathways,
    strong_components,
    upstream,
)
from tocmodel.graph import Graph, causal_graph, forward_graph
from tocmodel.model import TheoryOfChange

LONG = 100_000


def network(graph: Graph) -> "nx.DiGraph[str]":
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(graph.nodes)
    found.add_edges_from((a, b) for a, after in graph.successors.items() for b in after)
    return found


def long_chain(*, closed: bool = False) -> Graph:
    ids = [f"o{place}" for place in range(LONG)]
    pairs = list(pairwise(ids)) + ([(ids[-1], ids[0])] if closed else [])
    after: dict[str, tuple[str, ...]] = dict.fromkeys(ids, ())
    before: dict[str, tuple[str, ...]] = dict.fromkeys(ids, ())
    for a, b in pairs:
        after[a], before[b] = (b,), (a,)
    return Graph(tuple(ids), after, before, dict.fromkeys(pairs, ()))


@steady
@given(webs(), st.none() | st.integers(0, 4))
def test_reach_is_what_networkx_reaches(theory: TheoryOfChange, within: int | None) -> None:
    graph = causal_graph(theory)
    for id_ in graph.nodes:
        for ours, theirs in ((downstream, network(graph)), (upstream, network(graph).reverse())):
            expected = nx.single_source_shortest_path_length(theirs, id_, within)
            assert ours(graph, [id_], within=within) == dict(expected)


def test_reach_from_several_starts_counts_from_the_nearest() -> None:
    graph = causal_graph(outcomes_linked("a -> b -> c", "d -> c"))
    assert downstream(graph, ["a", "d"]) == {"a": 0, "d": 0, "b": 1, "c": 1}


@steady
@given(webs(), st.booleans())
def test_pathways_are_the_simple_paths_of_networkx(theory: TheoryOfChange, feedback: bool) -> None:
    graph = network(causal_graph(theory) if feedback else forward_graph(theory))
    for to in graph:
        if to == "o0":
            continue
        expected = {tuple(path) for path in nx.all_simple_paths(graph, "o0", to)}
        found = pathways(theory, "o0", to, feedback=feedback)
        assert set(found.paths) == expected
        assert len(found.paths) == len(expected)
        assert [len(path) for path in found.paths] == sorted(len(path) for path in expected)
        assert not found.truncated


@pytest.mark.parametrize(("limit", "truncated"), [(1, True), (3, True), (4, False), (5, False)])
def test_pathways_say_when_there_are_more(limit: int, truncated: bool) -> None:
    theory = outcomes_linked("a -> b -> e", "a -> c -> e", "a -> d -> e", "a -> e")
    found = pathways(theory, "a", "e", limit=limit)
    assert len(found.paths) == min(limit, 4)
    assert found.truncated is truncated


def test_pathways_end_where_there_are_more_than_stars() -> None:
    steps = range(40)
    ids = [f"{side}{step}" for step in steps for side in "abc"]
    links = [
        link
        for step, following in pairwise(steps)
        for link in (
            f"a{step} -> b{step} -> a{following}",
            f"a{step} -> c{step} -> a{following}",
        )
    ]
    found = pathways(outcomes_linked(*links, count=" ".join(ids)), "a0", "a39", limit=10)
    assert len(found.paths) == 10
    assert found.truncated


def test_pathways_end_where_everything_leads_to_everything() -> None:
    ids = [f"o{place}" for place in range(30)]
    links = [f"{a} -> {b}" for a in ids for b in ids if a != b]
    found = pathways(outcomes_linked(*links, count=" ".join(ids)), "o0", "o1", limit=5)
    assert len(found.paths) == 5
    assert found.truncated


def test_there_is_no_pathway_between_what_is_not_linked() -> None:
    assert pathways(outcomes_linked("a -> b"), "b", "a") == Pathways(paths=())
    assert pathways(outcomes_linked("a -> b"), "a", "a") == Pathways(paths=())


def test_a_pathway_from_nowhere_names_the_nearest_element() -> None:
    with pytest.raises(KeyError, match=r"no element 'school-reddy'; did you mean 'school-ready'\?"):
        pathways(outcomes_linked(count="school-ready"), "school-reddy", "school-ready")


@steady
@given(webs())
def test_strong_components_are_those_of_networkx(theory: TheoryOfChange) -> None:
    graph = causal_graph(theory)
    found = strong_components(graph)
    assert {frozenset(ids) for ids in found} == {
        frozenset(ids) for ids in nx.strongly_connected_components(network(graph))
    }
    place = {id_: number for number, ids in enumerate(found) for id_ in ids}
    assert all(place[a] >= place[b] for a, b in network(graph).edges)


@steady
@given(webs())
def test_the_loops_named_are_loops_and_cover_every_link_on_one(theory: TheoryOfChange) -> None:
    graph = causal_graph(theory)
    found = find_loops(graph)
    every = {tuple(sorted(loop)) for loop in nx.simple_cycles(network(graph))}
    covered = set()
    for loop in found.loops:
        assert tuple(sorted(loop.path)) in every
        around = list(zip(loop.path, (*loop.path[1:], loop.path[0]), strict=True))
        assert all(network(graph).has_edge(*pair) for pair in around)
        assert not covered.issuperset(around)
        covered.update(around)
    components = list(nx.strongly_connected_components(network(graph)))
    assert covered == {
        (a, b) for a, b in network(graph).edges for ids in components if {a, b} <= ids
    }


@pytest.mark.parametrize(
    ("effects", "sign"),
    [
        (("increases", "increases"), LoopSign.REINFORCING),
        (("decreases", "decreases"), LoopSign.REINFORCING),
        (("increases", "decreases"), LoopSign.BALANCING),
        (("changes", "decreases"), LoopSign.UNKNOWN),
        (("unknown", "increases"), LoopSign.UNKNOWN),
    ],
)
def test_the_sign_of_a_loop(effects: tuple[str, str], sign: LoopSign) -> None:
    there, back = effects
    theory = outcomes_linked(
        {"from": "a", "to": "b", "effect": there},
        {"from": "b", "to": "a", "effect": back, "feedback": True},
    )
    assert find_loops(causal_graph(theory)).loops == (
        Loop(path=("a", "b"), sign=sign, marked=True),
    )


def test_a_loop_begins_where_its_feedback_leads_back_to() -> None:
    theory = outcomes_linked("b -> c -> a", {"from": "a", "to": "b", "feedback": True})
    assert [loop.path for loop in find_loops(causal_graph(theory)).loops] == [("b", "c", "a")]


def test_loops_beyond_the_limit_are_said_to_be_there() -> None:
    theory = outcomes_linked("a -> b -> a", "c -> d -> c")
    assert len(find_loops(causal_graph(theory), limit=1).loops) == 1
    assert find_loops(causal_graph(theory), limit=1).truncated
    assert not find_loops(causal_graph(theory), limit=2).truncated


@steady
@given(webs())
def test_depth_is_the_longest_way_through_the_strong_components(theory: TheoryOfChange) -> None:
    graph = causal_graph(theory)
    condensed = nx.condensation(network(graph))
    longest = dict.fromkeys(condensed, 0)
    for node in nx.topological_sort(condensed):
        for before in condensed.predecessors(node):
            longest[node] = max(longest[node], longest[before] + 1)
    member = condensed.graph["mapping"]
    assert depths(graph) == {id_: longest[member[id_]] for id_ in graph.nodes}


def test_a_very_long_chain_is_walked_to_its_end() -> None:
    graph = long_chain()
    last = f"o{LONG - 1}"
    assert downstream(graph, ["o0"])[last] == LONG - 1
    assert depths(graph)[last] == LONG - 1
    assert find_loops(graph).loops == ()


def test_a_very_long_loop_is_one_loop() -> None:
    assert [len(loop.path) for loop in find_loops(long_chain(closed=True)).loops] == [LONG]
