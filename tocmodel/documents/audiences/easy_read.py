"""An easy-read report: short plain sentences, large type and one picture."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from tocmodel.analysis.goals import is_wanted
from tocmodel.diagram.sentences import sentence
from tocmodel.documents.blocks import Block, ItemList, SectionHeading, paragraph, runs
from tocmodel.documents.chapters.narrative import sentences
from tocmodel.documents.chapters.picture import picture_of
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Element, Horizon

_WHEN = {
    Horizon.SHORT: "What changes soon",
    Horizon.MEDIUM: "What changes after that",
    Horizon.LONG: "What changes in the long run",
    Horizon.IMPACT: "What we hope for in the end",
    None: "What changes",
}


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return who we are, what we do and what changes, in plain sentences."""
    return tuple(_blocks(subject))


def _blocks(subject: ReportSubject) -> Iterator[Block]:
    theory = subject.theory
    if theory.place:
        yield paragraph(f"This is a plan for {theory.place.name}.")
    yield from _part(subject, "Who we are", theory.partners.values())
    yield from _part(subject, "What we do", theory.interventions.values())
    if subject.drawing is not None:
        picture = picture_of(subject, own_page=True)
        yield evolve(picture, heading="Our plan in one picture")
    outcomes = [item for item in theory.outcomes.values() if is_wanted(item)]
    for horizon, heading in _WHEN.items():
        found = [item for item in outcomes if item.horizon is horizon]
        yield from _part(subject, heading, found)
    if strands := sentences(subject):
        yield SectionHeading("How it works")
        yield ItemList(tuple(map(runs, strands[0])))
        if len(strands) > 1:
            yield paragraph("There is more in the full report.")
    if outcomes:
        yield paragraph("We do not know yet if all of this will happen.")
    unwanted = [item for item in theory.outcomes.values() if not is_wanted(item)]
    yield from _part(subject, "What we did not plan", unwanted)
    yield from _part(subject, "What might go wrong", theory.risks.values())


def _part(subject: ReportSubject, heading: str, entries: Iterable[Element]) -> Iterator[Block]:
    items = tuple(runs(sentence(subject.title(item.id))) for item in entries)
    if items:
        yield SectionHeading(heading)
        yield ItemList(items)


def without_plain_words(subject: ReportSubject) -> tuple[str, ...]:
    """Return the ids of what an easy-read report shows without plain words of its own."""
    theory = subject.theory
    shown: Iterable[Element] = (*theory.interventions.values(), *theory.outcomes.values())
    return tuple(item.id for item in shown if not item.plain)
