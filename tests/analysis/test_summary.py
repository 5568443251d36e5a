"""A theory in figures: each against a theory in which the answer can be seen, or networkx."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady, titled, webs

from tocmodel.analysis.summary import MEASURES, MeasureValue, analyse
from tocmodel.graph import forward_graph
from tocmodel.model import TheoryOfChange


def measured(name: str, *links: Any, **sections: Any) -> MeasureValue:
    return analyse(TheoryOfChange(title="Example", links=links, **sections))[name]


def answer(name: str, *links: Any, **sections: Any) -> tuple[Any, Any, Any]:
    found = measured(name, *links, **sections)
    return found.value, found.of, found.about


CAUSES = {
    "rents": {"title": "Rents", "scale": "structural"},
    "debt": {"title": "Debt", "scale": "household"},
    "hunger": {"title": "Hunger", "scale": "child", "routinely_monitored": False},
    "noise": {"title": "Noise", "routinely_monitored": True},
}


def in_context(name: str, **sections: Any) -> tuple[Any, Any, Any]:
    return answer(name, "rents -> debt -> hunger", conditions=CAUSES, **sections)


ADVICE = {"advice": {"title": "Advice", "addresses": ["debt"]}}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("depth-of-causes", (2, None, ("hunger",))),
        ("upstream-conditions", (1, 4, ())),
        ("coverage", (1, 4, ("rents", "hunger", "noise"))),
        ("coverage-of-root-causes", (0, 1, ("rents",))),
        ("coverage-of-symptoms", (0, 1, ("hunger",))),
        ("upstream-interventions", (0, 1, ())),
        ("not-monitored", (1, 2, ("hunger",))),
        ("assets-used", (None, None, ())),
    ],
)
def test_how_deep_a_theory_looks_into_its_context(
    name: str, expected: tuple[Any, Any, Any]
) -> None:
    assert in_context(name, interventions=ADVICE) == expected


def test_upstream_action_and_indicators_of_what_nobody_counts_are_counted() -> None:
    acting = {"campaign": {"title": "A campaign", "addresses": ["rents"]}}
    assert in_context("upstream-interventions", interventions=acting) == (1, 1, ())
    asked = titled("asked", measures=["hunger"])
    assert in_context("not-monitored", indicators=asked) == (1, 2, ())
    assert measured("not-monitored", conditions=CAUSES, indicators=asked).parts == {
        "shown by an indicator": 1,
        "shown by none": 0,
    }


def test_an_asset_is_used_by_an_intervention_or_by_a_link() -> None:
    assert answer(
        "assets-used",
        "choir -> calm",
        assets=titled("hall choir pond"),
        interventions=titled("club", uses=["hall"]),
        outcomes=titled("calm"),
    ) == (2, 3, ("pond",))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("links-with-reason", 1),
        ("links-with-assumption", 1),
        ("links-with-mechanism", 2),
        ("links-with-evidence", 2),
    ],
)
def test_reason_assumption_mechanism_and_evidence_are_counted_each_by_itself(
    name: str, expected: int
) -> None:
    links = [
        {"from": "a", "to": "b", "because": "so it is", "assumes": [{"title": "They come"}]},
        {"from": "b", "to": "c", "via": ["trust"], "evidence": [{"title": "A letter"}]},
        {"from": "trust", "to": "c"},
        {"from": "c", "to": "d"},
    ]
    evidence = {"survey": {"title": "A survey", "contradicts": ["c -> d"], "supports": ["a"]}}
    found = measured(
        name,
        *links,
        outcomes=titled("a b c d"),
        mechanisms=titled("trust"),
        evidence=evidence,
    )
    assert (found.value, found.of) == (expected, 4)


def test_evidence_is_counted_by_kind_and_by_who_vouches_for_it() -> None:
    evidence = {
        "survey": {"title": "A survey", "kind": "monitoring", "independence": "deliverer"},
        "letter": {"title": "A letter", "kind": "monitoring"},
    }
    link = {"from": "a", "to": "b", "evidence": [{"title": "A study", "kind": "peer-reviewed"}]}
    sections = {"outcomes": titled("a b"), "evidence": evidence}
    assert measured("evidence-by-kind", link, **sections).parts == {
        "peer-reviewed": 1,
        "monitoring": 2,
    }
    assert measured("evidence-by-independence", link, **sections).parts == {
        "deliverer": 1,
        "not stated": 2,
    }


def test_evidence_is_counted_by_what_it_shows_and_only_a_result_counts_for_an_outcome() -> None:
    evidence = {
        "plan": {"title": "The plan", "shows": "aim", "supports": ["a"]},
        "survey": {"title": "A survey", "shows": "change", "supports": ["b"]},
        "trial": {"title": "A trial", "shows": "cause", "supports": ["b -> c"]},
        "count": {"title": "A count", "shows": "no-change", "about": ["d"]},
        "letter": {"title": "A letter", "supports": ["d"]},
    }
    sections = {"outcomes": titled("a b c d"), "evidence": evidence}
    assert measured("evidence-by-what-it-shows", "b -> c", **sections).parts == {
        "aim": 1,
        "change": 1,
        "no-change": 1,
        "cause": 1,
        "not stated": 1,
    }
    found = measured("outcomes-with-change", "b -> c", **sections)
    assert (found.value, found.of) == (1, 4)


def test_a_claim_with_evidence_against_it_is_contested() -> None:
    evidence = {
        "one": {"title": "One", "supports": ["a", "a -> b"]},
        "two": {"title": "Two", "contradicts": ["a -> b"]},
    }
    found = answer("contested-claims", "a -> b", outcomes=titled("a b"), evidence=evidence)
    assert found == (1, 2, ("a -> b",))


def test_loops_are_counted_by_what_they_do() -> None:
    links = ["a -> b", {"from": "b", "to": "a", "effect": "decreases", "feedback": True}]
    found = analyse(outcomes_linked(*links, count="a b"))["loops"]
    assert (found.value, dict(found.parts), found.about) == (1, {"balancing": 1}, ("a -> b -> a",))


REACHED = {
    "interventions": titled("club advice"),
    "outcomes": {
        "fed": {"title": "Fed"},
        "calm": {"title": "Calm"},
        "learn": {"title": "Learn", "horizon": "long"},
        "thrive": {"title": "Thrive", "horizon": "impact"},
        "lost": {"title": "Lost", "horizon": "impact"},
    },
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("goals-reached", (2, 3, ("lost",))),
        ("shortest-pathway", (1, None, ("club", "learn"))),
        ("longest-pathway", (3, None, ("club", "fed", "learn", "thrive"))),
        ("outcomes-on-one", (2, 4, ("fed", "calm"))),
        ("links-a-goal-depends-on", (1, 6, ("learn -> thrive",))),
    ],
)
def test_the_ways_to_the_goals_and_what_they_depend_on(
    name: str, expected: tuple[Any, Any, Any]
) -> None:
    links = ["club -> fed -> learn -> thrive", "club -> learn", "advice -> calm -> learn"]
    assert answer(name, *links, **REACHED) == expected


@pytest.mark.parametrize(
    ("links", "depending"),
    [
        (["plan -> club -> fed"], ("fed",)),
        (["plan -> club -> fed", "plan -> visits -> fed"], ("fed",)),
        (["plan -> visits", "club -> visits", "visits -> fed"], ("fed",)),
        (["plan -> club -> fed", "visits -> fed"], ()),
        (["plan -> fed", "club -> fed"], ()),
        (["club -> visits -> club", "visits -> fed"], ("fed",)),
        (["club -> fed -> visits -> calm", "plan -> fed"], ("calm",)),
    ],
)
def test_a_strategy_and_the_activities_reached_only_through_it_count_once(
    links: list[str], depending: tuple[str, ...]
) -> None:
    sections = {
        "interventions": titled("plan club visits"),
        "outcomes": titled("fed calm"),
        "groups": {"one": {"title": "One"}},
    }
    assert measured("outcomes-on-one", *links, **sections).about == depending


@steady
@given(webs(), st.sets(st.integers(0, 6), min_size=1, max_size=3))
def test_outcomes_on_one_intervention_are_those_that_networkx_reaches_from_one(
    web: TheoryOfChange, starts: set[int]
) -> None:
    firsts = [f"o{number}" for number in starts if f"o{number}" in web.outcomes]
    theory = TheoryOfChange(
        title="Example",
        outcomes=dict(web.outcomes),
        interventions=titled(f"i-{id_}" for id_ in firsts),
        links=[*web.links, *(f"i-{id_} -> {id_}" for id_ in firsts)],
    )
    graph: nx.DiGraph[str] = nx.DiGraph(list(forward_graph(theory).edges))
    from_each = [nx.descendants(graph, id_) for id_ in theory.interventions]
    hits = {id_: sum(id_ in found for found in from_each) for id_ in theory.outcomes}
    found = analyse(theory)["outcomes-on-one"]
    assert found.about == tuple(id_ for id_, number in hits.items() if number == 1)
    assert (found.of or 0) == sum(number > 0 for number in hits.values())


def test_levels_tiers_elements_and_relations_are_counted_by_kind() -> None:
    sections = {
        "interventions": {
            "club": {"title": "Club", "level": "child", "tier": "universal", "partners": ["us"]},
            "visits": {"title": "Visits", "level": "family", "tier": "universal"},
        },
        "outcomes": {"fed": {"title": "Fed", "level": "child"}},
        "partners": titled("us"),
    }
    assert answer("levels", "club -> fed", **sections) == (2, 8, ())
    assert measured("levels", **sections).parts == {"child": 2, "family": 1}
    assert measured("tiers", **sections).parts == {"universal": 2}
    assert measured("elements", **sections).parts == {
        "partner": 1,
        "intervention": 2,
        "outcome": 1,
    }
    assert measured("relations", "club -> fed", **sections).parts == {"causal": 1, "delivers": 1}


def test_nothing_is_measured_where_there_is_nothing_to_measure() -> None:
    found = analyse(TheoryOfChange(title="Empty")).measures
    counted = {name for name, measure in found.items() if measure.value is not None}
    assert counted == {"elements", "relations", "loops"}


def test_what_is_named_is_bounded_and_the_rest_is_counted() -> None:
    conditions = titled([f"c{number}" for number in range(25)])
    found = measured("coverage", conditions=conditions)
    assert (len(found.about), found.more) == (10, 15)


def test_a_measure_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'coverage'"):
        analyse(TheoryOfChange(title="Empty"))["coverag"]


def test_each_measure_has_a_name_of_its_own_and_says_what_it_means() -> None:
    measures = [measure for group in MEASURES.values() for measure in group]
    assert len({measure.name for measure in measures}) == len(measures)
    assert all(measure.meaning for measure in measures)


def test_links_and_other_claims_are_counted_by_what_they_rest_on() -> None:
    agreed = {"with": ["families"]}
    links = [
        {"from": "a", "to": "b", "because": "x", "origin": "stated"},
        {"from": "b", "to": "c", "because": "x", "origin": "listed"},
        {"from": "c", "to": "d", "because": "x", "origin": "inferred"},
        {"from": "d", "to": "e", "because": "x", "origin": "inferred", "agreed": agreed},
        {"from": "a", "to": "c", "because": "x", "origin": "drafted"},
        {"from": "a", "to": "d", "assumes": [{"title": "They come", "origin": "drafted"}]},
    ]
    sections: dict[str, Any] = {
        "outcomes": titled("a b c d e"),
        "conditions": titled("need", origin="inferred"),
        "risks": titled("storm"),
    }
    assert answer("reasons-from-source", *links, **sections) == (2, 5, ())
    assert measured("links-by-origin", *links, **sections) == MeasureValue(
        value=6,
        parts={
            "stated": 1,
            "listed": 1,
            "agreed": 1,
            "inferred": 1,
            "drafted": 1,
            "not said": 1,
        },
    )
    assert measured("claims-by-origin", *links, **sections) == MeasureValue(
        value=3, parts={"inferred": 1, "drafted": 1, "not said": 1}
    )
