"""``tocmodel collect``: figures from data, shown, compared with the file and put into it."""

import json
from pathlib import Path

import jsonschema
import pytest
from cli_types import Run

from tocmodel.schema.schema_files import load_schema

THEORY = """\
tocmodel: 1
title: Harbour
indicators:
  absent:
    title: Pupils who are often absent
    unit: percent
    data:
      file: pupils.csv
      where: {attendance: {below: 90}}
      statistic: share
      time: term
      by: [sex]
    observations:
      # counted by hand
      - {value: 40, of: 2, period: 2023/2024-autumn, source: office, note: from registers}  # old
  ages:
    title: Reading age
    unit: years
    data: {file: pupils.csv, statistic: mean, column: age, time: term}
sources:
  office: {title: The school office}
"""
DATA = """\
term,attendance,sex,age
2023/2024-autumn,88,girls,9
2023/2024-autumn,95,boys,10
2023/2024-spring,99,boys,10
"""
SHOWN = """\
Indicator                    Period            Group       Figure             Out of  In the file
Pupils who are often absent  2023/2024-autumn              50%                2       40% of 2
Pupils who are often absent  2023/2024-autumn  sex: boys   0%                 1       not yet
Pupils who are often absent  2023/2024-autumn  sex: girls  100%               1       not yet
Pupils who are often absent  2023/2024-spring              0%                 1       not yet
Pupils who are often absent  2023/2024-spring  sex: boys   0%                 1       not yet
Reading age                  2023/2024-autumn              a mean of 9.5 years  2       not yet
Reading age                  2023/2024-spring              a mean of 10 years  1       not yet
"""
WRITTEN = THEORY.replace(
    "      - {value: 40, of: 2, period: 2023/2024-autumn, source: office, note: from registers}",
    "      - {value: 50, of: 2, period: 2023/2024-autumn, source: office, note: from registers}",
).replace(
    "  # old\n",
    """  # old
      - {value: 0, of: 1, by: {sex: boys}, period: 2023/2024-autumn}
      - {value: 100, of: 1, by: {sex: girls}, period: 2023/2024-autumn}
      - {value: 0, of: 1, period: 2023/2024-spring}
      - {value: 0, of: 1, by: {sex: boys}, period: 2023/2024-spring}
""",
)


@pytest.fixture(autouse=True)
def zone(folder: Path) -> Path:
    path = folder / "zone.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    (folder / "pupils.csv").write_text(DATA, encoding="utf-8")
    return path


def test_figures_are_shown_with_their_denominators_beside_those_of_the_file(run: Run) -> None:
    result = run("collect", "zone.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split() for line in result.stdout.splitlines()] == [
        line.split() for line in SHOWN.splitlines()
    ]


def test_json_is_as_its_schema_says(run: Run) -> None:
    rows = json.loads(run("collect", "zone.toc.yaml", "--indicator", "ages", "-f", "json").stdout)
    jsonschema.validate(rows, load_schema("collected"))
    assert [(row["period"], row["value"], row["out_of"], row["statistic"]) for row in rows] == [
        ("2023/2024-autumn", 9.5, 2, "mean"),
        ("2023/2024-spring", 10, 1, "mean"),
    ]


def test_only_the_observations_are_written_and_comments_stay(zone: Path, run: Run) -> None:
    result = run("collect", "zone.toc.yaml", "--indicator", "absent", "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Wrote 5 figures to zone.toc.yaml\n"
    assert zone.read_text(encoding="utf-8") == WRITTEN
    assert run("collect", "zone.toc.yaml", "--indicator", "absent", "--check").exit_code == 0
    again = run("collect", "zone.toc.yaml", "--write", "--indicator", "absent")
    assert again.stderr == "Every figure is in zone.toc.yaml already, so it stays as it is.\n"


def test_a_first_figure_is_written_too(zone: Path, run: Run) -> None:
    run("collect", "zone.toc.yaml", "--indicator", "ages", "--write")
    assert """\
    unit: years
    observations:
      - {statistic: mean, value: 9.5, period: 2023/2024-autumn, note: of 2 values}
      - {statistic: mean, value: 10, period: 2023/2024-spring, note: of 1 value}
    data: {file""" in zone.read_text(encoding="utf-8")


def test_check_lists_what_differs_and_writes_nothing(zone: Path, run: Run) -> None:
    result = run("collect", "zone.toc.yaml", "--check")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == len(SHOWN.splitlines())
    assert zone.read_text(encoding="utf-8") == THEORY


def test_data_are_not_overwritten_by_what_is_counted_in_them(run: Run) -> None:
    result = run("collect", "zone.toc.yaml", "-o", "pupils.csv", "--force")
    assert result.exit_code == 2
    assert "'pupils.csv' is a file that this command reads" in result.stderr
    assert Path("pupils.csv").read_text(encoding="utf-8") == DATA


def test_wrong_data_are_findings_and_nothing_is_written(zone: Path, run: Run) -> None:
    text = THEORY.replace("column: age", "column: aeg")
    zone.write_text(text, encoding="utf-8")
    result = run("collect", "zone.toc.yaml", "--write")
    assert result.exit_code == 1
    assert result.stderr == (
        "zone.toc.yaml:19:55: error TOC016: indicator 'ages': 'pupils.csv' has no column 'aeg'; "
        "did you mean 'age'?\n"
        "  19 |     data: {file: pupils.csv, statistic: mean, column: aeg, time: term}\n"
        "     |                                                       ^^^\n"
        "  help: its columns: term, attendance, sex, age\n\n"
        "1 error in 1 file.\n"
        "To read why a check matters and what to do: tocmodel describe TOC016\n"
    )
    assert zone.read_text(encoding="utf-8") == text
