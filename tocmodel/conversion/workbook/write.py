"""Write the tables of a theory as an Excel workbook that a colleague can fill in.

XlsxWriter writes it and comes with the extra ``excel``. Cells are never formulas. Texts are in
cells of the format *text*, so that Excel leaves ``1.10`` and ``2019-06`` as they are typed.
"""

import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from tocmodel.conversion.workbook.cells import CellContent
from tocmodel.conversion.workbook.columns import SheetColumn, Takes
from tocmodel.conversion.workbook.grids import ID_HEADING, NAMES, READ_ME
from tocmodel.conversion.workbook.guidance import READ_ME_LINES
from tocmodel.conversion.workbook.names import TitleNames
from tocmodel.conversion.workbook.problems import CellPlace
from tocmodel.conversion.workbook.tables import (
    OF,
    THEORY,
    WHAT,
    SheetTable,
    fields_of,
    theory_tables,
)
from tocmodel.diagnostics import TocModelError
from tocmodel.extras import extra_library
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import SECTIONS
from tocmodel.render.workbook import CREATED, MOST_LETTERS, SETTINGS, set_height
from tocmodel.wording.theories import remark_words
from tocmodel.workbook.cells import cell_name

_ROOM = 200  # empty rows with drop-downs below those in use
_LONGEST_LIST = 255  # characters of a list of words in a drop-down
_TITLE, _MESSAGE = 32, 255  # characters of a hint in Excel
_WIDE = frozenset(
    ("description", "because", "notes", "summary", "quote", "says", "note", "reasoning", "resource")
)


def theory_workbook(theory: TheoryLike) -> bytes:
    """Return a theory as a workbook (.xlsx), from which all of it can be read again.

    Raises:
        TocModelError: XlsxWriter is not installed, or a text is too long for a cell.
    """
    theory = as_theory(theory)
    data = to_data(theory)
    names = TitleNames(data, {})
    file = io.BytesIO()
    xlsxwriter = extra_library("xlsxwriter", "excel", "Excel files need")
    with xlsxwriter.Workbook(file, SETTINGS) as book:
        book.set_properties({"title": theory.title[:255], "created": CREATED})
        writer = _Writer(book, names)
        writer.read_me(theory.title, remark_words(theory))
        for table in theory_tables(data, names):
            writer.table(table)
        writer.names(digest(data))
    return file.getvalue()


def digest(data: Mapping[str, Any]) -> str:
    """Return a short text that differs for theories that differ, from their plain data."""
    text = json.dumps(data, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class _Writer:
    """Writes one sheet after another into a workbook."""

    def __init__(self, book: Any, names: TitleNames) -> None:
        self.book = book
        self.of_names = names
        self.lists: dict[tuple[str, ...], str] = {}
        self.head = book.add_format(
            {"bold": True, "bottom": 1, "bg_color": "#DCE6F1", "text_wrap": True, "valign": "top"}
        )
        self.needed = book.add_format(
            {"bold": True, "bottom": 1, "bg_color": "#B8CCE4", "text_wrap": True, "valign": "top"}
        )
        self.text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        self.number = book.add_format({"valign": "top"})
        self.plain = book.add_format({"text_wrap": True, "valign": "top"})
        self.title = book.add_format({"bold": True, "font_size": 16})

    def read_me(self, title: str, imagined: str) -> None:
        """Write the sheet that explains the others."""
        sheet = self.book.add_worksheet(READ_ME)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 100, self.plain)
        sheet.write_string(0, 0, title, self.title)
        lines = [*([imagined] if imagined else []), *READ_ME_LINES]
        for row, line in enumerate(lines, 2):
            is_heading = line.startswith("# ")
            format_ = self.head if is_heading else self.plain
            sheet.write_string(row, 0, line.removeprefix("# "), format_)
            set_height(sheet, row, [(line, 100)])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.activate()

    def table(self, table: SheetTable) -> None:
        """Write a table as a sheet."""
        sheet = self.book.add_worksheet(table.name)
        sheet.write_string(0, 0, f"{ID_HEADING} {table.name.casefold()}", self.head)
        sheet.set_column(0, 0, 12, self.text, {"hidden": True})
        if table.key == THEORY:
            self._pairs(sheet, table)
        else:
            self._rows(sheet, table)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _rows(self, sheet: Any, table: SheetTable) -> None:
        for place, column in enumerate(table.columns, 1):
            hidden = {"level": 1, "hidden": True} if place > table.first else {}
            sheet.set_column(place, place, _width(column), self._format(column), hidden)
            format_ = self.needed if column.is_needed else self.head
            sheet.write_string(0, place, column.heading, format_)
            last = max(len(table.rows) + _ROOM, 1)
            self._offer(sheet, (1, place, last, place), column, table)
        if table.first < len(table.columns):
            after = len(table.columns) + 1
            sheet.set_column(after, after, 4, None, {"collapsed": True})
        for number, row in enumerate(table.rows, 1):
            sheet.write_string(number, 0, row.id, self.text)
            for place, column in enumerate(table.columns, 1):
                value = row.cells.get(column.path)
                if value is not None:
                    self._cell(sheet, table.name, (number, place), value, column)
            texts = ((str(row.cells.get(one.path, "")), _width(one)) for one in table.columns)
            set_height(sheet, number, texts)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 1, max(len(table.rows), 1), table.first)

    def _pairs(self, sheet: Any, table: SheetTable) -> None:
        """Write the sheet about the theory itself: a row for each key, with a hint."""
        sheet.set_column(1, 1, 28, self.plain)
        sheet.set_column(2, 2, 70, self.text)
        sheet.set_column(3, 3, 60, self.plain)
        for place, words in enumerate(("Key", "Value", "What it is"), 1):
            sheet.write_string(0, place, words, self.head)
        cells = table.rows[0].cells if table.rows else {}
        for number, column in enumerate(table.columns, 1):
            sheet.write_string(number, 1, column.heading, self.plain)
            sheet.write_string(number, 3, column.hint, self.plain)
            value = cells.get(column.path)
            if value is not None:
                self._cell(sheet, table.name, (number, 2), value, column)
            else:
                sheet.write_blank(number, 2, None, self._format(column))
            self._offer(sheet, (number, 2, number, 2), column, table)
            set_height(sheet, number, [(str(value or ""), 70), (column.hint, 60)])
        sheet.freeze_panes(1, 2)

    def _cell(
        self,
        sheet: Any,
        name: str,
        place: tuple[int, int],
        value: CellContent,
        column: SheetColumn,
    ) -> None:
        if not isinstance(value, str):
            sheet.write_number(*place, value, self._format(column, number=True))
            return
        if _length(value) > MOST_LETTERS:
            where = CellPlace(name, place[0] + 1, place[1] + 1)
            raise TocModelError(
                f"'{column.heading}' is too long for a cell of a workbook ({where}): Excel keeps "
                f"{MOST_LETTERS:,} characters"
            )
        sheet.write_string(*place, value, self._format(column))

    def _format(self, column: SheetColumn, *, number: bool = False) -> Any:
        is_number = column.takes is Takes.NUMBER and not column.depth
        return self.number if number or is_number else self.text

    def _offer(
        self, sheet: Any, area: tuple[int, int, int, int], column: SheetColumn, table: SheetTable
    ) -> None:
        """Give cells a hint, and a drop-down where there are words or names to choose from."""
        rule: dict[str, Any] = {
            "validate": "any",
            "input_title": _cut(column.heading, _TITLE),
            "input_message": _cut(_hint(column), _MESSAGE),
        }
        source = self._source(column, table)
        if source:
            rule |= {
                "validate": "list",
                "source": source,
                "show_error": not column.depth and column.reference is None,
                "error_type": "warning",
                "error_title": "Not in the list",
                "error_message": "This is not one of the choices. Keep it anyway?",
            }
        sheet.data_validation(*area, rule)

    def _source(self, column: SheetColumn, table: SheetTable) -> Any:
        words = ["yes", "no"] if column.takes is Takes.YES_NO else list(column.words)
        if words and not column.depth and sum(map(len, words)) + len(words) < _LONGEST_LIST:
            return words
        if column == WHAT:
            return _whats()
        targets = column.reference.targets if column.reference is not None else ()
        if column == OF:
            return self._list(_about(table.key))
        return self._list(targets) if targets else None

    def _list(self, targets: Sequence[str]) -> str:
        """Return the defined name of the list of names of some sections."""
        key = tuple(targets)
        name = self.lists.setdefault(key, f"Names_{len(self.lists) + 1}")
        return f"={name}"

    def names(self, made_from: str) -> None:
        """Write the hidden sheet: the name of each id, and the lists of the drop-downs."""
        sheet = self.book.add_worksheet(NAMES)
        sheet.hide()
        for place, words in enumerate(("ID", "Name", "Section", "Made from")):
            sheet.write_string(0, place, words, self.head)
        sheet.write_string(1, 3, made_from, self.text)
        for row, texts in enumerate(self.of_names.own(), 1):
            for place, text in enumerate(texts):
                sheet.write_string(row, place, text, self.text)
        for place, (targets, name) in enumerate(self.lists.items(), 4):
            sheet.write_string(0, place, name, self.head)
            listed = list(self.of_names.listed(targets))
            for row, text in enumerate(listed, 1):
                sheet.write_string(row, place, text, self.text)
            letters = cell_name(1, place + 1)[:-1]
            last = max(len(listed), 1) + 1
            area = f"={NAMES}!${letters}$2:${letters}${last}"
            self.book.define_name(name, area)


def _about(key: str) -> tuple[str, ...]:
    """Return the sections whose entries a row of a sheet can be about."""
    if key == "translations":
        return tuple(SECTIONS)
    definition = key.removeprefix("rows:")
    return tuple(
        name for name in SECTIONS if any(one.rows == definition for one in fields_of(name))
    )


def _whats() -> list[str]:
    from tocmodel.conversion.workbook.filled import figure_words  # noqa: PLC0415

    return figure_words()


def _width(column: SheetColumn) -> int:
    if column.path[-1] == "title" or column.path in (("from",), ("to",), OF.path):
        return 36
    if column.path[-1] in _WIDE or (column.reference is not None and column.depth):
        return 44
    if column.reference is not None:
        return 28
    if column.takes in (Takes.NUMBER, Takes.YES_NO):
        return 11
    return 18


def _hint(column: SheetColumn) -> str:
    words = [column.hint]
    if column.depth == 1:
        words.append("Several are separated by ;")
    elif column.depth:
        words.append("Alternatives are separated by ; and what is needed together by +")
    return " ".join(words)


def _cut(text: str, most: int) -> str:
    """Return a text of so many characters as Excel counts them: two for an emoji."""
    while _length(text) > most:
        text = f"{text[: min(len(text), most) - 2].rstrip()}…"
    return text


def _length(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)
