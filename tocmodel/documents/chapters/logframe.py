"""The logframe: results by level, with indicators, means of verification and assumptions."""

from tocmodel.documents.blocks import (
    Block,
    TableCell,
    TableColumn,
    TextTable,
    bold,
    paragraph,
    runs,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.tables.logframe import logframe
from tocmodel.tables.matrix import Heading, Matrix


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the logframe as a table with a row for each result."""
    matrix = logframe(subject.theory, language=subject.words.language)
    if not matrix.rows:
        return ()
    return (table_of(matrix), *([paragraph(matrix.note, style="small")] if matrix.note else []))


def table_of(matrix: Matrix) -> TextTable:
    """Return a matrix as a table; the group of each row is above its title."""
    return TextTable(
        matrix.title,
        (TableColumn(matrix.corner, 1.3), *(TableColumn(item.title) for item in matrix.columns)),
        tuple(
            (
                _heading(row),
                *(_cell(matrix, row.id, column.id) for column in matrix.columns),
            )
            for row in matrix.rows
        ),
    )


def _heading(row: Heading) -> TableCell:
    return (*([runs(bold(row.part_of))] if row.part_of else []), runs(row.title))


def _cell(matrix: Matrix, row: str, column: str) -> TableCell:
    cell = matrix.by_place.get((row, column))
    return tuple(map(runs, cell.texts)) if cell else ()
