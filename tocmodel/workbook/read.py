"""Read one sheet of a workbook: the text of its cells, as a person would type it."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from tocmodel.package import Package
from tocmodel.workbook.book import Book
from tocmodel.workbook.cells import cell_name, read_cells
from tocmodel.workbook.contents import TypedCell, contents
from tocmodel.workbook.limits import LIMITS, Limits


@frozen(kw_only=True)
class Worksheet:
    """A sheet of a workbook.

    Attributes:
        name: its name.
        rows: the text of its cells, from the first row and column; a row ends with its last
            non-empty cell.
        formulas: the places of the cells with a formula, such as ``C4``; their text is the saved
            result.
    """

    name: str
    rows: tuple[tuple[str, ...], ...] = ()
    formulas: tuple[str, ...] = ()


def read_sheet(data: bytes, prefer: str = "", limits: Limits = LIMITS) -> Worksheet:
    """Read one sheet of a workbook.

    Args:
        data: the whole file.
        prefer: the name of the sheet; without a sheet of that name, the first visible one is
            read.
        limits: the limits for reading it.

    Raises:
        WorkbookError: the file is not a workbook, is damaged, or exceeds the limits.
    """
    book = Book(Package(data, limits))
    name, part = book.sheet(prefer)
    cells = tuple(contents(book, read_cells(book.package, part)))
    return Worksheet(
        name=name,
        rows=tuple(_rows(cells)),
        formulas=tuple(cell_name(cell.row, cell.column) for cell in cells if cell.has_formula),
    )


def _rows(cells: Sequence[TypedCell]) -> Iterator[tuple[str, ...]]:
    """Put the texts of cells into rows, with empty rows and cells where there are gaps."""
    last = 0
    for number, held in groupby(cells, key=lambda cell: cell.row):
        row: list[str] = []
        for cell in held:
            row += [""] * (cell.column - 1 - len(row))
            row.append(cell.text)
        yield from [()] * (number - 1 - last)
        yield tuple(row)
        last = number
