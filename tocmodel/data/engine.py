"""What a query is asked of: DuckDB for files, or the partnership's own database."""

from collections.abc import Sequence
from typing import Any, Protocol

from attrs import frozen
from sqlglot import exp

from tocmodel.data.columns import Columns

AnswerRow = Sequence[Any]
"""A row of an answer."""


class DataEngine(Protocol):
    """Runs queries and nothing else: whatever is asked, is a syntax tree of ours."""

    def columns(self, source: exp.Table) -> Columns:
        """Return the columns of a table.

        Raises:
            TocModelError: there is no such table, or it cannot be read.
        """

    def rows(self, query: exp.Query) -> list[AnswerRow]:
        """Return the rows of the answer to a query.

        Raises:
            TocModelError: it cannot be answered; the message has the reason.
        """

    def close(self) -> None:
        """Let go of the file or the database."""


@frozen
class OpenTable:
    """A table that can be asked.

    Attributes:
        engine: what answers.
        source: the table, as a query names it.
        is_text: whether every value is text as it was typed, as in CSV files and workbooks.
    """

    engine: DataEngine
    source: exp.Table
    is_text: bool = False
