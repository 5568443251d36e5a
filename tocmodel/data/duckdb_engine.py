"""DuckDB, embedded and locked down: it can read one file, and nothing else.

It may open the files that it was given and no other, load no extension (which it would download),
and nobody can change these settings afterwards. It sees no variable of Python.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlglot import exp

from tocmodel.characters import terminal_text
from tocmodel.data.columns import ColumnKind, Columns
from tocmodel.data.engine import AnswerRow
from tocmodel.diagnostics import TocModelError
from tocmodel.extras import extra_library

DIALECT = "duckdb"

_SETTINGS: Mapping[str, str] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
    "preserve_insertion_order": "false",
    "enable_progress_bar": "false",  # it would be in the middle of the answer
    "memory_limit": "'2GB'",
    "temp_directory": "''",
    "enable_external_access": "false",
    "lock_configuration": "true",  # the last: nothing can be set after it
}

_KINDS: Mapping[str, ColumnKind] = {
    "VARCHAR": ColumnKind.TEXT,
    "BOOLEAN": ColumnKind.TRUTH,
    "DATE": ColumnKind.DATE,
    **dict.fromkeys(
        (
            *("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT"),
            *("UINTEGER", "UBIGINT", "UHUGEINT", "FLOAT", "DOUBLE", "DECIMAL"),
        ),
        ColumnKind.NUMBER,
    ),
}


class DuckDbEngine:
    """DuckDB in memory, for the tables in some files.

    Args:
        name: what the data are called in messages.
        paths: the only files that it may open.

    Raises:
        TocModelError: the extra is not installed.
    """

    def __init__(self, name: str, paths: Iterable[Path] = ()) -> None:
        self._duckdb: Any = extra_library("duckdb", "data", "Data need")
        self._name = name
        self._connection = self._duckdb.connect(":memory:")
        allowed = exp.array(*(exp.Literal.string(str(path)) for path in paths))
        self._connection.execute(f"SET allowed_paths = {allowed.sql(DIALECT)}")
        for key, value in _SETTINGS.items():
            self._connection.execute(f"SET {key} = {value}")

    def columns(self, source: exp.Table) -> Columns:
        """Return the columns of a table."""
        found = self._run(exp.select("*").from_(source).limit(0)).description
        return {name: _KINDS.get(_type(kind), ColumnKind.OTHER) for name, kind, *_ in found}

    def rows(self, query: exp.Query) -> list[AnswerRow]:
        """Return the rows of the answer to a query."""
        found: list[AnswerRow] = self._run(query).fetchall()
        return found

    def create_view(self, name: exp.Table, query: exp.Query) -> None:
        """Give a query a name, to be asked like a table."""
        self._run(exp.Create(this=name, kind="VIEW", expression=query))

    def create_table(self, name: exp.Table, columns: Mapping[str, Sequence[str | None]]) -> None:
        """Put columns of text into a table."""
        text = exp.DataType.build("TEXT")
        names = [exp.to_identifier(column, quoted=True) for column in columns]
        schema = exp.Schema(
            this=name, expressions=[exp.ColumnDef(this=one, kind=text) for one in names]
        )
        self._run(exp.Create(this=schema, kind="TABLE"))
        values = exp.select(*(exp.Explode(this=exp.Placeholder()) for _ in names))
        self._run(exp.insert(values, name), list(columns.values()))

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def _run(self, query: exp.Expr, values: Sequence[Any] = ()) -> Any:
        try:
            return self._connection.execute(query.sql(DIALECT), values or None)
        except self._duckdb.Error as error:
            raise TocModelError(
                f"cannot read '{terminal_text(self._name)}': {_reason(error)}"
            ) from error


def _type(kind: object) -> str:
    return str(kind).partition("(")[0]


def _reason(error: Exception) -> str:
    """Return the reason of DuckDB in one sentence, without its own heading and the query."""
    text = str(error)
    if "utf-8" in text.casefold() or "unicode" in text.casefold():
        return "it is not UTF-8 text; in Excel, save it as 'CSV UTF-8'"
    first = text.partition("\n")[0]
    return terminal_text(first.partition(": ")[2] or first)[:300]
