"""The story form as a sheet: one row for each step, from CSV or a workbook."""

import csv
import io
from collections.abc import Iterator, Sequence

from tocmodel.diagnostics import nearest
from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.stories.form_builder import FormBuilder
from tocmodel.stories.model import (
    FIELDS,
    LARGEST_FORM,
    MOST_ROWS,
    STEP_FIELDS,
    STORY_FIELDS,
    EmptyForm,
    Form,
    FormProblem,
)
from tocmodel.stories.questions import QUESTIONS

COLUMNS = (*STORY_FIELDS, "question", *STEP_FIELDS)
"""The columns of a sheet; ``question`` is for the storyteller and is not read."""

_NEEDED = ("story", "cycle", "says")


def form_rows(edition: str) -> Iterator[list[str]]:
    """Yield the rows of an empty form: the columns, and one row for each question."""
    yield list(COLUMNS)
    for question in QUESTIONS[edition]:
        given = {"question": question.text, "cycle": question.cycle.word}
        yield [given.get(name, "") for name in COLUMNS]


def form_csv(form: EmptyForm) -> bytes:
    """Return an empty form as CSV."""
    return csv_bytes(form_rows(form.edition))


def read_csv(text: str, path: str) -> Form:
    """Read a completed CSV form; anything wrong is in its problems."""
    if len(text) > LARGEST_FORM:
        return _refused(path, f"the form is larger than {LARGEST_FORM // 1024 // 1024} MiB")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), _dialect(text), strict=True))
    except csv.Error as error:
        return _refused(path, f"the form cannot be read as CSV: {error}")
    return read_rows(rows, path)


def _dialect(text: str) -> type[csv.Dialect]:
    """Choose the separator: in many countries, spreadsheets use semicolons, not commas."""
    head = text.partition("\n")[0]

    class Dialect(csv.excel):
        delimiter = max(",;\t", key=head.count)

    return Dialect


def read_rows(rows: Sequence[Sequence[str]], path: str, sheet: str = "") -> Form:
    """Read the rows of a sheet; the first row names the columns."""
    if len(rows) > MOST_ROWS:
        return _refused(path, f"the sheet has more than {MOST_ROWS:,} rows")
    builder = FormBuilder(path)
    start = next((place for place, row in enumerate(rows) if any(map(str.strip, row))), None)
    if start is None:
        return _refused(path, "the sheet is empty")
    columns = _columns(rows[start], start, builder, sheet)
    missing = [name for name in _NEEDED if name not in columns.values()]
    if missing:
        names = ", ".join(f"'{name}'" for name in missing)
        builder.add_problem(_row(start, sheet), f"there is no column {names}", _HELP)
        return builder.form()
    title = ""
    for number, row in enumerate(rows[start + 1 :], start + 1):
        if builder.is_full:
            break
        title = _take(row, number, columns, builder, title, sheet)
    return builder.form()


_HELP = f"the first row names the columns: {', '.join(COLUMNS)}"


def _columns(head: Sequence[str], row: int, builder: FormBuilder, sheet: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for place, text in enumerate(head):
        name = text.strip().casefold()
        where = cell_name(row, place, sheet)
        if name in found.values():
            builder.add_problem(where, f"the column '{name}' appears again here", _HELP)
        elif name in COLUMNS:
            found[place] = name
        elif name:
            near = nearest(name, FIELDS)
            meant = f"; did you mean '{near}'?" if near else ""
            builder.add_problem(where, f"there is no column '{text.strip()[:60]}'{meant}", _HELP)
    return found


def _take(
    row: Sequence[str],
    number: int,
    columns: dict[int, str],
    builder: FormBuilder,
    title: str,
    sheet: str,
) -> str:
    """Read one row; a new title begins a story. Return the current title."""
    cells = {
        columns[place]: (text.strip(), cell_name(number, place, sheet))
        for place, text in enumerate(row)
        if place in columns and text.strip()
    }
    for text, where in cells.values():
        if text.startswith("="):
            builder.add_problem(where, "there is a formula here", "type the words themselves")
            return title
    own = cells.get("story", (title, ""))[0]
    for name in STORY_FIELDS:
        if name in cells and (name != "story" or own != title):
            builder.add_field(name, *cells[name])
    if any(name in cells for name in STEP_FIELDS):
        builder.add_field("cycle", *cells.get("cycle", ("", _row(number, sheet))))
        for name in STEP_FIELDS[1:]:
            if name in cells:
                builder.add_field(name, *cells[name])
    return own


def cell_name(row: int, column: int, sheet: str = "") -> str:
    """Return the spreadsheet name of a cell, from numbers that count from 0.

    >>> cell_name(3, 2), cell_name(0, 27, "Story")
    ('cell C4', "cell AB1 of sheet 'Story'")
    """
    letters = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        letters = chr(ord("A") + left) + letters
    of = f" of sheet '{sheet}'" if sheet else ""
    return f"cell {letters}{row + 1}{of}"


def _row(row: int, sheet: str) -> str:
    of = f" of sheet '{sheet}'" if sheet else ""
    return f"row {row + 1}{of}"


def _refused(path: str, message: str) -> Form:
    return Form(path=path, problems=(FormProblem(path=path, place="", message=message),))
