"""A paper for a board: two pages of A4, and what they leave out."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.diagram.sentences import quoted, sentence
from tocmodel.documents.blocks import (
    Block,
    ItemList,
    PageBreak,
    Runs,
    SectionHeading,
    TableColumn,
    TextTable,
    bold,
    cell,
    paragraph,
    runs,
)
from tocmodel.documents.chapters.assumptions_and_risks import HOLDS, assumed
from tocmodel.documents.chapters.evidence import contested, support_of
from tocmodel.documents.chapters.narrative import first_strand
from tocmodel.documents.chapters.picture import picture_of
from tocmodel.documents.chapters.reviews import state_of
from tocmodel.documents.shorten import first_items, first_words
from tocmodel.documents.small_picture import HEIGHT
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Assumption, Risk
from tocmodel.narrative.opening import date_words
from tocmodel.tables.monitoring import MonitoringRow, monitoring_rows
from tocmodel.wording import counted

_SUMMARY_WORDS = 70
_STORY_WORDS = 185
_FIGURES = 4
_ASSUMPTIONS = 3
_RISKS = 3
_ITEM_WORDS = 24
_CELL_WORDS = 16
_TITLES = 4
_DECISION_WORDS = 45
"""The limits that keep it to two pages; a test lays out every example."""


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return a page with the picture and the story, and a page on how it goes."""
    return (*_first_page(subject), PageBreak(), *_second_page(subject), _left_out(subject))


def _first_page(subject: ReportSubject) -> Iterator[Block]:
    if summary := subject.words.translated("theory").summary or subject.theory.summary:
        yield paragraph(first_words(summary, _SUMMARY_WORDS), style="lead")
    if subject.drawing is not None:
        yield evolve(picture_of(subject, height=HEIGHT), caption="")
    if story := first_strand(subject, _STORY_WORDS):
        yield SectionHeading("The main story")
        yield paragraph(story)


def _second_page(subject: ReportSubject) -> Iterator[Block]:
    yield from _figures(subject)
    yield from _shown(subject)
    yield from _assumptions(subject)
    yield from _risks(subject)
    yield from _state(subject)


def _rows(subject: ReportSubject) -> list[MonitoringRow]:
    """Return a row for each indicator with figures, those with results first."""
    rows = monitoring_rows(subject.theory, language=subject.words.language)
    with_figures = [row for row in rows if row.latest or row.targets or row.baselines]
    ranked = sorted(with_figures, key=_least_telling)
    once = {row.indicator: row for row in reversed(ranked)}
    return [row for row in ranked if once[row.indicator] is row]


def _least_telling(row: MonitoringRow) -> tuple[bool, bool, bool]:
    has_number = row.latest is not None and row.latest.figure.has_number
    return row.latest is None, not has_number, not row.targets


def _figures(subject: ReportSubject) -> Iterator[Block]:
    shown = _rows(subject)[:_FIGURES]
    yield SectionHeading("What the figures show")
    if not shown:
        yield paragraph("The theory has no figures yet.")
        return
    yield TextTable(
        "What the figures show",
        (
            TableColumn("Indicator", 1.4),
            TableColumn("Baseline"),
            TableColumn("Target"),
            TableColumn("Latest"),
        ),
        tuple(
            (
                cell(first_words(row.words["indicator"], _CELL_WORDS)),
                *(cell(_figure(row, key)) for key in ("baseline", "targets", "latest")),
            )
            for row in shown
        ),
    )


def _figure(row: MonitoringRow, key: str) -> str:
    return first_words(row.words[key], _CELL_WORDS) or "not stated"


def _shown(subject: ReportSubject) -> Iterator[Block]:
    if not subject.theory.outcomes:
        return
    yield SectionHeading("How far the outcomes are shown")
    yield ItemList(tuple(_support(subject, *item) for item in support_of(subject).items()))
    if against := contested(subject):
        shown, more = first_items(against, 2)
        others = f", and {more} more" if more else ""
        yield paragraph(f"Evidence speaks against: {'; '.join(shown)}{others}.")


def _support(subject: ReportSubject, name: str, ids: tuple[str, ...]) -> Runs:
    shown, more = first_items(ids, _TITLES if len(ids) <= _TITLES else 2)
    titles = ", ".join(quoted(first_words(subject.title(id_), 10)) for id_ in shown)
    others = f", and {more} more" if more else ""
    return runs(bold(f"{name}: {len(ids)}. "), f"{titles}{others}.")


def _assumptions(subject: ReportSubject) -> Iterator[Block]:
    shown = sorted(assumed(subject), key=_most_pressing)[:_ASSUMPTIONS]
    if not shown:
        return
    yield SectionHeading("What must hold")
    yield ItemList(tuple(_assumption(subject, item) for item in shown))


_URGENCY = ("no", "unknown", "", "yes")


def _most_pressing(item: Assumption) -> tuple[bool, int]:
    return not item.critical, _URGENCY.index(str(item.holds or ""))


def _assumption(subject: ReportSubject, item: Assumption) -> Runs:
    is_listed = item.id in subject.theory.assumptions
    title = subject.title(item.id) if is_listed else item.full_title
    watched = f" {subject.title(item.owner)} watch this." if item.owner else ""
    critical = "critical; " if item.critical else ""
    holds = HOLDS[str(item.holds or "")].lower()
    holds = {
        "not known": "not known whether it holds",
        "not stated": "not stated whether it holds",
    }.get(holds, holds)
    return runs(bold(first_words(title, _ITEM_WORDS)), f" ({critical}{holds}).{watched}")


_RANKS = {"high": 0, "medium": 1, "low": 2, "": 3}


def _risks(subject: ReportSubject) -> Iterator[Block]:
    ranked = sorted(
        subject.theory.risks.values(),
        key=lambda item: (_RANKS[str(item.severity or "")], _RANKS[str(item.likelihood or "")]),
    )
    shown = ranked[:_RISKS]
    if not shown:
        return
    yield SectionHeading("What may go wrong")
    yield ItemList(tuple(_risk(subject, item) for item in shown))


def _risk(subject: ReportSubject, item: Risk) -> Runs:
    ranks = ", ".join(
        f"{rank} {name}"
        for name, rank in (("likelihood", item.likelihood), ("severity", item.severity))
        if rank
    )
    answer = first_words(item.mitigation, _ITEM_WORDS)
    return runs(
        bold(first_words(subject.title(item.id), _ITEM_WORDS)),
        f" ({ranks})." if ranks else ".",
        f" {sentence(answer)}" if answer else " No answer to it is stated.",
    )


def _state(subject: ReportSubject) -> Iterator[Block]:
    reviews = sorted(subject.theory.reviews.values(), key=lambda item: item.date)
    state = state_of(subject)
    if not (reviews or state):
        return
    yield SectionHeading("Where the theory stands")
    if state:
        yield paragraph(first_words(state, _DECISION_WORDS))
    if reviews:
        last = reviews[-1]
        decided = first_words(last.decided, _DECISION_WORDS)
        words = sentence(decided) if decided else "It does not state what was decided."
        yield paragraph(f"The last review was {date_words(last.date)}. {words}")


def _left_out(subject: ReportSubject) -> Block:
    """Return what two pages have no room for."""
    theory = subject.theory
    counts = (
        (len(_rows(subject)) - _FIGURES, "indicator"),
        (len(assumed(subject)) - _ASSUMPTIONS, "assumption"),
        (len(theory.risks) - _RISKS, "risk"),
        (len(theory.reviews) - 1, "earlier review"),
    )
    parts = [counted(number, noun) for number, noun in counts if number > 0]
    what = ", ".join((*parts, "the ends of long texts"))
    return paragraph(
        f"Not on these two pages: {what}. The full report has everything.", style="small"
    )
