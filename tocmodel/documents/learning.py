"""The agenda of the next review, and the learning log, as documents for Word, PDF and the web."""

from collections.abc import Iterable, Iterator

from tocmodel.analysis.agenda import Agenda
from tocmodel.documents.blocks import (
    Block,
    Callout,
    ItemList,
    SectionHeading,
    TableColumn,
    TextTable,
    bold,
    cell,
    paragraph,
    runs,
)
from tocmodel.documents.model import WrittenReport
from tocmodel.model import TheoryOfChange
from tocmodel.report.agenda import NOTHING, Locate, by_topic, day_words, nowhere, place_words
from tocmodel.report.learning_log import (
    NO_REVIEW,
    assumption_histories,
    log_entries,
    questions,
)
from tocmodel.wording import imagined_words, remark_words


def agenda_report(found: Agenda, locate: Locate = nowhere) -> WrittenReport:
    """Return the agenda of a review as a document."""
    return _report(found.about, "Agenda of the next review", _agenda(found, locate))


def log_report(theory: TheoryOfChange) -> WrittenReport:
    """Return the learning log as a document."""
    return _report(theory, "Learning log", _log(theory))


def _report(theory: TheoryOfChange, name: str, blocks: Iterable[Block]) -> WrittenReport:
    words = remark_words(theory)
    mark = (Callout(runs(words)),) if words else ()
    return WrittenReport(
        title=theory.title,
        subtitle=(name,),
        language=theory.language,
        imagined=imagined_words(theory),
        blocks=(*mark, *blocks),
    )


def _agenda(found: Agenda, locate: Locate) -> Iterator[Block]:
    yield paragraph(day_words(found), style="lead")
    for heading, items in by_topic(found):
        yield SectionHeading(heading)
        rows = [(item.title, item.reason, place_words(locate(item.pointer))) for item in items]
        yield _table(heading, ("What", "Why", "Where"), (3, 5, 2), rows)
    if not found:
        yield paragraph(NOTHING)


def _log(theory: TheoryOfChange) -> Iterator[Block]:
    entries = log_entries(theory)
    if not entries:
        yield paragraph(NO_REVIEW)
    for entry in entries:
        yield SectionHeading(entry.heading, is_ours=False)
        yield ItemList(tuple(runs(bold(f"{label}: "), words) for label, words in entry.facts))
        if entry.missing:
            yield paragraph(f"Not written down: {', '.join(entry.missing)}.", style="small")
    if found := assumption_histories(theory):
        yield SectionHeading("What became of assumptions")
        yield _table("What became of assumptions", ("Assumption", "Reviews"), (1, 1), found)
    if asked := questions(theory):
        yield SectionHeading("Questions, and what the next review learned")
        yield _table("Questions", ("Asked", "Learned next"), (1, 1), asked)


def _table(
    title: str, heads: Iterable[str], widths: Iterable[float], rows: Iterable[Iterable[str]]
) -> TextTable:
    columns = [
        (TableColumn(head, width), place)
        for place, (head, width) in enumerate(zip(heads, widths, strict=True))
    ]
    texts = [tuple(row) for row in rows]
    used = [
        (column, place)
        for column, place in columns
        if place == 0 or any(row[place] for row in texts)
    ]
    return TextTable(
        title=title,
        columns=tuple(column for column, _ in used),
        rows=tuple(tuple(cell(row[place]) for _, place in used) for row in texts),
    )
