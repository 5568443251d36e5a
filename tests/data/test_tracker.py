"""Trackers of pupils: what is counted, against the same rule in Python, and what is never shown."""

import json
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from engine_questions import ZONE, rows

import tocmodel
from tocmodel.cli.program import program
from tocmodel.schema.schema_files import load_schema

THEORY = """\
tocmodel: 1
title: Zone
interventions: {meeting: {title: Family meeting}}
trackers:
  pastoral:
    title: Pastoral tracker
    data: {file: pupils.csv, each: pupil, time: term, by: [school]}
    signs:
      late: {column: late, is: true}
      absent: {column: attendance, below: 90}
      behind: {column: progress, below: 0}
    tips:
      flagged: {any: [late, absent]}
      tipped: {any: [late, absent], how_many: 2, and: [behind]}
    offers:
      meeting:
        intervention: meeting
        for: [late]
        tier: individual
        capacity: {value: 1, per: term}
        given: {column: met, is: true}
      club:
        for: [absent]
        when: flagged
        tier: universal
        capacity: {value: 9, per: year}
        given: {column: club, is: true}
    back_on_track: {without: [behind]}
"""
DATA = """\
pupil,term,school,late,attendance,progress,met,club
Ann Secret,2023/2024-summer,A,yes,80,-1,yes,yes
Bob Secret,2023/2024-summer,A,no,95,1,no,yes
Cat Secret,2023/2024-summer,B,yes,70,-2,yes,no
Dan Secret,2023/2024-summer,B,yes,,-3,yes,no
Ann Secret,2024/2025-autumn,A,no,92,1,no,no
Cat Secret,2024/2025-autumn,B,no,91,-1,no,no
Dan Secret,2024/2025-autumn,B,no,91,,no,no
"""


@pytest.fixture
def zone(tmp_path: Path) -> Path:
    (tmp_path / "pupils.csv").write_text(DATA, encoding="utf-8")
    path = tmp_path / "zone.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


def told(counts: tocmodel.TrackerCounts, *measures: str) -> list[int]:
    return [counts.count(*measure.split()) for measure in measures]


def test_pupils_are_counted_by_period_and_group(zone: Path) -> None:
    [found] = tocmodel.track(zone)
    measures = ("pupils", "sign late", "tip flagged", "tip tipped", "supported", "supported-tipped")
    assert [(item.period, *told(item, *measures)) for item in found.periods] == [
        ("2023/2024-summer", 4, 3, 3, 2, 3, 2),
        ("2024/2025-autumn", 3, 0, 0, 0, 0, 0),
    ]
    assert [(item.by["school"], *told(item, *measures)) for item in found.groups[:2]] == [
        ("A", 2, 1, 1, 1, 1, 1),
        ("B", 2, 2, 2, 1, 2, 1),
    ]
    summer = found.periods[0]
    assert told(summer, "both late meeting", "matched late", "wanted meeting", "wanted club") == [
        3,
        3,
        2,
        2,
    ]
    assert found.notes == (
        "no sign 'absent' in 'pastoral': 1 row of 'pupils.csv', in which 'attendance' is empty",
        "no sign 'behind' in 'pastoral': 1 row of 'pupils.csv', in which 'progress' is empty",
    )


def test_back_on_track_is_of_those_of_whom_the_next_period_tells(zone: Path) -> None:
    [found] = tocmodel.track(zone)
    assert [(item.followed, item.back) for item in found.periods] == [(2, 1), (None, None)]


def test_the_rule_gives_what_the_same_rule_gives_in_python() -> None:
    [found] = tocmodel.track(ZONE / "imagined-zone.toc.yaml", trackers=["pastoral"])
    names, lines = rows()
    pupils = [dict(zip(names, line, strict=True)) for line in lines]
    assert [
        (item.period, *told(item, "tip flagged", "tip tipped", "supported-tipped"))
        for item in found.periods
    ] == [
        (term, *by_hand(pupils, term))
        for term in ("2023/2024-autumn", "2023/2024-spring", "2023/2024-summer")
    ]


def by_hand(pupils: Iterable[dict[str, Any]], term: str) -> tuple[int, int, int]:
    flagged = tipped = helped = 0
    for row in (row for row in pupils if row["term"] == term):
        absent = row["attendance"] is not None and row["attendance"] < 90
        some = absent or row["incidents"] >= 3
        flagged += some or row["bereaved"]
        is_tipped = some and row["progress"] < 0
        tipped += is_tipped
        helped += is_tipped and (row["family_meeting"] or row["reading_club"])
    return flagged, tipped, helped


def test_no_pupil_is_in_any_output(zone: Path) -> None:
    outputs = [["-f", "json"], ["-f", "text"]]
    for table, form in product(("funnel", "support", "demand"), ("csv", "html", "svg")):
        outputs.append(["--table", table, "-f", form])
    for options in outputs:
        done = CliRunner().invoke(program, ["tracker", str(zone), *options])
        assert done.exit_code == 0
        assert "Secret" not in done.output, options
    assert "Secret" not in repr(tocmodel.track(zone))


def test_json_is_as_its_schema_says(zone: Path) -> None:
    done = CliRunner().invoke(program, ["tracker", str(zone), "-q", "-f", "json"])
    rows_ = json.loads(done.stdout)
    jsonschema.validate(rows_, load_schema("tracked"))
    assert [(row["period"], row["by"], row["pupils"], row["back_on_track"]) for row in rows_] == [
        ("2023/2024-summer", {}, 4, 1),
        ("2023/2024-summer", {"school": "A"}, 2, 1),
        ("2023/2024-summer", {"school": "B"}, 2, 0),
        ("2024/2025-autumn", {}, 3, None),
        ("2024/2025-autumn", {"school": "A"}, 1, None),
        ("2024/2025-autumn", {"school": "B"}, 2, None),
    ]


MISFITS = [
    ("column: late", "column: lat", "'pupils.csv' has no column 'lat'; did you mean 'late'?"),
    ("[school]", "[pupil]", "'pupil' identifies each pupil, so it cannot be used for groups"),
    ("each: pupil", "each: late", "4 rows of 'pupils.csv' repeat a pupil in one 'term'"),
    ("time: term", "time: late", "column 'late' of 'pupils.csv' has 'no', which is not a period"),
    ("any: [late, absent], how", "any: [lat], how", "no entry 'lat'; did you mean 'late'?"),
    (", below: 0}", "}", "the sign 'behind' does not say what value of 'progress' it is"),
    (
        "column: attendance",
        "column: pupil",
        "column 'pupil' of 'pupils.csv' has text in 7 rows where it needs numbers",
    ),
]
"""A part of the theory, what is written in its place, and what is then said."""


@pytest.mark.parametrize(("old", "new", "message"), MISFITS)
def test_data_that_do_not_fit_are_findings(zone: Path, old: str, new: str, message: str) -> None:
    zone.write_text(THEORY.replace(old, new), encoding="utf-8")
    [found] = tocmodel.track(zone)
    [finding] = found.findings
    assert f"{finding.message}; {finding.help}".startswith(f"tracker 'pastoral': {message}")
    assert found.periods == ()
