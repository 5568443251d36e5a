"""Reads a story form that was filled in, whatever its kind."""

from pathlib import Path

from tocmodel.diagnostics import TocModelError
from tocmodel.files import read_bytes
from tocmodel.stories.parts import LARGEST_FORM, Form, FormProblem
from tocmodel.stories.sheet_form import read_csv
from tocmodel.stories.text_form import read_text
from tocmodel.stories.workbook import LARGEST_WORKBOOK, read_workbook


def read_form(path: str | Path) -> Form:
    """Read a form: a workbook (``.xlsx``), CSV, or else plain text.

    Raises:
        TocModelError: the file cannot be opened, or what reads it is not installed.
    """
    name = str(path)
    ending = Path(path).suffix.lower()
    if ending in (".yaml", ".yml", ".json"):
        raise TocModelError(f"'{name}' is a theory and no form; name it with --into")
    data = read_bytes(path)
    if ending in (".xlsx", ".xlsm"):
        return read_workbook(data[: LARGEST_WORKBOOK + 1], name)
    text = _decoded(data[: LARGEST_FORM * 4 + 4])
    if text is None:
        problem = FormProblem(
            path=name, place="", message="the form is not text; save it as UTF-8 or as .xlsx"
        )
        return Form(path=name, problems=(problem,))
    return read_csv(text, name) if ending == ".csv" else read_text(text, name)


def _decoded(data: bytes) -> str | None:
    """Return the text; older spreadsheets save CSV in the Windows encoding of the west."""
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return None
