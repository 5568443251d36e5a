"""The story form as an Excel workbook: write it with drop-downs, and read it back.

XlsxWriter writes it and comes with the extra ``excel``; reading needs only Python.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocmodel.extras import extra_library
from tocmodel.model import TheoryOfChange, ValueStatus
from tocmodel.model.editions import EDITIONS
from tocmodel.render.workbook import CREATED, SETTINGS
from tocmodel.stories.model import MOST_ROWS, EmptyForm, Form, FormProblem
from tocmodel.stories.sheet_form import COLUMNS, form_rows, read_rows
from tocmodel.workbook import Limits, WorkbookError, Worksheet, read_sheet

_SHEET = "Story"
_LISTS = "Names"
_WIDTHS = {"story": 24, "teller": 16, "role": 18, "question": 46, "says": 60}
_LIMITS = Limits(rows=MOST_ROWS)
_MOST_FORMULAS = 20
_CELL = re.compile("[A-Z]+[0-9]+")

LARGEST_WORKBOOK = _LIMITS.size
"""The largest workbook that is read, in bytes."""


def form_workbook(form: EmptyForm) -> bytes:
    """Return an empty form as a workbook that offers cycles, statuses and ids of the theory.

    Raises:
        TocModelError: XlsxWriter is not installed.
    """
    xlsxwriter = extra_library(
        "xlsxwriter", "excel", "Excel files need", "use the form as text or csv"
    )
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, SETTINGS) as book:
        book.set_properties({"created": CREATED})
        sheet = book.add_worksheet(_SHEET)
        choices = {
            "cycle": [cycle.value for cycle in EDITIONS[form.edition]],
            "status": [status.value for status in ValueStatus],
            **{name: list(ids) for name, ids in _names(form.theory).items() if ids},
        }
        _fill(book, sheet, form.edition)
        _offer(book, sheet, choices)
    return file.getvalue()


def _names(theory: TheoryOfChange | None) -> Mapping[str, Iterable[str]]:
    if theory is None:
        return {}
    return {
        "teller": theory.partners,
        "space": theory.spaces,
        "value": theory.value_creation,
        "indicator": theory.indicators,
    }


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
    """Put the lists of choices on a separate sheet: in a cell they could not be long."""
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
                "error_message": "This is not one of the choices. Keep it anyway?",
            },
        )


def _range(column: int, rows: int) -> str:
    letter = chr(ord("A") + column)
    return f"={_LISTS}!${letter}$1:${letter}${rows}"


def read_workbook(data: bytes, path: str) -> Form:
    """Read a completed workbook form; anything wrong is in its problems."""
    try:
        sheet = read_sheet(data, _SHEET, _LIMITS)
    except WorkbookError as error:
        place = f"cell {error.place}" if _CELL.fullmatch(error.place) else ""
        problem = FormProblem(path=path, place=place, message=str(error), help=error.help)
        return Form(path=path, problems=(problem,))
    if sheet.formulas:
        return Form(path=path, problems=tuple(_formulas(sheet, path)))
    return read_rows(sheet.rows, path, sheet.name)


def _formulas(sheet: Worksheet, path: str) -> Iterator[FormProblem]:
    for name in sheet.formulas[:_MOST_FORMULAS]:
        place = f"cell {name} of sheet '{sheet.name}'"
        help_ = "type the words themselves"
        yield FormProblem(path=path, place=place, message="this is a formula", help=help_)
    more = len(sheet.formulas) - _MOST_FORMULAS
    if more > 0:
        message = f"{more:,} more cells have a formula"
        yield FormProblem(path=path, place=f"sheet '{sheet.name}'", message=message)
