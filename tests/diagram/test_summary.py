"""The summary: at most twelve boxes, from the main story where there is one."""

import pytest
from attrs import evolve
from example_models import NAMES, PARTS, model_file
from hypothesis import given
from small_theories import outcomes_linked, steady, titled, webs

from tocmodel.diagram import find_view, to_diagram
from tocmodel.diagram.summary import MOST, summary_view
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange, View


def boxes(theory: TheoryOfChange) -> list[str]:
    return [box.id for box in to_diagram(theory, "summary").boxes]


def chain(count: int, start: str = "o", **more: object) -> list[dict[str, object]]:
    return [
        {"from": f"{start}{place}", "to": f"{start}{place + 1}", **more}
        for place in range(count - 1)
    ]


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_every_example_has_a_summary_that_says_how_it_was_chosen(name: str) -> None:
    theory = load(model_file(name))
    picture = to_diagram(theory, "summary")
    assert 0 < len(picture.boxes) <= MOST
    main = any(link.main for link in theory.links)
    chosen = "the main story, as the links say" if main else "chosen by the program"
    assert chosen in picture.note


@steady
@given(webs(30))
def test_a_summary_never_has_more_than_twelve_boxes(theory: TheoryOfChange) -> None:
    assert 0 < len(boxes(theory)) <= MOST


def test_the_main_story_is_the_summary() -> None:
    theory = outcomes_linked("a -> b", {"from": "b", "to": "c", "main": True}, "c -> d")
    picture = to_diagram(theory, "summary")
    assert [box.id for box in picture.boxes] == ["b", "c"]
    assert (picture.title, picture.subtitle) == ("Summary", "Example")
    assert picture.note == "Summary: the main story, as the links say."


def test_a_view_of_the_file_takes_its_place_and_has_no_such_note() -> None:
    own = View(id="summary", title="In short", description="For the board")
    theory = evolve(outcomes_linked("a -> b"), views={"summary": own})
    assert find_view(theory, "summary") is own
    assert (to_diagram(theory, "summary").title, to_diagram(theory, "summary").note) == (
        "In short",
        "",
    )


def test_a_long_main_story_is_whole_chains_those_with_most_evidence_first() -> None:
    links = [*chain(8, "a", main=True), *chain(8, "b", main=True)]
    ids = [f"{start}{place}" for start in "ab" for place in range(8)]
    theory = TheoryOfChange(
        title="T",
        outcomes=titled(ids),
        links=links,
        evidence={"e": {"title": "Seen", "shows": "change", "supports": ["b3"]}},
    )
    assert boxes(theory) == [f"b{place}" for place in range(8)]
    assert to_diagram(theory, "summary").note == (
        "Summary: the main story, as the links say; chosen by the program from it: whole chains, "
        "those with the most evidence of change first."
    )


def test_groups_of_one_stage_become_boxes_where_that_is_enough() -> None:
    outcomes = titled([f"o{place}" for place in range(14)], horizon="short")
    for place in range(1, 5):
        outcomes[f"o{place}"]["group"] = "g"
    theory = TheoryOfChange(
        title="T", groups=titled("g"), outcomes=outcomes, links=["o0 -> o1 -> o5"]
    )
    assert boxes(theory) == ["o0", "g", *(f"o{place}" for place in range(5, 14))]
    assert summary_view(theory).description.endswith("groups of one stage as one box each")


def test_without_a_way_to_a_goal_it_is_what_has_the_most_links() -> None:
    loose = TheoryOfChange(title="T", outcomes=titled([f"o{place}" for place in range(20)]))
    assert boxes(loose) == [f"o{place}" for place in range(MOST)]
    assert summary_view(loose).description == (
        "Summary, chosen by the program: what has the most links"
    )
