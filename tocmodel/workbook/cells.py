"""Read the cells of a sheet as a stream, and keep those with content."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tocmodel.package import Package, walk
from tocmodel.workbook.limits import Limits, WorkbookError, damaged

_NAME = re.compile("([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile("[0-9]{1,7}", re.ASCII)
_ROW = "/worksheet/sheetData/row"
_CELL = f"{_ROW}/c"


@dataclass(slots=True)  # there are many, and each is filled in tag by tag
class SheetCell:
    """A cell as in the file; rows and columns count from 1.

    Attributes:
        kind: the type of its value: ``s`` (the number of a shared text), ``inlineStr``, ``str``,
            ``n`` (a number), ``b`` (true or false), ``d`` (a date as text) or ``e`` (an error).
        style: the number of its style.
        value: its value as written.
        has_formula: whether the value was computed.
    """

    row: int
    column: int
    kind: str = "n"
    style: int = 0
    value: str = ""
    has_formula: bool = False


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, from numbers that count from 1.

    >>> cell_name(4, 3), cell_name(1, 28), cell_name(1, 702)
    ('C4', 'AB1', 'ZZ1')
    """
    letters = ""
    while column:
        column, left = divmod(column - 1, 26)
        letters = chr(ord("A") + left) + letters
    return f"{letters}{row}"


def read_cells(package: Package[Limits], part: str) -> list[SheetCell]:
    """Return the cells of a sheet with content, by row and column.

    Raises:
        WorkbookError: the sheet is damaged or exceeds the limits.
    """
    reader = _Reader(package)
    begin = {_ROW: reader.row, _CELL: reader.cell, f"{_CELL}/f": reader.formula}
    texts = (f"{_CELL}/v", f"{_CELL}/is/t", f"{_CELL}/is/r/t")
    walk(
        package,
        part,
        "worksheet",
        begin,
        {**dict.fromkeys(texts, reader.value), _CELL: reader.end},
        longest=package.limits.cell_text,
    )
    return [reader.cells[place] for place in sorted(reader.cells)]


class _Reader:
    def __init__(self, package: Package[Limits]) -> None:
        self.limits = package.limits
        self.cells: dict[tuple[int, int], SheetCell] = {}
        self.current = SheetCell(0, 0)
        self.is_numbered = False

    def row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r")
        if number is not None and not _NUMBER.fullmatch(number):
            raise damaged(f"a row has the number '{number[:40]}'")
        self.is_numbered = number is not None
        self.current = SheetCell(int(number) if number else self.current.row + 1, 0)

    def cell(self, attributes: Mapping[str, str]) -> None:
        row, column = self.current.row, self.current.column + 1
        name = attributes.get("r")
        if name is not None:
            found = _NAME.fullmatch(name)
            if not found or (self.is_numbered and int(found[2]) != row):
                raise damaged(f"row {row} has a cell '{name[:40]}'")
            row, column = int(found[2]), _column(found[1])
        style = attributes.get("s", "0")
        if not _NUMBER.fullmatch(style):
            raise damaged(f"cell {cell_name(row, column)} has the style '{style[:40]}'")
        self.current = SheetCell(row, column, attributes.get("t", "n"), int(style))

    def formula(self, _attributes: Mapping[str, str]) -> None:
        self.current.has_formula = True

    def value(self, text: str) -> None:
        self.current.value += text
        if len(self.current.value) > self.limits.cell_text:
            raise too_long(self.current, self.limits.cell_text)

    def end(self, _text: str) -> None:
        cell = self.current
        if not cell.value and not cell.has_formula:
            return
        if not (0 < cell.row <= self.limits.rows and cell.column <= self.limits.columns):
            rows, last = self.limits.rows, cell_name(1, self.limits.columns)[:-1]
            raise WorkbookError(
                f"the sheet goes on beyond row {rows:,} or column {last}",
                place=cell_name(cell.row, cell.column),
                help_="clear that cell, or copy what you wrote into a new workbook",
            )
        if self.cells.setdefault((cell.row, cell.column), cell) is not cell:
            raise damaged(f"cell {cell_name(cell.row, cell.column)} is there twice")
        if len(self.cells) > self.limits.cells:
            raise WorkbookError(f"the sheet has more than {self.limits.cells:,} filled cells")


def too_long(cell: SheetCell, limit: int) -> WorkbookError:
    """Return the error for a cell with more text than Excel allows."""
    place = cell_name(cell.row, cell.column)
    return WorkbookError(f"the cell has more than {limit:,} characters", place=place)


def _column(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
