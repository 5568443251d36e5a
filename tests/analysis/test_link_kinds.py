"""Links that are no one-way cause, as real sources have them, in answers and in pictures."""

from pathlib import Path

from example_models import model_file

from tocmodel import explain, load
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Arrow
from tocmodel.layout.symbols.arrow_style import stroke_of
from tocmodel.model import TheoryOfChange
from tocmodel.report.explanation import outline

ZONES = TheoryOfChange(
    title="Children's zones",
    sources={
        "evidence": {"title": "Developing Children's Zones for England: What's the Evidence?"},
        "harlem": {"title": "Dobbie and Fryer (2011), AEJ: Applied Economics 3, 158-187"},
    },
    interventions={"community": {"title": "Community programmes beside the school"}},
    outcomes={"achievement": {"title": "Pupils achieve more"}},
    links=[
        {
            "from": "community",
            "to": "achievement",
            "effect": "disputed",
            "voices": [
                {"who": "a review of the evidence", "effect": "increases", "source": "evidence"},
                {"who": "a study in Harlem", "effect": "none", "source": "harlem"},
            ],
        }
    ],
)
"""Whether programmes in the community add to a good school is disputed; both sources are real."""

INEQUALITY = TheoryOfChange(
    title="Resilience",
    sources={"brighton": {"title": "University of Brighton (2021), impact case study"}},
    factors={
        "inequality": {"title": "Social inequalities"},
        "risks": {"title": "Systemic risk factors"},
    },
    links=[{"from": "risks", "to": "inequality", "kind": "association", "source": "brighton"}],
)
"""The case study speaks of "systemic risk factors associated with social inequalities"."""


def arrow_of(theory: TheoryOfChange) -> Arrow:
    (arrow,) = to_diagram(theory).arrows
    return arrow


def lines_of(theory: TheoryOfChange, id_: str) -> list[str]:
    return [line.text for line in outline(explain(theory, id_))]


def test_a_disputed_effect_shows_its_signs_and_who_sees_which() -> None:
    arrow = arrow_of(ZONES)
    assert (arrow.effect, arrow.label) == ("disputed", "disputed: + 0")
    assert stroke_of(arrow).mark == "±"
    zones, harlem = (source.title for source in ZONES.sources.values())
    review = f"a review of the evidence: it leads to more ({zones})"
    study = f"a study in Harlem: it has no effect ({harlem})"
    assert arrow.reasons == (review, study)
    lines = lines_of(ZONES, "achievement")
    start = lines.index("It affects, in a way that is disputed, “Pupils achieve more”")
    assert lines[start + 1 : start + 3] == [f"{review}.", f"{study}."]


def test_an_association_has_no_head_and_leads_nowhere() -> None:
    arrow = arrow_of(INEQUALITY)
    assert (arrow.kind, arrow.verb, stroke_of(arrow).head) == ("associated", "goes with", "none")
    for id_, other in (("risks", "Social inequalities"), ("inequality", "Systemic risk factors")):
        lines = lines_of(INEQUALITY, id_)
        assert f"It goes with: {other} (no direction is claimed)." in lines
        assert "The theory gives no answer: no link leads here." in lines


def test_a_mutual_link_has_two_heads_and_is_explained_from_both_ends() -> None:
    theory = load(Path(model_file("com-b")))
    arrows = [arrow for arrow in to_diagram(theory).arrows if arrow.kind == "mutual"]
    assert [(arrow.from_, arrow.to) for arrow in arrows] == [
        ("capability", "behaviour"),
        ("opportunity", "behaviour"),
        ("motivation", "behaviour"),
    ]
    assert {(stroke_of(arrow).head, stroke_of(arrow).tail) for arrow in arrows} == {
        ("open", "open")
    }
    assert "Both ways: “People do it” in turn changes “Capability”." in lines_of(
        theory, "behaviour"
    )


def test_what_an_outcome_needs_is_in_its_box_and_its_explanation() -> None:
    theory = load(Path(model_file("com-b")))
    words = "“Capability” with “Opportunity” with “Motivation”"
    (box,) = (box for box in to_diagram(theory).boxes if box.id == "behaviour")
    assert [badge.text for badge in box.badges if badge.kind == "needs"] == [f"needs {words}"]
    assert f"It needs {words}." in lines_of(theory, "behaviour")


def test_several_links_of_one_pair_are_one_arrow_with_all_their_reasons() -> None:
    factors = {"rents": {"title": "Rents"}, "moves": {"title": "Moves"}}
    one = {"from": "rents", "to": "moves", "because": "people cannot pay"}
    other = {**one, "because": "owners stay", "effect": "decreases"}
    alike = arrow_of(TheoryOfChange(title="T", factors=factors, links=[one, {**one, "at": "p. 2"}]))
    assert (alike.effect, alike.label) == ("increases", "")
    differing = arrow_of(TheoryOfChange(title="T", factors=factors, links=[one, other]))
    assert (differing.effect, differing.label) == ("mixed", "both + and −")
    assert differing.verb == "raises and lowers"
    assert differing.reasons == (
        "+ raises it, because people cannot pay",
        "− lowers it, because owners stay",
    )
    three = (one, other, {**one, "effect": "unknown", "because": ""})
    several = arrow_of(TheoryOfChange(title="T", factors=factors, links=three))
    assert several.label == "both +, − and ?"
    assert several.reasons[2] == "? affects, in a way not yet known, it"
