"""The monitoring framework: how each outcome is noticed, who looks, and the latest figure."""

from collections.abc import Iterator

from tocmodel.documents.blocks import (
    Block,
    TableCell,
    TableColumn,
    TextTable,
    cell,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.tables.monitoring import MonitoringRow, monitoring_rows

_NOT_STATED = "not stated"


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the monitoring framework as a table; an outcome without an indicator is in it too."""
    rows = monitoring_rows(subject.theory, gaps=True, language=subject.words.language)
    if not rows:
        return ()
    return (table_of(rows),)


def table_of(rows: tuple[MonitoringRow, ...]) -> TextTable:
    """Return rows of the monitoring framework as a table that fits an upright page."""
    return TextTable(
        "Monitoring framework",
        (
            TableColumn("What changes", 1.3),
            TableColumn("Indicator", 1.2),
            TableColumn("Baseline", 0.9),
            TableColumn("Target", 0.9),
            TableColumn("Latest", 0.9),
            TableColumn("Who, when and source", 1.3),
        ),
        tuple(tuple(_cells(row)) for row in rows),
    )


def _cells(row: MonitoringRow) -> Iterator[TableCell]:
    words = row.words
    yield cell(words["outcome"] or "Not linked to an outcome")
    yield cell(words["indicator"])
    for key in ("baseline", "targets", "latest"):
        yield cell(words[key] or (_NOT_STATED if row.indicator else ""))
    about = (
        words["owner"],
        words["every"],
        f"next: {words['next_due']}" if words["next_due"] else "",
        words["method"],
        words["source"],
    )
    yield cell(*about)
