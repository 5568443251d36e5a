"""Tables for spreadsheets: every word arrives, and none of them is a formula."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from matrices import counted, made_up, told

from tocmodel.characters import one_line
from tocmodel.render.matrix_csv import matrix_csv
from tocmodel.render.spreadsheet import csv_bytes, without_formula
from tocmodel.tables.cell_text import cell_words
from tocmodel.tables.matrix import Matrix

ANY = st.text(st.characters(codec="utf-8"))


def read(data: bytes) -> list[list[str]]:
    """The rows of a file, as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_has_a_row_for_each_of_its_own() -> None:
    assert read(matrix_csv(told()))[:3] == [
        ["Cycle", "Aspirations", "Indicators", "Stories"],
        [
            "Immediate",
            "People enjoy the hour [happened]\nThey come back [planned]",
            "",
            "she comes again [hoped for] (A4)",
        ],
        [
            "Potential",
            "",
            "",
            "Anna: she heard of a list [happened] (A1)\nBen: he met the librarian [happened] (B1)",
        ],
    ]


def test_shared_headings_have_a_row_and_a_column_of_their_own() -> None:
    assert read(matrix_csv(counted())) == [
        ["", "", "", "By section", "By section"],
        ["", "Category", "All", "Interventions", "Outcomes"],
        ["Basics", "Enough sleep", "9", "4", "5"],
        ["Basics", "Being safe", "gap", "", ""],
        ["Belonging", "Make friends and mix with others", "1", "1", ""],
    ]


@given(made_up())
def test_every_word_comes_back(matrix: Matrix) -> None:
    *_, last = range(len(matrix.rows))
    rows = read(matrix_csv(matrix))[-(last + 1) :]
    said = cell_words(matrix)
    for row, found in zip(matrix.rows, rows, strict=True):
        wanted = ["\n".join(said.get((row.id, c.id), ())) for c in matrix.columns]
        assert found[-len(wanted) :] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+44 20",
        "-2+3",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "＝1",
        "|cmd",
        "%0A",
        "- 3",
        "=\n=",
        "\r=1",
    ],
)
def test_what_a_spreadsheet_takes_for_a_formula_is_marked_as_text(text: str) -> None:
    assert without_formula(text).startswith("'")


@pytest.mark.parametrize(
    "text", ["", "12", "-3", "+", "-", "+4.5", "Families", "a = b", "£5", "50%"]
)
def test_other_words_and_numbers_stay_as_they_are(text: str) -> None:
    assert without_formula(text) == text


@given(st.lists(st.lists(ANY, min_size=2, max_size=2), min_size=1))
@example([["\n%", "a;=1"]])
def test_no_cell_is_a_formula_and_none_is_lost(rows: list[list[str]]) -> None:
    found = read(csv_bytes(rows))
    assert len(found) == len(rows)
    for cell, words in (
        (c, w)
        for one, other in zip(found, rows, strict=True)
        for c, w in zip(one, other, strict=True)
    ):
        number = cell in ("+", "-") or cell.lstrip("+-").replace(".", "").isdigit()
        assert number or not cell.lstrip().startswith(("=", "+", "-", "@", "|", "%"))
        plain = "\n".join(one_line(line) for line in words.split("\n"))
        pieces = zip(re.split("[\n;]", cell), re.split("[\n;]", plain), strict=True)
        assert all(piece in {part, f"'{part}"} for piece, part in pieces)
