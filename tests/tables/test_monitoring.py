"""The rows of the monitoring framework: one for each indicator of each outcome, in words too."""

import pytest

from tocmodel.analysis.progress import progress_of
from tocmodel.diagnostics import UnknownIdError
from tocmodel.model import Figure, TheoryOfChange
from tocmodel.tables.monitoring import (
    MONITORING_HEADINGS,
    MonitoringRow,
    monitoring_headings,
    monitoring_rows,
)

THEORY = TheoryOfChange(
    title="Breakfast",
    sources={"survey": {"title": "A survey"}, "count": {"title": "A count"}},
    partners={"school": {"title": "The school"}},
    interventions={"club": {"title": "Breakfast club"}},
    outcomes={"calm": {"title": "Calm mornings"}, "fed": {"title": "Children are fed"}},
    indicators={
        "meals": {
            "title": "Breakfasts eaten",
            "measures": ["club", "fed"],
            "unit": "meals",
            "owner": "school",
            "every": "term",
            "next_due": "2025-07",
            "method": "a count at the till",
            "data": "till.csv",
            "source": "count",
            "baseline": 0,
            "target": {"value": 90, "source": "survey"},
            "observations": [{"value": 40, "period": 2023}, {"value": 60, "period": 2024}],
        },
        "noise": {
            "title": "Noise",
            "routinely_monitored": False,
            "target": {"note": "to be agreed"},
        },
    },
    translations={"cy": {"fed": {"title": "Mae plant yn cael brecwast"}}},
)


def test_rows_are_outcomes_first_then_other_elements_then_what_measures_nothing() -> None:
    rows = monitoring_rows(THEORY)
    assert [(row.outcome, row.indicator) for row in rows] == [
        ("fed", "meals"),
        ("club", "meals"),
        ("", "noise"),
    ]


def test_a_row_has_every_value() -> None:
    row = monitoring_rows(THEORY)[0]
    assert row.latest is not None
    assert row == MonitoringRow(
        outcome="fed",
        indicator="meals",
        unit="meals",
        method="a count at the till",
        sources=("count", "survey"),
        owner="school",
        every="term",
        next_due="2025-07",
        baselines=(Figure(value=0),),
        targets=(Figure(value=90, source="survey"),),
        latest=row.latest,
        progress=row.progress,
    )
    assert row.progress == progress_of(THEORY, THEORY.indicators["meals"])[0]
    assert row.latest.figure == Figure(value=60, period="2024")


def test_a_row_has_every_value_in_words() -> None:
    assert dict(monitoring_rows(THEORY)[0].words) == {
        "outcome": "Children are fed",
        "indicator": "Breakfasts eaten",
        "unit": "meals",
        "method": "a count at the till; till.csv",
        "source": "A count; A survey",
        "owner": "The school",
        "every": "every term",
        "next_due": "2025-07",
        "baseline": "0 meals",
        "targets": "90 meals",
        "latest": "60 meals (2024), the latest of 2 figures",
        "status": "unclear",
    }


def test_what_is_measured_says_its_kind_unless_it_is_an_outcome() -> None:
    assert monitoring_rows(THEORY)[1].words["outcome"] == "Breakfast club (intervention)"


def test_nothing_is_filled_in_that_the_theory_does_not_state() -> None:
    words = monitoring_rows(THEORY)[2].words
    assert {key: text for key, text in words.items() if text} == {
        "indicator": "Noise",
        "every": "not routinely monitored",
        "targets": "to be agreed",
        "status": "no data yet",
    }


def test_an_outcome_without_an_indicator_has_a_row_if_gaps_are_wanted() -> None:
    calm = monitoring_rows(THEORY, gaps=True)[0]
    assert calm == MonitoringRow(outcome="calm")
    assert (calm.words["outcome"], calm.words["indicator"]) == ("Calm mornings", "no indicator yet")


def test_titles_are_in_the_language_asked_for() -> None:
    assert (
        monitoring_rows(THEORY, language="cy")[0].words["outcome"] == "Mae plant yn cael brecwast"
    )
    with pytest.raises(UnknownIdError, match="no words in 'fr'"):
        monitoring_rows(THEORY, language="fr")


def test_only_columns_with_words_have_a_heading() -> None:
    rows = monitoring_rows(THEORY)
    assert monitoring_headings(rows) == MONITORING_HEADINGS
    assert list(monitoring_headings(rows[2:])) == ["indicator", "every", "targets", "status"]
    assert monitoring_headings([]) == {}
