"""Spark, through pyspark: a session of one's own, or a server of Spark Connect (``sc://``)."""

from typing import Any

from sqlglot import exp

from tocmodel.characters import terminal_text
from tocmodel.data.columns import ColumnKind, Columns
from tocmodel.data.engine import AnswerRow
from tocmodel.diagnostics import TocModelError

DIALECT = "spark"

_KINDS = {
    **dict.fromkeys(
        ("byte", "short", "integer", "long", "float", "double", "decimal"), ColumnKind.NUMBER
    ),
    **dict.fromkeys(("date", "timestamp", "timestamp_ntz"), ColumnKind.DATE),
    **dict.fromkeys(("string", "char", "varchar"), ColumnKind.TEXT),
    "boolean": ColumnKind.TRUTH,
}


class SparkEngine:
    """Tables that a Spark session knows.

    Args:
        name: its name in the configuration, for messages.
        address: its address: ``sc://host:15002``, or a master such as ``local[2]``.

    Raises:
        TocModelError: pyspark is not installed, or Spark cannot be reached.
    """

    def __init__(self, name: str, address: str) -> None:
        self._name = name
        try:
            from pyspark.sql import SparkSession  # noqa: PLC0415  # a library of the user's own
        except ImportError as error:
            raise TocModelError(
                "Spark needs more software: pip install pyspark, and Java"
            ) from error
        builder: Any = SparkSession.builder
        try:
            made = (
                builder.remote(address) if address.startswith("sc://") else builder.master(address)
            )
            self._session: Any = made.appName("tocmodel").getOrCreate()
        except Exception as error:  # of Java or of the network; pyspark has no class for both
            raise TocModelError(f"cannot reach '{name}': {_reason(error)}") from error

    def columns(self, source: exp.Table) -> Columns:
        """Return the columns of a table."""
        found = self._run(exp.select("*").from_(source).limit(0)).schema.fields
        return {item.name: _KINDS.get(item.dataType.typeName(), ColumnKind.OTHER) for item in found}

    def rows(self, query: exp.Query) -> list[AnswerRow]:
        """Return the rows of the answer to a query."""
        return [tuple(row) for row in self._run(query, "collect")]

    def close(self) -> None:
        """Leave the session to whoever began it."""

    def _run(self, query: exp.Expr, action: str = "") -> Any:
        try:
            found = self._session.sql(query.sql(DIALECT))
            return getattr(found, action)() if action else found
        except Exception as error:  # of Java or of the network; pyspark has no class for both
            raise TocModelError(f"cannot read from '{self._name}': {_reason(error)}") from error


def _reason(error: Exception) -> str:
    return terminal_text(str(error).strip().partition("\n")[0])[:300]
