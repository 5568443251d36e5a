"""The heading of a column names every kind of thing that stands below it."""

import pytest
from example_models import NAMES, model_file
from hypothesis import given
from small_theories import titled
from strategies import theories

from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.headings import HEADINGS
from tocmodel.diagram.model import Diagram
from tocmodel.fileformat.loading import load
from tocmodel.graph.relations import NODE_KINDS
from tocmodel.model import TheoryOfChange

SECTIONS = {kind: section for section, kind in NODE_KINDS.items()}
NAMED = {
    "conditions": {"context", "conditions"},
    "assets": {"assets", "assets-and-inputs"},
    "inputs": {"inputs", "assets-and-inputs"},
    "value_creation": {
        *("value", "enabling", "strategic", "immediate", "potential", "applied", "realized"),
        *("reframing", "transformative", "orienting"),
    },
    "outcomes": {"outcomes", "outcomes-step", "untimed", "short", "medium", "long", "impact"},
}
"""The words of headings that name a section, where these are not only its own name."""


def misfits(diagram: Diagram) -> list[tuple[str, str]]:
    """The boxes that the heading of their column does not name."""
    keys = {column.id: set(column.keys) for column in diagram.columns}
    found = []
    for box in diagram.boxes:
        if any(key.startswith("back-") for key in keys[box.column]) or box.kind == "group":
            continue
        section = SECTIONS.get(box.kind, "includes")
        if keys[box.column].isdisjoint(NAMED.get(section, {section})):
            found.append((box.id, box.column))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_heading_of_an_example_names_every_kind_of_box(name: str) -> None:
    theory = load(model_file(name))
    for view in views(theory):
        assert misfits(to_diagram(theory, view)) == []


@given(theories())
def test_every_heading_of_a_made_up_theory_names_every_kind_of_box(theory: TheoryOfChange) -> None:
    assert misfits(to_diagram(theory)) == []


def test_a_heading_is_made_of_the_words_of_its_keys() -> None:
    theory = TheoryOfChange(
        title="Club",
        interventions={"club": {"title": "A club"}},
        risks={"rain": {"title": "It rains"}},
        outcomes={"fed": {"title": "Fed", "horizon": "short"}},
        links=["club -> fed", "rain -> fed"],
        words={"risks": "What may go wrong"},
    )
    picture = to_diagram(theory, risks="nodes")
    assert [(column.keys, column.title) for column in picture.columns] == [
        (("interventions", "risks"), "Interventions · What may go wrong"),
        (("short",), "Short-term outcomes"),
    ]
    assert {key for column in picture.columns for key in column.keys} <= HEADINGS.keys()


def collapsed(**sections: dict[str, dict[str, str]]) -> list[str]:
    """The headings of a picture with one collapsed group."""
    inside = {
        section: {id_: {**entry, "group": "all"} for id_, entry in entries.items()}
        for section, entries in sections.items()
    }
    theory = TheoryOfChange(title="Club", groups={"all": {"title": "All"}}, **inside)
    return [column.title for column in to_diagram(theory, collapse=["all"]).columns]


def test_a_collapsed_group_is_under_the_names_of_what_it_holds() -> None:
    few = {"interventions": titled("club"), "outputs": titled("meals")}
    assert collapsed(**few) == ["Interventions · Outputs"]
    assert collapsed(interventions=titled("club")) == ["Interventions"]


def test_a_group_of_many_kinds_is_under_the_name_of_groups() -> None:
    many = {
        "conditions": titled("hunger"),
        "assets": titled("kitchen"),
        "interventions": titled("club"),
        "outputs": titled("meals"),
    }
    assert collapsed(**many) == ["Groups"]
