"""``tocmodel indicators``: the monitoring framework in words, as a table and as data."""

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
year_begins: september
partners:
  schools: {title: The schools}
outcomes:
  here: {title: Children come to school}
  calm: {title: Mornings are calm}
indicators:
  absent:
    title: Pupils who are often absent
    measures: [here]
    unit: percent
    better: lower
    owner: schools
    every: term
    next_due: 2025-07
    method: school registers
    baseline: {value: 30, of: 400, period: 2021/2022}
    target:
      - {value: 24, of: 400, period: 2023/2024}
      - {value: 18, of: 400, period: 2024/2025}
    observations:
      - {value: 27, of: 390, period: 2022/2023}
      - {value: 21, of: 410, period: 2023/2024}
      - {value: 26, of: 180, by: {sex: girls}, period: 2023/2024}
"""


@pytest.fixture(autouse=True)
def theory(folder: Path) -> None:
    """A small theory in the current folder."""
    (folder / "zone.toc.yaml").write_text(THEORY, encoding="utf-8")


def test_it_lists_each_indicator_and_each_outcome_without_one(run: Run) -> None:
    assert (
        run("indicators", "zone.toc.yaml").stdout
        == """\
Children come to school
  Indicator: Pupils who are often absent
  Unit: percent
  How it is collected: school registers
  Who collects it: The schools
  How often: every term
  Next due: 2025-07
  Baseline: 30% of 400 (2021/2022)
  Target: 24% of 400 (2023/2024); 18% of 400 (2024/2025)
  Latest: 21% of 410 (2023/2024), the latest of 2 figures
  Status: on the way, 75% of it

Mornings are calm
  Indicator: no indicator yet
"""
    )


def test_figures_have_a_column_for_each_period(run: Run) -> None:
    done = run("indicators", "zone.toc.yaml", "--by", "period", "-f", "csv")
    title = "Pupils who are often absent"
    heads, *rows = csv.reader(done.stdout.strip("\ufeff").splitlines())
    assert heads[4:] == ["2021/2022", "2022/2023", "2023/2024", "2024/2025"]
    assert rows == [
        [title, "all", "", "baseline", "30% of 400", "", "", ""],
        [title, "all", "", "target", "", "", "24% of 400", "18% of 400"],
        [title, "all", "", "observed", "", "27% of 390", "21% of 410", ""],
        [title, "sex: girls", "", "observed", "", "", "26% of 180", ""],
    ]


def test_only_the_figures_of_a_group_are_shown(run: Run) -> None:
    done = run("indicators", "zone.toc.yaml", "--by", "period", "--group", "sex: girls")
    assert "26% of 180" in done.stdout
    assert "21%" not in done.stdout


def test_it_is_data_as_its_schema_describes(run: Run) -> None:
    rows = json.loads(run("indicators", "zone.toc.yaml", "-f", "json").stdout)
    jsonschema.validate(rows, load_schema("indicators"))
    assert [(row["indicator"], row["progress"], row["status"]) for row in rows] == [
        ("absent", 0.75, "on-the-way"),
        (None, None, None),
    ]
    keys = list(load_schema("indicators")["$defs"]["row"]["properties"])
    assert [*rows[0], "imagined", "publication"] == keys


@pytest.mark.parametrize("words", [("--partner", "schools"), ("--due",)])
def test_only_what_a_partner_collects_or_is_due_is_listed(words: tuple[str, ...], run: Run) -> None:
    done = run("indicators", "zone.toc.yaml", *words)
    assert "Pupils who are often absent" in done.stdout
    assert "Mornings are calm" not in done.stdout
    assert done.stderr == ""


def test_it_says_what_to_add_where_nothing_is_listed(folder: Path, run: Run) -> None:
    text = THEORY.replace("    next_due: 2025-07\n", "")
    (folder / "zone.toc.yaml").write_text(text, encoding="utf-8")
    done = run("indicators", "zone.toc.yaml", "--due")
    words = "Note: no indicator has a date for its next figure: add 'next_due' to one\n"
    assert (done.exit_code, done.stderr) == (0, words)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--partner", "school"), "no partner 'school'; did you mean 'schools'?"),
        (("--group", "girls"), "--group and --place choose figures: add --by period"),
    ],
)
def test_what_cannot_be_chosen_is_refused(words: tuple[str, ...], message: str, run: Run) -> None:
    done = run("indicators", "zone.toc.yaml", *words)
    assert done.exit_code == 2
    assert message in done.stderr
