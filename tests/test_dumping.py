"""What is written can be read again, and says the same."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import theories

from tocmodel.diagnostics import TocModelError
from tocmodel.dumping import Format, dump, dumps, to_data
from tocmodel.loading import load, loads
from tocmodel.model import Figure, Indicator, Link, Outcome, Qualifier, TheoryOfChange

SMALL = TheoryOfChange(
    title="A small theory",
    outcomes=[Outcome(id="a", title="NO"), Outcome(id="b", title="12:30", horizon="long")],
    links=[
        Link(from_="a", to="b"),
        Link(from_="b", to="a", feedback=True, because="it 'comes' back: always"),
    ],
    indicators=[
        Indicator(
            id="i",
            title="How many",
            measures=("a",),
            baseline=Figure(value=12),
            observations=(Figure(value=30, qualifier=Qualifier.ABOUT, period="2018"),),
        )
    ],
)

SMALL_TEXT = """\
tocmodel: 1
title: A small theory
outcomes:
  a:
    title: 'NO'
  b:
    title: '12:30'
    horizon: long
links:
- a -> b
- from: b
  to: a
  because: 'it ''comes'' back: always'
  feedback: true
indicators:
  i:
    title: How many
    measures:
    - a
    baseline: 12
    observations:
    - value: 30
      qualifier: about
      period: '2018'
"""


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(theory=theories())
def test_reading_what_was_written_gives_an_equal_theory(theory: TheoryOfChange) -> None:
    assert loads(dumps(theory)) == theory
    assert loads(dumps(theory, "json"), "x.json") == theory


def test_a_theory_is_written_plainly() -> None:
    assert dumps(SMALL) == SMALL_TEXT


@pytest.mark.parametrize("format_", ["yaml", "json"])
def test_writing_twice_gives_the_same_text(format_: Format) -> None:
    text = dumps(SMALL, format_)
    assert dumps(loads(text, f"x.{format_}"), format_) == text


@pytest.mark.parametrize("name", ["small.toc.yaml", "small.toc.json"])
def test_a_file_holds_the_theory(tmp_path: Path, name: str) -> None:
    dump(SMALL, tmp_path / name)
    assert load(tmp_path / name) == SMALL


def test_what_equals_its_default_is_left_out() -> None:
    assert to_data(TheoryOfChange(title="x", links=["a -> b"])) == {
        "tocmodel": 1,
        "title": "x",
        "links": ["a -> b"],
    }


def test_a_file_that_cannot_be_written_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match=r"there is no folder .*; make it first"):
        dump(SMALL, tmp_path / "no" / "such" / "folder.toc.yaml")
