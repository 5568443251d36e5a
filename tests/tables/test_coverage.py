"""Coverage as a table: which rows, columns and cells; and the heat map with its gaps."""

from tocmodel.analysis.coverage import coverage
from tocmodel.model import TheoryOfChange
from tocmodel.tables.coverage import to_matrix
from tocmodel.tables.matrix import Cell, Heading, MatrixLegend

THEORY = TheoryOfChange(
    title="Breakfast",
    partners={"cook": {"title": "The cook"}},
    interventions={
        "club": {
            "title": "Breakfast club",
            "odds": "beat",
            "classified_as": {"resilience": ["basics/healthy-diet", "accepting"]},
        },
    },
    outcomes={"fed": {"title": "Fed", "classified_as": {"resilience": ["change-the-odds"]}}},
)


def test_rows_are_categories_and_columns_their_elements() -> None:
    matrix = to_matrix(coverage(THEORY, "resilience", "odds"))
    assert [row.title for row in matrix.rows] == ["Beating the odds", "Changing the odds"]
    assert matrix.columns == (
        Heading(id="club", title="Breakfast club", part_of="Interventions"),
        Heading(id="fed", title="Fed", part_of="Outcomes"),
    )
    assert matrix.cells == (
        Cell(
            row="beat-the-odds",
            column="club",
            texts=("by field",),
            marks=("by field",),
            weight=1,
        ),
        Cell(
            row="change-the-odds",
            column="fed",
            texts=("classified",),
            marks=("classified",),
            weight=1,
        ),
    )
    assert matrix.legend == (
        MatrixLegend(key="classified", text="classified so"),
        MatrixLegend(key="by field", text="a field of it says the same"),
    )
    assert (matrix.title, matrix.subtitle) == ("The Resilience Framework", "Breakfast")
    assert (matrix.corner, matrix.heat) == ("The odds", False)


def test_what_is_in_a_part_is_marked_at_the_whole() -> None:
    matrix = to_matrix(coverage(THEORY, "resilience", "compartment"))
    assert {(cell.row, cell.texts) for cell in matrix.cells} == {
        ("basics", ("by a part",)),
        ("healthy-diet", ("classified",)),
    }
    headings = {row.id: row.part_of for row in matrix.rows}
    assert headings["basics"] == "Basics"
    assert headings["healthy-diet"] == "Basics"


def test_of_several_dimensions_each_row_says_its_own() -> None:
    headings = {row.id: row.part_of for row in to_matrix(coverage(THEORY, "resilience")).rows}
    assert headings["beat-the-odds"] == "The odds"
    assert headings["healthy-diet"] == "Basics"
    assert headings["accepting"] == "Noble truth"


def test_the_source_of_the_framework_is_below_the_table() -> None:
    note = to_matrix(coverage(THEORY, "resilience")).note
    assert note.startswith("Source: Hart, A. and Blincow, D. with Thomas, H. (2007) Resilient")


def test_a_heat_map_counts_in_all_and_by_section() -> None:
    matrix = to_matrix(coverage(THEORY, "resilience", "odds"), heat=True)
    assert [column.title for column in matrix.columns] == ["All", "Interventions", "Outcomes"]
    assert [(cell.row, cell.column, cell.weight, cell.texts) for cell in matrix.cells] == [
        ("beat-the-odds", "all", 1, ("1",)),
        ("beat-the-odds", "interventions", 1, ("1",)),
        ("change-the-odds", "all", 1, ("1",)),
        ("change-the-odds", "outcomes", 1, ("1",)),
    ]
    assert matrix.heat


def test_a_gap_is_named_once() -> None:
    matrix = to_matrix(coverage(THEORY, "resilience", "noble-truth"), heat=True)
    assert [(cell.row, cell.column) for cell in matrix.cells if not cell.weight] == [
        ("conserving", "all"),
        ("commitment", "all"),
        ("enlisting", "all"),
    ]


def test_the_description_counts_and_names_the_gaps() -> None:
    only_beat = TheoryOfChange(
        title="Breakfast", interventions={"club": {"title": "Club", "odds": "beat"}}
    )
    matrix = to_matrix(coverage(only_beat, "resilience", "odds"))
    assert matrix.description == (
        "Of the framework 'The Resilience Framework', 1 of 2 categories has something in it. "
        "Empty: Changing the odds."
    )
