"""Read the sheets of an OpenDocument spreadsheet (.ods), within the same limits.

Source: OASIS, Open Document Format for Office Applications 1.3, Part 3: chapter 9 for tables, 6 for
the text of paragraphs, and 19 for the attributes.
"""

import math
from collections.abc import Mapping

from tocmodel.package import Package
from tocmodel.package.markup import Begin, RunningText, attribute, walk
from tocmodel.workbook.cells import cell_name
from tocmodel.workbook.contents import CellKind, TypedCell, number_text
from tocmodel.workbook.limits import Limits, WorkbookError

CONTENT = "content.xml"
"""The part that has all sheets."""

_MANIFEST = "META-INF/manifest.xml"
_TABLE = "/document-content/body/spreadsheet/table"
_ROW = f"{_TABLE}/table-row"
_CELL = f"{_ROW}/table-cell"
_COVERED = f"{_ROW}/covered-table-cell"
_WRAPPERS = frozenset(("table-header-rows", "table-rows", "table-row-group", "span", "a"))
_DAY = len("2019-06-14")

SheetCells = tuple[str, list[TypedCell]]
"""The name of a sheet, and its cells with content by row and column."""


def read_tables(package: Package[Limits]) -> list[SheetCells]:
    """Return the sheets of a spreadsheet, with their cells.

    Raises:
        WorkbookError: the file is damaged, has a password, or exceeds the limits.
    """
    if _MANIFEST in package:
        _refuse_password(package)
    reader = _Reader(package)
    begin: dict[str, Begin] = {
        _TABLE: reader.table,
        _ROW: reader.row,
        _CELL: reader.cell,
        _COVERED: reader.cell,
    }
    end = {_CELL: reader.end_cell, _COVERED: reader.end_cell, _ROW: reader.end_row}
    running = {}
    for cell in (_CELL, _COVERED):
        begin |= {
            f"{cell}/p": reader.paragraph,
            f"{cell}/p/s": reader.spaces,
            f"{cell}/p/tab": lambda _: reader.add("\t"),
            f"{cell}/p/line-break": lambda _: reader.add("\n"),
        }
        running[f"{cell}/p"] = reader.add
    walk(package, CONTENT, "document-content", begin, end, running=RunningText(running, _WRAPPERS))
    return reader.sheets


def _refuse_password(package: Package[Limits]) -> None:
    def refuse(_attributes: Mapping[str, str]) -> None:
        raise WorkbookError("the workbook has a password; save it without one")

    begin = {"/manifest/file-entry/encryption-data": refuse}
    walk(package, _MANIFEST, "manifest", begin, {})


class _Reader:
    """Counts rows and cells, and keeps those with content."""

    def __init__(self, package: Package[Limits]) -> None:
        self.limits = package.limits
        self.sheets: list[SheetCells] = []
        self.count = self.length = 0
        self.row_number = self.rows = self.column = 0
        self.held: list[tuple[int, str, CellKind, bool]] = []
        self.given: Mapping[str, str] = {}
        self.texts: list[str] | None = None
        self.size = 0

    def table(self, attributes: Mapping[str, str]) -> None:
        self.sheets.append((attribute(attributes, "name"), []))
        self.row_number = 0

    def row(self, attributes: Mapping[str, str]) -> None:
        self.rows = _count(attribute(attributes, "number-rows-repeated"))
        self.column, self.held = 0, []

    def cell(self, attributes: Mapping[str, str]) -> None:
        self.given, self.texts, self.size = attributes, None, 0

    def paragraph(self, _attributes: Mapping[str, str]) -> None:
        if self.texts is None:
            self.texts = []
        else:
            self.add("\n")

    def spaces(self, attributes: Mapping[str, str]) -> None:
        wanted = _count(attribute(attributes, "c"))
        self.add(" " * min(wanted, self.limits.cell_text + 1))

    def add(self, text: str) -> None:
        self.size += len(text)
        if self.size > self.limits.cell_text:
            limit = f"{self.limits.cell_text:,}"
            place = self._place(self.row_number + 1, self.column + 1)
            raise WorkbookError(f"the cell has more than {limit} characters", place=place)
        if self.texts is not None:
            self.texts.append(text)

    def end_cell(self, _text: str) -> None:
        text, kind = _value(self.given, "".join(self.texts or ()))
        has_formula = bool(attribute(self.given, "formula"))
        repeated = _count(attribute(self.given, "number-columns-repeated"))
        if text or has_formula:
            last = self.column + repeated
            if last > self.limits.columns:
                raise self._beyond(self.row_number + 1, last)
            cells = range(self.column + 1, last + 1)
            self.held += [(column, text, kind, has_formula) for column in cells]
        self.column += repeated

    def end_row(self, _text: str) -> None:
        first, self.row_number = self.row_number + 1, self.row_number + self.rows
        if not self.held:
            return
        if self.row_number > self.limits.rows:
            raise self._beyond(self.row_number, self.held[0][0])
        self._count_cells()
        cells = self.sheets[-1][1]
        for row in range(first, self.row_number + 1):
            cells += [TypedCell(row, *cell) for cell in self.held]

    def _count_cells(self) -> None:
        limits = self.limits
        self.count += len(self.held) * self.rows
        if self.count > limits.cells:
            raise WorkbookError(f"the workbook has more than {limits.cells:,} filled cells")
        self.length += sum(len(text) for _, text, _, _ in self.held) * self.rows
        if self.length > limits.text:
            raise WorkbookError(f"the workbook has more than {limits.text:,} characters")

    def _beyond(self, row: int, column: int) -> WorkbookError:
        rows, last = self.limits.rows, cell_name(1, self.limits.columns)[:-1]
        return WorkbookError(
            f"the sheet goes on beyond row {rows:,} or column {last}",
            place=self._place(row, column),
            help_="clear that cell, or copy what you wrote into a new workbook",
        )

    def _place(self, row: int, column: int) -> str:
        return f"{self.sheets[-1][0][:31]}!{cell_name(row, column)}"


def _count(text: str) -> int:
    """Return a number of repetitions; 1 without one, as most rows and cells have.

    >>> _count(""), _count("16384"), _count("-1"), _count("9" * 12)
    (1, 16384, 1, 10000000)
    """
    if not (text.isascii() and text.isdigit()):
        return 1
    return max(1, int(text) if len(text) < 8 else 10_000_000)


def _value(given: Mapping[str, str], text: str) -> tuple[str, CellKind]:
    """Return the content of a cell from its attributes and its paragraphs."""
    if given.get("calcext:value-type") == "error":
        return text, CellKind.ERROR
    kind = given.get("office:value-type", "")
    if kind in ("float", "percentage", "currency"):
        return _number(given.get("office:value", ""), text)
    if kind == "boolean":
        return str(given.get("office:boolean-value") == "true"), CellKind.BOOLEAN
    if kind in ("date", "time"):
        return given.get("office:date-value", text)[:_DAY], CellKind.DATE
    return (text or given.get("office:string-value", "")), CellKind.TEXT


def _number(value: str, text: str) -> tuple[str, CellKind]:
    try:
        number = float(value)
    except ValueError:
        return text, CellKind.TEXT
    return (
        (number_text(number), CellKind.NUMBER) if math.isfinite(number) else (text, CellKind.TEXT)
    )
