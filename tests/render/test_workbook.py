"""Tables and matrices as workbooks: numbers are numbers, texts are texts, nothing is a formula."""

import io

import openpyxl
import pytest

from tocmodel.diagnostics import TocModelError
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.render.workbook import matrix_workbook, table_workbook
from tocmodel.tables.matrix import Cell, Heading, Matrix

pytest.importorskip("xlsxwriter")


def rows(data: bytes) -> list[tuple[object, ...]]:
    """Return the cells of the first sheet."""
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    return list(page.iter_rows(values_only=True))


def test_numbers_are_numbers_and_texts_stay_as_they_are_written() -> None:
    table = Spreadsheet((("id", "value"), ("1.10", "40"), ("010", "=1+1"), ("2019-06", "0.5")))
    assert rows(table_workbook(table)) == [
        ("id", "value"),
        ("1.10", 40),
        ("010", "=1+1"),
        ("2019-06", 0.5),
    ]


def test_a_remark_is_a_column() -> None:
    table = Spreadsheet((("id",), ("a",)), "An imagined example")
    assert rows(table_workbook(table)) == [("An imagined example", "id"), ("yes", "a")]


def test_a_matrix_has_its_title_above_and_its_note_below() -> None:
    heading = Heading(id="a", title="Rents")
    matrix = Matrix(
        title="Signs",
        subtitle="A zone",
        corner="Cause",
        rows=(heading,),
        columns=(heading,),
        cells=(Cell(row="a", column="a", texts=("-",)),),
        note="- less",
    )
    found = rows(matrix_workbook(matrix))
    assert found == [
        ("Signs", None),
        ("A zone", None),
        (None, None),
        ("Cause", "Rents"),
        ("Rents", "-"),
        (None, None),
        ("- less", None),
    ]


def test_the_same_table_gives_the_same_bytes() -> None:
    table = Spreadsheet((("id",), ("a",)))
    assert table_workbook(table) == table_workbook(table)


def test_a_text_too_long_for_excel_is_refused() -> None:
    with pytest.raises(TocModelError, match="too long for a cell of a workbook"):
        table_workbook(Spreadsheet((("id",), ("x" * 32_768,))))
