"""Which lines are drawn between boxes, and that what leads where stays true."""

from collections.abc import Iterable
from itertools import permutations

import networkx as nx
import pytest
from attrs import evolve
from hypothesis import event, given
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady, titled, webs

from tocmodel.diagram import to_diagram
from tocmodel.diagram.connectors import Connector, collapse_groups, connectors, drawable
from tocmodel.diagram.sentences import MOST_REASONS
from tocmodel.diagram.steps import Steps
from tocmodel.model import Effect, Link, TheoryOfChange, View


def drawn(theory: TheoryOfChange, shown: str) -> list[tuple[str, str, str, str]]:
    return [
        (line.from_, line.to, line.kind, str(line.effect))
        for line in connectors(theory, shown.split())
    ]


def test_lines_point_the_way_they_are_followed() -> None:
    theory = TheoryOfChange(
        title="Example",
        partners=titled("p"),
        conditions=titled("need"),
        assets=titled("hall"),
        interventions={
            "do": {"title": "Do", "partners": ["p"], "uses": ["hall"], "addresses": ["need"]}
        },
        outcomes=titled("out"),
        risks={"storm": {"title": "Storm", "threatens": ["out"]}},
        links=["do -> out"],
    )
    assert drawn(theory, "p need hall do out storm") == [
        ("do", "out", "causal", "increases"),
        ("p", "do", "delivers", "increases"),
        ("hall", "do", "uses", "increases"),
        ("need", "do", "addresses", "increases"),
        ("storm", "out", "threatens", "decreases"),
    ]


MECHANISM = TheoryOfChange(
    title="Example",
    mechanisms=titled("m n"),
    outcomes=titled("a b c"),
    links=[
        {"from": "a", "to": "b", "via": ["m", "n"], "effect": "decreases"},
        {"from": "a", "to": "c", "via": "m"},
    ],
)


def test_a_link_is_drawn_through_the_mechanisms_shown() -> None:
    assert drawn(MECHANISM, "a b c m n") == [
        ("a", "m", "causal", "increases"),
        ("m", "b", "causal", "decreases"),
        ("a", "n", "causal", "increases"),
        ("n", "b", "causal", "decreases"),
        ("m", "c", "causal", "increases"),
    ]


def test_a_link_is_drawn_directly_where_its_mechanism_has_no_box() -> None:
    assert drawn(MECHANISM, "a b c") == [
        ("a", "b", "causal", "decreases"),
        ("a", "c", "causal", "increases"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("increases", "increases", "increases"),
        ("increases", "decreases", "decreases"),
        ("decreases", "decreases", "increases"),
        ("changes", "increases", "unknown"),
    ],
)
def test_what_lies_between_is_bridged_with_the_effect_of_the_whole_way(
    first: str, second: str, both: str
) -> None:
    theory = outcomes_linked(
        {"from": "a", "to": "b", "effect": first}, {"from": "b", "to": "c", "effect": second}
    )
    assert drawn(theory, "a c") == [("a", "c", "bridged", both)]


def test_ways_of_different_effect_are_one_bridge_of_unknown_effect() -> None:
    theory = outcomes_linked(
        "a -> b -> d", "a -> c", {"from": "c", "to": "d", "effect": "decreases"}
    )
    assert drawn(theory, "a d") == [("a", "d", "bridged", "unknown")]


def test_a_bridge_is_not_drawn_beside_a_link() -> None:
    assert drawn(outcomes_linked("a -> c", "a -> b -> c"), "a c") == [
        ("a", "c", "causal", "increases")
    ]


def test_a_bridge_does_not_pass_through_what_is_shown() -> None:
    assert drawn(outcomes_linked("a -> b -> c -> d"), "a c d") == [
        ("c", "d", "causal", "increases"),
        ("a", "c", "bridged", "increases"),
    ]


def test_a_bridge_feeds_back_when_every_way_does() -> None:
    back = {"from": "b", "to": "c", "feedback": True}
    assert connectors(outcomes_linked("a -> b", back), ["a", "c"]) == (
        Connector(from_="a", to="c", kind="bridged", feedback=True),
    )
    assert not connectors(outcomes_linked("a -> b", back, "a -> d -> c"), ["a", "c"])[0].feedback


def test_a_longer_way_that_does_not_feed_back_is_followed_beside_a_bridge_that_does() -> None:
    back = {"from": "b", "to": "c", "feedback": True}
    found = connectors(outcomes_linked("a -> b", back, "a -> d -> e -> c"), ["a", "c"])
    assert [(line.kind, line.feedback) for line in found] == [("bridged", True), ("distant", False)]
    assert drawable(found) == ((), 1)


def test_bridges_join_partners_to_what_comes_of_their_work() -> None:
    theory = TheoryOfChange(
        title="Example",
        partners=titled("p"),
        interventions={"do": {"title": "Do", "partners": ["p"]}},
        outcomes=titled("out"),
        links=["do -> out"],
    )
    assert drawn(theory, "p out") == [("p", "out", "bridged", "increases")]


def test_no_bridge_says_that_a_need_leads_to_what_comes_of_meeting_it() -> None:
    theory = TheoryOfChange(
        title="Example",
        conditions=titled("need"),
        interventions={"do": {"title": "Do", "addresses": ["need"]}},
        outcomes=titled("out"),
        links=["do -> out"],
    )
    assert drawn(theory, "need out") == []


def test_links_between_the_same_two_are_one_line_that_says_what_all_agree_on() -> None:
    theory = outcomes_linked(
        {"from": "a", "to": "b", "feedback": True, "main": True},
        {"from": "a", "to": "b", "effect": "decreases"},
    )
    assert connectors(theory, ["a", "b"]) == (
        Connector(
            from_="a", to="b", kind="causal", effect=Effect.UNKNOWN, main=True, links=theory.links
        ),
    )


def reachable(pairs: Iterable[tuple[str, str]], among: list[str]) -> set[tuple[str, str]]:
    graph: nx.DiGraph[str] = nx.DiGraph(pairs)
    graph.add_nodes_from(among)
    return {(a, b) for a in among for b in nx.descendants(graph, a) if b in among}


@steady
@given(webs(), st.data())
def test_hiding_boxes_never_changes_what_leads_to_what(
    theory: TheoryOfChange, data: st.DataObject
) -> None:
    shown = sorted(data.draw(st.sets(st.sampled_from(sorted(theory.elements)))))
    found = connectors(theory, shown)
    assert reachable(((line.from_, line.to) for line in found), shown) == reachable(
        ((link.from_, link.to) for link in theory.links), shown
    )
    pairs = [(line.from_, line.to) for line in found]
    assert len(set(pairs)) == len(pairs)


def through_hidden(theory: TheoryOfChange, shown: Iterable[str]) -> dict[tuple[str, str], int]:
    """For two shown elements without a link, the fewest hidden ones on a way between, if any."""
    linked = {(link.from_, link.to) for link in theory.links}
    found = {}
    for start, end in permutations(shown, 2):
        hidden = [id_ for id_ in theory.elements if id_ not in shown]
        graph: nx.DiGraph[str] = nx.DiGraph(linked).subgraph([start, end, *hidden])
        if (start, end) in linked or not {start, end} <= graph.nodes:
            continue
        if nx.has_path(graph, start, end):
            found[start, end] = nx.shortest_path_length(graph, start, end) - 1
    return found


@steady
@given(webs(9), st.data())
def test_bridges_pass_one_hidden_element_and_all_other_ways_are_counted(
    theory: TheoryOfChange, data: st.DataObject
) -> None:
    shown = sorted(data.draw(st.sets(st.sampled_from(sorted(theory.elements)))))
    found, counted = drawable(connectors(theory, shown))
    bridges = {(line.from_, line.to) for line in found if line.kind == "bridged"}
    ways = through_hidden(theory, shown)
    near = {pair for pair, between in ways.items() if between == 1}
    assert bridges == (near if len(near) <= len(found) - len(bridges) else set())
    assert counted == len(ways.keys() - bridges)
    event(f"bridges: {bool(bridges)}, counted: {bool(counted)}")


def test_bridges_that_more_than_double_the_arrows_are_counted_instead() -> None:
    links = [f"{start} -> hub -> {end}" for start in "ab" for end in "cde"]
    theory = outcomes_linked("a -> b -> c -> d -> e", *links, count="a b c d e hub")
    six = View(title="All but the hub", leave_out={"tags": ["hub"]})
    hidden = evolve(
        theory,
        outcomes={**theory.outcomes, "hub": evolve(theory.outcomes["hub"], tags=("hub",))},
    )
    picture = to_diagram(hidden, six)
    assert [arrow.kind for arrow in picture.arrows] == ["causal"] * 4
    assert picture.note == "Not drawn: 5 paths through what is not shown."
    picture = to_diagram(evolve(hidden, links=(*hidden.links, Link(from_="a", to="c"))), six)
    assert [arrow.kind for arrow in picture.arrows] == ["causal"] * 5 + ["bridged"] * 4
    assert not picture.note


def test_what_only_a_path_through_several_joins_is_followed_but_not_drawn() -> None:
    theory = outcomes_linked("a -> b -> c -> d")
    assert drawn(theory, "a d") == [("a", "d", "distant", "increases")]
    assert drawable(connectors(theory, ["a", "d"])) == ((), 1)
    stages = {id_: evolve(theory.outcomes[id_], horizon="short") for id_ in "bc"}
    far = evolve(theory, outcomes={**theory.outcomes, **stages})
    view = View(title="Ends", leave_out={"horizon": ["short"]}, focus="a", hide_unlinked=True)
    picture = to_diagram(far, view)
    assert [box.id for box in picture.boxes] == ["a", "d"]
    assert picture.note == "Not drawn: 1 path through what is not shown."


def test_lines_of_a_collapsed_group_are_merged_and_those_within_it_gone() -> None:
    theory = outcomes_linked("a -> b -> c", "a -> c", "d -> e -> a")
    found = collapse_groups(connectors(theory, "abcd"), {"a": "g", "b": "g"})
    assert [(line.from_, line.to, line.kind, len(line.links)) for line in found] == [
        ("g", "c", "causal", 2),
        ("d", "g", "bridged", 0),
    ]


@pytest.mark.parametrize(
    ("upstream", "downstream", "kept"),
    [
        (None, None, "abcde"),
        (0, None, "cde"),
        (1, 1, "bcd"),
        (0, 0, "c"),
        (9, 0, "abc"),
    ],
)
def test_a_focus_is_followed_as_far_as_asked(
    upstream: int | None, downstream: int | None, kept: str
) -> None:
    back = {"from": "e", "to": "a", "feedback": True}
    theory = outcomes_linked("a -> b -> c -> d -> e", back)
    steps = Steps.of(theory, "abcde", connectors(theory, "abcde"))
    assert steps.after("c", downstream) | steps.before("c", upstream) == set(kept)


@pytest.mark.parametrize(
    ("needed", "words"),
    [
        ("necessary", "necessary for it"),
        ("sufficient", "enough for it alone"),
        ("contributory", "a needed part of a package"),
    ],
)
def test_an_arrow_says_when_how_strongly_and_how_surely(needed: str, words: str) -> None:
    link = {"from": "a", "to": "b", "delay": "a year", "strength": "weak", "needed": needed}
    theory = TheoryOfChange(
        title="Example", outcomes=titled(["a", "b"]), links=[{**link, "confidence": "very-low"}]
    )
    (arrow,) = to_diagram(theory).arrows
    assert arrow.reasons == ("after a year", "weak effect", words, "confidence very low")
    assert arrow.label == "a year"


@pytest.mark.parametrize(
    ("spare", "more"), [(0, ()), (1, ("and more that the picture does not list",))]
)
def test_an_arrow_has_so_many_reasons_and_says_where_there_are_more(
    spare: int, more: tuple[str, ...]
) -> None:
    count = MOST_REASONS + spare
    theory = TheoryOfChange(
        title="Rain",
        outcomes={"a": {"title": "A"}, "b": {"title": "B"}},
        assumptions={f"s{n}": {"title": f"It rains {n}"} for n in range(count)},
        links=[{"from": "a", "to": "b", "assumes": [f"s{n}" for n in range(count)]}],
    )
    [arrow] = to_diagram(theory, View(title="All", show=("outcomes",))).arrows
    stated = tuple(f"assuming that “It rains {n}”" for n in range(MOST_REASONS))
    assert arrow.reasons == (*stated, *more)
