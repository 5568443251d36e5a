"""Find the tables of a theory on the sheets of a workbook: their sheets, columns and rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen

from tocmodel.conversion.workbook.cells import free_key
from tocmodel.conversion.workbook.columns import (
    KeyPath,
    SheetColumn,
    free_columns,
    scalar_columns,
)
from tocmodel.conversion.workbook.problems import CellPlace, CellProblem
from tocmodel.conversion.workbook.tables import THEORY, before, fields_of, table_keys, table_name
from tocmodel.diagnostics import nearest
from tocmodel.workbook import CellKind, SheetContents, TypedCell

ID_HEADING = "ID of"
"""The words before the name of a sheet in its first cell, by which a renamed sheet is known."""

NAMES = "Names"
"""The hidden sheet with the names that entries had when the workbook was written."""

READ_ME = "Read me"
"""The sheet that explains the others."""

_PLACEHOLDER = SheetColumn(path=(), heading="")


@frozen(kw_only=True)
class GridRow:
    """A row that somebody filled in.

    Attributes:
        number: its number on the sheet.
        id: the content of its hidden first cell.
        cells: its other cells, by path.
    """

    number: int
    id: str = ""
    cells: Mapping[KeyPath, tuple[SheetColumn, TypedCell]] = field(factory=dict)


@frozen(kw_only=True)
class SheetGrid:
    """A table as it is on a sheet.

    Attributes:
        key: what it is, as in ``SheetTable.key``.
        sheet: the name of the sheet.
        columns: its columns, by their numbers.
        rows: its rows.
    """

    key: str
    sheet: str
    columns: Mapping[int, SheetColumn] = field(factory=dict)
    rows: tuple[GridRow, ...] = ()

    def place(self, row: int, column: int) -> CellPlace:
        """Return the name of a cell."""
        return CellPlace(self.sheet, row, column)


@frozen(kw_only=True)
class Grids:
    """All tables of a workbook.

    Attributes:
        grids: the tables, by key.
        written: the id of each entry by its name and section, from when the workbook was written.
        made_from: what the theory was when the workbook was written, as a digest.
        problems: wrong cells.
        lost: what a theory cannot keep.
    """

    grids: Mapping[str, SheetGrid]
    written: Mapping[tuple[str, str], str]
    made_from: str = ""
    problems: tuple[CellProblem, ...] = ()
    lost: tuple[CellProblem, ...] = ()


def is_ours(sheets: Iterable[SheetContents]) -> bool:
    """Return whether a workbook has a sheet as tocmodel writes it."""
    return any(_marked(sheet) for sheet in sheets)


def find_grids(sheets: Iterable[SheetContents]) -> Grids:
    """Return the tables on the sheets of a workbook, with everything that is wrong about them."""
    finder = _Finder()
    for sheet in sheets:
        finder.take(sheet)
    return Grids(
        grids=finder.grids,
        written=finder.written,
        made_from=finder.made_from,
        problems=tuple(finder.problems),
        lost=tuple(finder.lost),
    )


def _marked(sheet: SheetContents) -> str:
    """Return what a sheet is by its first cell; empty if that does not tell."""
    first = sheet.rows[0][1][0] if sheet.rows else None
    if first is None or first.column != 1 or not first.text.startswith(ID_HEADING):
        return ""
    return _BY_NAME.get(_folded(first.text.removeprefix(ID_HEADING)), "")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


_BY_NAME = {
    folded: key for key in table_keys() for folded in (_folded(table_name(key)), _folded(key))
}


class _Finder:
    def __init__(self) -> None:
        self.grids: dict[str, SheetGrid] = {}
        self.written: dict[tuple[str, str], str] = {}
        self.made_from = ""
        self.problems: list[CellProblem] = []
        self.lost: list[CellProblem] = []

    def take(self, sheet: SheetContents) -> None:
        name = _folded(sheet.name)
        key = _marked(sheet) or _BY_NAME.get(name, "")
        if name == _folded(NAMES) and not key:
            self._names(sheet)
        elif key in self.grids:
            other = self.grids[key].sheet
            message = f"this sheet and the sheet '{other}' both have the {_noun(key)}"
            help_ = "put all rows on one of them, and delete the other"
            self.problems.append(
                CellProblem(place=CellPlace(sheet.name, 1, 1), message=message, help=help_)
            )
        elif key:
            make = self._pairs if key == THEORY else self._grid
            self.grids[key] = make(key, sheet)
        elif sheet.rows and name != _folded(READ_ME):
            message = f"the sheet '{sheet.name}' is not part of a theory"
            self.lost.append(CellProblem(place=CellPlace(sheet.name, 1, 1), message=message))

    def _names(self, sheet: SheetContents) -> None:
        for _, cells in sheet.rows[1:]:
            text = {cell.column: cell.text for cell in cells}
            if text.get(2):
                self.written[text[2], text.get(3, "")] = text.get(1, "")
            self.made_from = self.made_from or text.get(4, "")

    def _grid(self, key: str, sheet: SheetContents) -> SheetGrid:
        if not sheet.rows:
            return SheetGrid(key=key, sheet=sheet.name)
        (first, headings), *below = sheet.rows
        grid = SheetGrid(
            key=key, sheet=sheet.name, columns=self._columns(key, sheet, first, headings)
        )
        filled = []
        others: dict[int, int] = {}
        for number, cells in below:
            row = self._row(grid, number, cells)
            if row is not None:
                filled.append(row)
            for cell in cells:
                if cell.column > 1 and cell.column not in grid.columns:
                    others[cell.column] = others.get(cell.column, 0) + 1
        self._without_heading(grid, first, headings, others)
        self._missing(grid, first, filled)
        return SheetGrid(key=key, sheet=sheet.name, columns=grid.columns, rows=tuple(filled))

    def _columns(
        self, key: str, sheet: SheetContents, first: int, headings: Sequence[TypedCell]
    ) -> dict[int, SheetColumn]:
        known = Headings(key)
        found: dict[int, SheetColumn] = {}
        for cell in headings:
            column = known.column(cell.text)
            if column is None:
                continue
            place = CellPlace(sheet.name, first, cell.column)
            if any(one.path == column.path for one in found.values()):
                message = f"the column '{column.heading}' appears again here"
                self.problems.append(
                    CellProblem(place=place, message=message, help="delete one of the two")
                )
            elif column is not _PLACEHOLDER:
                found[cell.column] = column
        return found

    def _without_heading(
        self, grid: SheetGrid, first: int, headings: Sequence[TypedCell], others: Mapping[int, int]
    ) -> None:
        """Report the columns that have content, but are not part of a theory."""
        named = {cell.column: cell.text for cell in headings}
        known = Headings(grid.key)
        for column, count in sorted(others.items()):
            heading = named.get(column, "")
            if known.column(heading) is _PLACEHOLDER:
                continue
            message = (
                f"there is no column '{heading[:80]}'{_meant(heading, known)}"
                if heading
                else "this column has no heading"
            )
            cells = "its cell is" if count == 1 else f"its {count:,} cells are"
            help_ = f"{cells} left out; '{free_example(grid.key)}' keeps a column of your own"
            place = grid.place(first, column)
            help_ = help_ if free_example(grid.key) else f"{cells} left out"
            self.lost.append(CellProblem(place=place, message=message, help=help_))

    def _missing(self, grid: SheetGrid, first: int, rows: Sequence[GridRow]) -> None:
        """Report columns without which no row of a sheet has a meaning."""
        if not rows:
            return
        there = {column.path for column in grid.columns.values()}
        for column in before(grid.key):
            if column.path not in there:
                place = grid.place(first, 1)
                message = f"there is no column '{column.heading}'"
                self.problems.append(CellProblem(place=place, message=message, help=column.hint))

    def _row(self, grid: SheetGrid, number: int, cells: Iterable[TypedCell]) -> GridRow | None:
        id_ = ""
        found: dict[KeyPath, tuple[SheetColumn, TypedCell]] = {}
        for cell in cells:
            column = grid.columns.get(cell.column)
            if cell.column == 1 and column is None:
                id_ = cell.text.strip()
            elif column is not None and self._is_sound(grid, cell):
                found[column.path] = (column, cell)
        return GridRow(number=number, id=id_, cells=found) if found else None

    def _is_sound(self, grid: SheetGrid, cell: TypedCell) -> bool:
        """Report a cell with a formula or an error, and skip one with only spaces."""
        if not (cell.has_formula or cell.kind is CellKind.ERROR):
            return bool(cell.text.strip())
        is_formula = cell.has_formula
        message = "this is a formula" if is_formula else f"this is an error, {cell.text[:40]}"
        help_ = "type the words or the number themselves"
        place = grid.place(cell.row, cell.column)
        self.problems.append(CellProblem(place=place, message=message, help=help_))
        return False

    def _pairs(self, key: str, sheet: SheetContents) -> SheetGrid:
        """Read the sheet about the theory itself: a row for each key, with its value beside it."""
        grid = SheetGrid(key=key, sheet=sheet.name)
        known = Headings(key)
        found: dict[KeyPath, tuple[SheetColumn, TypedCell]] = {}
        heads = sheet.rows[0][1] if sheet.rows else ()
        first = next((cell.column for cell in heads if _folded(cell.text) == "key"), 2)
        for number, cells in sheet.rows[1:]:
            by_column = {cell.column: cell for cell in cells}
            heading, value = by_column.get(first), by_column.get(first + 1)
            if heading is None or value is None or not self._is_sound(grid, value):
                continue
            column = known.column(heading.text)
            if column is None or column is _PLACEHOLDER:
                message = f"there is no key '{heading.text[:80]}'{_meant(heading.text, known)}"
                help_ = f"'{free_example(key)}' keeps a value of your own"
                place = grid.place(number, first)
                self.lost.append(CellProblem(place=place, message=message, help=help_))
            elif column.path in found:
                message = f"the key '{column.heading}' appears again here"
                self.problems.append(CellProblem(place=grid.place(number, first), message=message))
            else:
                found[column.path] = (column, value)
        rows = (GridRow(number=1, cells=found),) if found else ()
        return SheetGrid(key=key, sheet=sheet.name, rows=rows)


class Headings:
    """The columns that a sheet may have, by their headings; a key of the file is one too."""

    def __init__(self, key: str) -> None:
        fields = fields_of(key)
        every = (*before(key), *scalar_columns(fields).values())
        self.known = {
            _folded(words): column
            for column in reversed(every)
            for words in ("/".join(column.path), column.heading)
        }
        self.free = {_folded(column.heading): column for column in free_columns(fields).values()}

    def column(self, heading: str) -> SheetColumn | None:
        """Return the column of a heading; a placeholder for one that holds nothing."""
        words = heading.strip()
        if not words or words.startswith(ID_HEADING) or words.casefold() == "id":
            return _PLACEHOLDER if words else None
        return next(self._found(words), None)

    def _found(self, words: str) -> Iterator[SheetColumn]:
        folded = _folded(words)
        if folded in self.known and folded not in self.free:
            yield self.known[folded]
        for free, column in self.free.items():
            if folded.startswith(f"{free}:"):
                _, _, own = _after(words, free.count(":"))
                yield SheetColumn(
                    path=(*column.path, free_key(own)),
                    heading=words,
                    hint=column.hint,
                    takes=column.takes,
                    depth=column.depth,
                )

    @property
    def words(self) -> list[str]:
        """Return the headings for a suggestion."""
        return sorted({column.heading for column in self.known.values()})


def _after(words: str, colons: int) -> tuple[str, str, str]:
    """Divide a heading at one of its colons.

    >>> _after("Place: Own fields: a: b", 1)
    ('Place: Own fields', ':', 'a: b')
    """
    parts = words.split(":", colons + 1)
    return ":".join(parts[:-1]), ":", parts[-1].strip()


def free_example(key: str) -> str:
    """Return the heading of a column of people's own, if a sheet may have one."""
    found = (
        column.heading
        for column in free_columns(fields_of(key)).values()
        if column.path[-1] == "fields"
    )
    heading = next(found, "")
    return f"{heading}: NAME" if heading else ""


def _meant(heading: str, known: Headings) -> str:
    near = nearest(heading, known.words) if heading else None
    return f"; did you mean '{near}'?" if near else ""


def _noun(key: str) -> str:
    return table_name(key).casefold()
