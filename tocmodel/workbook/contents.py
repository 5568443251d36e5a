"""The content of cells: their text as a person would type it, and its kind."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from attrs import frozen

from tocmodel.package import walk
from tocmodel.workbook.book import Book
from tocmodel.workbook.cells import SheetCell, cell_name, too_long
from tocmodel.workbook.dates import ShownAs, date_text, duration_text, shown_by
from tocmodel.workbook.limits import WorkbookError, damaged

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ISO_DAY = re.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})T.*")
_SHARED = "s"
_TEXT = ("inlineStr", "str")


class CellKind(StrEnum):
    """The kind of a cell's content: what a person typed, and not how it looks."""

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    ERROR = "error"


@frozen
class TypedCell:
    """A cell with its content; rows and columns count from 1.

    Attributes:
        text: its content in words: a date as 2019-06-14, a year as 2019, ``True`` or ``False``.
        kind: the kind of content.
        has_formula: whether it was computed; the text is the saved result.
    """

    row: int
    column: int
    text: str
    kind: CellKind = CellKind.TEXT
    has_formula: bool = False


def contents(book: Book, cells: Sequence[SheetCell]) -> Iterator[TypedCell]:
    """Yield the content of each cell, reading only the parts and texts it needs.

    Raises:
        WorkbookError: the workbook is damaged, or has more text than the limits allow.
    """
    limits = book.package.limits
    shared = _shared_texts(book, {cell.value for cell in cells if cell.kind == _SHARED})
    is_styled = any(cell.style and cell.kind not in (_SHARED, *_TEXT) for cell in cells)
    formats = _formats(book) if is_styled else []
    length = 0
    for cell in cells:
        text, kind = _shown(cell, shared, formats, from_1904=book.from_1904)
        if len(text) > limits.cell_text:
            raise too_long(cell, limits.cell_text)
        length += len(text)
        if length > limits.text:
            raise WorkbookError(f"the sheet has more than {limits.text:,} characters")
        yield TypedCell(cell.row, cell.column, text, kind, cell.has_formula)


def _shown(
    cell: SheetCell, shared: Mapping[str, str], formats: Sequence[ShownAs], *, from_1904: bool
) -> tuple[str, CellKind]:
    if cell.kind == _SHARED:
        text = shared.get(cell.value)
        if text is None:
            raise damaged(f"the text of cell {cell_name(cell.row, cell.column)} is missing")
        return text, CellKind.TEXT
    if cell.kind in _TEXT:
        return _unescaped(cell.value), CellKind.TEXT
    shown = formats[cell.style] if cell.style < len(formats) else ShownAs.NUMBER
    return _value(cell, shown, from_1904=from_1904)


def _value(cell: SheetCell, shown: ShownAs, *, from_1904: bool) -> tuple[str, CellKind]:
    """Return the value that a cell without text shows; a date as 2019-06-14, a year as 2019."""
    if cell.kind == "b":
        return str(cell.value.strip() not in ("0", "false")), CellKind.BOOLEAN
    if cell.kind == "d":
        return _ISO_DAY.sub(r"\1", cell.value), CellKind.DATE
    if cell.kind == "e":
        return cell.value, CellKind.ERROR
    try:
        number = float(cell.value)
    except ValueError:
        return cell.value, CellKind.TEXT
    if not math.isfinite(number):
        return cell.value, CellKind.TEXT
    day = ""
    if shown is ShownAs.DATE:
        day = date_text(number, from_1904=from_1904)
    elif shown is ShownAs.DURATION:
        day = duration_text(number)
    return (day, CellKind.DATE) if day else (number_text(number), CellKind.NUMBER)


def number_text(number: float) -> str:
    """Return a number as a person would type it.

    >>> number_text(2019.0), number_text(0.5)
    ('2019', '0.5')
    """
    return str(int(number)) if number.is_integer() else str(number)


def _shared_texts(book: Book, wanted: set[str]) -> Mapping[str, str]:
    """Return the wanted shared texts, by their numbers as written in cells."""
    found: dict[str, str] = {}
    if not wanted:
        return found
    part = book.part("sharedStrings")
    if not part:
        raise damaged("the texts of its cells are missing")
    number = -1
    pieces: list[str] = []

    def begin(_attributes: Mapping[str, str]) -> None:
        nonlocal number
        number += 1
        pieces.clear()

    def take(text: str) -> None:
        if str(number) in wanted:
            pieces.append(text)

    def end(_text: str) -> None:
        if str(number) in wanted:
            found[str(number)] = _unescaped("".join(pieces))

    ends = {"/sst/si/t": take, "/sst/si/r/t": take, "/sst/si": end}
    longest = book.package.limits.cell_text
    walk(book.package, part, "sst", {"/sst/si": begin}, ends, longest=longest)
    return found


def _formats(book: Book) -> list[ShownAs]:
    """Return the kind of value that each cell style shows for a number."""
    part = book.part("styles")
    found: list[ShownAs] = []
    own: dict[str, ShownAs] = {}
    if not part:
        return found

    def define(attributes: Mapping[str, str]) -> None:
        own[attributes.get("numFmtId", "")] = shown_by(0, attributes.get("formatCode", ""))

    def use(attributes: Mapping[str, str]) -> None:
        id_ = attributes.get("numFmtId", "0")
        number = int(id_) if len(id_) < 8 and id_.isascii() and id_.isdigit() else 0
        found.append(own.get(id_) or shown_by(number))

    begin = {"/styleSheet/numFmts/numFmt": define, "/styleSheet/cellXfs/xf": use}
    walk(book.package, part, "styleSheet", begin, {})
    return found


def _unescaped(text: str) -> str:
    r"""Return a text with number codes replaced by their characters.

    Codes for characters that a text cannot contain stay as they are.

    >>> _unescaped("one_x000D_\ntwo _x0041_ _xD800_")
    'one\r\ntwo A _xD800_'
    """
    return _ESCAPED.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    letter = chr(int(found[1], 16))
    return letter if letter.isprintable() or letter in "\t\n\r" else found[0]
