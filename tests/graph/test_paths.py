"""Goals, the paths to them and the links they depend on: the same as networkx finds."""

from collections.abc import Iterator
from itertools import pairwise

import networkx as nx
import pytest
from branches import rarely_drawn, record
from hypothesis import given
from small_theories import journeys, outcomes_linked, steady

from tocmodel.analysis.goals import aims, goals
from tocmodel.graph import Graph, causal_graph, immediate_dominators
from tocmodel.graph.dominators import indispensable_links
from tocmodel.graph.paths import longest_path, shortest_path
from tocmodel.model import TheoryOfChange

Journey = tuple[TheoryOfChange, tuple[str, ...], tuple[str, ...]]


def network(graph: Graph) -> "nx.DiGraph[str]":
    found: nx.DiGraph[str] = nx.DiGraph()
    found.add_nodes_from(graph.nodes)
    found.add_edges_from(graph.edges)
    return found


def reached(graph: "nx.DiGraph[str]", starts: tuple[str, ...]) -> set[str]:
    return {id_ for start in starts for id_ in (start, *nx.descendants(graph, start))}


# --- paths

LENGTHS = ("no path", "a start that is an end", "one link", "several links")


def length_of(path: tuple[str, ...]) -> str:
    return LENGTHS[min(len(path), 3)]


def branches_of_journey(journey: Journey) -> Iterator[str]:
    """What a path has to cope with: how long it is, whether there is a choice, and loops."""
    theory, starts, ends = journey
    graph = causal_graph(theory)
    shortest, longest = shortest_path(graph, starts, ends), longest_path(graph, starts, ends)
    yield length_of(longest)
    if len(longest) > len(shortest) > 1:
        yield "a detour"
    if len(longest) > 2 and not nx.is_directed_acyclic_graph(network(graph)):
        yield "several links among loops"


JOURNEYS = (*LENGTHS, "a detour", "several links among loops")


@pytest.mark.parametrize("loops", [True, False])
def test_the_journeys_that_are_drawn_are_of_every_kind(loops: bool) -> None:
    expected = JOURNEYS if loops else JOURNEYS[:-1]
    assert rarely_drawn(journeys(loops=loops), branches_of_journey, expected) == {}


@steady
@given(journeys())
def test_the_shortest_path_is_as_short_as_networkx_finds_any(journey: Journey) -> None:
    record(branches_of_journey(journey))
    theory, starts, ends = journey
    graph = causal_graph(theory)
    whole = network(graph)
    lengths = [
        nx.shortest_path_length(whole, start, end)
        for start in starts
        for end in ends
        if nx.has_path(whole, start, end)
    ]
    path = shortest_path(graph, starts, ends)
    assert len(path) == (min(lengths) + 1 if lengths else 0)
    assert not path or (path[0] in starts and path[-1] in ends)
    assert all(whole.has_edge(*pair) for pair in pairwise(path))


@steady
@given(journeys(loops=False))
def test_where_nothing_loops_the_longest_path_is_the_longest_of_networkx(journey: Journey) -> None:
    record(branches_of_journey(journey))
    theory, starts, ends = journey
    graph = causal_graph(theory)
    whole = network(graph)
    paths = [
        path
        for start in starts
        for end in ends
        for path in ([[start]] if start == end else nx.all_simple_paths(whole, start, end))
    ]
    path = longest_path(graph, starts, ends)
    assert len(path) == max(map(len, paths), default=0)
    assert not path or list(path) in paths


@steady
@given(journeys())
def test_the_longest_path_names_one_element_of_each_loop_that_it_passes(journey: Journey) -> None:
    record(branches_of_journey(journey))
    theory, starts, ends = journey
    graph = causal_graph(theory)
    whole = network(graph)
    between = reached(whole, starts) & reached(whole.reverse(), ends)
    steps = nx.condensation(whole.subgraph(between))
    path = longest_path(graph, starts, ends)
    assert len(path) == (nx.dag_longest_path_length(steps) + 1 if between else 0)
    places = [steps.graph["mapping"][id_] for id_ in path]
    assert all(steps.has_edge(*pair) for pair in pairwise(places))


def test_a_way_goes_around_what_it_must_not_pass() -> None:
    graph = causal_graph(outcomes_linked("a -> b -> e", "a -> c -> d -> e"))
    assert shortest_path(graph, ["a"], ["e"], around=["b"]) == ("a", "c", "d", "e")
    assert shortest_path(graph, ["a"], ["e"], around=["b", "d"]) == ()


def test_a_loop_on_the_longest_path_counts_as_one_element() -> None:
    graph = causal_graph(outcomes_linked("a -> b -> c -> b", "c -> d"))
    assert longest_path(graph, ("a",), ("d",)) == ("a", "c", "d")


@pytest.mark.parametrize(
    ("links", "starts", "ends", "expected"),
    [
        # Of equally long paths, the cause whose link comes first, and not the last by its name.
        (["a -> b -> d", "a -> c -> d"], "a", "d", "abd"),
        (["a -> c -> d", "a -> b -> d"], "a", "d", "acd"),
        # Of equally far ends, the first of the theory.
        (["a -> c", "a -> b"], "a", "cb", "ab"),
        (["a -> c", "b -> d"], "ab", "cd", "ac"),
        # A longer path from another start or to another end goes first.
        (["a -> d", "b -> c -> d"], "ab", "d", "bcd"),
        (["a -> b", "a -> c -> d"], "a", "bd", "acd"),
        (["a -> b"], "b", "a", ""),
    ],
)
def test_the_longest_path_is_chosen_by_length_and_then_by_order(
    links: list[str], starts: str, ends: str, expected: str
) -> None:
    graph = causal_graph(outcomes_linked(*links))
    assert longest_path(graph, tuple(starts), tuple(ends)) == tuple(expected)


# --- what everything passes

DOMINATION = (
    "a start below another",
    "two paths meet again",
    "two paths from different starts",
)


def branches_of_domination(journey: Journey) -> Iterator[str]:
    """Where paths part and meet: below one element that all of them pass, or below none."""
    theory, starts, _ = journey
    graph = causal_graph(theory)
    found = immediate_dominators(graph, starts)
    for id_, nearest in found.items():
        causes = [cause for cause in graph.predecessors[id_] if cause in found and cause != id_]
        if id_ in starts and causes:
            yield "a start below another"
        elif nearest and nearest not in causes:
            yield "two paths meet again"
        elif not nearest and id_ not in starts:
            yield "two paths from different starts"


def test_the_paths_that_are_drawn_part_and_meet_in_every_way() -> None:
    assert rarely_drawn(journeys(), branches_of_domination, DOMINATION) == {}


@steady
@given(journeys())
def test_the_dominator_is_the_last_element_without_which_another_is_lost(journey: Journey) -> None:
    record(branches_of_domination(journey))
    theory, starts, _ = journey
    graph = causal_graph(theory)
    whole = network(graph)
    all_reached = reached(whole, starts)
    passed: dict[str, set[str]] = {id_: set() for id_ in all_reached}  # by every path to it
    for removed in all_reached:
        less = whole.copy()
        less.remove_node(removed)
        left = tuple(id_ for id_ in starts if id_ != removed)
        for lost in all_reached - reached(less, left) - {removed}:
            passed[lost].add(removed)
    expected = {
        id_: max(above, key=lambda other: len(passed[other]), default="")
        for id_, above in passed.items()
    }
    found = immediate_dominators(graph, starts)
    assert found == expected
    place = {id_: number for number, id_ in enumerate(found)}
    assert all(place.get(nearest, -1) < place[id_] for id_, nearest in found.items())


LOSSES = ("no end is reached", "no link decides", "some links decide", "every link decides")


def branches_of_loss(journey: Journey) -> Iterator[str]:
    theory, starts, ends = journey
    graph = causal_graph(theory)
    if not reached(network(graph), starts).intersection(ends):
        yield "no end is reached"
    elif graph.edges:
        found = indispensable_links(graph, starts, ends)
        share = 1 if not found else 3 if len(found) == len(graph.edges) else 2
        yield LOSSES[share]


def test_of_the_links_that_are_drawn_none_some_or_all_decide() -> None:
    assert rarely_drawn(journeys(), branches_of_loss, LOSSES) == {}


@steady
@given(journeys())
def test_without_an_indispensable_link_an_end_is_lost_and_without_another_none_is(
    journey: Journey,
) -> None:
    record(branches_of_loss(journey))
    theory, starts, ends = journey
    graph = causal_graph(theory)
    whole = network(graph)
    before = reached(whole, starts).intersection(ends)
    lost = set()
    for pair in graph.edges:
        less = whole.copy()
        less.remove_edge(*pair)
        if reached(less, starts).intersection(ends) != before:
            lost.add(pair)
    assert set(indispensable_links(graph, starts, ends)) == lost


def test_from_nowhere_and_to_nowhere_there_is_nothing_to_find() -> None:
    graph = causal_graph(outcomes_linked("a -> b"))
    for starts, ends in ((), ("b",)), (("a",), ()):
        assert shortest_path(graph, starts, ends) == ()
        assert longest_path(graph, starts, ends) == ()
        assert indispensable_links(graph, starts, ends) == ()
    assert immediate_dominators(graph, ()) == {}


# --- goals


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
