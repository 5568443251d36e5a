"""Lanes, colours and picked elements by the categories of a framework."""

from typing import Any

import pytest
from small_theories import titled

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Badge, Diagram, Lane, LegendEntry
from tocmodel.frameworks import Framework
from tocmodel.frameworks.build import build
from tocmodel.model import TheoryOfChange, View

DONE: dict[str, dict[str, Any]] = {
    "club": {
        "title": "Club",
        "odds": "beat",
        "classified_as": {"resilience": ["learning/mentors", "healthy-diet", "basics"]},
    },
    "walk": {"title": "Walk", "classified_as": {"resilience": "healthy-relationships"}},
    "talk": {"title": "Talk", "odds": "change", "classified_as": {"resilience": "commitment"}},
    "plan": {"title": "Plan"},
}
CHANGED: dict[str, dict[str, Any]] = {
    "joy": {"title": "Joy", "classified_as": {"resilience": "belonging/make-friends"}},
    "calm": {"title": "Calm"},
}
THEORY = TheoryOfChange(
    title="Example",
    frameworks=["resilience"],
    inputs=titled("school"),
    interventions=DONE,
    outcomes=CHANGED,
    indicators={"count": {"title": "Count", "measures": ["joy"]}},
)


def drawn(theory: TheoryOfChange = THEORY, /, **view: Any) -> Diagram:
    return to_diagram(theory, View(id="v", title="A view", **view))


def lanes_of(picture: Diagram) -> dict[str, str]:
    return {box.id: box.lane for box in picture.boxes}


def test_lanes_are_the_outermost_categories_of_the_first_dimension_in_its_order() -> None:
    picture = drawn(lanes="resilience")
    assert picture.lanes == (
        Lane(id="resilience:belonging", title="Belonging"),
        Lane(id="resilience:learning", title="Learning"),
        Lane(id="not-stated", title="Not classified"),
    )
    assert lanes_of(picture) == {
        "school": "not-stated",
        "club": "resilience:learning",
        "walk": "resilience:belonging",
        "talk": "not-stated",
        "plan": "not-stated",
        "joy": "resilience:belonging",
        "calm": "not-stated",
    }


def test_a_dimension_may_be_named_and_a_field_may_say_a_category() -> None:
    assert lanes_of(drawn(lanes="resilience/odds", show="interventions")) == {
        "club": "resilience:beat-the-odds",
        "walk": "not-stated",
        "talk": "resilience:change-the-odds",
        "plan": "not-stated",
    }


def test_what_is_in_several_lanes_says_so_in_its_box() -> None:
    picture = drawn(lanes="resilience", show="interventions")
    said = {box.id: box.badges for box in picture.boxes if box.badges}
    assert said == {"club": (Badge(kind="category", text="also: Basics"),)}
    [club] = [box for box in picture.boxes if box.id == "club"]
    assert club.description == "Intervention. Also: Basics."
    entry = LegendEntry(sample="badge:category", text="Its category")
    assert entry in picture.legend


def test_what_bears_on_something_is_in_its_lane_but_has_no_colour_of_its_own() -> None:
    shown = {"show": ["outcomes"], "indicators": "nodes"}
    assert lanes_of(drawn(lanes="resilience", **shown))["count"] == "resilience:belonging"
    colours = {box.id: box.colour for box in drawn(colour="resilience", **shown).boxes}
    assert colours == {
        "joy": "resilience:belonging",
        "calm": "not-classified",
        "count": "not-classified",
    }


def test_the_words_of_a_colour_are_in_the_box_and_in_the_legend() -> None:
    picture = drawn(colour="resilience/compartment", show="interventions")
    assert {box.id: [badge.text for badge in box.badges] for box in picture.boxes} == {
        "club": ["Learning, Basics"],
        "walk": ["Belonging"],
        "talk": [],
        "plan": [],
    }
    assert [
        (entry.sample, entry.text) for entry in picture.legend if entry.sample.startswith("colour:")
    ] == [
        ("colour:resilience:belonging", "Belonging"),
        ("colour:resilience:learning", "Learning"),
        ("colour:not-classified", "Compartment and move: not classified"),
    ]
    assert picture.colours == ("resilience:belonging", "resilience:learning", "not-classified")


def test_lanes_and_colours_by_the_same_question_are_listed_once() -> None:
    picture = drawn(lanes="resilience", colour="resilience", show="interventions")
    [club] = [box for box in picture.boxes if box.id == "club"]
    assert [badge.text for badge in club.badges] == ["also: Basics"]


def test_a_collapsed_group_says_the_categories_of_what_is_in_it() -> None:
    done = {id_: {**body, "group": "all"} for id_, body in DONE.items()}
    theory = TheoryOfChange(
        title="Example",
        frameworks=["resilience"],
        groups={"all": {"title": "All"}},
        interventions=done,
    )
    [box] = drawn(theory, colour="resilience", collapse="all").boxes
    assert [badge.text for badge in box.badges] == [
        "4 interventions",
        "Learning, Basics",
        "Belonging",
    ]
    assert box.colour == "resilience:learning"


def pack(number: int) -> Framework:
    """A framework of one question with so many answers."""
    return build(
        {
            "id": "ours",
            "title": "Ours",
            "dimensions": {
                "strand": {
                    "title": "Strand",
                    "classifies": ["outcomes"],
                    "categories": {f"c{n}": {"title": f"C{n}"} for n in range(number)},
                }
            },
        }
    )


def strands(number: int) -> TheoryOfChange:
    """A theory with an outcome in each category, and a second in the last."""
    return TheoryOfChange(
        title="Example",
        frameworks=["ours.framework.yaml"],
        outcomes={
            f"o{n}": {"title": f"O{n}", "classified_as": {"ours": f"c{min(n, number - 1)}"}}
            for n in range(number + 1)
        },
    )


@pytest.mark.parametrize("number", [7, 9])
def test_of_too_many_categories_those_with_most_elements_have_a_colour(number: int) -> None:
    picture = to_diagram(strands(number), View(title="v", colour="ours"), frameworks=[pack(number)])
    own = [f"C{n}" for n in range(7)] if number == 7 else ["C0", "C1", "C2", "C3", "C4", "C8"]
    others = [] if number == 7 else ["One of 3 other categories, which the box names"]
    colours = [entry.text for entry in picture.legend if entry.sample.startswith("colour:")]
    assert colours == [*own, *others]
    assert all(box.badges[0].kind == "category" for box in picture.boxes)


def test_a_framework_of_ones_own_has_to_be_given() -> None:
    theory = strands(2)
    view = View(id="v", title="V", lanes="ours")
    lanes = to_diagram(theory, view, frameworks=[pack(2)]).lanes
    assert [lane.title for lane in lanes] == ["C0", "C1"]
    with pytest.raises(TocModelError, match="'lanes' is 'ours'; it is neither one of level"):
        to_diagram(theory, view)


@pytest.mark.parametrize(
    ("view", "message"),
    [
        (
            {"lanes": "levle"},
            (
                "the view 'v': 'lanes' is 'levle'; it is neither one of level, domain, group, "
                "partner, tier nor a framework that the theory names; did you mean 'level'?"
            ),
        ),
        (
            {"colour": "co-production"},
            (
                "the view 'v': 'colour' is 'co-production'; it is neither one of stage, level, "
                "tier, group, evidence, progress nor a framework that the theory names"
            ),
        ),
        (
            {"colour": "resilience/odd"},
            (
                "the view 'v': 'colour' is 'resilience/odd'; the framework 'resilience' has no "
                "dimension 'odd'; did you mean 'odds'?"
            ),
        ),
        (
            {"where": {"resilience": "belongin"}},
            (
                "the view 'v': no category 'belongin' in the framework 'resilience'; did you mean "
                "'belonging'?"
            ),
        ),
    ],
)
def test_a_view_of_what_there_is_not_says_so_in_a_sentence(
    view: dict[str, object], message: str
) -> None:
    with pytest.raises(TocModelError) as raised:
        drawn(**view)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["belonging"], ["walk", "joy"]),
        (["healthy-relationships"], ["walk"]),
        (["belonging/healthy-relationships"], ["walk"]),
        (["basics", "commitment"], ["club", "talk"]),
        (["change-the-odds"], ["talk"]),
        (["make-friends"], ["joy"]),
    ],
)
def test_a_category_picks_what_is_in_it_and_what_can_be_in_none(
    words: list[str], kept: list[str]
) -> None:
    picture = drawn(where={"resilience": words}, show=["inputs", "interventions", "outcomes"])
    assert [box.id for box in picture.boxes] == ["school", *kept]


def test_categories_without_the_named_framework_are_compared_by_their_addresses() -> None:
    theory = TheoryOfChange(
        title="Example",
        outcomes={
            "joy": {"title": "Joy", "classified_as": {"resilience": "belonging/make-friends"}},
            "calm": {"title": "Calm", "classified_as": {"resilience": "make-friends"}},
        },
    )
    assert [box.id for box in drawn(theory, where={"resilience": "belonging"}).boxes] == ["joy"]
