"""Figures and closed sets of words as text, whole."""

from typing import Any

import pytest

from tocmodel.model import (
    Condition,
    Confidence,
    Figure,
    Monitoring,
    Outcome,
    TheoryOfChange,
    ValueCreation,
)
from tocmodel.wording import (
    confidence_words,
    count_words,
    counted,
    figure_words,
    guess_note,
    guess_of,
    imagined_data,
    imagined_words,
    kind_word,
    monitoring_words,
    number_words,
)

FIGURES: list[tuple[dict[str, Any], str, str]] = [
    ({"value": 836}, "", "836"),
    ({"value": 0}, "children", "0 children"),
    ({"value": 836, "of": 1000, "qualifier": "about"}, "children", "about 836 of 1,000 children"),
    (
        {"value": 836, "of": 1000, "of_qualifier": "about"},
        "children",
        "836 of about 1,000 children",
    ),
    ({"value": 44, "of": 44, "of_what": "schools in town"}, "schools", "44 of 44 schools in town"),
    ({"value": 4, "of": 9, "of_what": "schoolsites"}, "schools", "4 schools of 9 schoolsites"),
    (
        {"value": 836, "of": 1000, "of_what": "residents"},
        "children",
        "836 children of 1,000 residents",
    ),
    ({"value": 836, "of_what": "residents"}, "children", "836 children of residents"),
    ({"value": 5, "of": 9}, "", "5 of 9"),
    ({"from_": 5, "to": 10, "of": 40}, "children", "5 to 10 of 40 children"),
    ({"from_": 5}, "children", "from 5 children"),
    ({"to": 5}, "Percent", "up to 5%"),
    ({"value": 79, "of": 1200, "of_what": "pupils"}, "percent", "79% of 1,200 pupils"),
    ({"value": 79}, "per cent", "79%"),
    ({"value": 79}, "%", "79%"),
    ({"value": 25000, "of": 100000}, "GBP", "£25,000 of £100,000"),
    (
        {"value": 5, "of": 9, "of_what": "in all", "of_qualifier": "about"},
        "EUR",
        "€5 of about €9 in all",
    ),
    ({"from_": 1, "to": 2}, "USD", "$1 to $2"),
    ({"redacted": True, "period": "2018"}, "", "withheld (2018)"),
    ({}, "children", "no figure"),
    ({"note": "to be agreed"}, "children", "to be agreed"),
    ({"comment": "safer", "note": "to be agreed", "period": "2018"}, "", "safer (2018)"),
    ({"value": 2000, "basis": "forecast"}, "", "forecast: 2,000"),
    ({"value": 2, "basis": "forecast", "period": "2018"}, "", "forecast: 2 (2018)"),
    (
        {
            "value": 5,
            "spread": {"sd": 2.1},
            "subgroup": "boys",
            "place": "Hull",
            "respondents": 1,
            "comparison": "the year before",
            "period": "2018",
            "note": "never mentioned",
        },
        "days",
        "5 days (SD 2.1, boys, Hull, 1 respondent, compared with the year before, 2018)",
    ),
    ({"value": 5, "respondents": 0, "comparison": "None"}, "", "5 (0 respondents, no comparison)"),
    ({"value": 5, "spread": {"se": 0, "sd": 1000}}, "", "5 (SD 1,000, SE 0)"),
    (
        {"value": 5, "spread": {"ci": (1.2, 1900), "ci_level": 95, "range": (0, 14)}},
        "",
        "5 (95% CI 1.2 to 1,900, range 0 to 14)",
    ),
    ({"value": 5, "spread": {"ci": (1, 9)}}, "", "5 (CI 1 to 9)"),
    ({"statistic": "mean-change", "value": 5.3}, "points", "a mean rise of 5.3 points"),
    ({"statistic": "mean-change", "value": -5}, "GBP", "a mean fall of £5"),
    ({"statistic": "mean-change", "value": 0}, "points", "a mean change of 0 points"),
    ({"statistic": "mean-change", "from_": -4, "to": -1}, "points", "a mean fall of 1 to 4 points"),
    (
        {"statistic": "mean-change", "from_": -4, "to": 1},
        "points",
        "a mean change of -4 to 1 points",
    ),
    ({"statistic": "mean-change", "from_": 1, "to": 4}, "percent", "a mean rise of 1% to 4%"),
    ({"statistic": "mean-change", "from_": -4}, "", "a mean fall of up to 4"),
    ({"statistic": "percent-change", "value": 4}, "children", "a rise of 4%"),
    ({"statistic": "point-change", "value": 4}, "Percent", "a rise of 4 percentage points"),
    ({"statistic": "point-change", "value": -1}, "percent", "a fall of 1 percentage point"),
    ({"statistic": "point-change", "value": 2}, "points", "a rise of 2 points"),
    ({"statistic": "sum", "value": 4, "of": 9}, "visits", "a total of 4 visits among 9"),
    (
        {"statistic": "mean", "value": 4, "of": 9, "of_what": "pupils"},
        "",
        "a mean of 4 among 9 pupils",
    ),
    ({"statistic": "mean", "value": 4, "qualifier": "about"}, "USD", "a mean of about $4"),
    ({"statistic": "median", "value": 4}, "days", "a median of 4 days"),
    ({"statistic": "ratio", "value": 1.5}, "days", "a ratio of 1.5"),
    ({"statistic": "times", "value": 3}, "times the average", "3 times the average"),
    ({"statistic": "times", "value": 3}, "visits", "3 times"),
    ({"statistic": "rank", "value": 3, "of": 326}, "districts", "rank 3 of 326 districts"),
    (
        {"statistic": "rank", "value": 3, "of": 9, "of_what": "towns"},
        "districts",
        "rank 3 of 9 towns",
    ),
    ({"statistic": "rank", "value": 3}, "districts", "rank 3"),
    ({"statistic": "count", "value": 3, "of": 9}, "towns", "3 of 9 towns"),
    ({"statistic": "share", "value": 3}, "percent", "3%"),
]


@pytest.mark.parametrize(("fields", "unit", "expected"), FIGURES)
def test_a_figure_is_said_with_every_doubt_of_its_source(
    fields: dict[str, Any], unit: str, expected: str
) -> None:
    found = Figure(**fields)
    assert (figure_words(found, unit) if unit else figure_words(found)) == expected


@pytest.mark.parametrize(
    ("fields", "signs", "expected"),
    [
        ({"value": 0}, (), "0"),
        ({"value": 1200}, ("£",), "£1,200"),
        ({"from_": 5, "to": 10}, ("", "%"), "5% to 10%"),
        ({"from_": 0}, ("£", "m"), "from £0m"),
        ({"to": 0}, ("£", "m"), "up to £0m"),
        ({}, ("£", "m"), ""),
    ],
)
def test_a_number_is_said_with_its_signs(
    fields: dict[str, Any], signs: tuple[str, ...], expected: str
) -> None:
    assert number_words(Figure(**fields), *signs) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "routinely monitored"),
        (False, "not routinely monitored"),
        (Monitoring(before=False, since="2016"), "routinely monitored since 2016"),
        (Monitoring(before=True), "routinely monitored before the programme"),
        (Monitoring(before=False), "not routinely monitored before the programme"),
        (Monitoring(), ""),
    ],
)
def test_monitoring_is_said_with_when_it_began(
    value: bool | Monitoring | None, expected: str
) -> None:
    assert monitoring_words(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), (0, "0%"), (12.5, "12.5%"), (80, "80%"), (Confidence.VERY_LOW, "very low")],
)
def test_confidence_is_a_word_or_a_percentage(value: Any, expected: str) -> None:
    assert confidence_words(value) == expected


def test_what_is_counted_agrees_with_its_number() -> None:
    assert [counted(number, "error") for number in (0, 1, 2, 1200)] == [
        "0 errors",
        "1 error",
        "2 errors",
        "1,200 errors",
    ]
    assert counted(1, "finding has", "findings have") == "1 finding has"
    assert counted(2, "finding has", "findings have") == "2 findings have"
    assert [count_words(number, "stories") for number in (1, 2)] == ["1 story", "2 stories"]


def test_a_guess_is_marked_as_one() -> None:
    claims = [
        Condition(id="a", title="A", **origin)
        for origin in (
            {},
            {"origin": "stated", "source": "s"},
            {"origin": "inferred"},
            {"origin": "drafted"},
            {"origin": "inferred", "agreed": {"with": ["families"]}},
        )
    ]
    assert [guess_of(claim) for claim in claims] == ["", "", "inferred", "drafted", ""]
    assert [guess_note(claim) for claim in claims[1:4]] == ["", " (inferred)", " (drafted)"]
    assert guess_of("no claim") == guess_note(Outcome(id="a", title="A")) == ""


def test_an_element_is_called_by_its_section_and_value_by_its_status() -> None:
    hoped = ValueCreation(id="a", title="A", cycle="realized", status="hoped")
    assert kind_word(hoped, "value_creation") == "value hoped for"
    assert kind_word(Outcome(id="a", title="A"), "outcomes") == "outcome"


def test_one_imagined_theory_is_enough() -> None:
    real, made_up = (TheoryOfChange(title="A", imagined=imagined) for imagined in (False, True))
    assert imagined_words() == imagined_words(None, real) == ""
    assert imagined_words(None, real, made_up) == "An imagined example"
    assert imagined_data(real) == imagined_data(None) == {}
    assert imagined_data(made_up, None) == {"imagined": "An imagined example"}
