"""Explanations and figures as they are read aloud, and as data."""

import json
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from odd_labels import ODD
from small_theories import titled

from tocmodel.analysis.explanation import explain
from tocmodel.analysis.summary import analyse
from tocmodel.model import Link, TheoryOfChange
from tocmodel.report import analysis as figures
from tocmodel.report import explanation
from tocmodel.report.explanation_data import to_data
from tocmodel.report.outline import Line, to_markdown, to_text
from tocmodel.schema import load_schema

ZONE = TheoryOfChange(
    title="Breakfast zone",
    partners={
        "school": {"title": "The school"},
        "council": {"title": "The council", "decides": ["school meals"], "influence": "high"},
    },
    conditions={
        "rents": {"title": "Rents are high", "scale": "structural", "level": "society"},
        "debt": {"title": "Families are in debt", "routinely_monitored": False},
        "hunger": {"title": "Children come hungry", "scale": "child"},
    },
    assets={"kitchen": {"title": "A school kitchen"}},
    interventions={
        "club": {
            "title": "Breakfast club",
            "addresses": ["hunger"],
            "partners": ["school"],
            "uses": ["kitchen"],
        }
    },
    outcomes={"fed": {"title": "Children are fed", "horizon": "short"}},
    indicators={
        "count": {"title": "Children at breakfast", "measures": ["hunger"]},
        "asked": {
            "title": "Families who say so",
            "measures": ["debt"],
            "routinely_monitored": False,
        },
    },
    evidence={
        "survey": {
            "title": "A survey",
            "kind": "monitoring",
            "independence": "deliverer",
            "shows": "cause",
            "supports": ["debt -> hunger"],
        },
        "doubt": {"title": "A doubt", "contradicts": ["debt -> hunger"]},
        "recount": {"title": "A recount", "kind": "blog", "contradicts": ["survey"]},
    },
    links=[
        "rents -> debt",
        {
            "from": "debt",
            "to": "hunger",
            "because": "food is what is left to save on",
            "confidence": 60,
            "rivals": ["mornings are rushed"],
        },
        {"from": "debt", "to": "rents", "feedback": True, "because": "landlords add fees"},
        {"from": "club", "to": "fed", "because": "there is food"},
        {"from": "hunger", "to": "fed", "effect": "decreases"},
    ],
)

TOLD = """\
Why: Children come hungry?
Condition, child scale.
Acted on by: Breakfast club.
Who acts: The school.
Strengths near it: A school kitchen.
Shown by: Children at breakfast.
It lowers: Children are fed.

Not acted on by any intervention, the deepest cause first
- Rents are high (condition, structural scale, society level)
  No intervention acts on it, only on its effects: Children come hungry.
- Families are in debt (condition)
  No intervention acts on it, only on its effects: Children come hungry.

What is not routinely monitored
- Families are in debt (condition)
  Shown by: Families who say so (not routinely monitored). It is not routinely
  monitored.

Why is it so?
- Families are in debt (condition)
  because food is what is left to save on
  Confidence in this: 60%.
  It may also be: mornings are rushed.
  Evidence that the one brings about the other: A survey (monitoring, deliverer).
  Evidence against this: A doubt.
    “A survey” is contradicted by: A recount (blog).
  No intervention acts on it, only on its effects: Children come hungry.
  The theory does not state who could act.
  Shown by: Families who say so (not routinely monitored). It is not routinely
  monitored.
  Why is it so?
  - Rents are high (condition, structural scale, society level)
    No reason is given.
    No intervention acts on it, only on its effects: Children come hungry.
    The theory does not state who could act.
    No indicator shows it.
    Why is it so?
    - Families are in debt (condition)
      because landlords add fees
      This closes a circle: see above.

Circles that lead back to where they start
- Rents are high -> Families are in debt -> Rents are high (reinforcing)

Who else might be asked
- The council: decides: school meals; influence: high
"""


def test_an_explanation_is_read_aloud_from_the_question_to_the_last_cause() -> None:
    assert to_text(explanation.outline(explain(ZONE, "hunger"))) == TOLD


def test_colour_changes_no_word() -> None:
    lines = explanation.outline(explain(ZONE, "hunger"))
    painted = to_text(lines, colour=True)
    assert painted != TOLD
    for code in ("\x1b[1m", "\x1b[1;36m", "\x1b[33m", "\x1b[0m"):
        assert code in painted
        painted = painted.replace(code, "")
    assert painted == TOLD


def test_what_leads_to_a_wanted_outcome_says_what_it_is_an_answer_to() -> None:
    told = to_text(explanation.outline(explain(ZONE, "fed", depth=1)))
    assert told == (
        "What leads to this: Children are fed?\n"
        "Outcome.\n"
        "Horizon: short\n"
        "\n"
        "What leads to it?\n"
        "- Breakfast club (intervention)\n"
        "  because there is food\n"
        "  Who acts: The school.\n"
        "  Strengths near it: A school kitchen.\n"
        "  What leads to it?\n"
        "  - Children come hungry (condition, child scale)\n"
        "    which “Breakfast club” addresses\n"
        "    It is explained elsewhere in this list.\n"
        "\n"
        "What lowers it?\n"
        "- Children come hungry (condition, child scale)\n"
        "  No reason is given.\n"
        "  Acted on by: Breakfast club.\n"
        "  Who acts: The school.\n"
        "  Strengths near it: A school kitchen.\n"
        "  Shown by: Children at breakfast.\n"
        "\n"
        "Who else might be asked\n"
        "- The council: decides: school meals; influence: high\n"
        "\n"
        "What is left out\n"
        "2 further causes are not listed here.\n"
    )


def test_a_missing_reason_is_reported() -> None:
    theory = TheoryOfChange(title="Example", conditions=titled("debt"))
    told = to_text(explanation.outline(explain(theory, "debt")))
    assert "No intervention acts on it, nor on its causes or effects.\n" in told
    assert told.endswith("Why is it so?\nThe theory gives no answer: no link leads here.\n")


def test_long_lists_are_cut_and_counted() -> None:
    done = titled([f"i{number}" for number in range(9)], addresses=["debt"])
    theory = TheoryOfChange(title="Example", conditions=titled("debt"), interventions=done)
    told = to_text(explanation.outline(explain(theory, "debt")))
    assert "The i5; and 3 more." in told


def test_markdown_is_lists_in_lists_below_headings() -> None:
    lines = [
        Line(0, "Why?", "heading"),
        Line(0, "A fact"),
        Line(0, "More", "heading"),
        Line(0, "A cause", "item"),
        Line(1, "because"),
    ]
    assert to_markdown(lines) == ("# Why?\n\n- A fact\n\n## More\n\n- **A cause**\n  - because\n")


@pytest.mark.parametrize("title", ODD)
def test_odd_titles_stay_on_their_line_and_are_no_markup(title: str) -> None:
    theory = TheoryOfChange(title="Example", conditions={"odd": {"title": title}})
    lines = explanation.outline(explain(theory, "odd"))
    written = to_markdown(lines)
    assert written.count("\n") == to_markdown(explanation.outline(explain(CALM, "odd"))).count("\n")
    assert "<" not in written.replace("\\<", "")
    assert "\x1b" not in to_text(lines)


CALM = TheoryOfChange(title="Example", conditions={"odd": {"title": "Calm"}})


def test_an_explanation_says_where_each_link_and_each_cause_comes_from() -> None:
    theory = TheoryOfChange(
        title="Example",
        sources={"plan": {"title": "The plan"}},
        partners={"families": {"title": "Families"}},
        conditions={
            "rents": {
                "title": "Rents are high",
                "origin": "stated",
                "source": "plan",
                "at": "p. 3",
            },
            "debt": {"title": "Debt", "origin": "inferred"},
            "cold": {"title": "Cold", "origin": "listed", "source": "plan"},
            "hunger": {"title": "Hunger"},
        },
        links=[
            {"from": "rents", "to": "hunger", "origin": "inferred"},
            {"from": "debt", "to": "hunger", "origin": "drafted", "drafted_by": "an assistant"},
            {
                "from": "cold",
                "to": "hunger",
                "origin": "drafted",
                "agreed": {"with": ["families"], "on": "2024-03"},
            },
        ],
    )
    told = to_text(explanation.outline(explain(theory, "hunger")))
    for said in (
        "The link is our reading, not a source's.",
        "It is stated in: The plan, p. 3.",
        "The link was drafted by an assistant, and nobody has confirmed it.",
        "It is our reading, not a source's.",
        "The link was drafted by a program. The link is agreed with Families (2024-03).",
        "It is read from a list or a figure in: The plan.",
    ):
        assert told.count(f"  {said}\n") == 1, told


def test_an_explanation_as_data_holds_each_cause_once_and_every_answer() -> None:
    data = json.loads(json.dumps(to_data(explain(ZONE, "hunger"), "1.2.3")))
    jsonschema.validate(data, load_schema("explanation"))
    assert [cause["id"] for cause in data["causes"]] == ["debt", "rents"]
    assert data["whys"][0] == {
        "cause": "debt",
        "effect": "hunger",
        "because": ["food is what is left to save on"],
        "kinds": ["cause"],
        "voices": [],
        "effects": ["increases"],
        "confidence": [60],
        "strength": [],
        "needed": [],
        "delay": [],
        "origins": ["not-said"],
        "evidence": [
            {
                "id": "survey",
                "title": "A survey",
                "shows": "cause",
                "contradicted_by": ["recount"],
            }
        ],
        "neither": [],
        "contrary": [{"id": "doubt", "title": "A doubt", "shows": None, "contradicted_by": []}],
        "told": "here",
    }
    assert data["subject"] == {
        "id": "hunger",
        "title": "Children come hungry",
        "section": "conditions",
        "scale": "child",
        "level": None,
        "origin": "not-said",
        "needs": [],
        "steps": 0,
        "has_causes": True,
        "action": "cause",
        "eased_by": [],
        "acted_on_by": ["club"],
        "instead": [],
        "strengths": [{"id": "kitchen", "used_by": ["club"]}],
        "actors": [{"id": "school", "delivers": ["club"], "decides": [], "influence": None}],
        "indicators": ["count"],
        "routinely_monitored": None,
        "evidence": [],
        "neither": [],
        "contrary": [],
    }
    assert (data["neglected"], data["not_monitored"]) == (["rents", "debt"], ["debt"])
    assert data["loops"] == [{"path": ["rents", "debt"], "sign": "reinforcing"}]
    assert (data["bystanders"], data["left_out"]) == (["council"], 0)


EMPTY = analyse(TheoryOfChange(title="Empty"))


def told_figures(theory: TheoryOfChange) -> str:
    return to_text(figures.outline(analyse(theory)))


def test_figures_are_read_below_their_headings_and_name_what_they_speak_of() -> None:
    told = told_figures(ZONE)
    assert told.startswith("Breakfast zone\n\nWhat it is made of\n- Elements: 13\n  partner 2, ")
    assert (
        "- Conditions that something acts on: 1 of 3\n"
        "  nothing acts on: Rents are high; Families are in debt\n"
    ) in told
    assert "  by way of: Breakfast club -> Children are fed\n" in told


def test_what_cannot_be_measured_is_not_read() -> None:
    assert told_figures(TheoryOfChange(title="Empty")) == (
        "Empty\n\nWhat it is made of\n- Elements: 0\n- Relations: 0\n\nShape\n- Loops: 0\n"
    )


def test_figures_as_data_keep_the_whole_of_a_share_and_null_for_nothing() -> None:
    data = figures.to_data([("zone.toc.yaml", analyse(ZONE)), ("empty", EMPTY)], "1.2.3")
    jsonschema.validate(data, load_schema("analysis"))
    assert data["tool"] == {"name": "tocmodel", "version": "1.2.3"}
    measures: dict[str, Any] = data["theories"][0]["measures"]
    assert measures["coverage"] == {
        "value": 1,
        "of": 3,
        "parts": {},
        "about": ["rents", "debt"],
        "more": 0,
        "at_least": False,
    }
    assert data["theories"][1]["measures"]["coverage"]["value"] is None


def test_rows_of_figures_are_one_for_each_number() -> None:
    table = figures.to_table([("", analyse(ZONE))])
    heads, *rows = table.rows
    assert heads == ("measure", "part", "at least", "value", "of")
    assert ("coverage", "", "", "1", "3") in rows
    assert ("elements", "partner", "", "2", "") in rows


def test_the_table_of_the_figures_of_files_begins_with_their_names() -> None:
    table = figures.to_table([("a.toc.yaml", analyse(ZONE)), ("b.toc.yaml", analyse(ZONE))])
    assert table.rows[0] == ("file", "measure", "part", "at least", "value", "of")
    assert {row[0] for row in table.rows[1:]} == {"a.toc.yaml", "b.toc.yaml"}
    assert {len(row) for row in table.rows} == {6}


def test_a_notebook_shows_the_words_of_both() -> None:
    for found in (explain(ZONE, "hunger"), analyse(ZONE)):
        shown = found._repr_mimebundle_()
        heading = shown["text/plain"].splitlines()[0]
        assert shown["text/markdown"].splitlines()[0] == f"# {heading}"


EASED = TheoryOfChange(
    title="Homes",
    conditions={
        "cold": {"title": "Homes are cold"},
        "wages": {"title": "Wages are fair"},
        "mild": {"title": "Winters are mild"},
        "rents": {"title": "Rents are high"},
    },
    interventions={"advice": {"title": "Advice on heating"}},
    outcomes={
        "warm": {"title": "Families know how to heat"},
        "well": {"title": "Children are well"},
    },
    links=[
        "rents -> cold",
        {"from": "wages", "to": "cold", "effect": "decreases", "because": "bills can be paid"},
        {"from": "mild", "to": "cold", "effect": "decreases"},
        "advice -> warm -> well",
        {"from": "cold", "to": "well", "effect": "decreases", "because": "damp harms lungs"},
    ],
)


def test_what_lowers_a_difficulty_is_told_as_what_raises_it_is() -> None:
    assert to_text(explanation.outline(explain(EASED, "cold"))) == (
        "Why: Homes are cold?\n"
        "Condition.\n"
        "No intervention acts on it, only on its effects: Children are well.\n"
        "Lowered by: Wages are fair; Winters are mild.\n"
        "The theory does not state who could act.\n"
        "No indicator shows it.\n"
        "It lowers: Children are well.\n"
        "\n"
        "Not acted on by any intervention, the deepest cause first\n"
        "- Rents are high (condition)\n"
        "  No intervention acts on it, only on its effects: Children are well.\n"
        "- Homes are cold (condition)\n"
        "  No intervention acts on it, only on its effects: Children are well.\n"
        "\n"
        "Why is it so?\n"
        "- Rents are high (condition)\n"
        "  No reason is given.\n"
        "  No intervention acts on it, only on its effects: Children are well.\n"
        "  The theory does not state who could act.\n"
        "  No indicator shows it.\n"
        "\n"
        "What lowers it?\n"
        "- Wages are fair (condition)\n"
        "  because bills can be paid\n"
        "- Winters are mild (condition)\n"
        "  No reason is given.\n"
    )


def test_what_lowers_a_wanted_outcome_is_kept_apart_from_what_raises_it() -> None:
    told = to_text(explanation.outline(explain(EASED, "well", depth=1)))
    assert told.partition("What leads to it?\n")[2].partition("\nWhat is left out")[0] == (
        "- Families know how to heat (outcome)\n"
        "  No reason is given.\n"
        "\n"
        "What lowers it?\n"
        "- Homes are cold (condition)\n"
        "  because damp harms lungs\n"
        "  No intervention acts on it, only on its effects: Children are well.\n"
        "  Lowered by: Wages are fair; Winters are mild.\n"
        "  The theory does not state who could act.\n"
        "  No indicator shows it.\n"
    )


def test_a_difficulty_that_the_work_eases_by_way_of_an_outcome_is_not_left_alone() -> None:
    easing = Link(from_="warm", to="cold", effect="decreases")
    theory = evolve(EASED, links=(*EASED.links, easing))
    told = to_text(explanation.outline(explain(theory, "rents")))
    assert "No intervention acts on it, only on its effects: Homes are cold.\n" in told
    assert (
        "No intervention acts on it, but interventions lead to something that lowers it.\n"
        "Lowered by: Wages are fair; Winters are mild; Families know how to heat.\n"
    ) in to_text(explanation.outline(explain(theory, "cold")))


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (True, "It is routinely monitored.\n"),
        (False, "It is not routinely monitored.\n"),
        ({"before": False, "since": 2016}, "It has been routinely monitored since 2016.\n"),
        ({"before": False}, "It was not routinely monitored before the programme.\n"),
        ({"before": True}, "It was routinely monitored before the programme.\n"),
        ({}, "No indicator shows it.\n"),
    ],
)
def test_monitoring_is_shown_with_its_time(stated: Any, told: str) -> None:
    theory = TheoryOfChange(
        title="Zone", conditions={"loss": {"title": "Bereavement", "routinely_monitored": stated}}
    )
    words = to_text(explanation.outline(explain(theory, "loss")))
    assert told in words
    assert ("What is not routinely monitored\n" in words) == (stated is False)
    before = isinstance(stated, dict) and stated.get("before") is False
    assert ("What was not routinely monitored before the programme\n" in words) == before


def test_a_count_that_a_bound_stopped_is_at_least_so_many_in_words_and_in_rows() -> None:
    names = [f"n{number}" for number in range(12)]
    theory = TheoryOfChange(
        title="A map",
        outcomes=titled(names),
        links=[f"{a} -> {b}" for a in names for b in names if a != b],
    )
    found = analyse(theory)
    told = to_text(figures.outline(found))
    assert "- Loops: at least 10,000\n  reinforcing at least 10,000\n" in told
    assert "and at least 9,990 more" in " ".join(told.split())
    table = figures.to_table([("", found)])
    assert [row[2:] for row in table.rows if row[0] == "loops"] == [
        ("at least", "10000", ""),
        ("at least", "10000", ""),
    ]
