"""The logframe: a row for each result, and what the theory states about it."""

import pytest

from tocmodel import TheoryOfChange, UnknownIdError
from tocmodel.render.matrix_text import matrix_text
from tocmodel.tables.logframe import logframe

THEORY = {
    "title": "Breakfast",
    "interventions": {"club": {"title": "Breakfast club"}},
    "outputs": {"meals": {"title": "Meals are served"}},
    "mechanisms": {"habit": {"title": "A habit"}},
    "outcomes": {
        "fed": {"title": "Children are fed", "horizon": "short"},
        "learn": {"title": "Children learn", "horizon": "long"},
        "town": {"title": "A good town", "horizon": "impact"},
        "tired": {"title": "Cooks are tired", "valence": "unwanted"},
    },
    "assumptions": {
        "come": {"title": "Children come", "critical": True, "holds": "unknown"},
        "stay": {"title": "The habit stays", "origin": "inferred"},
    },
    "links": [
        {"from": "club", "to": "meals", "assumes": ["come"]},
        {"from": "meals", "to": "fed", "assumes": [{"title": "They eat"}]},
        {"from": "habit", "to": "learn", "assumes": ["stay"]},
        "fed -> learn -> town",
    ],
    "sources": {"book": {"title": "The kitchen book"}},
    "indicators": {
        "plates": {
            "title": "Plates",
            "measures": ["meals"],
            "unit": "plates",
            "baseline": 0,
            "target": {"value": 90, "period": 2026},
            "source": "book",
            "data": "the till",
        }
    },
}


def test_the_highest_level_comes_first_and_the_latest_outcome_before_the_first() -> None:
    rows = logframe(TheoryOfChange(**THEORY)).rows
    assert [(row.part_of, row.title) for row in rows] == [
        ("Goal", "A good town"),
        ("Purpose", "Children learn (long term)"),
        ("Purpose", "Children are fed (short term)"),
        ("Outputs", "Meals are served"),
        ("Activities", "Breakfast club"),
    ]


def test_a_row_has_its_indicators_their_sources_and_what_its_links_assume() -> None:
    matrix = logframe(TheoryOfChange(**THEORY))
    cells = {key: cell.texts for key, cell in matrix.by_place.items()}
    assert cells == {
        ("meals", "indicators"): ("Plates (baseline: 0 plates; target: 90 plates (2026))",),
        ("meals", "verification"): ("The kitchen book", "the till"),
        ("meals", "assumptions"): ("They eat",),
        ("club", "assumptions"): ("Children come (critical, not known whether it holds)",),
    }


def test_no_assumption_is_lost() -> None:
    assert logframe(TheoryOfChange(**THEORY)).note == (
        "Assumed between other parts of the theory: The habit stays (inferred)."
    )


def test_without_an_impact_the_goal_is_what_the_theory_aims_at() -> None:
    outcomes = {"fed": {"title": "Fed"}, "learn": {"title": "Learn", "horizon": "medium"}}
    theory = TheoryOfChange(title="T", outcomes=outcomes, links=["fed -> learn"])
    assert [row.part_of for row in logframe(theory).rows] == ["Goal", "Purpose"]
    assert logframe(TheoryOfChange(title="T")).rows == ()


def test_an_imagined_theory_is_marked() -> None:
    matrix = logframe(TheoryOfChange(title="T", imagined=True))
    assert (matrix.remark, matrix.subtitle) == ("An imagined example", "An imagined example · T")
    assert "An imagined example" in matrix_text(matrix)


def test_titles_are_translated() -> None:
    theory = TheoryOfChange(
        title="Breakfast",
        outcomes={"fed": {"title": "Fed"}},
        translations={"cy": {"theory": {"title": "Brecwast"}, "fed": {"title": "Bwyd"}}},
    )
    matrix = logframe(theory, language="cy")
    assert (matrix.subtitle, matrix.rows[0].title, matrix.language) == ("Brecwast", "Bwyd", "cy")
    with pytest.raises(UnknownIdError, match="no words in 'fr'"):
        logframe(theory, language="fr")
