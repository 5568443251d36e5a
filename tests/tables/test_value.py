"""The value-creation matrix: the contents of each cell, and the threads across it."""

from typing import Any

import pytest
from example_models import model_file

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange, View
from tocmodel.tables.matrix import Cell, Stop
from tocmodel.tables.value import COLUMNS, value_matrix

BLACKPOOL = load(model_file("blackpool-resilience-revolution"))

CIRCLE: dict[str, Any] = {
    "title": "A circle",
    "spaces": {"circle": {"title": "Circle"}, "team": {"title": "Team"}},
    "value_creation": {
        "idea": {"title": "Idea", "cycle": "potential", "space": "circle", "status": "happened"},
        "tried": {"title": "Tried", "cycle": "applied", "space": "circle", "status": "planned"},
        "calm": {"title": "Calm", "cycle": "realized", "space": "team"},
    },
    "conditions": {
        "time": {"title": "Time", "classified_as": {"value-creation": ["cycle/applied"]}},
        "noise": {"title": "Noise"},
        "rooms": {"title": "Rooms"},
    },
    "assumptions": {"leave": {"title": "Leave to try"}},
    "risks": {
        "tired": {"title": "Tired staff", "mitigation": "shorter days", "threatens": ["tried"]},
        "cold": {"title": "Cold", "classified_as": {"value-creation-2011": "realized"}},
    },
    "indicators": {
        "late": {"title": "Late", "measures": ["calm"]},
        "mornings": {"title": "Mornings"},
        "both": {
            "title": "Both",
            "measures": ["calm"],
            "classified_as": {"value-creation": ["potential"]},
        },
    },
    "links": [
        {"from": "idea", "to": "tried", "assumes": ["leave", {"title": "A quiet hour"}]},
        "rooms -> idea",
    ],
    "stories": {
        "gate": {
            "title": "Gate",
            "space": "circle",
            "steps": [
                {"cycle": "potential", "says": "we met", "status": "happened"},
                {"cycle": "applied", "status": "hoped", "indicator": "mornings"},
            ],
        },
        "yard": {"title": "Yard", "steps": [{"cycle": "realized", "value": "calm"}]},
    },
}


def texts(theory: TheoryOfChange, **settings: Any) -> dict[tuple[str, str], tuple[str, ...]]:
    matrix = value_matrix(theory, **settings)
    return {place: cell.texts for place, cell in matrix.by_place.items()}


def test_everything_is_in_its_cycle() -> None:
    assert texts(TheoryOfChange(**CIRCLE)) == {
        ("potential", "happened"): ("Idea",),
        ("potential", "conditions"): ("Rooms",),
        ("potential", "indicators"): ("Both",),
        ("potential", "stories"): ("Gate: we met",),
        ("applied", "aspirations"): ("Tried",),
        ("applied", "conditions"): ("Time", "Leave to try", "A quiet hour"),
        ("applied", "risks"): ("Tired staff",),
        ("applied", "mitigations"): ("shorter days",),
        ("applied", "indicators"): ("Mornings",),
        ("applied", "stories"): ("Gate",),
        ("realized", "aspirations"): ("Calm",),
        ("realized", "risks"): ("Cold",),
        ("realized", "indicators"): ("Late",),
        ("realized", "stories"): ("Yard",),
    }


def test_what_happened_is_apart_and_an_unstated_status_is_marked() -> None:
    matrix = value_matrix(TheoryOfChange(**CIRCLE))
    assert matrix.by_place["potential", "happened"].marks == ("happened",)
    assert matrix.by_place["applied", "aspirations"].marks == ("planned",)
    assert matrix.by_place["realized", "aspirations"].marks == ("not-said",)
    assert {item.key for item in matrix.legend} == {"happened", "planned", "hoped", "not-said"}


def test_a_story_is_a_thread_that_passes_through_the_indicators_it_cites() -> None:
    matrix = value_matrix(TheoryOfChange(**CIRCLE))
    gate, yard = matrix.threads
    assert gate.stops == (
        Stop(row="potential", column="stories", text="we met", mark="happened"),
        Stop(row="applied", column="stories", text="", mark="hoped"),
        Stop(row="applied", column="indicators", text="Mornings", mark="hoped"),
    )
    assert [stop.mark for stop in yard.stops] == ["not-said"]


def test_one_story_is_one_thread_and_need_not_be_named_in_each_cell() -> None:
    gate = value_matrix(TheoryOfChange(**CIRCLE), story="gate")
    assert gate.by_place["potential", "stories"].texts == ("we met",)
    assert gate.by_place["applied", "stories"].texts == ("Gate",)
    matrix = value_matrix(TheoryOfChange(**CIRCLE), story="yard")
    assert [thread.id for thread in matrix.threads] == ["yard"]
    assert ("potential", "stories") not in matrix.by_place


def test_a_space_shows_its_own_value_and_the_stories_of_it() -> None:
    matrix = value_matrix(TheoryOfChange(**CIRCLE), "team")
    assert (matrix.title, matrix.subtitle) == ("Value creation: Team", "A circle")
    assert [thread.id for thread in matrix.threads] == ["yard"]
    assert [place for place in matrix.by_place if place[1] in ("happened", "aspirations")] == [
        ("realized", "aspirations")
    ]


@pytest.mark.parametrize(("edition", "rows"), [("value-creation", 8), ("value-creation-2011", 5)])
def test_the_rows_are_the_cycles_of_the_edition(edition: str, rows: int) -> None:
    matrix = value_matrix(TheoryOfChange(**CIRCLE), edition=edition)
    assert len(matrix.rows) == rows
    assert matrix.columns == COLUMNS


def test_the_cells_are_those_of_its_rows_and_columns_and_have_a_mark_a_text_or_none() -> None:
    for theory in (BLACKPOOL, TheoryOfChange(**CIRCLE)):
        matrix = value_matrix(theory)
        rows = [row.id for row in matrix.rows]
        columns = [column.id for column in matrix.columns]
        places = [(rows.index(cell.row), columns.index(cell.column)) for cell in matrix.cells]
        assert places == sorted(set(places))
        assert all(len(cell.marks) in (0, len(cell.texts)) for cell in matrix.cells)
        assert all(cell.weight == len(cell.texts) for cell in matrix.cells)
        stops = [stop for thread in matrix.threads for stop in thread.stops]
        assert all((stop.row, stop.column) in matrix.by_place for stop in stops)


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"space": "circel"}, "there is no space 'circel'; did you mean 'circle'?"),
        ({"story": "zzz"}, "there is no story 'zzz'; there are: gate, yard"),
        (
            {"edition": "value_creation"},
            "there is no edition 'value_creation'; did you mean 'value-creation'?",
        ),
    ],
)
def test_what_is_not_there_is_reported_with_what_is(wish: dict[str, str], message: str) -> None:
    with pytest.raises(TocModelError) as caught:
        value_matrix(TheoryOfChange(**CIRCLE), **wish)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_without_any_story_the_message_says_that_there_is_none() -> None:
    with pytest.raises(TocModelError, match="there is no story 'gate'; the file has none"):
        value_matrix(TheoryOfChange(title="T"), story="gate")


def test_an_empty_theory_has_an_empty_matrix() -> None:
    matrix = value_matrix(TheoryOfChange(title="T"))
    assert (matrix.cells, matrix.threads, matrix.legend) == ((), (), ())
    assert len(matrix.rows) == 8


def test_blackpool_tells_of_exclusions_with_a_figure_and_a_story() -> None:
    cell = value_matrix(BLACKPOOL).by_place["realized", "happened"]
    assert cell == Cell(
        row="realized",
        column="happened",
        texts=("Realised: fewer exclusions from school", "Realised: less self-harm"),
        marks=("happened", "happened"),
        weight=2,
    )


def test_a_picture_runs_from_a_space_s_value_through_to_the_outcomes() -> None:
    view = View(id="v", title="V", focus="realised-exclusions")
    diagram = to_diagram(BLACKPOOL, view)
    drawn = {(arrow.from_, arrow.to) for arrow in diagram.arrows}
    assert ("steered-practice", "realised-exclusions") in drawn
    assert ("realised-exclusions", "fewer-exclusions") in drawn
