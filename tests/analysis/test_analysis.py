"""Reach, pathways, loops and depth: the same as networkx finds, and bounded."""

from collections.abc import Iterable
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady, webs

from tocmodel.analysis import (
    Loop,
    LoopSign,
    Pathways,
    depths,
    downstream,
    pathways,
    strong_components,
    upstream,
)
from tocmodel.analysis.loop_cover import covering_loops
from tocmodel.analysis.loops import LIMIT, loops, loops_of, pairs_around
from tocmodel.analysis.summary import analyse
from tocmodel.graph import Graph, Pair, causal_graph, forward_graph
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


def turned(elements: Iterable[str]) -> tuple[str, ...]:
    """A loop from its smallest element on, so that it can be compared."""
    ids = tuple(elements)
    start = ids.index(min(ids))
    return (*ids[start:], *ids[:start])


@given(webs(), st.none() | st.integers(0, 8))
@settings(deadline=None, max_examples=150)
def test_the_loops_are_those_that_networkx_finds(
    theory: TheoryOfChange, max_length: int | None
) -> None:
    found = loops(theory, max_length)
    every = [turned(ids) for ids in nx.simple_cycles(network(causal_graph(theory)))]
    kept = [ids for ids in every if max_length is None or len(ids) <= max_length]
    assert sorted(turned(loop.elements) for loop in found) == sorted(kept)
    assert found.complete
    lengths = [len(loop.elements) for loop in found]
    assert lengths == sorted(lengths)


@given(st.integers(0, 10_000), st.integers(2, 8), st.none() | st.integers(1, 8))
@settings(deadline=None, max_examples=40)
def test_the_loops_of_dense_graphs_are_those_that_networkx_finds(
    seed: int, size: int, max_length: int | None
) -> None:
    graph: nx.DiGraph[str] = nx.relabel_nodes(
        nx.gnp_random_graph(size, 0.4, seed=seed, directed=True), lambda node: f"n{node}"
    )
    theory = outcomes_linked(
        *(f"{cause} -> {effect}" for cause, effect in graph.edges), count=" ".join(graph)
    )
    every = [turned(ids) for ids in nx.simple_cycles(graph)]
    assert sorted(turned(loop.elements) for loop in loops(theory, max_length)) == sorted(
        ids for ids in every if max_length is None or len(ids) <= max_length
    )


@steady
@given(webs())
def test_a_few_loops_cover_every_link_that_lies_on_one(theory: TheoryOfChange) -> None:
    graph = causal_graph(theory)
    every = {turned(ids) for ids in nx.simple_cycles(network(graph))}
    covered: set[Pair] = set()
    for loop in covering_loops(graph):
        assert turned(loop.elements) in every
        around = list(pairs_around(loop.elements))
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
        (("changes", "decreases"), LoopSign.UNDETERMINED),
        (("unknown", "increases"), LoopSign.UNDETERMINED),
    ],
)
def test_the_sign_of_a_loop(effects: tuple[str, str], sign: LoopSign) -> None:
    there, back = effects
    theory = outcomes_linked(
        {"from": "a", "to": "b", "effect": there},
        {"from": "b", "to": "a", "effect": back, "feedback": True},
    )
    assert list(loops(theory)) == [Loop(elements=("a", "b"), links=theory.links, sign=sign)]


@pytest.mark.parametrize(
    ("effects", "sign"),
    [
        (("decreases", "decreases"), LoopSign.BALANCING),
        (("increases", "decreases"), LoopSign.UNDETERMINED),
    ],
)
def test_links_between_the_same_two_elements_are_one_step(
    effects: tuple[str, str], sign: LoopSign
) -> None:
    theory = outcomes_linked(
        *({"from": "a", "to": "b", "effect": effect} for effect in effects), "b -> a"
    )
    assert list(loops(theory)) == [Loop(elements=("a", "b"), links=theory.links, sign=sign)]


def test_a_loop_begins_where_its_feedback_leads_back_to() -> None:
    theory = outcomes_linked("b -> c -> a", {"from": "a", "to": "b", "feedback": True})
    assert [loop.elements for loop in loops(theory)] == [("b", "c", "a")]


def test_loops_beyond_the_limit_are_said_to_be_there() -> None:
    theory = outcomes_linked("a -> b -> a", "c -> d -> c")
    assert (len(loops(theory, limit=1)), loops(theory, limit=1).complete) == (1, False)
    assert (len(loops(theory, limit=2)), loops(theory, limit=2).complete) == (2, True)
    assert repr(loops(theory, limit=1)) == "<1 loop, and there may be more>"
    assert repr(loops(theory, limit=2)) == "<2 loops>"


def test_a_map_with_more_loops_than_can_be_counted_is_left_in_time() -> None:
    names = [f"n{number}" for number in range(40)]
    theory = outcomes_linked(
        *(f"{a} -> {b}" for a in names for b in names if a != b), count=" ".join(names)
    )
    found = loops(theory)
    assert (len(found), found.complete) == (LIMIT, False)
    assert analyse(theory)["loops"].at_least


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
    assert len(loops_of(graph)) == 0


def test_a_very_long_loop_is_one_loop() -> None:
    (loop,) = loops_of(long_chain(closed=True))
    assert len(loop.elements) == LONG
