"""An update for a funder such as The National Lottery Community Fund.

Its parts follow what the Fund usually likes to know in a progress update: the story of the project,
how people were involved, the differences made, what was learned, and how the work changes
(https://www.tnlcommunityfund.org.uk/funding/managing-your-grant/over-10k/progress-updates).
"""

from collections.abc import Iterable, Iterator

from tocmodel.analysis.evidence import NO_EVIDENCE, Bearing, weights_of_evidence
from tocmodel.analysis.goals import is_wanted
from tocmodel.diagram.sentences import sentence
from tocmodel.documents.blocks import (
    Block,
    ItemList,
    Runs,
    SectionHeading,
    bold,
    paragraph,
    runs,
)
from tocmodel.documents.chapters import monitoring, value_creation
from tocmodel.documents.chapters.assumptions_and_risks import assumed
from tocmodel.documents.chapters.narrative import story
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Evidence, HasOrigin, Outcome, Partner
from tocmodel.narrative.opening import date_words
from tocmodel.tables.monitoring import monitoring_rows
from tocmodel.wording import figure_words, quotation_words

_SHOWN = (Bearing.CHANGE, Bearing.CAUSE, Bearing.MIXED, Bearing.NO_CHANGE)
"""What evidence shows about an outcome that somebody has looked for."""

_YOUR_OWN = "Please add it in your own words."
"""The end of a sentence about something that the theory does not hold."""


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the parts of an update, each with what the theory holds about it."""
    return (
        SectionHeading("The story of the work"),
        *_story(subject),
        SectionHeading("Who was involved"),
        *_people(subject),
        SectionHeading("What changed"),
        *_changes(subject),
        SectionHeading("What was learned"),
        *_learning(subject),
        SectionHeading("What we do differently now"),
        *_different(subject),
    )


def _story(subject: ReportSubject) -> Iterator[Block]:
    if subject.theory.summary:
        yield paragraph(subject.words.translated("theory").summary or subject.theory.summary)
    yield from map(paragraph, story(subject))
    done = subject.theory.interventions.values()
    if done:
        yield ItemList(
            tuple(
                _item(
                    subject.title(item.id),
                    subject.words.description(item.id),
                    *(f"Reach: {figure_words(figure)}" for figure in item.reach),
                )
                for item in done
            )
        )


def _people(subject: ReportSubject) -> Iterator[Block]:
    partners = sorted(subject.theory.partners.values(), key=lambda item: not item.lived_experience)
    if partners:
        yield ItemList(tuple(_partner(subject, item) for item in partners))
    else:
        yield paragraph(f"The theory names nobody. {_YOUR_OWN}")
    reviews = subject.theory.reviews.values()
    took_part = dict.fromkeys(id_ for review in reviews for id_ in review.took_part)
    if took_part:
        yield paragraph(
            f"Those who took part in reviews of the theory: {subject.titles(took_part)}."
        )
    claims = (*subject.theory.elements.values(), *subject.theory.links)
    agreed = [item.agreed for item in claims if isinstance(item, HasOrigin) and item.agreed]
    with_ = dict.fromkeys(id_ for item in agreed for id_ in item.with_)
    if with_:
        yield paragraph(f"Those who agreed to parts of it: {subject.titles(with_)}.")


def _partner(subject: ReportSubject, item: Partner) -> Runs:
    lived = "speaking from lived experience" if item.lived_experience else ""
    about = ", ".join(filter(None, (str(item.role or ""), lived)))
    decides = f"They have a say over {subject.titles(item.decides)}" if item.decides else ""
    return _item(subject.title(item.id), about, subject.words.description(item.id), decides)


def _changes(subject: ReportSubject) -> Iterator[Block]:
    weights = weights_of_evidence(subject.theory)
    outcomes = list(subject.theory.outcomes.values())
    for heading, bearings in (
        ("Changes with evidence", (Bearing.CHANGE, Bearing.CAUSE)),
        ("Mixed results, or no change seen", (Bearing.MIXED, Bearing.NO_CHANGE)),
        ("Evidence against a change", (Bearing.AGAINST,)),
    ):
        found = [item for item in outcomes if weights.get(item.id, NO_EVIDENCE).of(*bearings)]
        if found:
            yield SectionHeading(heading, 2)
            yield from _shown(subject, found, bearings)
        elif bearings[0] is Bearing.CHANGE:
            yield paragraph(f"The theory has no evidence of a change yet. {_YOUR_OWN}")
    rows = tuple(row for row in monitoring_rows(subject.theory) if row.latest)
    if rows:
        yield SectionHeading("Figures", 2)
        yield monitoring.table_of(rows)
    yield from _not_shown(subject, outcomes)
    unwanted = [item for item in outcomes if not is_wanted(item)]
    if unwanted:
        yield SectionHeading("What nobody aimed at", 2)
        yield ItemList(tuple(runs(subject.title(item.id)) for item in unwanted))


def _shown(
    subject: ReportSubject, outcomes: Iterable[Outcome], bearings: tuple[Bearing, ...]
) -> Iterator[Block]:
    weights = weights_of_evidence(subject.theory)
    for outcome in outcomes:
        evidence = weights[outcome.id].of(*bearings)
        yield paragraph(
            bold(f"{subject.title(outcome.id)}. "),
            " ".join(_evidence(subject, item) for item in evidence),
        )
        for quotation in outcome.quotes:
            if quotation.may_be_shown:
                said_by = subject.theory.partners.get(quotation.said_by)
                words = quotation_words(quotation, said_by.full_title if said_by else "")
                yield paragraph(words, style="quotation")


def _evidence(subject: ReportSubject, item: Evidence) -> str:
    is_listed = item.id in subject.theory.evidence
    title = subject.title(item.id) if is_listed else item.full_title
    about = (subject.source(item.source, item.at), item.period)
    where = "; ".join(filter(None, about))
    return sentence(title.strip().removesuffix(".")).removesuffix(".") + (
        f" ({where})." if where else "."
    )


def _not_shown(subject: ReportSubject, outcomes: Iterable[Outcome]) -> Iterator[Block]:
    weights = weights_of_evidence(subject.theory)
    open_ = [
        item
        for item in outcomes
        if is_wanted(item) and not weights.get(item.id, NO_EVIDENCE).of(*_SHOWN)
    ]
    if open_:
        yield SectionHeading("Hoped for, and not shown yet", 2)
        yield ItemList(tuple(runs(subject.title(item.id)) for item in open_))


def _learning(subject: ReportSubject) -> Iterator[Block]:
    failed = [item for item in assumed(subject) if str(item.holds or "") == "no"]
    if failed:
        yield paragraph("We assumed these, and they do not hold:")
        yield ItemList(tuple(_item(item.full_title, item.description) for item in failed))
    reviews = sorted(subject.theory.reviews.values(), key=lambda item: item.date)
    prompted = [
        _item(f"{review.date}", "; ".join(map(subject.title, review.prompted_by)))
        for review in reviews
        if review.prompted_by
    ]
    if prompted:
        yield paragraph("What made us think again:")
        yield ItemList(tuple(prompted))
    if subject.theory.value_creation or subject.theory.stories:
        yield from value_creation.blocks(subject)
    elif not (failed or prompted):
        yield paragraph(f"The theory records nothing that was learned. {_YOUR_OWN}")


def _different(subject: ReportSubject) -> Iterator[Block]:
    reviews = sorted(subject.theory.reviews.values(), key=lambda item: item.date)
    decided = [
        _item(
            review.date,
            review.decided,
            f"Changed: {'; '.join(subject.claims(review.changed))}" if review.changed else "",
        )
        for review in reviews
        if review.decided or review.changed
    ]
    if decided:
        yield ItemList(tuple(decided))
    else:
        yield paragraph(f"The theory records no decision. {_YOUR_OWN}")
    revision = subject.theory.revision
    if revision and revision.next_review:
        yield paragraph(f"The next review is due {date_words(revision.next_review)}.")


def _item(title: str, *texts: str) -> Runs:
    words = " ".join(sentence(" ".join(text.split())) for text in texts if text.strip())
    return runs(bold(sentence(title)), f" {words}" if words else "")
