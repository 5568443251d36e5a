"""``tocmodel pathways``."""

import csv
import io
import json
from pathlib import Path

import pytest
from cli_types import Run

from tocmodel.schema import load_schema

WEB = """\
tocmodel: 1
title: A web
interventions:
  club: {title: A club}
outcomes:
  fed: {title: Children are fed}
  calm: {title: Mornings are calm}
  learn: {title: Children learn}
links:
  - club -> fed -> learn
  - club -> calm -> learn
  - {from: learn, to: club, feedback: true}
"""


@pytest.fixture(autouse=True)
def web(folder: Path) -> None:
    """A theory with two pathways and a way back."""
    (folder / "web.toc.yaml").write_text(WEB, encoding="utf-8")


def test_pathways_are_listed_with_how_far_the_search_went(run: Run) -> None:
    result = run("pathways", "web.toc.yaml", "club", "learn")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "A club → Children learn\n"
        "Pathways: 2, the shortest first.\n"
        "The search ends after 1,000 pathways or 1,000,000 steps. It did not follow feedback\n"
        "links.\n"
        "- A club → Children are fed → Children learn\n"
        "- A club → Mornings are calm → Children learn\n"
    )


def test_a_search_that_was_cut_off_says_at_least(run: Run) -> None:
    told = run("pathways", "web.toc.yaml", "club", "learn", "--most", "1").stdout
    assert "Pathways: at least 1, the shortest first.\n" in told
    assert "The search ended early, at its limit of 1 pathway or 1,000 steps." in told


def test_feedback_is_followed_only_if_asked_for(run: Run) -> None:
    assert "No links lead from" in run("pathways", "web.toc.yaml", "learn", "club").stdout
    told = run("pathways", "web.toc.yaml", "learn", "club", "--feedback").stdout
    assert "- Children learn → A club\n" in told


def test_data_state_the_bounds_too(run: Run) -> None:
    words = ("pathways", "web.toc.yaml", "club", "learn", "--most", "1", "-f", "json")
    data = json.loads(run(*words).stdout)
    assert set(load_schema("pathways")["required"]) <= set(data)
    assert (data["complete"], data["limit"], data["most_steps"]) == (False, 1, 1000)
    assert data["paths"] == [["club", "fed", "learn"]]


def test_a_table_has_a_row_for_each_step(run: Run) -> None:
    text = run("pathways", "web.toc.yaml", "club", "learn", "-f", "csv").stdout
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[:4] == [
        ["pathway", "step", "id", "title", "section"],
        ["1", "1", "club", "A club", "interventions"],
        ["1", "2", "fed", "Children are fed", "outcomes"],
        ["1", "3", "learn", "Children learn", "outcomes"],
    ]


def test_an_unknown_element_is_reported_with_the_nearest(run: Run) -> None:
    result = run("pathways", "web.toc.yaml", "club", "lern")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: no element 'lern'; did you mean 'learn'?\n"
