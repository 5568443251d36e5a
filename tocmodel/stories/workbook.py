"""The story form as an Excel workbook: written with drop-downs, and read back.

XlsxWriter writes it and python-calamine reads it; both come with the extra ``excel``.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from tocmodel.diagnostics import TocModelError
from tocmodel.model import ValueStatus
from tocmodel.stories.parts import MOST_ROWS, Form, FormProblem
from tocmodel.stories.sheet_form import COLUMNS, form_rows, read_rows

LARGEST_WORKBOOK = 8 * 1024 * 1024
"""Bytes of a workbook that are read, as it stands in the file."""

LARGEST_CONTENT = 64 * 1024 * 1024
"""Bytes that a workbook may unfold to."""

_SHEET = "Story"
_LISTS = "Names"
_WIDTHS = {"story": 24, "teller": 16, "role": 18, "question": 46, "says": 60}
# Programs write the names of cells in many ways: with a prefix, in either kind of quotes.
_CELL = re.compile(rb"""<(?:\w+:)?(?:c|row)\s(?:[^<>]*?\s)?r=["']([A-Z]*)([0-9]+)["']""")
_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^<>]*?\s)?r=["']([A-Z]+[0-9]+)["'][^<>]*>\s*<(?:\w+:)?f[\s>/]"""
)


def form_workbook(edition: str, cycles: Sequence[str], names: Mapping[str, Sequence[str]]) -> bytes:
    """Return an empty form as a workbook.

    Args:
        edition: ``value-creation`` or ``value-creation-2011``.
        cycles: the cycles to choose from.
        names: for a column, what can be chosen in it: the ids of the theory.

    Raises:
        TocModelError: XlsxWriter is not installed.
    """
    xlsxwriter = _library("xlsxwriter")
    file = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, settings) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet(_SHEET)
        choices = {
            "cycle": list(cycles),
            "status": [status.value for status in ValueStatus],
            **{name: list(ids) for name, ids in names.items() if ids},
        }
        _fill(book, sheet, edition)
        _offer(book, sheet, choices)
    return file.getvalue()


def _fill(book: Any, sheet: Any, edition: str) -> None:
    head = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for number, name in enumerate(COLUMNS):
        sheet.set_column(number, number, _WIDTHS.get(name, 14), wrapped)
    for number, row in enumerate(form_rows(edition)):
        for place, text in enumerate(row):
            sheet.write_string(number, place, text, head if number == 0 else wrapped)
    sheet.freeze_panes(1, 0)


def _offer(book: Any, sheet: Any, choices: Mapping[str, Sequence[str]]) -> None:
    """Put each list of choices on a sheet of its own: in a cell it could not be long."""
    lists = book.add_worksheet(_LISTS)
    lists.hide()
    for place, (name, words) in enumerate(choices.items()):
        for row, word in enumerate(words):
            lists.write_string(row, place, word)
        column = COLUMNS.index(name)
        sheet.data_validation(
            1,
            column,
            200,
            column,
            {
                "validate": "list",
                "source": [*words] if sum(map(len, words)) < 200 else _range(place, len(words)),
                "error_type": "warning",
                "error_title": "Not in the list",
                "error_message": "This is none of the choices. Keep it all the same?",
            },
        )


def _range(column: int, rows: int) -> str:
    letter = chr(ord("A") + column)
    return f"={_LISTS}!${letter}$1:${letter}${rows}"


def read_workbook(data: bytes, path: str) -> Form:
    """Read a form that was filled in as a workbook; whatever is wrong stands in its problems.

    Raises:
        TocModelError: python-calamine is not installed.
    """
    calamine = _library("python_calamine")
    refusal = _refusal(data)
    if refusal:
        return Form(path=path, problems=(FormProblem(path=path, place="", message=refusal),))
    problems = tuple(_problems(data, path))
    if problems:
        return Form(path=path, problems=problems)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        name = _SHEET if _SHEET in book.sheet_names else book.sheet_names[0]
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
    except (calamine.CalamineError, IndexError, ValueError) as error:
        message = f"the workbook cannot be read: {error}"
        return Form(path=path, problems=(FormProblem(path=path, place="", message=message),))
    return read_rows([[_text(cell) for cell in row] for row in rows], path, name)


def _refusal(data: bytes) -> str:
    """Say why a workbook is not opened at all; empty where it may be."""
    if len(data) > LARGEST_WORKBOOK:
        return f"the workbook is larger than {LARGEST_WORKBOOK // 1024 // 1024} MiB"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(item.file_size for item in archive.infolist()) > LARGEST_CONTENT:
                return "the workbook unfolds to more than any form holds"
            damaged = archive.testzip()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return "the file is no workbook of the kind .xlsx; save it as one"
    return "the workbook is damaged; save it again" if damaged else ""


def _problems(data: bytes, path: str) -> Iterator[FormProblem]:
    """Find formulas, and cells so far out that a sheet with them would fill the memory."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(name) for name in sorted(archive.namelist()) if name.endswith("xml")]
    for page in pages:
        for found in _FORMULA.finditer(page):
            yield FormProblem(
                path=path,
                place=f"cell {found[1].decode()}",
                message="a formula stands here",
                help="type the words themselves",
            )
        far = next((cell for cell in _CELL.finditer(page) if _is_far(cell[1], cell[2])), None)
        if far:
            yield FormProblem(
                path=path,
                place=f"{'cell' if far[1] else 'row'} {(far[1] + far[2]).decode()}",
                message="something stands far outside the form",
                help="clear that cell, or copy the form into a new workbook",
            )


def _is_far(letters: bytes, row: bytes) -> bool:
    return len(letters) > 2 or len(row) > 6 or int(row) > MOST_ROWS + 1


def _text(cell: object) -> str:
    """Return what a cell says, as a person would type it: a date as 2019-06-14, a year as 2019."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _library(name: str) -> ModuleType:
    from importlib import import_module  # noqa: PLC0415  (most runs need no workbook)

    try:
        return import_module(name)
    except ImportError as error:
        raise TocModelError(
            "Excel files need an extra: pip install 'tocmodel[excel]', or use the form as text or "
            "csv"
        ) from error
