"""A theory and a view become a diagram."""

import pytest
from hypothesis import given
from small_theories import few, titled
from strategies import theories

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import default_view, find_view, to_diagram, views
from tocmodel.diagram.legend import legend
from tocmodel.diagram.model import (
    Arrow,
    Badge,
    Box,
    Cluster,
    Column,
    Diagram,
    Lane,
    LegendEntry,
)
from tocmodel.model import ColourBy, LaneBy, TheoryOfChange, View

THEORY = TheoryOfChange(
    title="Breakfast for all",
    place={"name": "The estate", "area": "Town"},
    revision={"label": "2", "agreed_on": "2020-01-31", "agreed_by": ["school"]},
    sources={"study": {"title": "A study", "author": "A. Author", "year": 2019}},
    groups={"food": {"title": "Food"}, "class": {"title": "In class", "group": "food"}},
    partners=titled("school"),
    conditions=titled("hunger"),
    interventions={
        "club": {
            "title": "Breakfast club",
            "plain": "We give breakfast.",
            "addresses": ["hunger"],
            "group": "food",
        }
    },
    outcomes={
        "fed": {"title": "Children are fed", "horizon": "short", "group": "food", "level": "child"},
        "attentive": {
            "title": "Children follow lessons",
            "who": "pupils",
            "horizon": "long",
            "group": "class",
        },
        "queue": {"title": "Queues form", "horizon": "short", "valence": "unwanted"},
    },
    ceiling_of_accountability="medium",
    indicators={
        "plates": {
            "title": "Plates",
            "measures": ["fed"],
            "observations": [{"value": 40, "source": "study"}],
        }
    },
    links=[
        {"from": "club", "to": "fed", "because": "they eat", "main": True, "delay": "1 week"},
        "fed -> attentive",
        {"from": "attentive", "to": "club", "feedback": True},
        {"from": "queue", "to": "fed", "effect": "decreases"},
    ],
    views={
        "overview": {"title": "How it works", "audience": "parents"},
        "plain": {"title": "In plain words", "labels": "plain", "direction": "top-to-bottom"},
        "folded": {"title": "In short", "collapse": ["food"], "indicators": "hidden"},
    },
    translations={"cy": {"club": {"title": "Clwb brecwast"}, "overview": {"title": "Sut"}}},
)


def test_a_diagram_is_everything_that_a_picture_says() -> None:
    assert to_diagram(THEORY, "overview") == Diagram(
        title="How it works",
        subtitle="Breakfast for all · The estate, Town · revision 2 · for parents",
        language="en-GB",
        description=(
            "A theory of change in 5 boxes and 5 arrows, read from left to right. "
            "Stages: Context and causes (1), Interventions (1), Short-term outcomes (2), "
            "Long-term outcomes (1). 1 arrow leads back as feedback. "
            "The ceiling of accountability lies after Short-term outcomes."
        ),
        columns=(
            Column(id="context", title="Context and causes"),
            Column(id="interventions", title="Interventions"),
            Column(id="short", title="Short-term outcomes"),
            Column(id="long", title="Long-term outcomes"),
        ),
        clusters=(
            Cluster(id="food", title="Food"),
            Cluster(id="class", title="In class", parent="food"),
        ),
        boxes=(
            Box(
                id="hunger",
                kind="condition",
                text="The hunger",
                column="context",
                colour="context",
                description="Condition.",
            ),
            Box(
                id="club",
                kind="intervention",
                text="Breakfast club",
                column="interventions",
                cluster="food",
                colour="interventions",
                description="Intervention.",
            ),
            Box(
                id="fed",
                kind="outcome",
                text="Children are fed",
                column="short",
                cluster="food",
                badges=(Badge(kind="indicator", text="Plates: 40"),),
                colour="short",
                description="Outcome, short term, level child. Plates: 40.",
            ),
            Box(
                id="queue",
                kind="outcome",
                text="Queues form",
                column="short",
                colour="short",
                unwanted=True,
                description="Outcome, unwanted, short term.",
            ),
            Box(
                id="attentive",
                kind="outcome",
                text="Children follow lessons",
                column="long",
                cluster="class",
                colour="long",
                description="Outcome, long term, seen in pupils.",
            ),
        ),
        arrows=(
            Arrow(
                id="club--fed",
                from_="club",
                to="fed",
                main=True,
                label="1 week",
                delay="1 week",
                reasons=("because they eat", "after 1 week"),
                description=(
                    "“Breakfast club” leads to “Children are fed”; because they eat; after 1 week."
                ),
            ),
            Arrow(
                id="fed--attentive",
                from_="fed",
                to="attentive",
                description="“Children are fed” leads to “Children follow lessons”.",
            ),
            Arrow(
                id="attentive--club",
                from_="attentive",
                to="club",
                feedback=True,
                verb="feeds back and leads to",
                description="“Children follow lessons” feeds back and leads to “Breakfast club”.",
            ),
            Arrow(
                id="queue--fed",
                from_="queue",
                to="fed",
                effect="decreases",
                verb="reduces",
                description="“Queues form” reduces “Children are fed”.",
            ),
            Arrow(
                id="hunger--addresses--club",
                from_="hunger",
                to="club",
                kind="addresses",
                verb="is addressed by",
                description="“The hunger” is addressed by “Breakfast club”.",
            ),
        ),
        ceiling="short",
        ceiling_label="Ceiling of accountability",
        legend=(
            LegendEntry(sample="box:condition", text="Condition: a need or a cause"),
            LegendEntry(sample="box:intervention", text="Intervention: what is done"),
            LegendEntry(sample="box:outcome", text="Outcome: a change"),
            LegendEntry(sample="box:unwanted", text="Unwanted outcome"),
            LegendEntry(sample="arrow:causal", text="Leads to"),
            LegendEntry(sample="arrow:main", text="Main story"),
            LegendEntry(sample="arrow:decreases", text="Reduces"),
            LegendEntry(sample="arrow:feedback", text="Feeds back"),
            LegendEntry(sample="arrow:addresses", text="Is addressed by"),
            LegendEntry(
                sample="badge:indicator",
                text="How change is seen, with the figure of one indicator",
            ),
            LegendEntry(sample="line:delay", text="Takes time"),
            LegendEntry(
                sample="line:ceiling",
                text="Ceiling of accountability: beyond it others must act too",
            ),
        ),
        note="Agreed on 2020-01-31 by The school. Source: A study, A. Author, 2019.",
        date="2020-01-31",
        colours=("context", "interventions", "short", "long"),
    )


def test_the_first_view_is_drawn_when_none_is_named() -> None:
    assert to_diagram(THEORY) == to_diagram(THEORY, "overview")
    assert to_diagram(THEORY) == to_diagram(THEORY, THEORY.views["overview"])
    assert default_view(THEORY) is THEORY.views["overview"]


def test_a_theory_without_views_has_one_of_everything() -> None:
    theory = TheoryOfChange(title="Breakfast", outcomes=titled("fed"))
    assert views(theory) == (View(id="overview", title="Breakfast"),)
    assert to_diagram(theory).title == "Breakfast"
    assert to_diagram(theory).subtitle == ""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("overveiw", r"^no view 'overveiw'; did you mean 'overview'\?$"),
        ("x", r"^no view 'x'; there is overview, plain, folded$"),
    ],
)
def test_an_unknown_view_is_reported_with_the_known_ones(name: str, message: str) -> None:
    with pytest.raises(TocModelError, match=message):
        find_view(THEORY, name)


def test_plain_words_are_in_the_boxes_and_the_title_where_there_are_none() -> None:
    picture = to_diagram(THEORY, "plain")
    assert [box.text for box in picture.boxes][1:3] == ["We give breakfast.", "Children are fed"]
    assert picture.top_to_bottom
    assert "read from top to bottom" in picture.description


def test_a_translation_gives_way_to_the_title_where_there_is_none() -> None:
    picture = to_diagram(THEORY, "overview", language="cy")
    assert picture.language == "cy"
    assert picture.title == "Sut"
    assert [box.text for box in picture.boxes][1:3] == ["Clwb brecwast", "Children are fed"]
    assert to_diagram(THEORY, "overview", language="en-GB") == to_diagram(THEORY, "overview")


def test_a_language_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TocModelError, match=r"^the theory has no words in 'fr'; it has en-GB, cy$"):
        to_diagram(THEORY, language="fr")


def test_a_collapsed_group_is_one_box_that_says_what_it_holds() -> None:
    picture = to_diagram(THEORY, "folded")
    assert [box.id for box in picture.boxes] == ["hunger", "food", "queue"]
    assert picture.boxes[1] == Box(
        id="food",
        kind="group",
        text="Food",
        column="interventions",
        badges=(Badge(kind="collapsed", text="1 intervention, 2 outcomes"),),
        colour="interventions",
        description=(
            "Group of 1 intervention, 2 outcomes: Breakfast club; Children are fed; "
            "Children follow lessons."
        ),
    )
    assert [arrow.id for arrow in picture.arrows] == ["queue--food", "hunger--addresses--food"]
    assert picture.ceiling == ""


def test_lanes_are_in_order_and_only_those_in_use() -> None:
    picture = to_diagram(THEORY, View(title="Levels", lanes="level"))
    assert picture.lanes == (
        Lane(id="child", title="Child"),
        Lane(id="not-stated", title="Not stated"),
    )
    assert [box.lane for box in picture.boxes] == [
        "not-stated",
        "not-stated",
        "child",
        "not-stated",
        "not-stated",
    ]


def test_outer_groups_are_lanes_or_frames_but_not_both() -> None:
    picture = to_diagram(THEORY, View(title="Groups", lanes="group"))
    assert [lane.title for lane in picture.lanes] == ["Food", "Not stated"]
    assert picture.clusters == (Cluster(id="class", title="In class"),)


def test_columns_asked_for_leave_out_the_others_and_bridge_them() -> None:
    picture = to_diagram(THEORY, View(title="Ends", columns=["long", "interventions"]))
    assert [column.id for column in picture.columns] == ["long", "interventions"]
    assert [(arrow.id, arrow.kind) for arrow in picture.arrows] == [
        ("attentive--club", "causal"),
        ("club--attentive", "bridged"),
    ]


def test_a_focus_keeps_what_leads_to_it_and_what_it_leads_to() -> None:
    picture = to_diagram(THEORY, View(title="Focus", focus="fed", upstream=1, downstream=0))
    assert [box.id for box in picture.boxes] == ["club", "fed", "queue"]
    assert picture.subtitle.endswith("focus: Children are fed")


def test_colours_of_a_class_are_explained_in_the_legend() -> None:
    picture = to_diagram(THEORY, View(title="Colours", colour="evidence", show=["outcomes"]))
    assert picture.colours == ("evidence:none",)
    assert (
        LegendEntry(sample="colour:evidence:none", text="No evidence named yet") in picture.legend
    )


def test_a_column_says_that_a_horizon_was_not_stated() -> None:
    theory = TheoryOfChange(
        title="Example",
        outcomes={"a": {"title": "A", "horizon": "short"}, "b": {"title": "B"}},
        links=["a -> b"],
    )
    picture = to_diagram(theory)
    assert picture.note == ""
    assert [column.title for column in picture.columns] == [
        "Short-term outcomes",
        "Outcomes, time not stated",
    ]
    assert picture.boxes[1].description == "Outcome, no horizon stated."


def test_a_note_cites_the_figure_that_is_given_and_no_other() -> None:
    theory = TheoryOfChange(
        title="Example",
        outcomes={"fed": {"title": "Fed"}},
        sources={"survey": {"title": "A survey"}, "bid": {"title": "A bid"}},
        indicators={
            "money": {
                "title": "Grant",
                "kind": "resource",
                "measures": ["fed"],
                "observations": [{"value": 9, "source": "bid"}],
            },
            "asked": {
                "title": "Asked",
                "measures": ["fed"],
                "observations": [{"value": 7, "source": "survey"}],
            },
        },
    )
    assert to_diagram(theory).note == "Source: A survey."


def test_an_empty_theory_has_an_empty_diagram() -> None:
    picture = to_diagram(TheoryOfChange(title="Nothing yet"))
    assert (picture.columns, picture.boxes, picture.arrows, picture.legend) == ((), (), (), ())


@few
@given(theories())
def test_every_diagram_is_whole(theory: TheoryOfChange) -> None:
    every = [
        *views(theory),
        *(View(title="v", lanes=lanes, colour=colour) for lanes in LaneBy for colour in ColourBy),
        View(title="v", show=tuple(theory_sections(theory)), collapse=tuple(theory.groups)),
    ]
    for view in every:
        picture = to_diagram(theory, view)
        boxes = [box.id for box in picture.boxes]
        arrows = [arrow.id for arrow in picture.arrows]
        assert len(set(boxes)) == len(boxes)
        assert len(set(arrows)) == len(arrows)
        ends = {end for arrow in picture.arrows for end in (arrow.from_, arrow.to)}
        assert ends <= {*boxes, *(item.id for item in picture.clusters)}
        assert {box.column for box in picture.boxes} == {item.id for item in picture.columns}
        assert {box.lane for box in picture.boxes} - {""} == {lane.id for lane in picture.lanes}
        assert {box.cluster for box in picture.boxes} - {""} <= {
            item.id for item in picture.clusters
        }
        assert {box.colour for box in picture.boxes} == set(picture.colours)
        assert picture.description
        assert picture == to_diagram(theory, view)


def theory_sections(theory: TheoryOfChange) -> list[str]:
    return sorted({theory.section_of(id_) for id_ in theory.elements})


def test_the_legend_explains_the_changes_that_are_shown() -> None:
    boxes = (Box(id="a", kind="outcome", text="A", column="short", change="added"),)
    arrows = (Arrow(id="a--a", from_="a", to="a", change="removed"),)
    found = legend(Diagram(title="x", boxes=boxes, arrows=arrows), {})
    assert [entry.sample for entry in found] == [
        "box:outcome",
        "arrow:causal",
        "change:added",
        "change:removed",
    ]


def test_a_kind_of_arrow_that_only_feeds_back_is_explained_once() -> None:
    arrows = (Arrow(id="a--a", from_="a", to="a", kind="bridged", feedback=True),)
    found = legend(Diagram(title="x", arrows=arrows), {})
    assert [entry.sample for entry in found] == ["arrow:feedback"]


def test_a_collapsed_group_names_members_with_one_title_once() -> None:
    plan = {"title": "A plan", "group": "work"}
    theory = TheoryOfChange(
        title="Harbour",
        groups={"work": {"title": "Work"}},
        assets={"one": plan, "other": plan},
    )
    [box] = to_diagram(theory, collapse=["work"]).boxes
    assert box.description == "Group of 2 assets: A plan."
