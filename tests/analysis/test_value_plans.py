"""The plans of learning spaces beside what happened; unwanted value, and value nobody found."""

from typing import Any

import pytest

from tocmodel.analysis.value.claims import claims
from tocmodel.analysis.value.plans import plan_rows
from tocmodel.diagnostics import UnknownIdError
from tocmodel.diagram import to_diagram
from tocmodel.model import TheoryOfChange, View
from tocmodel.narrative import narrate
from tocmodel.report.field_values import fields_of
from tocmodel.report.narrative import narrative_outline
from tocmodel.report.value import value_outline
from tocmodel.tables.value import value_matrix

PLAN = {
    "applied": {
        "aspiration": "parents try it at home",
        "condition": "a quiet hour",
        "risk": "shift work",
        "mitigation": "two times a week",
        "sign": "they say so",
        "owner": "families",
    },
    "realized": {"aspiration": "calmer mornings"},
}


def value(title: str, cycle: str = "applied", **more: Any) -> dict[str, Any]:
    return {"title": title, "cycle": cycle, "space": "circle", "status": "happened", **more}


THEORY = TheoryOfChange(
    title="A circle",
    partners={"families": {"title": "Families"}},
    spaces={"circle": {"title": "The circle", "plan": PLAN}, "other": {"title": "Other"}},
    value_creation={
        "tried": value("They tried it", judged_by=["families"]),
        "strain": value("Late evenings", "immediate", valence="unwanted", judged_by=["families"]),
        "chart": value("A chart on the wall", valence="none"),
    },
    stories={
        "gate": {
            "title": "At the gate",
            "space": "circle",
            "steps": [{"cycle": "applied", "says": "we tried", "status": "happened"}],
        }
    },
)


def test_each_plan_is_beside_what_happened_and_unplanned_value_is_listed() -> None:
    rows = plan_rows(THEORY)
    shown = [
        [row.text(key) for key in ("cycle", "aspiration", "owner", "happened", "told")]
        for row in rows
    ]
    assert shown == [
        ["immediate", "not planned", "", "unwanted value created: Late evenings (judged by Families)", ""],  # noqa: E501
        [
            "applied",
            "parents try it at home",
            "Families",
            ("value created: They tried it (judged by Families); "
            "no value came of it: A chart on the wall"),
            "At the gate: we tried (happened)",
        ],
        ["realised", "calmer mornings", "", "nothing is known yet", ""],
    ]  # fmt: skip
    assert [row.cycle.value for row in plan_rows(THEORY, "other")] == []
    with pytest.raises(UnknownIdError, match="no space 'circel'; did you mean 'circle'"):
        plan_rows(THEORY, "circel")


def test_unwanted_value_and_value_nobody_found_look_so_everywhere() -> None:
    lines = [line.text for line in value_outline(THEORY)]
    assert "Late evenings (strain) (unwanted)" in lines
    assert "A chart on the wall (chart) (no value came of it)" in lines
    cells = value_matrix(THEORY).by_place
    assert cells["immediate", "happened"].texts == ("Late evenings (unwanted)",)
    assert cells["applied", "aspirations"].texts == ("parents try it at home",)
    assert cells["applied", "mitigations"].texts == ("two times a week",)
    told = " ".join(line.text for line in narrative_outline(narrate(THEORY)))
    assert "Nobody wanted this: late evenings." in told
    assert "People looked for this, and found no value in it: a chart on the wall." in told
    diagram = to_diagram(THEORY, View(id="v", title="V", show=["value_creation"]))
    boxes = {box.id: box for box in diagram.boxes}
    assert boxes["strain"].unwanted
    assert "unwanted" in boxes["strain"].badges[0].text
    assert "no value came of it" in boxes["chart"].badges[0].text
    assert "Unwanted value" in {entry.text for entry in diagram.legend}
    assert [claim.value for claim in claims(THEORY)] == ["tried"]


def test_a_plan_is_shown_with_the_space() -> None:
    fields = {one.key: one.words for one in fields_of(THEORY, THEORY.spaces["circle"])}
    assert fields["plan"] == (
        (
            "applied: parents try it at home; condition: a quiet hour; risk: shift work; "
            "mitigation: two times a week; sign: they say so; owner: Families (families). "
            "realised: calmer mornings"
        ),
    )
