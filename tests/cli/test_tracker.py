"""``tocmodel tracker``: pupils counted by the signs of a tracker, as text and as tables."""

from pathlib import Path

import pytest
from cli_types import Run

THEORY = """\
tocmodel: 1
title: Harbour
trackers:
  pastoral:
    title: Pastoral tracker
    data: {file: pupils.csv, each: pupil, time: term}
    signs: {late: {column: late, is: true}}
    tips: {flagged: {any: [late]}}
    offers: {talk: {title: A talk, for: [late], given: {column: talk, is: true}}}
"""
DATA = """\
pupil,term,late,talk
Ann,2023/2024-autumn,yes,yes
Bob,2023/2024-autumn,yes,no
Cat,2023/2024-autumn,no,no
"""


@pytest.fixture(autouse=True)
def data(folder: Path) -> None:
    (folder / "zone.toc.yaml").write_text(THEORY, encoding="utf-8")
    (folder / "pupils.csv").write_text(DATA, encoding="utf-8")


@pytest.mark.parametrize(
    ("table", "last"),
    [
        ("funnel", '"2023/2024-autumn","All","3","2 of 3 (67%)","1 (1 of 2 who tipped)"'),
        ("support", '"Late","2","1 of 2 (50%)","1 of 2 (50%)"'),
        ("demand", '"2023/2024-autumn","A talk","2","1","not stated",""'),
    ],
)
def test_a_table_goes_out_as_the_data_behind_it(run: Run, table: str, last: str) -> None:
    done = run("tracker", "zone.toc.yaml", "--table", table, "-f", "csv")
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, last)


def test_as_text_it_shows_every_table(run: Run) -> None:
    done = run("tracker", "zone.toc.yaml")
    titles = [line for line in done.stdout.splitlines() if line.startswith("Pastoral tracker: ")]
    assert done.exit_code == 0
    assert titles == [
        "Pastoral tracker: from sign to support",
        "Pastoral tracker: pupils with signs and support in 2023/2024-autumn.",
        "Pastoral tracker: matched support",
        "Pastoral tracker: demand and capacity",
    ]


def test_a_misspelt_tracker_has_its_nearest_named(run: Run) -> None:
    done = run("tracker", "zone.toc.yaml", "--tracker", "pastral")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no tracker 'pastral'; did you mean 'pastoral'?" in done.stderr
