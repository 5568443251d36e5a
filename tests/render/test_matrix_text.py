"""Tables as plain text: within the width where words allow, and nothing lost."""

from pathlib import Path

import pytest
from example_models import Kept
from hypothesis import given
from hypothesis import strategies as st
from matrices import counted, made_up, marked, told

from tocmodel.render.matrix_text import matrix_text
from tocmodel.tables.cell_text import cell_words
from tocmodel.tables.matrix import Cell, Heading, Matrix

SNAPSHOTS = Path(__file__).parents[1] / "snapshots" / "pictures"
HAND_MADE = {"told": told(), "counted": counted(), "marked": marked()}


@pytest.mark.parametrize("name", HAND_MADE)
def test_a_text_stays_as_it_is(name: str, kept: Kept) -> None:
    kept(SNAPSHOTS / f"matrix-{name}.txt", matrix_text(HAND_MADE[name]).encode())


@given(made_up(), st.integers(40, 160))
def test_every_word_of_every_cell_is_there(matrix: Matrix, width: int) -> None:
    letters = "".join(matrix_text(matrix, width).split())
    for lines in cell_words(matrix).values():
        for words in lines:
            assert all(word in letters for word in words.split() if len(word) <= 9)


@given(made_up())
def test_no_line_of_a_table_is_wider_than_asked(matrix: Matrix) -> None:
    rule = next((line for line in matrix_text(matrix, 100).splitlines() if "---  ---" in line), "")
    assert len(rule) <= 100


def test_a_table_of_many_columns_is_listed_row_by_row() -> None:
    words = matrix_text(marked())
    assert "Beating the odds\n----------------\n* Interventions: Activity number 0" in words
    assert max(map(len, words.splitlines())) <= 100


def test_a_row_without_anything_says_so() -> None:
    assert "Immediate\n---------\n  (nothing here)\n" in matrix_text(_without_first(), 30)


def _without_first() -> Matrix:
    matrix = told()
    return Matrix(
        title=matrix.title,
        rows=matrix.rows,
        columns=matrix.columns,
        cells=matrix.cells[1:],
    )


def test_as_many_columns_as_there_can_be_are_listed_row_by_row() -> None:
    """Each column is at least nine characters and a gap wide: nine columns beside the heading."""

    def table(columns: int) -> str:
        return matrix_text(
            Matrix(
                title="Many",
                rows=(Heading(id="r", title="A row"),),
                columns=tuple(Heading(id=f"c{n}", title=f"C{n}") for n in range(columns)),
                cells=tuple(Cell(row="r", column=f"c{n}", weight=1) for n in range(columns)),
                heat=True,
            )
        )

    assert "---------  ---------" in table(8)
    assert "A row\n-----\n* C0: 1\n" in table(9)
    assert "* C29999: 1\n" in table(30_000)
