"""The picture in words."""

import re
from pathlib import Path

import pytest
from diagrams import club, with_changes
from example_models import NAMES, Kept, model_file
from hypothesis import given
from odd_labels import ODD, odd_diagram
from small_theories import few, titled
from strategies import theories

from tocmodel.characters import one_line
from tocmodel.diagram import to_diagram, views
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange, View
from tocmodel.render.text import text

SNAPSHOTS = Path(__file__).parent.parent / "snapshots" / "pictures"


def test_pembury_is_told_as_kept(kept: Kept) -> None:
    picture = to_diagram(load(model_file("pembury")), "overview")
    kept(SNAPSHOTS / "pembury.txt", text(picture).encode())


def test_everything_is_listed_column_by_column() -> None:
    theory = TheoryOfChange(
        title="Breakfast for all",
        partners=titled("school"),
        interventions={"club": {"title": "Breakfast club", "partners": ["school"]}},
        outcomes={
            "fed": {"title": "Children are fed", "horizon": "short"},
            "calm": {"title": "Lessons are calm", "horizon": "long"},
        },
        ceiling_of_accountability="short",
        indicators={"plates": {"title": "Plates", "measures": ["fed"], "unit": "plates"}},
        links=[
            {"from": "club", "to": "fed", "because": "they eat"},
            {"from": "fed", "to": "calm", "effect": "unknown"},
        ],
    )
    view = View(title="Who feeds whom", audience="parents", lanes="partner")
    assert (
        text(to_diagram(theory, view))
        == """\
Who feeds whom
==============

Breakfast for all · for parents

A theory of change in 3 boxes and 2 arrows, read from left to right. Stages: Interventions (1), \
Short-term outcomes (1), Long-term outcomes (1). Lanes: The school. \
The ceiling of accountability lies after Short-term outcomes.

Interventions
-------------
* Breakfast club [The school]
    -> leads to Children are fed (because they eat)

Short-term outcomes
-------------------
* Children are fed [The school]
    1 indicator, no figure yet
    -> affects, in a way not yet known, Lessons are calm

[Ceiling of accountability]

Long-term outcomes
------------------
* Lessons are calm [The school]
"""
    )


def boxes_part(told: str) -> str:
    """The text before the frames that have arrows of their own, and before the loops."""
    before = told.partition("\nFrom something in a whole\n---")[0]
    return before.partition("\nLoops\n-----\n")[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_title_of_an_example_is_listed(name: str) -> None:
    theory = load(model_file(name))
    for view in views(theory):
        picture = to_diagram(theory, view)
        told = boxes_part(text(picture)).splitlines()
        starts = {line[2:].partition(" [")[0] for line in told if line.startswith("* ")}
        assert {one_line(box.text) for box in picture.boxes} == starts


@pytest.mark.parametrize("words", ODD)
def test_odd_words_stay_on_their_line(words: str) -> None:
    told = text(odd_diagram(words)).split("\n")
    assert told[0] == one_line(words)
    assert told.count(f"* {one_line(words)}") == 2


@few
@given(theories())
def test_every_theory_is_listed(theory: TheoryOfChange) -> None:
    for view in views(theory):
        picture = to_diagram(theory, view)
        told = text(picture)
        assert boxes_part(told).count("\n* ") == len(picture.boxes)
        assert len(re.findall(r"\n    (?:->|<->|--) ", told)) == len(picture.arrows)


def test_a_difference_is_described_in_words() -> None:
    words = text(with_changes(club()))
    assert "* A school kitchen (added)\n" in words
    assert "    -> leads to Children feel singled out (removed)\n" in words
