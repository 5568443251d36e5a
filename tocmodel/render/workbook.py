"""Tables and matrices as Excel workbooks (.xlsx), with cells that are never formulas.

XlsxWriter writes them and comes with the extra ``excel``.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from tocmodel.diagnostics import TocModelError
from tocmodel.extras import extra_library
from tocmodel.render.matrix_csv import matrix_rows
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.syntax.scalars import resolve_as_written
from tocmodel.tables.matrix import Matrix

MOST_LETTERS = 32_767
"""The most characters in a cell of Excel."""

CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""When every workbook is said to have been made, so that the same theory gives the same bytes."""

SETTINGS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
"""How XlsxWriter writes: without temporary files, and texts as texts."""

_LONGEST, _SHORTEST = 60, 12  # widths of columns, in letters
_EXACT = 15  # digits of a number that every spreadsheet keeps


def table_workbook(table: Spreadsheet) -> bytes:
    """Return a table as a workbook with one sheet; a remark on all of it is a column, as in CSV.

    Raises:
        TocModelError: XlsxWriter is not installed, or a text is too long for a cell.
    """
    head, *below = table.rows
    if table.remark:
        head, below = (table.remark, *head), [("yes", *row) for row in below]
    return _workbook("Table", [head, *below], [], heads=1, frozen=0)


def matrix_workbook(matrix: Matrix) -> bytes:
    """Return a matrix as a workbook with one sheet, with its title above and its notes below.

    Raises:
        TocModelError: XlsxWriter is not installed, or a text is too long for a cell.
    """
    rows = matrix_rows(matrix)
    heads = len(rows) - len(matrix.rows)
    is_grouped = any(row.part_of for row in matrix.rows)
    above = [text for text in (matrix.title, matrix.subtitle) if text]
    below = [matrix.note] if matrix.note else []
    return _workbook("Matrix", rows, above, heads=heads, frozen=2 if is_grouped else 1, below=below)


def _workbook(
    name: str,
    rows: Sequence[Sequence[str]],
    above: Sequence[str],
    *,
    heads: int,
    frozen: int,
    below: Sequence[str] = (),
) -> bytes:
    file = io.BytesIO()
    xlsxwriter = extra_library("xlsxwriter", "excel", "Excel files need")
    with xlsxwriter.Workbook(file, SETTINGS) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet(name)
        title = book.add_format({"bold": True, "font_size": 14})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        for number, text in enumerate(above):
            write_cell(sheet, (number, 0), text, title)
        first = len(above) + bool(above)
        for number, row in enumerate(rows):
            for place, text in enumerate(row):
                is_head = number < heads or place < frozen
                write_cell(sheet, (first + number, place), text, bold if is_head else plain)
        for number, text in enumerate(below, first + len(rows) + 1):
            write_cell(sheet, (number, 0), text, book.add_format({"italic": True}))
        widths = [_width(rows[heads:], place) for place in range(max(map(len, rows), default=0))]
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        for number, row in enumerate(rows):
            set_height(sheet, first + number, zip(row, widths, strict=False))
        sheet.freeze_panes(first + heads, frozen)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
    return file.getvalue()


def _width(rows: Sequence[Sequence[str]], place: int) -> int:
    """Return the width of a column by its cells; its heading is wrapped."""
    texts = (row[place] for row in rows if place < len(row))
    widest = max((len(line) for text in texts for line in text.split("\n")), default=0)
    return min(max(widest + 1, _SHORTEST), _LONGEST)


def set_height(sheet: Any, row: int, texts: Iterable[tuple[str, int]]) -> None:
    """Make a row as high as its texts need, with the width of the column of each.

    Excel would do so itself, but LibreOffice does not.
    """
    lines = max(
        (_lines(text, width) for text, width in texts),
        default=1,
    )
    if lines > 1:
        sheet.set_row(row, _LINE * min(lines, _MOST_LINES))


def _lines(text: str, width: int) -> int:
    return sum(1 + len(line) * 10 // (width * 11) for line in text.split("\n"))


_LINE = 15  # points
_MOST_LINES = 20


def write_cell(sheet: Any, place: tuple[int, int], text: str, style: Any) -> None:
    """Write a cell: a number where the text is one in its usual spelling, else text.

    Raises:
        TocModelError: the text is too long.
    """
    number = resolve_as_written(text) if text else None
    is_number = isinstance(number, int | float) and not isinstance(number, bool)
    if is_number and float(f"{number:.{_EXACT}g}") == number:
        sheet.write_number(*place, number, style)
        return
    if len(text) + sum(letter > "\uffff" for letter in text) > MOST_LETTERS:
        raise TocModelError(
            f"a text is too long for a cell of a workbook: Excel keeps {MOST_LETTERS:,} characters"
        )
    if text:
        sheet.write_string(*place, text, style)
