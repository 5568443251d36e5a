"""Open a table in a file: CSV and Parquet by DuckDB, workbooks by our own reader."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve
from sqlglot import exp

from tocmodel.data.columns import table
from tocmodel.data.duckdb_engine import DuckDbEngine
from tocmodel.data.engine import OpenTable
from tocmodel.diagnostics import TocModelError, did_you_mean, listed
from tocmodel.model.data import DataTable
from tocmodel.package import UnreadableFileError
from tocmodel.system.files import note_read, read_whole
from tocmodel.system.project import beside, refusal
from tocmodel.workbook import LIMITS, SheetContents, read_sheets

SUFFIXES = (".csv", ".parquet", ".xlsx", ".ods")
"""The endings of files with data."""

WORKBOOK_LIMITS = evolve(
    LIMITS,
    size=64 * 1024 * 1024,
    content=512 * 1024 * 1024,
    tags=10_000_000,
    rows=200_000,
    cells=2_000_000,
    text=64 * 1024 * 1024,
)
"""The limits for a workbook with data: more than for a form, as it has a row for each pupil."""

_SOURCE = "data"
_WILD = frozenset("*?[]{}")


def open_file(data: DataTable, theory: str) -> OpenTable:
    """Open the file that data name.

    Args:
        data: the data.
        theory: the path of the theory's file, from which the path of the data starts.

    Raises:
        TocModelError: a theory may not name this file, or it cannot be read.
    """
    path = path_of(data.file, theory)
    note_read(path)
    match path.suffix.lower():
        case ".csv":
            return _by_duckdb(data.file, path, _read_csv(path), is_text=True)
        case ".parquet":
            return _by_duckdb(data.file, path, _call("read_parquet", path), is_text=False)
        case _:
            return _workbook(data, path)


def path_of(written: str, theory: str) -> Path:
    """Return the path of a file with data.

    Raises:
        TocModelError: a theory may not name it, or there is no such file.
    """
    if why := refusal(written, theory):
        raise TocModelError(f"cannot read '{written}': {why}")
    path = beside(written, theory).resolve()
    if path.suffix.lower() not in SUFFIXES:
        raise TocModelError(
            f"cannot read '{written}': data are in files that end in {listed(SUFFIXES)}"
        )
    if _WILD & set(str(path)):  # DuckDB would take it for a pattern
        raise TocModelError(f"cannot read '{written}': rename it without * ? [ ] {{ }}")
    if not path.is_file():
        near = did_you_mean(path.name, _names_beside(path))
        raise TocModelError(f"cannot read '{written}': there is no such file{near}")
    return path


def _names_beside(path: Path) -> Iterator[str]:
    if path.parent.is_dir():
        yield from (one.name for one in path.parent.iterdir() if one.suffix.lower() in SUFFIXES)


def _by_duckdb(name: str, path: Path, content: exp.Expr, *, is_text: bool) -> OpenTable:
    engine, source = DuckDbEngine(name, [path]), table(_SOURCE)
    engine.create_view(source, exp.select("*").from_(exp.Table(this=content)))
    return OpenTable(engine, source, is_text)


def _call(function: str, path: Path, **options: bool) -> exp.Expr:
    named = (
        exp.EQ(this=exp.to_identifier(key), expression=exp.convert(value))
        for key, value in options.items()
    )
    return exp.Anonymous(this=function, expressions=[exp.Literal.string(str(path)), *named])


def _read_csv(path: Path) -> exp.Expr:
    """Read every value as the text it is: a guess from some rows would lose codes such as 01."""
    return _call("read_csv", path, all_varchar=True, header=True)


def _workbook(data: DataTable, path: Path) -> OpenTable:
    content = read_whole(path, WORKBOOK_LIMITS.size, "save it as .csv")
    try:
        sheet = _sheet(data, content)
    except UnreadableFileError as error:
        place = f" (cell {error.place})" if error.place else ""
        raise TocModelError(f"cannot read '{data.file}': {error}{place}") from error
    engine, source = DuckDbEngine(data.file), table(_SOURCE)
    engine.create_table(source, _columns(data, sheet))
    return OpenTable(engine, source, is_text=True)


def _sheet(data: DataTable, content: bytes) -> SheetContents:
    only = (data.sheet.strip().lower(),) if data.sheet else None
    found = read_sheets(content, WORKBOOK_LIMITS, only)
    if not found and data.sheet:
        names = [sheet.name for sheet in read_sheets(content, WORKBOOK_LIMITS)]
        near = did_you_mean(data.sheet, names)
        raise TocModelError(f"'{data.file}' has no sheet '{data.sheet}'{near}")
    return next((sheet for sheet in found if sheet.rows), SheetContents(name=data.sheet))


def _columns(data: DataTable, sheet: SheetContents) -> dict[str, Sequence[str | None]]:
    """Return the columns of a sheet by the names in its first row with content."""
    if not sheet.rows:
        raise TocModelError(f"'{data.file}' has no rows on its sheet; name another with 'sheet'")
    (_, heads), *rows = sheet.rows
    columns: dict[str, Sequence[str | None]] = {}
    cells = [{cell.column: cell.text for cell in held} for _, held in rows]
    for head in heads:
        columns.setdefault(head.text.strip(), [row.get(head.column) for row in cells])
    return columns
