"""The lane of each element."""

import pytest
from attrs import evolve
from small_theories import titled

from tocmodel.diagram import to_diagram
from tocmodel.diagram.lanes import Classification, classify
from tocmodel.model import TheoryOfChange, View

THEORY = TheoryOfChange(
    title="Example",
    groups={"all": {"title": "All"}, "young": {"title": "Young", "group": "all"}},
    partners=titled("school club"),
    conditions=titled("need cause"),
    assets=titled("hall"),
    interventions={
        "read": {
            "title": "Read",
            "tier": "universal",
            "partners": ["school", "club"],
            "addresses": ["need"],
            "uses": ["hall"],
        },
        "talk": {"title": "Talk", "tier": "targeted", "partners": ["club"], "uses": ["hall"]},
    },
    outcomes={
        "joy": {"title": "Joy", "level": "child", "domain": "well-being", "group": "young"},
        "both": {"title": "Both", "level": "community"},
        "lone": {"title": "Lone"},
    },
    indicators={"count": {"title": "Count", "measures": ["joy"]}},
    links=["cause -> need", "read -> joy -> both", "talk -> both"],
)


def test_lanes_by_partner_follow_the_work_of_the_lead() -> None:
    assert classify(THEORY, "partner", [*THEORY.elements]) == Classification(
        {
            "school": "school",
            "club": "club",
            "need": "school",
            "cause": "school",
            "hall": "shared",
            "read": "school",
            "talk": "club",
            "joy": "school",
            "both": "shared",
            "lone": "not-stated",
            "count": "school",
        },
        {
            "school": "The school",
            "club": "The club",
            "shared": "Shared",
            "not-stated": "Not stated",
        },
    )


def test_the_box_of_the_lead_names_the_others_and_who_leads_nothing_is_named_below() -> None:
    partners = titled("school club police")
    read = {"title": "Read", "partners": ["school", "club", "police"]}
    theory = TheoryOfChange(title="T", partners=partners, interventions={"read": read})
    rows = to_diagram(theory, View(title="Rows", lanes="partner"))
    assert [badge.text for badge in rows.boxes[0].badges] == ["led here, with The club, The police"]
    assert [lane.title for lane in rows.lanes] == ["The school"]
    assert rows.note == "No rows of their own, as they deliver with others: The club, The police."
    talk = {"title": "Talk", "partners": ["club"]}
    both = to_diagram(
        evolve(theory, interventions={"read": read, "talk": talk}),
        View(title="Rows", lanes="partner"),
    )
    assert both.note == "No row of its own, as it delivers with others: The police."


def test_lanes_by_tier_follow_the_work_too() -> None:
    found = classify(THEORY, "tier", ["read", "talk", "joy", "both"])
    assert found.of == {
        "read": "universal",
        "talk": "targeted",
        "joy": "universal",
        "both": "shared",
    }
    assert list(found.titles.values()) == ["Universal", "Targeted", "Several tiers"]


@pytest.mark.parametrize(
    ("by", "of", "titles"),
    [
        ("level", ["child", "community", "not-stated"], ["Child", "Community", "Not stated"]),
        ("domain", ["well-being", "not-stated", "not-stated"], ["Well-being", "Not stated"]),
        ("group", ["all", "not-stated", "not-stated"], ["All", "Not stated"]),
    ],
)
def test_other_lanes_are_as_stated(by: str, of: list[str], titles: list[str]) -> None:
    found = classify(THEORY, by, ["joy", "both", "lone"])
    assert list(found.of.values()) == of
    assert list(found.titles.values()) == titles


def test_what_bears_on_something_is_in_its_lane() -> None:
    assert classify(THEORY, "level", ["count"]).of == {"count": "child"}
