"""A matrix as CSV, for spreadsheets: one row a row, and lines of a cell below one another."""

from tocmodel.diagram.matrix import Matrix
from tocmodel.diagram.matrix_words import cell_words
from tocmodel.render.spreadsheet import csv_bytes


def matrix_csv(matrix: Matrix) -> bytes:
    r"""Return a matrix as CSV in UTF-8, with the mark by which Excel knows it.

    Headings that several rows or columns share stand in a column or a row of their own.

    >>> from tocmodel.diagram.matrix import Cell, Heading
    >>> row, column = Heading(id="a", title="Applied"), Heading(id="s", title="Stories")
    >>> cell = Cell(row="a", column="s", texts=("=1+1",))
    >>> matrix_csv(Matrix(
    ...     title="x", corner="Cycle", rows=(row,), columns=(column,), cells=(cell,)
    ... )).decode("utf-8-sig").splitlines()
    ['Cycle,Stories', "Applied,'=1+1"]
    """
    return csv_bytes(_table(matrix), matrix.imagined)


def _table(matrix: Matrix) -> list[list[str]]:
    grouped = any(row.part_of for row in matrix.rows)
    before = [""] if grouped else []
    cells = cell_words(matrix)
    table = [[*before, matrix.corner, *(column.title for column in matrix.columns)]]
    if any(column.part_of for column in matrix.columns):
        table.insert(0, [*before, "", *(column.part_of for column in matrix.columns)])
    for row in matrix.rows:
        said = ["\n".join(cells.get((row.id, column.id), ())) for column in matrix.columns]
        table.append([*([row.part_of] if grouped else []), row.title, *said])
    return table
