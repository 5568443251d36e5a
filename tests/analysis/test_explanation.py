"""Explanations: the links that answer "why?", the facts about each cause, and the order."""

from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_theories import outcomes_linked, steady, titled, webs

from tocmodel.analysis.causes import Action, actions, is_difficulty, why_graph
from tocmodel.analysis.explanation import Actor, CausesListed, NearbyAsset, explain
from tocmodel.model import TheoryOfChange


def theory(*links: Any, count: str = "rents debt hunger", **sections: Any) -> TheoryOfChange:
    return TheoryOfChange(title="Breakfast", conditions=titled(count), links=links, **sections)


@steady
@given(webs(), st.none() | st.integers(1, 4))
def test_every_cause_is_listed_once_with_all_its_answers(
    web: TheoryOfChange, depth: int | None
) -> None:
    found = explain(web, "o0", depth=depth)
    graph: nx.DiGraph[str] = nx.DiGraph(list(why_graph(web).edges))
    graph.add_node("o0")
    back = nx.single_source_shortest_path_length(graph.reverse(), "o0")
    within = {id_: steps for id_, steps in back.items() if depth is None or steps <= depth}
    assert {cause.id: cause.steps for cause in found.causes} | {"o0": 0} == within
    assert found.left_out == len(back) - len(within)
    told = {(why.cause, why.effect) for why in found.whys}
    assert told == {pair for pair in graph.edges if set(pair) <= set(within)}
    assert len(found.whys) == len(told)
    opened = [why.cause for why in found.whys if why.causes_listed is CausesListed.HERE]
    assert sorted(opened) == sorted(cause.id for cause in found.causes)


def test_an_answer_is_right_below_what_it_answers_or_after_its_brothers() -> None:
    found = explain(theory("rents -> debt -> hunger", "rents -> hunger"), "hunger")
    assert [(why.cause, why.effect, why.causes_listed) for why in found.whys] == [
        ("debt", "hunger", CausesListed.HERE),
        ("rents", "debt", CausesListed.ELSEWHERE),
        ("rents", "hunger", CausesListed.HERE),
    ]


def test_a_circle_is_listed_once_and_named() -> None:
    found = explain(theory("debt -> hunger -> debt"), "hunger")
    assert [(why.cause, why.causes_listed) for why in found.whys] == [
        ("debt", CausesListed.HERE),
        ("hunger", CausesListed.LOOP),
    ]
    assert [sorted(loop.elements) for loop in found.loops] == [["debt", "hunger"]]


def test_what_eases_a_difficulty_or_is_done_about_it_is_no_cause_of_it() -> None:
    found = explain(
        theory(
            "club -> hunger",
            "kitchen -> hunger",
            {"from": "fed", "to": "hunger", "effect": "decreases"},
            "debt -> hunger",
            interventions=titled("club"),
            assets=titled("kitchen"),
            outcomes=titled("fed"),
        ),
        "hunger",
    )
    assert [cause.id for cause in found.causes] == ["debt"]
    assert found.subject.acted_on_by == ("club",)
    assert found.subject.strengths == (NearbyAsset(id="kitchen"),)


def test_an_intervention_may_be_the_cause_of_harm() -> None:
    found = explain(
        theory(
            "club -> stigma",
            interventions=titled("club"),
            outcomes=titled("stigma", valence="unwanted"),
        ),
        "stigma",
    )
    assert [cause.id for cause in found.causes] == ["club"]


def test_harm_is_not_taken_for_action_on_it() -> None:
    outcomes = {
        "stigma": {"title": "Stigma", "valence": "unwanted"},
        "debts": {"title": "Debts", "valence": "unwanted"},
    }
    seen = actions(
        theory(
            "club -> stigma",
            "hunger -> stigma",
            {"from": "club", "to": "debts", "effect": "decreases"},
            count="hunger",
            interventions=titled("club"),
            outcomes=outcomes,
        )
    )
    assert seen == {
        "hunger": Action.NOBODY,
        "stigma": Action.NOBODY,
        "debts": Action.CAUSE,
    }


def test_what_leads_to_a_wanted_outcome_goes_on_to_what_it_is_an_answer_to() -> None:
    found = explain(
        theory(
            "rents -> debt",
            "club -> fed",
            count="rents debt",
            interventions=titled("club", addresses=["debt"]),
            outcomes=titled("fed"),
        ),
        "fed",
    )
    assert [(cause.id, cause.steps, cause.action) for cause in found.causes] == [
        ("club", 1, None),
        ("debt", 2, Action.CAUSE),
        ("rents", 3, Action.SYMPTOMS),
    ]
    assert found.neglected == ("rents",)


def test_where_interventions_act_is_seen_from_each_difficulty() -> None:
    seen = actions(
        theory(
            "rents -> debt -> hunger",
            count="rents debt hunger noise",
            interventions=titled("advice", addresses=["debt"]),
        )
    )
    assert seen == {
        "rents": Action.SYMPTOMS,
        "debt": Action.CAUSE,
        "hunger": Action.SOURCE,
        "noise": Action.NOBODY,
    }


def test_an_outcome_that_something_leads_to_is_a_symptom_that_is_acted_on() -> None:
    seen = actions(
        theory(
            {"from": "hunger", "to": "learning", "effect": "decreases"},
            "club -> calm -> learning",
            count="hunger",
            interventions=titled("club"),
            mechanisms=titled("calm"),
            outcomes=titled("learning"),
        )
    )
    assert seen == {"hunger": Action.SYMPTOMS}


def test_what_is_neglected_is_listed_deepest_first_and_what_is_acted_on_instead() -> None:
    found = explain(
        theory("rents -> debt -> hunger", interventions=titled("club", addresses=["hunger"])),
        "hunger",
    )
    assert found.neglected == ("rents", "debt")
    assert [cause.instead for cause in found.causes] == [("hunger",), ("hunger",)]


def test_who_acts_is_who_takes_part_and_who_decides_is_who_says_so() -> None:
    partners = {
        "school": {"title": "The school"},
        "council": {"title": "The council", "decides": ["Rents", "parks"], "influence": "high"},
        "bank": {"title": "The bank", "influence": "high"},
        "shop": {"title": "The shop", "influence": "low"},
    }
    done = {"advice": {"title": "Advice", "addresses": ["rents"], "partners": ["school"]}}
    found = explain(theory(partners=partners, interventions=done), "rents")
    assert found.subject.actors == (
        Actor(id="school", delivers=("advice",)),
        Actor(id="council", decides=("Rents",), influence="high"),
    )
    assert found.bystanders == ("bank",)


def test_an_asset_is_near_what_is_done_with_it() -> None:
    found = explain(
        theory(
            assets=titled("hall"),
            inputs=titled("money"),
            interventions=titled("club", addresses=["hunger"], uses=["hall", "money"]),
        ),
        "hunger",
    )
    assert found.subject.strengths == (NearbyAsset(id="hall", used_by=("club",)),)


def test_what_nobody_counts_is_shown_with_its_indicators() -> None:
    conditions = {
        "custody": {"title": "Family in custody", "routinely_monitored": False},
        "loss": {"title": "Bereavement", "routinely_monitored": False},
        "absence": {"title": "Absence", "routinely_monitored": True},
    }
    found = explain(
        TheoryOfChange(
            title="Example",
            conditions=conditions,
            indicators=titled("asked", measures=["loss"]),
            links=["custody -> absence", "loss -> absence"],
        ),
        "absence",
    )
    assert [(cause.id, cause.indicators) for cause in found.not_monitored] == [
        ("custody", ()),
        ("loss", ("asked",)),
    ]


def test_evidence_for_and_against_a_link_is_beside_it() -> None:
    evidence = {
        "survey": {"title": "A survey", "supports": ["debt -> hunger"]},
        "trial": {"title": "A trial", "contradicts": ["debt -> hunger"]},
        "count": {"title": "A count", "supports": ["debt"]},
    }
    link = {"from": "debt", "to": "hunger", "evidence": [{"title": "A letter"}]}
    found = explain(theory(link, evidence=evidence), "hunger")
    (why,) = found.whys
    assert [piece.title for piece in why.evidence] == ["A survey", "A letter"]
    assert [piece.title for piece in why.contrary] == ["A trial"]
    assert [piece.title for piece in found.causes[0].evidence] == ["A count"]


@pytest.mark.parametrize(("limit", "told"), [(1, 1), (2, 2), (4, 4), (9, 4)])
def test_more_causes_than_asked_for_are_counted_and_not_listed(limit: int, told: int) -> None:
    found = explain(outcomes_linked("a -> b -> c -> d -> e"), "e", limit=limit)
    assert (len(found.causes), found.left_out) == (told, 4 - told)


def test_a_very_long_chain_is_explained_without_a_fault() -> None:
    ids = [f"o{place}" for place in range(5000)]
    chain = outcomes_linked(" -> ".join(ids), count=" ".join(ids))
    assert len(explain(chain, ids[-1], limit=10_000).whys) == 4999


def test_an_element_that_is_not_there_is_answered_with_the_nearest() -> None:
    with pytest.raises(KeyError, match=r"no element 'huger'; did you mean 'hunger'\?"):
        explain(theory(), "huger")


def test_a_difficulty_is_a_condition_or_an_unwanted_outcome() -> None:
    outcomes = {"fed": {"title": "Fed"}, "stigma": {"title": "Stigma", "valence": "unwanted"}}
    found = theory(count="hunger", outcomes=outcomes, assets=titled("hall"))
    asked = {id_: is_difficulty(found, id_) for id_ in ("hunger", "fed", "stigma", "hall")}
    assert asked == {"hunger": True, "fed": False, "stigma": True, "hall": False}


@pytest.mark.parametrize(
    ("to", "answers"),
    [
        ("hunger", ["debt"]),
        ("stigma", ["debt", "club"]),
        ("fed", ["debt", "hall", "money", "club"]),
    ],
)
def test_what_is_there_or_done_to_help_answers_why_only_of_what_it_may_cause(
    to: str, answers: list[str]
) -> None:
    causes = ("rents", "debt", "hall", "money", "club")
    found = theory(
        *(f"{cause} -> {to}" for cause in causes),
        count="debt hunger",
        assets=titled("hall"),
        inputs=titled("money"),
        interventions=titled("club"),
        risks=titled("rents"),
        outcomes={"fed": {"title": "Fed"}, "stigma": {"title": "Stigma", "valence": "unwanted"}},
    )
    assert list(why_graph(found).edges) == [(cause, to) for cause in answers]
