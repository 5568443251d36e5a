"""``tocmodel progress``: each indicator with its status, its figures and the reason."""

import csv
import json
from pathlib import Path

import jsonschema
import pytest
from cli_types import Run

from tocmodel.analysis.progress import ProgressStatus
from tocmodel.cli.progress import STATUSES
from tocmodel.schema.schema_files import load_schema

THEORY = """\
tocmodel: 1
title: Harbour
year_begins: september
indicators:
  absent:
    title: Pupils who are often absent
    unit: percent
    better: lower
    baseline: {value: 30, of: 400, period: 2021/2022}
    target:
      - {value: 24, of: 400, period: 2023/2024}
      - {value: 18, of: 400, period: 2024/2025}
    observations:
      - {value: 27, of: 400, period: 2022/2023}
      - {value: 21, of: 410, period: 2023/2024}
      - {value: 20, of: 410, period: 2024/2025, basis: forecast}
      - {value: 26, of: 180, by: {sex: girls}, period: 2023/2024}
  clubs:
    title: Clubs
    unit: clubs
    better: higher
    baseline: {value: 0, period: 2021/2022}
    target: {value: 10, period: 2023/2024}
    observations: [{value: 6, period: 2023/2024}]
  calm:
    title: Calm mornings
    target: {value: 90}
"""

TEXT = """\
Progress: Harbour
missed: 1; on the way: 1; no target: 1; no data yet: 1.
- Pupils who are often absent: on the way, 75% of it
  from 30% to 21%; the target is 18% of 400 (2024/2025)
  baseline: 30% of 400 (2021/2022)
  figures: 27% of 400 (2022/2023); 21% of 410 (2023/2024)
  targets: 24% of 400 (2023/2024); 18% (2024/2025)
  forecast, not a result: 20% of 410 (2024/2025)
- Pupils who are often absent (sex: girls): no target
  figures: 26% of 180 (2023/2024)
- Clubs: missed
  6 clubs at the time; the target is 10 clubs (2023/2024)
  baseline: 0 clubs (2021/2022)
  figures: 6 clubs (2023/2024)
- Calm mornings: no data yet
"""


@pytest.fixture(autouse=True)
def theory(folder: Path) -> None:
    """A small theory in the current folder."""
    (folder / "zone.toc.yaml").write_text(THEORY, encoding="utf-8")


def test_each_indicator_has_its_status_and_the_reason(run: Run) -> None:
    assert run("progress", "zone.toc.yaml").stdout == TEXT


def test_it_is_a_table_with_a_row_for_each_group(run: Run) -> None:
    done = run("progress", "zone.toc.yaml", "-f", "csv")
    absent, girls, clubs, calm = csv.DictReader(done.stdout.strip("\ufeff").splitlines())
    assert (absent["Status"], absent["Share of the way"]) == ("on the way", "0.75")
    assert absent["Forecast"] == "forecast: 20% of 410 (2024/2025)"
    assert (girls["Group"], girls["Latest"]) == ("sex: girls", "26% of 180 (sex: girls, 2023/2024)")
    assert (clubs["Status"], clubs["Share of the way"]) == ("missed", "0.60")
    assert (calm["Status"], calm["Latest"], calm["Share of the way"]) == ("no data yet", "", "")


def test_it_is_data_as_its_schema_describes(run: Run) -> None:
    found = json.loads(run("progress", "zone.toc.yaml", "-f", "json").stdout)
    schema = load_schema("progress")
    jsonschema.validate(found, schema)
    rows = found["progress"]
    assert [(row["indicator"], row["group"], row["progress"], row["status"]) for row in rows] == [
        ("absent", "", 0.75, "on-the-way"),
        ("absent", "sex: girls", None, "no-target"),
        ("clubs", "", 0.6, "missed"),
        ("calm", "", None, "no-data"),
    ]
    assert list(rows[0]) == list(schema["$defs"]["row"]["properties"])
    assert [figure["value"] for figure in rows[0]["forecasts"]] == [20]


def test_only_some_statuses_are_shown(run: Run) -> None:
    done = run("progress", "zone.toc.yaml", "--status", "missed", "--status", "no-data")
    assert "missed: 1; no data yet: 1." in done.stdout
    assert "absent" not in done.stdout


def test_the_statuses_are_those_of_the_analysis() -> None:
    assert (*map(str, ProgressStatus),) == STATUSES
    described = load_schema("progress")["$defs"]["row"]["properties"]["status"]
    assert tuple(described["enum"]) == STATUSES
    assert len(described["enumDescriptions"]) == len(STATUSES)


def test_it_says_why_nothing_is_shown(folder: Path, run: Run) -> None:
    done = run("progress", "zone.toc.yaml", "--status", "met")
    assert (done.exit_code, done.stderr) == (0, "Note: no indicator has the status met\n")
    (folder / "zone.toc.yaml").write_text("tocmodel: 1\ntitle: Harbour\n", encoding="utf-8")
    done = run("progress", "zone.toc.yaml")
    words = "Note: the theory has no indicators: add them below 'indicators'\n"
    assert (done.exit_code, done.stderr) == (0, words)


def test_a_page_has_the_charts_and_the_same_in_words(run: Run) -> None:
    page = run("progress", "zone.toc.yaml", "-f", "html").stdout
    assert "<svg" in page
    assert "The picture in words" in page
    assert "Pupils who are often absent (sex: girls)</th>" in page.replace("\n", "")
    assert "forecast: 20% of 410 (2024/2025)" in page


def test_a_picture_has_a_panel_or_a_line_for_each(run: Run) -> None:
    panels = run("progress", "zone.toc.yaml", "-f", "svg").stdout
    lines = run("progress", "zone.toc.yaml", "-f", "svg", "--lines").stdout
    assert panels != lines
    for picture in (panels, lines):
        assert picture.count('class="toc-trend"') == 4
        assert "Calm mornings: no data yet" in picture


def test_included_theories_are_added_up(folder: Path, run: Run) -> None:
    zone = THEORY.replace("value: 21, of: 410", "value: 25, of: 590")
    (folder / "hill.toc.yaml").write_text(zone, encoding="utf-8")
    includes = "{h: {title: Harbour, file: zone.toc.yaml}, l: {title: Hill, file: hill.toc.yaml}}"
    text = f"tocmodel: 1\ntitle: All\nincludes: {includes}\n"
    (folder / "all.toc.yaml").write_text(text, encoding="utf-8")
    done = run("progress", "all.toc.yaml", "--total", "--status", "on-the-way")
    assert (
        done.stdout
        == """\
Progress: All
on the way: 1.
- Pupils who are often absent (Harbour and Hill together): on the way, 55% of it
  from 30% to about 23.4%; the target is 18% of 800 (2024/2025)
  baseline: 30% of 800 (2021/2022)
  figures: 27% of 800 (2022/2023); about 23.4% of 1,000 (2023/2024)
  targets: 24% of 800 (2023/2024); 18% (2024/2025)
"""
    )
    page = run("progress", "all.toc.yaml", "--total", "-f", "html").stdout
    assert "Pupils who are often absent (Harbour and Hill together)" in page
    assert "Note: no indicator is in two" in run("progress", "zone.toc.yaml", "--total").stderr
