"""``tocmodel review``: the agenda, the learning log, and the start of an entry."""

import csv
import json
from pathlib import Path

import jsonschema
import pytest
from cli_types import Run

from tocmodel.schema.schema_files import load_schema

THEORY = """\
tocmodel: 1
title: Harbour
revision: {next_review: 2025-07}   # the summer meeting
partners:
  schools: {title: The schools}
outcomes:
  here: {title: Children come to school}
assumptions:
  stay: {title: Staff stay, critical: true, holds: no}
  rooms: {title: Rooms are free}
indicators:
  absent:
    title: Pupils who are often absent
    measures: [here]
    unit: percent
    better: lower
    baseline: {value: 30, period: 2022}
    target: {value: 18, period: 2024}
    observations: [{value: 24, period: 2023}, {value: 21, period: 2024}]
reviews:
  # Minutes are with the schools.
  first:
    title: After a year
    date: 2024-03
    took_part: [schools]
    prompted_by: [absent, a new head]
    expected: fewer absent
    saw: fewer absent
    still_true: {stay: no}
    decided: visits move to May
    next_question: why in July?
"""
FILE = "zone.toc.yaml"


@pytest.fixture(autouse=True)
def theory(folder: Path) -> Path:
    """A small theory in the current folder."""
    path = folder / FILE
    path.write_text(THEORY, encoding="utf-8")
    return path


def test_it_lists_what_to_look_at_with_the_reason_and_the_line(run: Run) -> None:
    assert (
        run("review", FILE).stdout
        == """\
Agenda of the next review: Harbour
For the review of 2025-07: 3 things to look at.

Asked by the last review (1)
- After a year
  why in July? (zone.toc.yaml:22)

Targets missed (1)
- Pupils who are often absent
  missed: 21% at the time; the target is 18% (2024) (zone.toc.yaml:12)

Assumptions to look at (1)
- Rooms are free
  no review has looked at it (zone.toc.yaml:10)
"""
    )


def test_the_agenda_is_a_table_and_data_too(run: Run, folder: Path) -> None:
    run("review", FILE, "-o", "agenda.csv")
    rows = list(csv.reader((folder / "agenda.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0] == ["Topic", "What", "Why", "Where"]
    where = "zone.toc.yaml:10"
    assert rows[3] == [
        "Assumptions to look at", "Rooms are free", "no review has looked at it", where
    ]  # fmt: skip
    data = json.loads(run("review", FILE, "-f", "json", "--on", "2025-09").stdout)
    jsonschema.validate(data, load_schema("agenda"))
    assert (data["title"], data["day"]) == ("Harbour", "2025-09")
    assert data["items"][0] == {
        "topic": "question",
        "about": "first",
        "title": "After a year",
        "reason": "why in July?",
        "file": FILE,
        "line": 22,
    }


LOG = """\
Learning log: Harbour

2024-03: After a year
- Took part: The schools
- Prompted by: Pupils who are often absent: 24% (2023); a new head
- Expected: fewer absent
- Saw: fewer absent
- Assumptions: Staff stay: not true
- Decided: visits move to May
- Next question: why in July?
Not written down: what was learned

What became of assumptions
- Staff stay
  2024-03: not true

Questions, and what the next review learned
- 2024-03: why in July?
  for the next review
"""


def test_the_log_has_what_each_review_expected_saw_and_decided(run: Run, folder: Path) -> None:
    assert run("review", FILE, "--log").stdout == LOG
    data = json.loads(run("review", FILE, "--log", "-f", "json").stdout)
    jsonschema.validate(data, load_schema("learning-log"))
    [review] = data["reviews"]
    assert review["prompts"] == ["Pupils who are often absent: 24% (2023)", "a new head"]
    run("review", FILE, "--log", "-o", "log.md")
    assert (folder / "log.md").read_text("utf-8").count("why in July?") == 2


def test_an_entry_starts_in_the_file_and_everything_else_stays(run: Run, theory: Path) -> None:
    result = run("review", FILE, "--record", "summer")
    assert result.stderr == (
        "Added the review 'summer' of 2025-07 at zone.toc.yaml:32\n"
        "Next: fill it in, then run  tocmodel check zone.toc.yaml\n"
    )
    text = theory.read_text("utf-8")
    assert text.startswith(THEORY)
    assert (
        text.removeprefix(THEORY).split()
        == (
            "summer: date: 2025-07 took_part: [] prompted_by: - absent expected: '' saw: '' "
            "learned: '' still_true: rooms: unknown decided: '' changed: [] next_question: ''"
        ).split()
    )
    assert "TOC0" not in run("check", FILE).stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--record", "first"), "there is already a review 'first'; choose another id"),
        (
            ("--record", "absent"),
            "'absent' is the id of something else in the file; choose another id",
        ),
        (
            ("--record", "Summer 25"),
            "'Summer 25' is not an id: write lower-case words joined by hyphens",
        ),
        (("--record", "x", "--on", "July"), "'July' is no date; write it as 2025-07-04 or 2025-07"),
        (("--record", "x", "--log"), "--record changes FILE: leave out --log and --output"),
        (("--on", "2025", "--log"), "--on is the day of the next review: leave it out with --log"),
    ],
)
def test_what_cannot_be_done_is_refused(
    run: Run, theory: Path, words: tuple[str, ...], message: str
) -> None:
    result = run("review", FILE, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1] == f"Error: {message}"
    assert theory.read_text("utf-8") == THEORY


def test_a_review_without_a_date_is_asked_for_one(run: Run, theory: Path) -> None:
    theory.write_text("tocmodel: 1\ntitle: T\n", encoding="utf-8")
    assert run("review", FILE, "--record", "x").stderr == (
        "Error: when is the review? Add --on DATE, or 'next_review' to 'revision'\n"
    )
    assert run("review", FILE).stdout.splitlines()[1:] == [
        "No date is known for the next review; 0 things to look at.",
        "Nothing is due, missed or untested. Ask what surprised you, and what nobody wrote down.",
    ]
    assert run("review", FILE, "--log").stdout.endswith("No review is on record.\n")


def test_diff_and_changelog_tell_what_monitoring_prompted(run: Run, folder: Path) -> None:
    old = THEORY[: THEORY.index("reviews:")].replace("critical: true, holds", "holds")
    (folder / "old.toc.yaml").write_text(old, encoding="utf-8")
    changed = THEORY.replace("    decided:", "    changed: [stay]\n    decided:")
    (folder / FILE).write_text(changed, encoding="utf-8")
    told = run("diff", "old.toc.yaml", FILE).stdout
    assert "critical. (Review: After a year.)" in " ".join(told.split())
    assert told.endswith(
        "What prompted the reviews\n"
        "- 2024-03: After a year: Pupils who are often absent: 24% (2023); a new head\n"
    )
    [*_, _, found] = json.loads(run("diff", "old.toc.yaml", FILE, "-f", "json").stdout)[
        "differences"
    ]
    assert (found["reviews"], found["prompted_by"]) == ([], [])
    log = run("changelog", FILE).stdout
    assert "- Prompted by: Pupils who are often absent: 24% (2023); a new head.\n" in log
