"""The progress of indicators as a document: the charts, and all figures in a table."""

from collections.abc import Iterator

from tocmodel.analysis.progress import PLAIN_REASONS, status_counts
from tocmodel.analysis.titles import words_for
from tocmodel.documents.blocks import (
    Block,
    Callout,
    Illustration,
    TableCell,
    TableColumn,
    TextTable,
    cell,
    paragraph,
    runs,
)
from tocmodel.documents.chapters.monitoring import PROGRESS_CAPTION
from tocmodel.documents.model import WrittenReport
from tocmodel.drawing import ProgressDrawing
from tocmodel.model import TheoryOfChange
from tocmodel.report.progress import progress_table
from tocmodel.wording import imagined_words, remark_words

_COLUMNS = {
    "Indicator": 1.4,
    "Baseline": 1.0,
    "Latest": 1.0,
    "Target": 1.0,
    "Status": 0.8,
    "Reason": 1.4,
    "Forecast": 0.9,
    "Not in it": 1.2,
}
"""The columns of the table, and their shares of its width."""


def progress_document(drawing: ProgressDrawing) -> WrittenReport:
    """Return the progress of indicators as a document, for Word or a web page.

    Raises:
        TocModelError: there are too many charts for a picture.
    """
    found = drawing.progress
    theory: TheoryOfChange = found.about or TheoryOfChange(title="")
    remark, language = remark_words(theory), drawing.trends.language
    chosen = "" if language == theory.language else language
    return WrittenReport(
        title=words_for(theory, chosen, plain=False).theory_title,
        subtitle=("Progress of the indicators",),
        language=language,
        imagined=imagined_words(theory),
        blocks=(
            *((Callout(runs(remark)),) if remark else ()),
            *(_blocks(drawing, chosen) if found else (paragraph("There are no indicators."),)),
        ),
        font=drawing.font,
    )


def _blocks(drawing: ProgressDrawing, language: str) -> Iterator[Block]:
    yield paragraph(f"{status_counts(drawing.progress).capitalize()}.", style="lead")
    yield Illustration(
        drawing.scene,
        alternative=drawing.trends.description,
        caption=PROGRESS_CAPTION,
    )
    yield _table(drawing, language)


def _table(drawing: ProgressDrawing, language: str) -> TextTable:
    """Return the table of progress; a column that nothing is in is left out."""
    heads, *rows = progress_table(drawing.progress, language=language).rows
    held = [dict(zip(heads, row, strict=True)) for row in rows]
    shown = [name for name in _COLUMNS if any(row[name] for row in held)]
    return TextTable(
        "Progress of the indicators",
        tuple(TableColumn(name, _COLUMNS[name]) for name in shown),
        tuple(tuple(_cell(row, name) for name in shown) for row in held),
    )


def _cell(row: dict[str, str], name: str) -> TableCell:
    """Return a cell; after the title are the group and the place."""
    if name == "Reason":
        return cell("" if row[name] in PLAIN_REASONS else row[name])
    if name != "Indicator":
        return cell(row[name])
    about = ", ".join(filter(None, ("" if row["Group"] == "all" else row["Group"], row["Place"])))
    return cell(f"{row[name]} ({about})" if about else row[name])
