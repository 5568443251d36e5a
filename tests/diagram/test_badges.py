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
    return {"title": "Plates", "measures": ["fed"], "observations": observations, **more}


@pytest.mark.parametrize(
    ("indicators", "text"),
    [
        ([indicator()], "1 indicator, no figure yet"),
        (
            [indicator({"value": 5, "qualifier": "about"}, unit="plates")],
            "1 indicator: about 5 plates",
        ),
        (
            [indicator({"value": 5, "basis": "forecast", "period": "2030"})],
            "1 indicator: forecast: 5 (2030)",
        ),
        (
            [
                indicator({"value": 5, "period": "2019"}, {"value": 4, "period": "2018"}),
                indicator(),
            ],
            "2 indicators, latest: 5 (2019)",
        ),
        (
            [
                indicator({"value": 9, "basis": "forecast", "period": "2030"}),
                indicator({"value": 4, "period": "2018"}),
            ],
            "2 indicators, latest: 4 (2018)",
        ),
        (
            [
                indicator({"value": 9, "place": "Wales", "period": "2020"}),
                indicator({"value": 4, "period": "2018"}),
            ],
            "2 indicators, latest: 4 (2018)",
        ),
        (
            [indicator({"value": 9, "place": "Wales", "period": "2020"}), indicator()],
            "2 indicators, one: 9 (Wales, 2020)",
        ),
    ],
)
def test_indicators_give_the_latest_figure_with_its_doubts(
    indicators: list[dict[str, Any]], text: str
) -> None:
    named = {f"i{place}": body for place, body in enumerate(indicators)}
    assert badges(indicators=named) == [("indicator", text)]


def test_evidence_is_given_by_kind_for_and_against() -> None:
    found = badges(
        evidence={
            "a": {"title": "A", "kind": "peer-reviewed", "supports": ["fed"]},
            "b": {"title": "B", "kind": "testimony", "supports": ["club -> fed"]},
            "c": {"title": "C", "kind": "testimony", "supports": ["club -> fed"]},
            "d": {"title": "D", "contradicts": ["club -> fed"]},
        },
        links=[{"from": "club", "to": "fed", "evidence": [{"title": "E", "kind": "blog"}]}],
    )
    assert found == [
        ("evidence", "evidence: peer reviewed, testimony, blog"),
        ("against", "evidence against: kind not stated"),
    ]


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
