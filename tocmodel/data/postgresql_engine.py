"""PostgreSQL, through psycopg: read only, and with a limit of time."""

from typing import Any

from sqlglot import exp

from tocmodel.characters import terminal_text
from tocmodel.data.columns import ColumnKind, Columns
from tocmodel.data.engine import AnswerRow
from tocmodel.diagnostics import TocModelError
from tocmodel.extras import extra_library

DIALECT = "postgres"

TIME_LIMIT = 120
"""The most seconds for the answer to a query."""

_KINDS = {
    **dict.fromkeys(
        ("int2", "int4", "int8", "float4", "float8", "numeric"),
        ColumnKind.NUMBER,
    ),
    **dict.fromkeys(("text", "varchar", "bpchar", "name"), ColumnKind.TEXT),
    **dict.fromkeys(("date", "timestamp", "timestamptz"), ColumnKind.DATE),
    "bool": ColumnKind.TRUTH,
}


class PostgreSqlEngine:
    """A PostgreSQL database that is only read.

    Args:
        name: its name in the configuration, for messages.
        address: its address, with user and password: ``postgresql://user:password@host/database``.

    Raises:
        TocModelError: the driver is not installed, or the database cannot be reached.
    """

    def __init__(self, name: str, address: str) -> None:
        self._psycopg: Any = extra_library("psycopg", "postgresql", "PostgreSQL databases need")
        self._name = name
        try:
            self._connection = self._psycopg.connect(
                address,
                connect_timeout=10,
                application_name="tocmodel",
                options=f"-c statement_timeout={TIME_LIMIT}s -c default_transaction_read_only=on",
            )
        except self._psycopg.OperationalError as error:
            raise TocModelError(f"cannot reach '{name}': {_reason(error)}") from error
        except self._psycopg.Error:  # its words would repeat the address, and the password
            raise TocModelError(f"the address of '{name}' cannot be read") from None
        self._connection.read_only = True

    def columns(self, source: exp.Table) -> Columns:
        """Return the columns of a table."""
        cursor = self._run(exp.select("*").from_(source).limit(0))
        types = self._psycopg.adapters.types
        return {
            item.name: _KINDS.get(_type(types, item.type_code), ColumnKind.OTHER)
            for item in cursor.description
        }

    def rows(self, query: exp.Query) -> list[AnswerRow]:
        """Return the rows of the answer to a query."""
        found: list[AnswerRow] = self._run(query).fetchall()
        return found

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _run(self, query: exp.Expr) -> Any:
        try:
            return self._connection.execute(query.sql(DIALECT))
        except self._psycopg.Error as error:
            raise TocModelError(f"cannot read from '{self._name}': {_reason(error)}") from error


def _type(types: Any, code: int) -> str:
    known = types.get(code)
    return known.name if known else ""


def _reason(error: Exception) -> str:
    first = str(error).strip().partition("\n")[0]
    return terminal_text(first.partition("FATAL: ")[2] or first)[:300].strip()
