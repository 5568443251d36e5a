"""The review log: when the theory was reviewed, by whom, why, and what changed."""

from collections.abc import Iterator

from tocmodel.diagram.sentences import sentence
from tocmodel.documents.blocks import (
    Block,
    TableCell,
    TableColumn,
    TextTable,
    cell,
    paragraph,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Review
from tocmodel.narrative.opening import date_words


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the state of the theory, and a table of its reviews, the newest first."""
    return tuple(_blocks(subject))


def _blocks(subject: ReportSubject) -> Iterator[Block]:
    if text := state_of(subject):
        yield paragraph(text)
    reviews = sorted(subject.theory.reviews.values(), key=lambda item: item.date, reverse=True)
    if not reviews:
        yield paragraph("The file records no review.")
        return
    yield TextTable(
        "Reviews",
        (
            TableColumn("Review", 0.9),
            TableColumn("Who took part", 1.0),
            TableColumn("What prompted it", 1.3),
            TableColumn("What was decided", 2.0),
        ),
        tuple(tuple(_row(subject, review)) for review in reviews),
    )


def state_of(subject: ReportSubject) -> str:
    """Return which state of the theory it is, who agreed it, and when the next review is."""
    revision = subject.theory.revision
    if revision is None:
        return ""
    by = f" by {subject.titles(revision.agreed_by)}" if revision.agreed_by else ""
    on = f" {date_words(revision.agreed_on)}" if revision.agreed_on else ""
    parts = (
        f"This is the revision “{revision.label}”" if revision.label else "",
        f"It was agreed{on}{by}" if on or by else "",
        f"The next review is due {date_words(revision.next_review)}"
        if revision.next_review
        else "",
    )
    return " ".join(sentence(part) for part in parts if part)


def _row(subject: ReportSubject, review: Review) -> Iterator[TableCell]:
    weight = f"A {review.significance} change" if review.significance else ""
    yield cell(review.date, review.title, weight)
    yield cell(subject.titles(review.took_part) or "Not stated")
    yield cell(*map(subject.title, review.prompted_by)) or cell("Not stated")
    changed = f"Changed: {'; '.join(subject.claims(review.changed))}" if review.changed else ""
    learned = f"Learned: {review.learned}" if review.learned else ""
    asked = f"Next question: {review.next_question}" if review.next_question else ""
    yield cell(learned, review.decided, changed, asked) or cell("Not stated")
