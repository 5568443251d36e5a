"""What value was created where, how it was carried on, brought back, and how believable it is."""

from typing import Any

import pytest
from example_models import model_file

from tocmodel.analysis.pathways import pathways
from tocmodel.analysis.value.breaks import ChainBreak, chain_breaks
from tocmodel.analysis.value.claims import Reply, claims
from tocmodel.analysis.value.data import effect_data
from tocmodel.analysis.value.flows import FlowLength, value_flows
from tocmodel.analysis.value.loops import learning_loops
from tocmodel.analysis.value.spaces import Reframing, value_by_space
from tocmodel.fileformat.loading import load
from tocmodel.model import Answer, Cycle, TheoryOfChange, ValueStatus
from tocmodel.model.editions import EDITIONS, cycles_of, edition_of, is_earlier
from tocmodel.report.value import flow_figures, flow_words

BLACKPOOL = load(model_file("blackpool-resilience-revolution"))
HAPPENED, PLANNED, HOPED = ValueStatus
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def circle(values: dict[str, str], *links: Any, **sections: Any) -> TheoryOfChange:
    """A reading circle; a value is ``"applied happened"``, its cycle and its status."""
    bodies = {}
    for id_, words in values.items():
        cycle, _, status = words.partition(" ")
        bodies[id_] = {"title": id_, "cycle": cycle, "space": "circle", "status": status or None}
    return TheoryOfChange(
        title="A circle",
        spaces={"circle": {"title": "Circle", "difference": "children read"}},
        value_creation=bodies,
        links=links,
        **sections,
    )


THREE = {"idea": "potential happened", "tried": "applied happened", "calm": "realized happened"}


# Editions.


@pytest.mark.parametrize(
    ("frameworks", "cycles", "edition"),
    [
        ([], [], "value-creation"),
        ([], ["applied"], "value-creation"),
        ([], ["applied", "reframing"], "value-creation-2011"),
        ([], ["enabling", "reframing"], "value-creation"),
        (["value-creation"], ["reframing"], "value-creation"),
        (["value-creation-2011"], ["enabling"], "value-creation-2011"),
        (["value-creation-2011", "value-creation"], ["reframing"], "value-creation-2011"),
        (["value-creation-2011", "value-creation"], ["applied"], "value-creation"),
    ],
)
def test_the_edition_is_the_one_named_else_the_one_of_the_cycles(
    frameworks: list[str], cycles: list[str], edition: str
) -> None:
    values = {cycle: {"title": cycle, "cycle": cycle} for cycle in cycles}
    theory = TheoryOfChange(title="T", frameworks=frameworks, value_creation=values)
    assert edition_of(theory) == edition


def test_cycles_of_another_edition_are_last() -> None:
    theory = circle({"joy": "reframing"})
    assert cycles_of(theory, "value-creation") == (*EDITIONS["value-creation"], Cycle.REFRAMING)


def test_no_cycle_is_earlier_than_itself_and_reframing_comes_after_the_others() -> None:
    assert not any(is_earlier(cycle, cycle) for cycle in Cycle)
    others = (Cycle.IMMEDIATE, Cycle.POTENTIAL, Cycle.APPLIED, Cycle.REALIZED)
    assert all(is_earlier(cycle, Cycle.REFRAMING) for cycle in others)


# Spaces.


def test_value_is_listed_by_cycle_and_never_mixes_what_happened_with_a_hope() -> None:
    theory = circle(
        {"a": "applied happened", "b": "applied hoped", "c": "applied", "d": "potential"}
    )
    [told] = value_by_space(theory)
    assert told.framing == "children read"
    assert [(at.cycle, at.status, at.values) for at in told.values] == [
        (Cycle.POTENTIAL, None, ("d",)),
        (Cycle.APPLIED, HAPPENED, ("a",)),
        (Cycle.APPLIED, HOPED, ("b",)),
        (Cycle.APPLIED, None, ("c",)),
    ]


def test_the_first_edition_s_cycle_and_a_reframing_loop_both_reframe_the_space() -> None:
    values = {
        "joy": {"title": "Joy", "cycle": "reframing", "space": "circle", "status": "happened"},
        "play": {"title": "Play", "cycle": "strategic", "reframes": "circle"},
        "rest": {"title": "Rest", "cycle": "reframing"},
    }
    spaces = {"circle": {"title": "Circle"}}
    told, spaceless = value_by_space(
        TheoryOfChange(title="T", spaces=spaces, value_creation=values)
    )
    assert told.reframings == (
        Reframing(value="joy", status=HAPPENED),
        Reframing(value="play", status=None),
    )
    assert (spaceless.space, spaceless.reframings) == ("", ())


# Flows.


def test_a_flow_is_long_in_fact_only_as_far_as_it_happened() -> None:
    values = {"idea": "potential happened", "tried": "applied happened", "calm": "realized hoped"}
    [flow] = value_flows(circle(values, "idea -> tried -> calm")).flows
    assert (flow.length, flow.length_happened) == (FlowLength.LONG, FlowLength.SHORT)
    assert [step.value for step in flow.happened] == ["idea", "tried"]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        ("happened", "happened", HAPPENED),
        ("happened", "planned", PLANNED),
        ("hoped", "planned", HOPED),
        ("happened", "", None),
    ],
)
def test_a_flow_is_counted_by_its_least_certain_value(
    first: str, second: str, status: ValueStatus | None
) -> None:
    values = {"idea": f"potential {first}", "tried": f"applied {second}"}
    [flow] = value_flows(circle(values, "idea -> tried")).flows
    assert flow.status is status


def test_a_flow_that_begins_in_a_hope_has_reached_nothing() -> None:
    values = {"idea": "potential planned", "tried": "applied happened"}
    [flow] = value_flows(circle(values, "idea -> tried")).flows
    assert (flow.length, flow.length_happened, flow.happened) == (FlowLength.SHORT, None, ())


def test_a_status_that_is_not_stated_is_not_read_as_happened() -> None:
    [flow] = value_flows(circle({"idea": "potential", "calm": "realized"}, "idea -> calm")).flows
    assert (flow.length, flow.length_happened) == (FlowLength.LONG, None)


def test_value_is_carried_through_other_elements_but_not_through_a_space() -> None:
    mechanisms = {"trust": {"title": "Trust"}}
    links = ("idea -> trust -> tried", "tried -> circle", "circle -> calm")
    found = value_flows(circle(THREE, *links, mechanisms=mechanisms))
    assert [[step.value for step in flow.steps] for flow in found.flows] == [["idea", "tried"]]
    assert found.alone == ("calm",)


def test_flows_that_part_and_meet_are_all_listed() -> None:
    values = {"a": "immediate", "b": "potential", "c": "potential", "d": "applied"}
    found = value_flows(circle(values, "a -> b -> d", "a -> c -> d", "a -> d"))
    assert ["".join(step.value for step in flow.steps) for flow in found.flows] == [
        "abd",
        "acd",
        "ad",
    ]
    assert not found.truncated


def test_more_flows_than_asked_for_are_reported() -> None:
    values = {"a": "immediate", "b": "potential", "c": "potential", "d": "applied"}
    found = value_flows(circle(values, "a -> b -> d", "a -> c -> d", "a -> d"), limit=2)
    assert (len(found.flows), found.truncated) == (2, True)


def test_a_circle_that_nobody_marked_as_feedback_is_listed_once() -> None:
    found = value_flows(circle(THREE, "idea -> tried", "tried -> idea"))
    assert [[step.value for step in flow.steps] for flow in found.flows] == [["idea", "tried"]]


def test_an_unknown_space_is_reported_with_the_nearest() -> None:
    for ask in (value_flows, learning_loops, claims):
        with pytest.raises(KeyError, match="did you mean 'circle'"):
            ask(circle(THREE), "circel")


# Learning loops.


@pytest.mark.parametrize(
    ("links", "way"),
    [
        (["idea -> tried -> calm"], ()),
        (["tried -> calm", {"from": "calm", "to": "idea", "feedback": True}], ("calm", "idea")),
        ([{"from": "calm", "to": "circle", "feedback": True}], ("calm", "circle")),
        (["calm -> fewer -> circle"], ("calm", "fewer", "circle")),
        (["calm -> fewer"], ()),
    ],
)
def test_a_loop_is_closed_by_links_back_to_the_space_or_its_earlier_value(
    links: list[Any], way: tuple[str, ...]
) -> None:
    theory = circle(THREE, *links, outcomes={"fewer": {"title": "Fewer"}})
    [loop] = learning_loops(theory)
    assert (loop.value, loop.way_back, loop.is_closed) == ("calm", way, bool(way))


def test_value_without_a_space_of_its_own_is_brought_back_to_those_it_came_from() -> None:
    values = {
        "idea": {"title": "Idea", "cycle": "potential", "space": "circle"},
        "calm": {"title": "Calm", "cycle": "realized"},
    }
    theory = TheoryOfChange(
        title="T",
        spaces={"circle": {"title": "Circle"}},
        value_creation=values,
        links=["idea -> calm", {"from": "calm", "to": "circle", "feedback": True}],
    )
    [loop] = learning_loops(theory, "circle")
    assert (loop.spaces, loop.way_back) == (("circle",), ("calm", "circle"))


@pytest.mark.parametrize("status", ["planned", "hoped"])
def test_what_happened_is_not_brought_back_by_a_hope(status: str) -> None:
    values = {"calm": "realized happened", "more": f"potential {status}"}
    through = circle(values, "calm -> more", "more -> circle")
    assert [loop.is_closed for loop in learning_loops(through)] == [False]
    values["calm"] = "realized hoped"
    assert [loop.way_back for loop in learning_loops(circle(values, "calm -> more"))] == [
        ("calm", "more")
    ]


def test_a_loop_that_starts_from_a_hope_is_a_hope() -> None:
    [loop] = learning_loops(circle({"calm": "realized hoped"}, "calm -> circle"))
    assert (loop.status, loop.is_closed) == (HOPED, True)


# Claims.


def answers(theory: TheoryOfChange, value: str) -> list[Answer]:
    [claim] = [claim for claim in claims(theory) if claim.value == value]
    return [reply.answer for reply in claim.answers]


def told(**last: Any) -> dict[str, Any]:
    steps = [
        {"cycle": "applied", "value": "tried", "status": "happened"},
        {"cycle": "realized", "value": "calm", "status": "happened", **last},
    ]
    return {
        "gate": {"title": "At the gate", "teller": "parents", "space": "circle", "steps": steps}
    }


def counted(**indicator: Any) -> dict[str, Any]:
    return {"late": {"title": "Late", "measures": "calm", "better": "lower", **indicator}}


PARTNERS = {"parents": {"title": "Parents of the school"}, "staff": {"title": "Staff"}}
FELL = {"baseline": 21, "observations": [{"value": 6, "period": "2019"}]}


def test_a_claim_with_both_data_that_agree_and_a_rival_is_plausible() -> None:
    observations = [{"value": 6, "period": "2019", "of_what": "parents of the school"}]
    link = {"from": "tried", "to": "calm", "rivals": ["the bus came on time"]}
    theory = circle(
        THREE,
        link,
        partners=PARTNERS,
        stories=told(period="2018/2019"),
        indicators=counted(baseline=21, observations=observations),
    )
    [claim] = [claim for claim in claims(theory) if claim.value == "calm"]
    assert claim.answers == (
        Reply(answer=YES, reason="late: from 21 to 6"),
        Reply(answer=YES, reason="gate: the story comes to it from applied value"),
        Reply(answer=YES, reason="late and gate agree in time, people and direction"),
        Reply(answer=YES, reason="“the bus came on time”"),
    )
    assert (claim.plausible, claim.breaks) == (YES, ())


@pytest.mark.parametrize(
    ("indicator", "answer", "reason"),
    [
        ({}, NO, "late: nothing has been observed yet"),
        ({"observations": [{"value": 6, "basis": "forecast"}]}, NO, "late: only a forecast"),
        ({"observations": [{"redacted": True}]}, UNKNOWN, "late: its figures are withheld"),
        ({"observations": [6]}, UNKNOWN, "late: there is no earlier figure to compare with"),
        (
            {"observations": [{"comment": "calmer"}]},
            UNKNOWN,
            "late: observed in words only, with no figure to compare",
        ),
        ({"baseline": 6, "observations": [6]}, NO, "late: the same as before (6)"),
        ({"baseline": 6, "observations": [21]}, NO, "late: from 6 to 21, the other way"),
        (
            {"baseline": {"from": 15, "to": 21}, "observations": [{"from": 5, "to": 10}]},
            YES,
            "late: first 15 to 21, later 5 to 10",
        ),
        (
            {"baseline": {"from": 5, "to": 10}, "observations": [8]},
            UNKNOWN,
            "late: first 5 to 10, later 8, which may be the same number",
        ),
        (
            {"baseline": 6, "observations": [21], "better": None},
            UNKNOWN,
            "late: from 6 to 21, but the file does not state which way is better",
        ),
        (
            {"observations": [{"value": 9, "period": "2018"}, {"value": 6, "period": "2019"}]},
            YES,
            "late: from 9 to 6",
        ),
        # Two sources of one year, and two groups, are no change.
        (
            {"baseline": {"value": 21, "of": 240}, "observations": [{"value": 15, "of": 100}]},
            NO,
            "late: from 21 of 240 to 15 of 100, the other way",
        ),
        (
            {
                "baseline": {"value": 20, "period": "2023/2024-autumn"},
                "observations": [{"value": 45, "period": "2023/2024"}],
            },
            UNKNOWN,
            "late: its figures cannot be compared: one is for a year, the other for a term",
        ),
        (
            {"observations": [{"value": 9, "period": "2018"}, {"value": 6, "period": "2018"}]},
            UNKNOWN,
            "late: there is no earlier figure to compare with",
        ),
        (
            {"baseline": 21, "observations": [{"value": 6, "subgroup": "boys"}]},
            UNKNOWN,
            "late: its figures cannot be compared: one is about boys, the other about all",
        ),
    ],
)
def test_an_indicator_shows_change_or_not_or_it_cannot_be_told(
    indicator: dict[str, Any], answer: Answer, reason: str
) -> None:
    theory = circle({"calm": "realized happened"}, indicators=counted(**indicator))
    [claim] = claims(theory)
    assert claim.changed == Reply(answer=answer, reason=reason)


def test_two_indicators_that_disagree_leave_the_change_open() -> None:
    indicators = {
        **counted(baseline=21, observations=[6]),
        "sent": {"title": "S", "measures": "calm", "better": "lower", "baseline": 1},
    }
    indicators["sent"]["observations"] = [4]
    [claim] = claims(circle({"calm": "realized happened"}, indicators=indicators))
    assert claim.changed.answer is UNKNOWN


@pytest.mark.parametrize(
    ("steps", "answer", "reason"),
    [
        ([("realized", "hoped")], NO, "gate: the story describes it as hoped for"),
        ([("realized", None)], UNKNOWN, "gate: the story does not state whether it happened"),
        (
            [("realized", "happened")],
            NO,
            "gate: the story names nothing earlier that led to it",
        ),
        (
            [("applied", None), ("realized", "happened")],
            UNKNOWN,
            "gate: the story does not state whether the earlier steps happened",
        ),
        (
            [("applied", "planned"), ("realized", "happened")],
            NO,
            "gate: the story names nothing earlier that led to it",
        ),
        (
            [("transformative", "happened"), ("realized", "happened")],
            NO,
            "gate: the story names nothing earlier that led to it",
        ),
        (
            [("enabling", "happened"), ("realized", "happened")],
            YES,
            "gate: the story comes to it from enabling value",
        ),
    ],
)
def test_a_story_ties_a_value_to_an_earlier_cycle_or_not_or_it_cannot_be_told(
    steps: list[tuple[str, str | None]], answer: Answer, reason: str
) -> None:
    *before, (cycle, status) = steps
    written = [{"cycle": item, "status": state} for item, state in before]
    written.append({"cycle": cycle, "status": status, "value": "calm"})
    stories = {"gate": {"title": "Gate", "steps": written}}
    [claim] = claims(circle({"calm": "realized happened"}, stories=stories))
    assert claim.told == Reply(answer=answer, reason=reason)


def test_value_near_the_space_may_come_from_the_space_itself() -> None:
    step = {"cycle": "potential", "status": "happened", "value": "idea"}
    theory = circle(THREE, stories={"gate": {"title": "Gate", "steps": [step]}})
    assert answers(theory, "idea")[1] is YES


@pytest.mark.parametrize(
    ("observation", "step", "answer"),
    [
        ({"period": "2019"}, {"period": "2016"}, NO),  # the times differ
        ({"period": "2019"}, {"period": "2019"}, UNKNOWN),  # the people are not known
        ({"period": "2019", "subgroup": "Staff"}, {"period": "2019"}, NO),  # others are counted
        ({"subgroup": "Parents of the school"}, {"period": "2019"}, UNKNOWN),  # no time
    ],
)
def test_indicator_and_story_agree_only_as_far_as_the_file_says(
    observation: dict[str, Any], step: dict[str, Any], answer: Answer
) -> None:
    theory = circle(
        THREE,
        "tried -> calm",
        partners=PARTNERS,
        stories=told(**step),
        indicators=counted(observations=[{"value": 6, **observation}], baseline=21),
    )
    assert answers(theory, "calm")[2] is answer


def test_the_reason_says_what_agrees_what_differs_and_what_is_not_known() -> None:
    theory = circle(
        THREE,
        "tried -> calm",
        stories=told(period="2016"),
        indicators=counted(**FELL),
    )
    [claim] = [claim for claim in claims(theory) if claim.value == "calm"]
    reason = "late and gate differ in time; agree in direction; not known: people"
    assert claim.agrees == Reply(answer=NO, reason=reason)


def test_the_time_of_a_step_may_be_that_of_its_evidence() -> None:
    theory = circle(
        THREE,
        "tried -> calm",
        stories=told(evidence=["letter"]),
        indicators=counted(**FELL),
        evidence={"letter": {"title": "Letter", "period": "2012"}},
    )
    assert answers(theory, "calm")[2] is NO


def test_a_break_in_the_chain_is_reported() -> None:
    values = {"idea": "potential hoped", "calm": "realized happened", "anew": "transformative"}
    stories = {
        "gate": {
            "title": "Gate",
            "steps": [{"cycle": "immediate"}, {"cycle": "realized", "value": "calm"}],
        }
    }
    theory = circle(values, "idea -> calm", stories=stories)
    assert chain_breaks(theory, "idea") == ()
    assert chain_breaks(theory, "anew") == (
        ChainBreak(value="anew", after="", reason="no earlier value leads to it"),
    )
    assert [(item.after, item.reason) for item in chain_breaks(theory, "calm")] == [
        ("idea", "it happened, but everything that leads to it is only hoped for"),
        ("idea", "potential value leads to it with no applied value between"),
        ("gate", "the story goes from immediate value to it with no applied step between"),
    ]


# Blackpool.


def test_in_blackpool_one_claim_has_data_that_show_change_and_none_is_beyond_doubt() -> None:
    found = {claim.value: claim for claim in claims(BLACKPOOL)}
    assert set(found) == set(BLACKPOOL.value_creation)
    changed = [id_ for id_, claim in found.items() if claim.changed.answer is YES]
    assert changed == ["realised-exclusions"]
    exclusions = found["realised-exclusions"]
    assert [reply.answer for reply in exclusions.answers] == [YES, YES, UNKNOWN, NO]
    assert all(claim.plausible is not YES for claim in found.values())


def test_in_blackpool_the_hope_for_the_town_is_a_long_flow_that_has_not_happened() -> None:
    [flow] = value_flows(BLACKPOOL, "young-executive").flows
    assert [step.value for step in flow.steps] == [
        "voices-at-boards",
        "resilience-first",
        "proud-town",
    ]
    assert (flow.length, flow.length_happened) == (FlowLength.LONG, FlowLength.SHORT)


def test_in_blackpool_pathways_run_from_the_space_s_value_through_to_the_impact() -> None:
    found = pathways(BLACKPOOL, "shared-words", "resilient-town")
    assert (
        "shared-words",
        "steered-practice",
        "realised-exclusions",
        "fewer-exclusions",
        "resilient-town",
    ) in found.paths


@pytest.mark.parametrize(
    ("figure", "answer", "reason"),
    [
        ({"value": 5.3}, "yes", "a mean rise of 5.3%"),
        ({"value": -2}, "no", "a mean fall of 2%, the other way"),
        ({"value": 0}, "no", "a mean change of 0%"),
        ({"from": -1, "to": 3}, "unknown", "a mean change of -1% to 3%, which may be no change"),
    ],
)
def test_a_figure_that_is_a_change_shows_one_without_an_earlier_figure(
    figure: dict[str, Any], answer: str, reason: str
) -> None:
    theory = TheoryOfChange(
        title="Example",
        value_creation={"attend": {"title": "Pupils attend", "cycle": "realized"}},
        indicators={
            "mean": {
                "title": "Attendance",
                "measures": ["attend"],
                "unit": "percent",
                "better": "higher",
                "observations": [{"statistic": "mean-change", **figure}],
            }
        },
    )
    (found,) = effect_data(theory, "attend")
    assert (str(found.change), found.reason) == (answer, reason)


@pytest.mark.parametrize(
    ("rivals", "answer", "reason"),
    [
        (["the bus came on time"], YES, "“the bus came on time”"),
        (["None named.", "wages rose"], YES, "“wages rose”"),
        (["none named"], NO, "its links name none, and state “none named”"),
        (["N/A", "–"], NO, "its links name none, and state “N/A” and “–”"),
        ([], NO, "no link that leads to it names one"),
    ],
)
def test_a_rival_is_quoted_and_none_named_is_none(
    rivals: list[str], answer: Answer, reason: str
) -> None:
    link = {"from": "tried", "to": "calm", "rivals": rivals}
    *_, claim = claims(circle({"tried": "applied", "calm": "realized"}, link))
    assert claim.rival == Reply(answer=answer, reason=reason)


def test_a_reframing_loop_is_closed_only_where_something_links_back() -> None:
    alone = circle({"joy": "reframing happened"})
    assert [loop.is_closed for loop in learning_loops(alone)] == [False]
    linked = circle({"joy": "reframing happened"}, "joy -> circle")
    assert [loop.way_back for loop in learning_loops(linked)] == [("joy", "circle")]
    named = TheoryOfChange(
        title="T",
        spaces={"circle": {"title": "Circle"}},
        value_creation={
            "joy": {
                "title": "Joy",
                "cycle": "transformative",
                "space": "circle",
                "reframes": "circle",
            }
        },
    )
    assert [loop.way_back for loop in learning_loops(named)] == [("joy", "circle")]


# Stated value, and inferred or drafted value.


def test_flows_and_loops_count_what_was_told_and_name_what_was_not() -> None:
    told = [{"from": "tried", "to": "calm", "origin": "stated"}, "calm -> circle"]
    read = {"from": "idea", "to": "tried", "origin": "inferred"}
    theory = circle(THREE, read, *told)
    [flow] = value_flows(theory).flows
    assert [step.attested for step in flow.steps] == [True, False, True]
    assert (flow.is_attested, flow.length_happened) == (False, FlowLength.SHORT)
    assert flow_words(flow) == (
        "long; happened as far as idea (potential), then inferred or drafted: tried (applied), "
        "then happened: calm (realised)"
    )
    assert [line.text for line in flow_figures(value_flows(theory))] == [
        "Flows: 1. Counted below: 0 with nothing inferred or drafted.",
        "Long ones, which reach a difference beyond the space: none.",
        "Short ones, which stay near it: none.",
    ]
    [loop] = learning_loops(theory)
    assert loop.way_back == ("calm", "circle")


def test_what_was_inferred_and_then_agreed_is_listed() -> None:
    agreed = {"origin": "inferred", "agreed": {"with": ["staff"]}}
    links = ({"from": "idea", "to": "tried", **agreed}, {"from": "tried", "to": "calm", **agreed})
    back = {"from": "calm", "to": "circle", "feedback": True, **agreed}
    theory = circle(THREE, *links, back)
    assert [flow.is_attested for flow in value_flows(theory).flows] == [True]
    assert [loop.is_closed for loop in learning_loops(theory)] == [True]


@pytest.mark.parametrize("origin", ["inferred", "drafted"])
def test_a_loop_is_not_closed_by_what_is_only_read_into_it(origin: str) -> None:
    [loop] = learning_loops(circle(THREE, {"from": "calm", "to": "circle", "origin": origin}))
    assert (loop.is_closed, loop.way_back, loop.way_read) == (False, (), ("calm", "circle"))


def test_a_way_through_an_inferred_mechanism_is_not_listed() -> None:
    mechanisms = {"trust": {"title": "Trust", "origin": "inferred"}}
    theory = circle(THREE, "idea -> trust -> tried", "tried -> calm", mechanisms=mechanisms)
    [flow] = value_flows(theory).flows
    assert [step.attested for step in flow.steps] == [True, False, True]
