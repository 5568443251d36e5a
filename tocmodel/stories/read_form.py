"""Read a completed story form of any kind."""

from pathlib import Path

from tocmodel.diagnostics import TocModelError
from tocmodel.stories.model import LARGEST_FORM, Form, FormProblem
from tocmodel.stories.sheet_form import read_csv
from tocmodel.stories.text_form import read_text
from tocmodel.stories.workbook import LARGEST_WORKBOOK, read_workbook
from tocmodel.system.files import read_bytes


def read_form(path: str | Path) -> Form:
    """Read a form: a workbook (``.xlsx``), CSV, or else plain text.

    Raises:
        TocModelError: the file cannot be opened, or its reader is not installed.
    """
    name = str(path)
    ending = Path(path).suffix.lower()
    if ending in (".yaml", ".yml", ".json"):
        raise TocModelError(f"'{name}' is a theory, not a form; name it with --into")
    if ending in (".xlsx", ".xlsm"):
        return read_workbook(read_bytes(path, LARGEST_WORKBOOK), name)
    data = read_bytes(path, LARGEST_FORM)
    if len(data) > LARGEST_FORM:
        return _refused(name, f"the form is larger than {LARGEST_FORM // 1024 // 1024} MiB")
    text = _decoded(data)
    if text is None:
        return _refused(name, "the form is not text; save it as UTF-8 or as .xlsx")
    return read_csv(text, name) if ending == ".csv" else read_text(text, name)


def _refused(path: str, message: str) -> Form:
    return Form(path=path, problems=(FormProblem(path=path, place="", message=message),))


def _decoded(data: bytes) -> str | None:
    """Return the text; older spreadsheets save CSV in the western Windows encoding."""
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            return None
