"""A matrix as CSV, for spreadsheets, with the lines of a cell below one another."""

from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.tables.cell_text import cell_words
from tocmodel.tables.matrix import Matrix


def matrix_csv(matrix: Matrix) -> bytes:
    r"""Return a matrix as CSV in UTF-8, with the byte order mark that Excel needs.

    Headings that several rows or columns share have a separate column or row.

    >>> from tocmodel.tables.matrix import Cell, Heading
    >>> row, column = Heading(id="a", title="Applied"), Heading(id="s", title="Stories")
    >>> cell = Cell(row="a", column="s", texts=("=1+1",))
    >>> matrix_csv(Matrix(
    ...     title="x", corner="Cycle", rows=(row,), columns=(column,), cells=(cell,)
    ... )).decode("utf-8-sig").splitlines()
    ['"Cycle","Stories"', '"Applied","\'=1+1"']
    """
    return csv_bytes(matrix_rows(matrix), matrix.remark)


def matrix_rows(matrix: Matrix) -> list[list[str]]:
    """Return a matrix as rows of text, its headings first."""
    grouped = any(row.part_of for row in matrix.rows)
    before = [""] if grouped else []
    cells = cell_words(matrix)
    table = [[*before, matrix.corner, *(column.title for column in matrix.columns)]]
    if any(column.part_of for column in matrix.columns):
        table.insert(0, [*before, "", *(column.part_of for column in matrix.columns)])
    for row in matrix.rows:
        texts = ["\n".join(cells.get((row.id, column.id), ())) for column in matrix.columns]
        table.append([*([row.part_of] if grouped else []), row.title, *texts])
    return table
