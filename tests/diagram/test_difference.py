"""Two theories on one drawing."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from branches import rarely_drawn, record
from edits import Pair, edited
from hypothesis import given, settings
from strategies import theories

from tocmodel.diagram.difference import MOST, to_difference_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.fileformat.loading import loads
from tocmodel.model import TheoryOfChange, View


def theory(**body: Any) -> TheoryOfChange:
    """A theory from sections as a file has them."""
    return loads(json.dumps({"tocmodel": 1, "title": "Breakfast", **body}), "a.toc.json")


def boxes(diagram: Diagram) -> dict[str, str]:
    """Each box and how it changed."""
    return {box.id: box.change for box in diagram.boxes}


def arrows(diagram: Diagram) -> dict[str, str]:
    """Each arrow and how it changed."""
    return {arrow.id: arrow.change for arrow in diagram.arrows}


OLD = theory(
    interventions={"club": {"title": "Breakfast club"}, "van": {"title": "A van with food"}},
    outcomes={
        "fed": {"title": "Children are fed", "horizon": "short"},
        "calm": {"title": "Mornings are calm", "horizon": "short"},
    },
    links=["club -> fed", {"from": "fed", "to": "calm", "because": "so"}, "van -> fed"],
)
NEW = theory(
    interventions={"club": {"title": "Breakfast club"}},
    outcomes={
        "fed": {"title": "Children are fed", "horizon": "short", "notes": "as before"},
        "calm-mornings": {"title": "Mornings are calm", "horizon": "medium"},
        "learn": {"title": "Children learn", "horizon": "long"},
    },
    links=[
        "club -> fed",
        {"from": "fed", "to": "calm-mornings", "delay": "a year"},
        "calm-mornings -> learn",
    ],
)


def test_each_box_says_how_it_changed() -> None:
    assert boxes(to_difference_diagram(OLD, NEW)) == {
        "club": "",
        "van": "removed",
        "fed": "",
        "calm-mornings": "changed",
        "learn": "added",
    }


def test_each_arrow_says_how_it_changed_through_a_new_id() -> None:
    assert arrows(to_difference_diagram(OLD, NEW)) == {
        "club--fed": "",
        "fed--calm-mornings": "changed",
        "calm-mornings--learn": "added",
        "van--fed": "removed",
    }


def test_words_say_it_to_those_who_cannot_see_it() -> None:
    diagram = to_difference_diagram(OLD, NEW)
    said = {box.id: box.description for box in diagram.boxes}
    assert said["van"].startswith("Removed. Intervention.")
    assert said["calm-mornings"].endswith(
        "The outcome “Mornings are calm” is now expected in the medium term; "
        "it was in the short term."
    )
    spoken = {arrow.id: arrow.description for arrow in diagram.arrows}
    assert spoken["van--fed"].startswith("Removed. “A van with food” leads to")


def test_the_legend_names_each_change_that_is_drawn_once() -> None:
    samples = [entry.sample for entry in to_difference_diagram(OLD, NEW).legend]
    marks = [sample for sample in samples if sample.startswith("change:")]
    assert marks == ["change:added", "change:removed", "change:changed"]
    assert [
        entry.sample
        for entry in to_difference_diagram(NEW, NEW).legend
        if entry.sample.startswith("change:")
    ] == []


def test_the_heading_names_what_is_compared() -> None:
    diagram = to_difference_diagram(OLD, NEW, names=("old.toc.yaml", "new.toc.yaml"))
    assert diagram.title == "What changed: Breakfast"
    assert diagram.subtitle.endswith("from old.toc.yaml to new.toc.yaml")


def test_what_the_picture_does_not_show_is_counted() -> None:
    changed = theory(
        partners={"school": {"title": "A school"}},
        outcomes={"fed": {"title": "Children are fed"}},
    )
    same = theory(outcomes={"fed": {"title": "Children are fed"}})
    note = to_difference_diagram(same, changed).note
    assert note.startswith("1 significant difference is not shown here.")


def test_a_new_target_marks_what_the_indicator_measures() -> None:
    def measured(target: int) -> TheoryOfChange:
        return theory(
            outcomes={"fed": {"title": "Children are fed"}},
            indicators={"meals": {"title": "Meals", "measures": ["fed"], "target": target}},
        )

    diagram = to_difference_diagram(measured(5), measured(6))
    assert boxes(diagram) == {"fed": "changed"}
    assert "The target of the indicator “Meals” is now 6; it was 5." in diagram.boxes[0].description


def test_a_group_in_one_box_changed_where_one_of_its_members_did() -> None:
    def grouped(horizon: str) -> TheoryOfChange:
        return theory(
            groups={"early": {"title": "Early years"}, "late": {"title": "Later"}},
            outcomes={
                "fed": {"title": "Fed", "group": "early", "horizon": horizon},
                "calm": {"title": "Calm", "group": "late"},
            },
        )

    view = View(id="groups", title="Groups", collapse=("early", "late"))
    diagram = to_difference_diagram(grouped("short"), grouped("long"), view)
    assert boxes(diagram) == {"early": "changed", "late": ""}
    assert "not shown" not in diagram.note


def test_a_view_may_look_at_what_is_new() -> None:
    view = View(id="learning", title="Learning", focus="learn", upstream=1)
    diagram = to_difference_diagram(OLD, NEW, view)
    assert boxes(diagram) == {"calm-mornings": "changed", "learn": "added"}


def test_of_a_large_theory_only_what_changed_is_drawn() -> None:
    many = {f"o{number}": {"title": f"Outcome {number}"} for number in range(MOST + 5)}
    links = [f"o{number} -> o{number + 1}" for number in range(MOST + 4)]
    old = theory(outcomes=many, links=links)
    new = theory(outcomes=many, links=[*links[1:], "o20 -> o3"])
    diagram = to_difference_diagram(old, new)
    assert boxes(diagram) == {"o0": "", "o1": "", "o3": "", "o20": ""}
    assert arrows(diagram) == {"o20--o3": "added", "o0--o1": "removed"}
    assert diagram.note.startswith(f"{MOST + 1} boxes are left out that did not change.")


def test_of_a_large_theory_that_did_not_change_all_is_drawn() -> None:
    many = {f"o{number}": {"title": f"Outcome {number}"} for number in range(MOST + 5)}
    assert (
        len(to_difference_diagram(theory(outcomes=many), theory(outcomes=many)).boxes) == MOST + 5
    )


def changes_of_boxes(pair: Pair) -> Iterator[str]:
    picture = picture_of(pair)
    yield from {f"a box {change or 'as it was'}" for change in boxes(picture).values()}
    yield from {f"an arrow {change or 'as it was'}" for change in arrows(picture).values()}


def picture_of(pair: Pair) -> Diagram:
    return to_difference_diagram(*pair)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("added", "a box added"),
        ("dropped", "a box removed"),
        ("retitled", "a box changed"),
        ("linked", "an arrow added"),
        ("unlinked", "an arrow removed"),
        ("link changed", "an arrow changed"),
    ],
)
def test_each_kind_of_edit_is_seen_in_the_picture(edit: str, expected: str) -> None:
    assert rarely_drawn(edited(only=edit), changes_of_boxes, [expected], draws=30, least=1) == {}


@settings(max_examples=40)
@given(edited())
def test_an_edit_can_be_drawn(pair: Pair) -> None:
    record(changes_of_boxes(pair))
    assert is_whole(picture_of(pair))


@settings(max_examples=10)
@given(theories(), theories())
def test_any_two_theories_can_be_drawn(one: TheoryOfChange, other: TheoryOfChange) -> None:
    assert is_whole(to_difference_diagram(one, other))


def is_whole(diagram: Diagram) -> bool:
    ids = {item.id for item in (*diagram.boxes, *diagram.clusters)}
    placed = {box.column for box in diagram.boxes} <= {column.id for column in diagram.columns}
    return placed and all(arrow.from_ in ids and arrow.to in ids for arrow in diagram.arrows)


def test_what_a_view_picks_by_a_field_that_changed_keeps_its_arrows() -> None:
    links = ["club -> fed"]
    outcomes = {"fed": {"title": "Children are fed", "horizon": "short"}}
    club = {"title": "Breakfast club", "classified_as": {"resilience": "basics"}}
    old = theory(
        interventions={"club": {"title": "Breakfast club"}}, outcomes=outcomes, links=links
    )
    new = theory(
        frameworks=["resilience"],
        interventions={"club": club},
        outcomes={"fed": {**outcomes["fed"], "classified_as": {"resilience": "healthy-diet"}}},
        links=links,
    )
    view = View(title="Basics", where={"resilience": "basics"}, lanes="resilience")
    picture = to_difference_diagram(old, new, view)
    assert boxes(picture) == {"club": "", "fed": ""}
    assert arrows(picture) == {"club--fed": ""}
    assert [lane.title for lane in picture.lanes] == ["Basics"]
