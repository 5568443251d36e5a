"""The small lines in a box."""

from typing import Any

import pytest
from small_theories import titled

from tocmodel.diagram import to_diagram
from tocmodel.model import TheoryOfChange, View


def badges(view: dict[str, Any] | None = None, **sections: Any) -> list[tuple[str, str]]:
    """The badges of the outcome ``fed``, to which ``club`` leads."""
    theory = TheoryOfChange(
        title="Example",
        interventions=titled("club"),
        outcomes=titled("fed"),
        **{"links": ["club -> fed"], **sections},
    )
    boxes = to_diagram(theory, View(title="A view", **(view or {}))).boxes
    return [(badge.kind, badge.text) for box in boxes if box.id == "fed" for badge in box.badges]


def indicator(*observations: dict[str, Any], **more: Any) -> dict[str, Any]:
    usual = {"title": "Plates", "measures": ["fed"], "observations": observations}
    return usual | more


CASES: dict[str, tuple[list[dict[str, Any]], str]] = {
    "none yet": ([indicator()], "1 indicator, no figure yet"),
    "a doubt": (
        [indicator({"value": 5, "qualifier": "about"}, unit="plates")],
        "Plates: about 5",
    ),
    "a unit that the title does not say": (
        [indicator({"value": 5}, unit="children")],
        "Plates: 5 children",
    ),
    "a unit that becomes a sign": (
        [indicator({"value": 5}, title="Plates in GBP", unit="GBP")],
        "Plates in GBP: £5",
    ),
    "likely an undercount": (
        [indicator({"value": 5}, unit="plates", undercount=True)],
        "Plates: 5, likely an undercount",
    ),
    "only a forecast": (
        [indicator({"value": 5, "basis": "forecast", "period": "2030"})],
        "Plates: forecast: 5 (2030)",
    ),
    "dates say which is the latest": (
        [indicator({"value": 5, "period": "2019"}, {"value": 4, "period": "2018"}), indicator()],
        "Plates: 5 (2019), the latest of 2 figures; one of 2 indicators",
    ),
    "no dates": ([indicator(*({"value": n} for n in range(5)))], "Plates: 0, one of 5 figures"),
    "one date of two": (
        [indicator({"value": 25}, {"value": 36, "period": "2017/2019"})],
        "Plates: 36 (2017/2019), one of 2 figures",
    ),
    "the same period twice": (
        [indicator({"value": 25, "period": "2018"}, {"value": 36, "period": "2018"})],
        "Plates: 25 (2018), one of 2 figures",
    ),
    "two sources that say the same": (
        [indicator({"value": 31, "source": ""}, {"value": 31, "period": "2018"})],
        "Plates: 31 (2018)",
    ),
    "the whole before its parts": (
        [indicator({"value": 90}, {"value": 70, "subgroup": "girls"}, unit="children")],
        "Plates: 90 children",
    ),
    "parts without a whole": (
        [indicator({"value": 70, "subgroup": "girls"}, {"value": 20, "subgroup": "boys"})],
        "Plates: 70 (girls), one of 2 figures",
    ),
    "two statistics": (
        [
            indicator(
                {"value": 70, "period": "2018"},
                {"value": 5, "statistic": "percent-change", "period": "2019"},
            )
        ],
        "Plates: 70 (2018), one of 2 figures",
    ),
    "what was counted before what is expected": (
        [
            indicator({"value": 9, "basis": "forecast", "period": "2030"}),
            indicator({"value": 4, "period": "2018"}, title="Bowls"),
        ],
        "Bowls: 4 (2018); one of 2 indicators",
    ),
    "here before elsewhere": (
        [
            indicator({"value": 9, "place": "Wales", "period": "2020"}),
            indicator({"value": 4, "period": "2018"}, title="Bowls"),
        ],
        "Bowls: 4 (2018); one of 2 indicators",
    ),
    "only elsewhere": (
        [indicator({"value": 9, "place": "Wales", "period": "2020"}), indicator()],
        "Plates: 9 (Wales, 2020); one of 2 indicators",
    ),
    "places are no series": (
        [
            indicator(
                {"value": 9, "place": "Wales", "period": "2020"},
                {"value": 3, "place": "Kent", "period": "2018"},
            )
        ],
        "Plates: 9 (Wales, 2020), one of 2 figures",
    ),
    "what is withheld may be later": (
        [indicator({"redacted": True, "period": "2020"}, {"value": 3, "period": "2018"})],
        "Plates: 3 (2018), another is withheld",
    ),
    "what is withheld and earlier says nothing": (
        [indicator({"redacted": True, "period": "2017"}, {"value": 3, "period": "2018"})],
        "Plates: 3 (2018)",
    ),
    "money is no outcome": (
        [
            indicator({"value": 10000}, title="Grant", unit="GBP", kind="resource"),
            indicator({"value": 5}, kind="outcome"),
        ],
        "Plates: 5; one of 2 indicators",
    ),
    "nothing but money": (
        [indicator({"value": 10000}, title="Grant", unit="GBP", kind="resource")],
        "1 indicator, of resources only",
    ),
    "a sample is no result": (
        [
            indicator({"value": 441, "of": 3134}, title="Children asked", kind="context"),
            indicator({"value": 2000}, title="Children reached", kind="reach"),
            indicator({"value": 55}, unit="percent", kind="outcome", title="Better fed"),
        ],
        "Better fed: 55%; one of 3 indicators",
    ),
}


@pytest.mark.parametrize(("indicators", "text"), CASES.values(), ids=CASES)
def test_a_figure_is_of_a_named_indicator_and_the_latest_only_where_dates_say_so(
    indicators: list[dict[str, Any]], text: str
) -> None:
    named = {f"i{place}": body for place, body in enumerate(indicators)}
    assert badges(indicators=named) == [("indicator", text)]


def test_an_indicator_of_context_stands_for_a_condition() -> None:
    theory = TheoryOfChange(
        title="Example",
        conditions=titled("hunger cold"),
        indicators={
            "asked": {
                "title": "Asked",
                "kind": "context",
                "measures": ["hunger"],
                "observations": [7],
            },
            "felt": {"title": "Felt", "kind": "context", "measures": ["cold"]},
        },
    )
    boxes = to_diagram(theory, View(title="A view")).boxes
    assert {box.id: [badge.text for badge in box.badges] for box in boxes} == {
        "hunger": ["Asked: 7"],
        "cold": ["1 indicator, no figure yet"],
    }


def test_evidence_says_what_it_shows_and_only_a_result_has_the_tick() -> None:
    found = badges(
        evidence={
            "a": {"title": "A", "kind": "peer-reviewed", "shows": "cause", "supports": ["fed"]},
            "b": {"title": "B", "kind": "survey", "shows": "change", "supports": ["fed"]},
            "c": {"title": "C", "kind": "plan", "shows": "aim", "supports": ["fed"]},
            "d": {"title": "D", "kind": "monitoring", "shows": "delivery", "supports": ["fed"]},
            "e": {"title": "E", "kind": "inspection", "shows": "situation", "supports": ["fed"]},
            "f": {"title": "F", "kind": "blog", "supports": ["fed"]},
            "g": {"title": "G", "kind": "interview", "shows": "no-change", "about": ["fed"]},
            "h": {"title": "H", "kind": "case-study", "shows": "mixed", "supports": ["fed"]},
            "i": {"title": "I", "about": ["fed"]},
            "j": {"title": "J", "contradicts": ["fed"]},
        },
    )
    assert found == [
        ("evidence", "evidence: peer reviewed, survey"),
        ("situation", "shows the situation: inspection"),
        ("delivery", "shows delivery: monitoring"),
        ("aim", "states an aim: plan"),
        ("unstated", "cited: blog"),
        ("neither", "no change seen: interview"),
        ("neither", "mixed results: case study"),
        ("neither", "neither for nor against"),
        ("against", "evidence against"),
    ]


ON_A_LINK: dict[str, Any] = {
    "evidence": {
        "b": {"title": "B", "kind": "testimony", "shows": "change", "supports": ["club -> fed"]},
        "c": {"title": "C", "shows": "mixed", "about": ["club -> fed"]},
        "d": {"title": "D", "contradicts": ["club -> fed"]},
    },
    "links": [
        {"from": "club", "to": "fed", "evidence": [{"title": "E", "kind": "blog", "shows": "aim"}]}
    ],
}


def test_evidence_on_a_link_marks_the_arrow_and_not_the_box() -> None:
    assert badges(**ON_A_LINK) == []
    theory = TheoryOfChange(
        title="Example", interventions=titled("club"), outcomes=titled("fed"), **ON_A_LINK
    )
    (arrow,) = to_diagram(theory, View(title="A view")).arrows
    assert (arrow.label, arrow.evidence) == ("", ("evidence", "aim", "neither", "against"))
    assert arrow.words == "evidence, states an aim, no change or mixed, evidence against"
    assert arrow.reasons == (
        "evidence: “B”",
        "states an aim: “E”",
        "mixed results: “C”",
        "evidence against: “D”",
    )


def test_the_box_of_evidence_on_a_link_names_the_link_and_has_no_line_to_its_end() -> None:
    theory = TheoryOfChange(
        title="Example", interventions=titled("club"), outcomes=titled("fed"), **ON_A_LINK
    )
    view = View(title="A view", show=["interventions", "outcomes", "evidence"])
    picture = to_diagram(theory, view)
    assert [(arrow.from_, arrow.to) for arrow in picture.arrows] == [("club", "fed")]
    assert {box.id: [badge.text for badge in box.badges] for box in picture.boxes} == {
        "club": [],
        "fed": [],
        "b": ["evidence: The club -> The fed"],
        "c": ["mixed results: The club -> The fed"],
        "d": ["evidence against: The club -> The fed"],
    }


@pytest.mark.parametrize(
    ("pieces", "key"),
    [
        ([{"shows": "change", "supports": "fed"}], "for"),
        ([{"shows": "cause", "supports": "fed"}, {"contradicts": "fed"}], "both"),
        ([{"shows": "aim", "supports": "fed"}, {"contradicts": "fed"}], "against"),
        ([{"shows": "aim", "supports": "fed"}, {"shows": "mixed", "about": "fed"}], "neither"),
        ([{"shows": "aim", "supports": "fed"}], "other"),
        ([{"supports": "fed"}], "other"),
        ([{"shows": "cause", "supports": "club -> fed"}], "none"),
    ],
)
def test_the_colour_by_evidence_counts_only_a_result_as_evidence_for(
    pieces: list[dict[str, Any]], key: str
) -> None:
    theory = TheoryOfChange(
        title="Example",
        interventions=titled("club"),
        outcomes=titled("fed"),
        evidence={f"e{place}": {"title": "E", **body} for place, body in enumerate(pieces)},
        links=["club -> fed"],
    )
    picture = to_diagram(theory, View(title="A view", colour="evidence"))
    assert {box.id: box.colour for box in picture.boxes} == {
        "club": "evidence:none",
        "fed": f"evidence:{key}",
    }


def test_assumptions_risks_and_mechanisms_are_named_up_to_two() -> None:
    found = badges(
        {"show": ["interventions", "outcomes"]},
        mechanisms=titled("welcome"),
        assumptions={"come": {"title": "They come", "holds": "no"}},
        risks={id_: {"title": id_, "threatens": ["fed"]} for id_ in ("storm", "flood", "cold")},
        links=[
            {"from": "club", "to": "fed", "via": "welcome", "assumes": ["come", {"title": "Milk"}]}
        ],
    )
    assert found == [
        ("mechanism", "via: The welcome"),
        ("assumption", "assumes: (does not hold) They come"),
        ("assumption", "assumes: Milk"),
        ("risk", "3 risks"),
    ]


BEARING: dict[str, Any] = {
    "indicators": {"plates": indicator()},
    "assumptions": titled("come"),
    "risks": {"storm": {"title": "Storm", "threatens": ["fed"]}},
    "links": [{"from": "club", "to": "fed", "assumes": "come"}],
}


@pytest.mark.parametrize("shown", ["nodes", "hidden"])
def test_what_has_a_box_or_is_hidden_has_no_badge(shown: str) -> None:
    view = {"assumptions": shown, "risks": shown, "indicators": shown}
    assert badges(view, **BEARING) == []
    assert [kind for kind, _ in badges(**BEARING)] == ["indicator", "assumption", "risk"]


@pytest.mark.parametrize(
    ("more", "text"),
    [
        ({}, "risk: Rents rise"),
        ({"severity": "high"}, "risk: Rents rise (high severity)"),
        (
            {"severity": "high", "likelihood": "low"},
            "risk: Rents rise (low likelihood, high severity)",
        ),
    ],
)
def test_the_badge_of_a_risk_says_how_likely_and_how_grave_it_is(
    more: dict[str, str], text: str
) -> None:
    risk = {"title": "Rents rise", "threatens": ["fed"], **more}
    assert badges(risks={"rents": risk}) == [("risk", text)]


@pytest.mark.parametrize(
    ("section", "entry", "description"),
    [
        (
            "risks",
            {"title": "x", "external": True, "severity": "high", "mitigation": "advice"},
            "Risk, high severity, from outside the partnership. Mitigation: advice.",
        ),
        (
            "inputs",
            {"title": "x", "amount": 3000, "currency": "GBP", "funding": "restricted"},
            "Input, £3,000, restricted funding.",
        ),
        (
            "partners",
            {"title": "x", "role": "lead", "sector": "public", "lived_experience": True},
            "Partner, lead, public sector, speaks from lived experience.",
        ),
        (
            "spaces",
            {"title": "x", "kind": "community-of-practice", "boundary_objects": ["a sheet"]},
            "Learning space, kind: community of practice. Boundary objects: a sheet.",
        ),
    ],
)
def test_a_box_is_described_by_what_sort_of_thing_it_is(
    section: str, entry: dict[str, Any], description: str
) -> None:
    theory = TheoryOfChange(title="Example", **{section: {"x": entry}})
    view = View(title="A view", show=[section], risks="nodes")
    (box,) = to_diagram(theory, view).boxes
    assert box.description == description
