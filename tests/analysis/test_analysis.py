"""Reach, pathways, loops and depth: the same as networkx finds, and bounded."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import networkx as nx
import pytest
from branches import rarely_drawn, record
from hypothesis import given, settings
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady, webs

from tocmodel.analysis.loop_cover import covering_loops
from tocmodel.analysis.loops import LIMIT, Loop, LoopSign, loops, loops_of, pairs_around
from tocmodel.analysis.pathways import Pathways, pathways
from tocmodel.analysis.summary import analyse
from tocmodel.graph import Graph, Pair, causal_graph, forward_graph
from tocmodel.graph.depth import depths
from tocmodel.graph.reach import downstream, upstream
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


WEBS = (
    "no loop",
    "a link of an element to itself",
    "a loop of two",
    "a longer loop",
    "several loops through one element",
    "a chain of three links or more",
    "a feedback link on a loop",
)


def branches_of_web(theory: TheoryOfChange) -> Iterator[str]:
    """What there is to find in a web: loops, apart and within one another, and long chains."""
    graph = network(causal_graph(theory))
    cycles = [list(ids) for ids in nx.simple_cycles(graph)]
    yield from {LOOPS[min(len(ids), 3)] for ids in cycles} or {"no loop"}
    if any(number > 1 for number in Counter(id_ for ids in cycles for id_ in ids).values()):
        yield "several loops through one element"
    if nx.dag_longest_path_length(nx.condensation(graph)) > 2:
        yield "a chain of three links or more"
    together = nx.condensation(graph).graph["mapping"]
    if any(link.feedback and together[link.from_] == together[link.to] for link in theory.links):
        yield "a feedback link on a loop"


LOOPS = WEBS[:4]


def test_the_webs_that_are_drawn_have_chains_and_loops_of_every_kind() -> None:
    assert rarely_drawn(webs(), branches_of_web, WEBS) == {}


DISTANCES = ("nothing further", "one link", "several links", "more than is asked")


def branches_of_reach(drawn: tuple[TheoryOfChange, int | None]) -> Iterator[str]:
    theory, within = drawn
    for id_ in theory.outcomes:
        far = max(
            nx.single_source_shortest_path_length(network(causal_graph(theory)), id_).values()
        )
        yield DISTANCES[min(far, 2)]
        if within is not None and far > within:
            yield "more than is asked"


def test_what_is_drawn_reaches_far_and_further_than_asked() -> None:
    drawn = st.tuples(webs(), st.none() | st.integers(0, 4))
    assert rarely_drawn(drawn, branches_of_reach, DISTANCES) == {}


PATHS = ("no path", "one path", "several paths")


def branches_of_paths(theory: TheoryOfChange) -> Iterator[str]:
    for to in theory.outcomes:
        if to != "o0":
            yield PATHS[min(len(pathways(theory, "o0", to, feedback=True).paths), 2)]


def test_between_the_elements_that_are_drawn_there_are_no_one_or_several_paths() -> None:
    assert rarely_drawn(webs(), branches_of_paths, PATHS) == {}


@steady
@given(webs(), st.none() | st.integers(0, 4))
def test_reach_is_what_networkx_reaches(theory: TheoryOfChange, within: int | None) -> None:
    record(branches_of_reach((theory, within)))
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
    record(branches_of_paths(theory))
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
    record(branches_of_web(theory))
    graph = causal_graph(theory)
    found = graph.components
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
    record(branches_of_web(theory))
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
    record(branches_of_web(theory))
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


def test_loops_beyond_the_limit_are_reported() -> None:
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
    record(branches_of_web(theory))
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


# --- whole answers


def test_pathways_follow_feedback_only_when_asked_and_know_their_theory() -> None:
    theory = outcomes_linked("a -> b", {"from": "b", "to": "c", "feedback": True}, "a -> c")
    found = pathways(theory, "a", "c")
    assert (found.theory, found.paths, found.truncated) == (theory, (("a", "c"),), False)
    assert pathways(theory, "a", "c", feedback=True).paths == (("a", "c"), ("a", "b", "c"))
    assert pathways(theory, "a", "b", feedback=True).paths == (("a", "b"),)


def test_pathways_leave_out_what_does_not_lead_to_the_end() -> None:
    theory = outcomes_linked("a -> b -> e", "a -> c -> d", "b -> c", "d -> a")
    assert pathways(theory, "a", "e").paths == (("a", "b", "e"),)
    assert pathways(theory, "d", "e").paths == (("d", "a", "b", "e"),)


def test_a_pathway_to_its_own_start_is_none_even_on_a_loop() -> None:
    assert pathways(outcomes_linked("a -> b -> a"), "a", "a") == Pathways(paths=())


def test_a_thousand_pathways_are_found_unless_more_are_asked_for() -> None:
    middle = [f"m{place}" for place in range(1001)]
    links = [f"a -> {id_} -> b" for id_ in middle]
    theory = outcomes_linked(*links, count=" ".join(["a", "b", *middle]))
    assert (len(pathways(theory, "a", "b").paths), pathways(theory, "a", "b").truncated) == (
        1000,
        True,
    )
    more = pathways(theory, "a", "b", limit=1001)
    assert (len(more.paths), more.truncated) == (1001, False)


def test_loops_that_cover_all_begin_with_those_of_feedback_links() -> None:
    theory = outcomes_linked(
        "a -> b -> a", "c -> d", {"from": "d", "to": "c", "feedback": True}, "a -> e"
    )
    found = covering_loops(causal_graph(theory))
    assert [loop.elements for loop in found] == [("c", "d"), ("b", "a")]
    assert [loop.elements for loop in covering_loops(causal_graph(theory), limit=1)] == [("c", "d")]


def test_a_hundred_loops_cover_at_most_unless_more_are_asked_for() -> None:
    ids = [f"o{place}" for place in range(202)]
    links = [f"{one} -> {other} -> {one}" for one, other in zip(ids[::2], ids[1::2], strict=True)]
    graph = causal_graph(outcomes_linked(*links, count=" ".join(ids)))
    assert len(covering_loops(graph)) == 100
    assert len(covering_loops(graph, limit=101)) == 101


def test_strong_components_come_with_effects_before_causes() -> None:
    graph = causal_graph(outcomes_linked("a -> b -> c -> b", "c -> d", "e -> e"))
    assert graph.components == (("d",), ("b", "c"), ("a",), ("e",))


@pytest.mark.parametrize(
    ("within", "expected"), [(None, "a0 b1 c2 d3"), (2, "a0 b1 c2"), (1, "a0 b1"), (0, "a0")]
)
def test_reach_ends_after_so_many_links(within: int | None, expected: str) -> None:
    graph = causal_graph(outcomes_linked("a -> b -> c -> d", "d -> a"))
    found = downstream(graph, ["a"], within=within)
    assert " ".join(f"{id_}{steps}" for id_, steps in found.items()) == expected
    back = upstream(graph, ["a"], within=1)
    assert back == {"a": 0, "d": 1}


def test_depth_counts_only_the_links_that_start_where_it_is_asked() -> None:
    graph = causal_graph(outcomes_linked("a -> b -> c -> d", "c -> b", "e -> d"))
    assert depths(graph) == {"a": 0, "b": 1, "c": 1, "d": 2, "e": 0}
    assert depths(graph, counted={"a", "e"}) == {"a": 0, "b": 1, "c": 1, "d": 1, "e": 0}
    assert depths(graph, counted=()) == dict.fromkeys("abcde", 0)


def test_loops_know_their_theory_and_whether_the_search_was_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theory = outcomes_linked("a -> b -> a")
    found = loops(theory)
    assert (found.theory, len(found), found.complete) == (theory, 1, True)
    monkeypatch.setattr("tocmodel.analysis.loops.LINKS_LOOKED_AT", 0)
    stopped = loops(theory)
    assert (stopped.theory, len(stopped), stopped.complete) == (theory, 0, False)


def test_pathways_do_not_enter_what_leads_elsewhere() -> None:
    steps = range(12)
    elsewhere = [
        f"{cause} -> {side}{step} -> a{step + 1}"
        for step in steps
        for cause, side in ((f"a{step}", "b"), (f"a{step}", "c"))
    ]
    ids = ["end", *(f"{side}{step}" for side in "abc" for step in range(13))]
    theory = outcomes_linked(*elsewhere, "a0 -> end", count=" ".join(ids))
    found = pathways(theory, "a0", "end", limit=1)
    assert (found.paths, found.truncated) == ((("a0", "end"),), False)


@pytest.mark.parametrize(
    ("links", "paths", "truncated"),
    [
        (["a -> b -> c -> e"], ["abce"], False),
        (["a -> b -> c -> b", "c -> e"], ["abce"], False),  # four steps, and four elements
        (["a -> b -> c -> a", "c -> b", "c -> e", "b -> a"], [], True),
    ],
)
def test_pathways_are_cut_short_where_the_steps_that_are_allowed_are_done(
    links: list[str], paths: list[str], truncated: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocmodel.analysis.pathways._STEPS_EACH", 0)  # one for each element is left
    found = pathways(outcomes_linked(*links), "a", "e")
    assert (["".join(path) for path in found.paths], found.truncated) == (paths, truncated)
