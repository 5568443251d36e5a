"""Which elements a view shows."""

import pytest
from small_theories import titled

from tocmodel.analysis.view_filter import USUAL, sections
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.diagram.select import group_of_collapsed, selected_elements
from tocmodel.diagram.view_frameworks import ViewFrameworks
from tocmodel.model import ELEMENT_SECTIONS, TheoryOfChange, View

THEORY = TheoryOfChange(
    title="Example",
    groups={
        "all": {"title": "All"},
        "young": {"title": "Young", "group": "all"},
        "old": {"title": "Old", "group": "all"},
    },
    partners=titled("school club"),
    interventions={
        "read": {"title": "Read", "tier": "universal", "partners": ["school"], "group": "young"},
        "talk": {"title": "Talk", "tier": "targeted", "partners": ["club"], "group": "old"},
        "walk": {"title": "Walk"},
    },
    outcomes={
        "joy": {
            "title": "Joy",
            "level": "child",
            "group": "all",
            "tags": ["new", "short"],
            "classified_as": {"resilience": ["belonging/friends"]},
            "fields": {"ward": "North", "funded": True},
        },
        "calm": {"title": "Calm", "level": "family", "fields": {"ward": "South"}},
    },
    assumptions=titled("come"),
    risks=titled("storm"),
    indicators=titled("count"),
)


def shown(**view: object) -> list[str]:
    return list(selected_elements(THEORY, View(id="v", title="A view", **view), ViewFrameworks()))  # type: ignore[arg-type]


def test_the_usual_sections_are_shown_unless_others_are_asked_for() -> None:
    assert shown() == ["read", "talk", "walk", "joy", "calm"]
    assert shown(show=["partners"]) == ["school", "club"]
    assert set(USUAL) < set(ELEMENT_SECTIONS)


def test_assumptions_risks_and_indicators_are_boxes_when_asked_for() -> None:
    asked = {"assumptions": "nodes", "risks": "nodes", "indicators": "nodes"}
    assert sections(View(title="v", **asked))[-3:] == ("assumptions", "risks", "indicators")
    assert shown(show=["outcomes"], **asked) == ["joy", "calm", "come", "storm", "count"]


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ({"level": ["child"]}, ["joy"]),
        ({"tier": ["universal", "targeted"]}, ["read", "talk", "joy", "calm"]),
        ({"partners": ["club"]}, ["talk", "joy", "calm"]),
        ({"tags": ["new"]}, ["joy"]),
        ({"group": ["all"]}, ["read", "talk", "joy"]),
        ({"group": ["young"]}, ["read"]),
        ({"resilience": ["belonging"]}, ["read", "talk", "walk", "joy", "calm"]),
        ({"resilience": ["coping"]}, ["read", "talk", "walk", "calm"]),
        ({"ward": ["South"]}, ["read", "talk", "walk", "calm"]),
        ({"funded": ["no"]}, ["read", "talk", "walk", "calm"]),
        ({"tier": ["targeted"], "level": ["family"]}, ["calm"]),
    ],
)
def test_where_keeps_what_holds_a_word_and_what_cannot_hold_one(
    where: dict[str, list[str]], kept: list[str]
) -> None:
    assert shown(where=where) == kept


def test_the_focus_is_shown_whatever_the_filters_say() -> None:
    assert shown(show=["outcomes"], where={"level": ["family"]}, focus="read") == ["read", "calm"]


def test_a_focus_on_nothing_names_the_nearest_element() -> None:
    message = "^no element 'cal' for the view 'v'; did you mean 'calm'\\?$"
    with pytest.raises(TocModelError, match=message):
        shown(focus="cal")


def test_the_outermost_collapsed_group_is_the_one_drawn() -> None:
    ids = ["read", "talk", "walk", "joy"]
    assert group_of_collapsed(THEORY, View(title="v", collapse=["young"]), ids) == {"read": "young"}
    assert group_of_collapsed(THEORY, View(title="v", collapse=["young", "all"]), ids) == {
        "read": "all",
        "talk": "all",
        "joy": "all",
    }


def test_collapsing_an_unknown_group_names_the_nearest() -> None:
    with pytest.raises(TocModelError, match=r"^no group 'yung' for the view 'v'; did you mean"):
        group_of_collapsed(THEORY, View(id="v", title="A view", collapse=["yung"]), [])


def test_groups_that_lie_in_each_other_end() -> None:
    theory = TheoryOfChange(
        title="Example",
        groups={"a": {"title": "A", "group": "b"}, "b": {"title": "B", "group": "a"}},
        outcomes={"joy": {"title": "Joy", "group": "a"}},
    )
    assert group_of_collapsed(theory, View(title="v", collapse=["b"]), ["joy"]) == {"joy": "b"}


def test_a_partners_view_shows_what_it_delivers_and_what_that_leads_to() -> None:
    theory = TheoryOfChange(
        title="Reading",
        partners=titled("school club"),
        interventions={
            "read": {"title": "Read", "partners": ["school"]},
            "talk": {"title": "Talk", "partners": ["club", "school"]},
            "walk": {"title": "Walk", "partners": ["club"]},
        },
        outcomes=titled("joy calm rest"),
        links=["read -> joy -> rest", "walk -> calm -> rest", "rest -> talk"],
    )

    def boxes(**keys: object) -> list[str]:
        picture = to_diagram(theory, View(title="v", **keys))  # type: ignore[arg-type]
        return sorted(box.id for box in picture.boxes)

    assert boxes(partner="school") == ["joy", "read", "rest", "talk"]
    assert boxes(partner="school", downstream=1) == ["joy", "read", "talk"]
    assert boxes(partner="club", show=["interventions"]) == ["talk", "walk"]


@pytest.mark.parametrize(
    ("partner", "message"),
    [
        ("scool", "no partner 'scool' for the view 'v'; did you mean 'school'?"),
        (
            "school",
            "the partner 'school' delivers nothing: name it in the 'partners' of an intervention",
        ),
    ],
)
def test_a_partner_that_is_not_there_or_delivers_nothing_is_refused(
    partner: str, message: str
) -> None:
    theory = TheoryOfChange(title="Reading", partners=titled("school"))
    with pytest.raises(TocModelError) as refused:
        to_diagram(theory, View(id="v", title="A view", partner=partner))
    assert str(refused.value) == message
