"""The monitoring framework: how each outcome is noticed, who looks, and the latest figure."""

from collections.abc import Iterator

from tocmodel.analysis.progress import ProgressReport, progress, status_counts
from tocmodel.documents.blocks import (
    Block,
    Illustration,
    SectionHeading,
    TableCell,
    TableColumn,
    TextTable,
    cell,
    paragraph,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.drawing import draw_progress
from tocmodel.layout.trends.place import MOST_CHARTS
from tocmodel.tables.monitoring import MonitoringRow, monitoring_rows

PROGRESS_CAPTION = "Baseline, figures and target of each indicator"

_NOT_STATED = "not stated"


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the monitoring framework as a table; an outcome without an indicator is in it too."""
    rows = monitoring_rows(subject.theory, gaps=True, language=subject.words.language)
    if not rows:
        return ()
    return (table_of(rows), *_charts(subject))


def _charts(subject: ReportSubject) -> tuple[Block, ...]:
    """Return how the indicators with a target, or with several figures, are doing."""
    found = progress(subject.theory)
    worth = [item for item in found if item.target or item.baseline or len(item.observations) > 1]
    if not any(item.latest for item in worth) or len(worth) > MOST_CHARTS:
        return ()
    drawing = draw_progress(
        ProgressReport(worth, found.about),
        language=subject.words.language,
        as_lines=True,
        upright=True,
        font=subject.drawing.font if subject.drawing else None,
    )
    picture = Illustration(
        drawing.scene, alternative=drawing.trends.description, caption=PROGRESS_CAPTION
    )
    counts = paragraph(f"{status_counts(worth).capitalize()}.")
    return SectionHeading("Progress", level=2), counts, picture


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
