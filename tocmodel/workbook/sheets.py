"""Read all sheets of a workbook, of Excel (.xlsx) or of LibreOffice (.ods)."""

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from attrs import frozen

from tocmodel.package import Package
from tocmodel.workbook.book import Book
from tocmodel.workbook.cells import SheetCell, read_cells
from tocmodel.workbook.contents import TypedCell, contents
from tocmodel.workbook.limits import LIMITS, Limits, WorkbookError
from tocmodel.workbook.opendocument import CONTENT, read_tables


@frozen(kw_only=True)
class SheetContents:
    """A sheet with the content of its cells.

    Attributes:
        name: its name.
        rows: its rows with content, each the number of the row and its cells from left to right.
    """

    name: str
    rows: tuple[tuple[int, tuple[TypedCell, ...]], ...] = ()


def read_sheets(
    data: bytes, limits: Limits = LIMITS, only: Container[str] | None = None
) -> tuple[SheetContents, ...]:
    """Read the sheets of a workbook, in their order; also the hidden ones.

    The limits hold for all these sheets together. A place in an error has the name of its sheet, as
    in ``Links!B7``.

    Args:
        data: the whole file.
        limits: the limits for reading it.
        only: the names of the sheets to read, in lower case; all sheets if it is left out.

    Raises:
        WorkbookError: the file is not a workbook, is damaged, or exceeds the limits.
    """
    package = Package(data, limits)
    if CONTENT in package:
        tables = read_tables(package)
        return tuple(_sheet(name, cells) for name, cells in tables if _is_wanted(name, only))
    book = Book(package)
    names: list[str] = []
    cells: list[SheetCell] = []
    counts: list[int] = []
    for name, part in book.sheets():
        if not _is_wanted(name, only):
            continue
        found = _in_sheet(name, book, part)
        if len(cells) + len(found) > limits.cells:
            raise WorkbookError(f"the workbook has more than {limits.cells:,} filled cells")
        names.append(name)
        counts.append(len(found))
        cells += found
    every = list(contents(book, cells))
    return tuple(map(_sheet, names, _divided(every, counts)))


def _is_wanted(name: str, only: Container[str] | None) -> bool:
    return only is None or name.strip().lower() in only


def _in_sheet(name: str, book: Book, part: str) -> list[SheetCell]:
    try:
        return read_cells(book.package, part)
    except WorkbookError as error:
        if not error.place:
            raise
        place = f"{name[:31]}!{error.place}"
        raise WorkbookError(str(error), place=place, help_=error.help) from error


def _divided(cells: Sequence[TypedCell], counts: Sequence[int]) -> Iterator[Sequence[TypedCell]]:
    at = 0
    for count in counts:
        yield cells[at : at + count]
        at += count


def _sheet(name: str, cells: Sequence[TypedCell]) -> SheetContents:
    filled = (cell for cell in cells if cell.text or cell.has_formula)
    rows = ((row, tuple(held)) for row, held in groupby(filled, key=lambda cell: cell.row))
    return SheetContents(name=name, rows=tuple(rows))
