"""``tocmodel logframe``: a table of results in words, as a spreadsheet, a page or a picture."""

from pathlib import Path

import pytest
from cli_types import Run

THEORY = """\
tocmodel: 1
title: Breakfast club
interventions:
  club: {title: Breakfast club}
outcomes:
  fed: {title: Children are fed, horizon: short}
links:
  - {from: club, to: fed, assumes: [{title: Children come}]}
translations:
  cy:
    fed: {title: Mae'r plant yn cael bwyd}
"""


@pytest.fixture(autouse=True)
def theory(folder: Path) -> None:
    """A small theory in the current folder."""
    (folder / "zone.toc.yaml").write_text(THEORY, encoding="utf-8")


def test_it_is_a_table_in_words(run: Run) -> None:
    words = run("logframe", "zone.toc.yaml").stdout
    assert words.startswith("Logframe\n========\n\nBreakfast club\n")
    assert "Activities: Breakfast" in words
    assert "Children come" in words


def test_it_is_a_spreadsheet(run: Run) -> None:
    rows = run("logframe", "zone.toc.yaml", "-f", "csv").stdout.splitlines()
    assert len(rows) == 3
    assert "Means of verification" in rows[0]


def test_it_has_translated_titles(run: Run) -> None:
    assert "Mae'r plant" in run("logframe", "zone.toc.yaml", "--language", "cy").stdout
    done = run("logframe", "zone.toc.yaml", "--language", "fr")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
