"""The picture of why: causes in columns, below each what acts on it and what is strong."""

from typing import Any

import pytest
from small_theories import titled

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.model import TheoryOfChange, View

ZONE = TheoryOfChange(
    title="Breakfast zone",
    conditions={
        "rents": {"title": "Rents"},
        "debt": {"title": "Debt", "routinely_monitored": False},
        "hunger": {"title": "Hunger"},
        "noise": {"title": "Noise"},
    },
    assets=titled("kitchen pond"),
    interventions={
        "club": {"title": "Club", "addresses": ["hunger"], "uses": ["kitchen"]},
        "walk": {"title": "Walk", "addresses": ["noise"], "uses": ["pond"]},
    },
    outcomes=titled("fed"),
    links=["rents -> debt -> hunger", "rents -> hunger", "club -> fed"],
)


def drawn(theory: TheoryOfChange = ZONE, **view: Any) -> Diagram:
    return to_diagram(theory, View(title="Why?", why="hunger", **view))


def test_columns_count_the_links_of_the_longest_way_back() -> None:
    picture = drawn()
    assert [(column.id, column.title) for column in picture.columns] == [
        ("back-2", "Two steps back"),
        ("back-1", "One step back"),
        ("back-0", "What is explained"),
    ]
    assert [(box.id, box.column, box.lane) for box in picture.boxes] == [
        ("rents", "back-2", "cause"),
        ("debt", "back-1", "cause"),
        ("hunger", "back-0", "cause"),
        ("club", "back-0", "action"),
        ("kitchen", "back-0", "strength"),
    ]


def test_only_lines_that_answer_or_join_what_is_below_are_drawn() -> None:
    assert {(arrow.from_, arrow.kind, arrow.to) for arrow in drawn().arrows} == {
        ("rents", "causal", "debt"),
        ("debt", "causal", "hunger"),
        ("rents", "causal", "hunger"),
        ("hunger", "addresses", "club"),
        ("kitchen", "uses", "club"),
    }


def test_what_is_missing_is_said_in_the_box() -> None:
    badges = {box.id: [badge.text for badge in box.badges] for box in drawn().boxes}
    assert badges == {
        "rents": ["no intervention acts on it, only on what it affects"],
        "debt": [
            "no intervention acts on it, only on what it affects",
            "not routinely monitored",
        ],
        "hunger": [],
        "club": [],
        "kitchen": [],
    }
    assert [(entry.sample, entry.text) for entry in drawn().legend if "badge" in entry.sample] == [
        ("badge:gap", "What is missing: who acts, or who counts it")
    ]


def test_who_acts_who_has_a_say_and_what_is_not_counted_is_said_in_the_boxes() -> None:
    picture = drawn(
        TheoryOfChange(
            title="Breakfast zone",
            partners={
                **titled("school parents church"),
                "council": {"title": "The council", "decides": ["hunger"]},
            },
            conditions=titled("hunger"),
            interventions={
                "club": {
                    "title": "Club",
                    "addresses": ["hunger"],
                    "partners": ["school", "parents", "church"],
                },
                "walk": {"title": "Walk", "addresses": ["hunger"]},
            },
            indicators=titled("asked", measures=["hunger"], routinely_monitored=False),
        )
    )
    badges = {box.id: [(badge.kind, badge.text) for badge in box.badges] for box in picture.boxes}
    assert badges == {
        "hunger": [
            ("gap", "its sign is not routinely monitored"),
            ("partner", "has a say: The council"),
            ("indicator", "1 indicator, no figure yet"),
        ],
        "club": [("partner", "by The school, The parents, and 1 more")],
        "walk": [("gap", "who does it is not stated")],
    }


@pytest.mark.parametrize(
    ("show", "ids"),
    [
        (["conditions"], ["rents", "debt", "hunger"]),
        (["conditions", "interventions"], ["rents", "debt", "hunger", "club"]),
    ],
)
def test_a_view_may_leave_out_what_is_done_and_what_is_strong(
    show: list[str], ids: list[str]
) -> None:
    assert [box.id for box in drawn(show=show).boxes] == ids


def test_causes_further_back_than_asked_are_counted_below_the_picture() -> None:
    picture = drawn(
        TheoryOfChange(
            title="Chain",
            conditions=titled("a b c hunger"),
            links=["a -> b -> c -> hunger"],
        ),
        upstream=1,
    )
    assert [box.id for box in picture.boxes] == ["c", "hunger"]
    assert picture.note == "2 further causes are not shown."


def test_a_chain_longer_than_the_columns_ends_in_the_last_of_them() -> None:
    ids = [f"c{number}" for number in range(12)]
    picture = drawn(
        TheoryOfChange(
            title="Chain",
            conditions=titled([*ids, "hunger"]),
            links=[" -> ".join((*ids, "hunger"))],
        )
    )
    assert picture.columns[0].title == "Nine steps back or more"
    assert [box.column for box in picture.boxes].count("back-9") == 4


def circle(*, feedback: bool) -> Diagram:
    return drawn(
        TheoryOfChange(
            title="Circle",
            conditions=titled("debt hunger"),
            links=["debt -> hunger", {"from": "hunger", "to": "debt", "feedback": feedback}],
        )
    )


def test_what_causes_each_other_is_side_by_side() -> None:
    assert {box.column for box in circle(feedback=False).boxes} == {"back-0"}


def test_feedback_leads_back_to_where_it_was() -> None:
    picture = circle(feedback=True)
    assert {box.id: box.column for box in picture.boxes} == {"debt": "back-1", "hunger": "back-0"}
    assert [arrow.feedback for arrow in picture.arrows] == [False, True]


def test_what_only_feedback_leads_back_to_is_drawn_too() -> None:
    picture = drawn(
        TheoryOfChange(
            title="Circle",
            conditions=titled("debt hunger"),
            links=[{"from": "debt", "to": "hunger", "feedback": True}],
        )
    )
    assert {box.id: box.column for box in picture.boxes} == {"debt": "back-1", "hunger": "back-0"}


def test_a_picture_of_nothing_names_the_nearest_element() -> None:
    with pytest.raises(TocModelError, match=r"no element 'huger' for the view .*'hunger'\?"):
        to_diagram(ZONE, View(title="Why?", why="huger"))


def test_what_lowers_a_difficulty_is_below_it_with_an_arrow_that_says_so() -> None:
    theory = TheoryOfChange(
        title="Homes",
        conditions=titled("cold wages"),
        links=[{"from": "wages", "to": "cold", "effect": "decreases"}],
    )
    diagram = to_diagram(theory, View(title="Why", why="cold"))
    assert {box.id: box.lane for box in diagram.boxes} == {"cold": "cause", "wages": "easing"}
    assert [(arrow.from_, arrow.to, arrow.effect) for arrow in diagram.arrows] == [
        ("wages", "cold", "decreases")
    ]
    assert [lane.title for lane in diagram.lanes] == ["Causes", "What else lowers them"]
