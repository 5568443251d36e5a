"""Surveys with a row for each person become stories and figures, or problems with their places."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.conversion.survey import SurveyResult, read_map, read_survey
from tocmodel.conversion.survey.dates import read_date
from tocmodel.diagnostics import ModelFileError
from tocmodel.fileformat.dumping import plain_data
from tocmodel.model import TheoryOfChange

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("surveys.yaml").read_text(encoding="utf-8")
)
SEEN = [{"value": 50, "of": 2, "period": 2026}]
THEORY = TheoryOfChange(
    title="T",
    partners={"families": {"title": "Families"}, "schools": {"title": "The schools"}},
    spaces={"circle": {"title": "Circle"}},
    indicators={
        "cards": {"title": "Cards", "unit": "percent"},
        "books": {"title": "Books", "unit": "families"},
        "hours": {"title": "Hours", "unit": "hours"},
        "most": {"title": "Most", "unit": "hours"},
        "known": {"title": "Known", "unit": "percent", "observations": SEEN},
        "other": {
            "title": "Other",
            "unit": "percent",
            "observations": [{"value": 10, "of": 2, "period": 2026}],
        },
    },
    stories={"before": {"title": "We met before"}},
)


def read(case: dict[str, Any], data: bytes | None = None, name: str = "survey.csv") -> SurveyResult:
    asked = read_map(yaml.safe_dump(case["map"], sort_keys=False).encode(), "map.yaml")
    return read_survey(data or case["survey"].encode(), name, asked, THEORY)


@pytest.mark.parametrize("name", CASES)
def test_a_survey_becomes_stories_and_figures_or_problems(name: str) -> None:
    case = CASES[name]
    if "refused" in case:
        with pytest.raises(ModelFileError) as raised:
            read(case)
        assert str(raised.value) == case["refused"]
        return
    found = read(case)
    problems = [str(problem).partition("\n")[0] for problem in found.problems]
    assert sorted(problems) == sorted(case.get("problems", []))
    assert [item.indicator for item in found.repeated] == case.get("repeated", [])
    if problems:
        return
    assert [
        [one.title, one.teller, one.date, [[s.cycle, s.says, s.status] for s in one.steps]]
        for one in found.stories.values()
    ] == case["stories"]
    assert [[item.indicator, plain_data(item.figure)] for item in found.figures] == case["figures"]
    assert found.theory.indicators["cards"].observations[0] == found.figures[0].figure
    assert list(found.unread) == case.get("unread", ["start", "_id"])
    assert list(found.personal) == case.get("personal", [])


def test_a_workbook_with_real_dates_is_read_by_the_cell() -> None:
    book = openpyxl.Workbook()
    book.active.append(["When", "What"])
    book.active.append([45385.5, "we met"])
    book.active["A2"].number_format = "m/d/yy h:mm:ss"
    book.create_sheet("Notes").append(["Nothing"])
    file = io.BytesIO()
    book.save(file)
    asked = {"date": "When", "steps": [{"cycle": "applied", "says": "What"}]}
    found = read({"map": {"tocmodel_survey": 1, "stories": asked}}, file.getvalue(), "s.xlsx")
    assert [story.date for story in found.stories.values()] == ["2024-04-03"]
    asked["teller"] = {"column": "What", "codes": {"1": "families"}}
    found = read({"map": {"tocmodel_survey": 1, "stories": asked}}, file.getvalue(), "s.xlsx")
    assert found.problems[0].place == "Sheet!B2"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tocmodel_survey: 1\nstory: {}\n", "no key 'story' in a survey map; did you mean"),
        ("tocmodel_survey: 1\ndates: uk\n", "'dates' is 'uk', which is not one of day-first"),
        ("tocmodel_survey: 1\nindicators: {a: {column: B}}\n", "figure 'a' has no 'period'"),
        ("title: T\n", "the file has no 'tocmodel_survey'"),
        ("a: [", "map.yaml:1:5"),
    ],
)
def test_a_mistake_in_a_map_has_its_place(text: str, message: str) -> None:
    with pytest.raises(ModelFileError) as raised:
        read_map(text.encode(), "map.yaml")
    assert message in str(raised.value)
    assert all(
        finding.span and finding.span.path == "map.yaml" for finding in raised.value.findings
    )


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["day-first", "month-first"]))
def test_a_date_is_read_as_the_map_states_or_not_at_all(day: Any, dates: str) -> None:
    written = f"{day:%d/%m/%Y}" if dates == "day-first" else f"{day:%m/%d/%Y}"
    assert read_date(f"{written} 10:02:11", dates).date == day.isoformat()
    other = "month-first" if dates == "day-first" else "day-first"
    assert read_date(written, other).date in ("", f"{day.year:04}-{day.day:02}-{day.month:02}")
