"""Every element, stage by stage: what it is, where it comes from, and what people said."""

from collections.abc import Iterable, Iterator

from tocmodel.diagram.descriptions import remark, traits
from tocmodel.diagram.sentences import sentence
from tocmodel.documents.blocks import (
    Block,
    Runs,
    SectionHeading,
    TableColumn,
    TextTable,
    runs,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Element, Horizon, Intervention, Mechanism, Outcome, Space
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.report.origins import origin_words
from tocmodel.wording import figure_words, needs_words

SECTIONS_SHOWN = (
    "partners",
    "conditions",
    "factors",
    "assets",
    "inputs",
    "interventions",
    "outputs",
    "mechanisms",
    "spaces",
    "outcomes",
)
"""The sections with a table each, in reading order; the others have a chapter of their own."""

_ORDER = (Horizon.SHORT, Horizon.MEDIUM, Horizon.LONG, Horizon.IMPACT, None)


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return a table for each section, outcomes from the first to the last."""
    return tuple(_sections(subject))


def _sections(subject: ReportSubject) -> Iterator[Block]:
    for section in SECTIONS_SHOWN:
        entries: list[Element] = list(getattr(subject.theory, section).values())
        if section == "outcomes":
            entries.sort(key=lambda item: _ORDER.index(getattr(item, "horizon", None)))
        if entries:
            own = subject.words.own(section)
            heading = own or SECTION_NAMES[section].heading
            yield SectionHeading(heading, 2, is_ours=not own)
            yield table_of(subject, heading, SECTION_NAMES[section].one, entries)


def table_of(
    subject: ReportSubject, heading: str, noun: str, entries: Iterable[Element]
) -> TextTable:
    """Return elements of one kind as a table, with everything the theory states about each."""
    return TextTable(
        heading,
        (TableColumn(noun.capitalize(), 1.0), TableColumn("What the theory states about it", 2.0)),
        tuple(((runs(subject.title(item.id)),), tuple(_facts(subject, item))) for item in entries),
    )


def _facts(subject: ReportSubject, element: Element) -> Iterator[Runs]:
    for text in _texts(subject, element):
        if text.strip(" ."):
            yield runs(sentence(" ".join(text.split())))


def _texts(subject: ReportSubject, element: Element) -> Iterator[str]:
    titles = {id_: subject.title(id_) for id_ in subject.theory.partners}
    yield subject.words.description(element.id)
    yield ", ".join(traits(element))
    yield from _own(subject, element)
    yield remark(element, titles)
    yield origin_words(subject.theory, element)


def _own(subject: ReportSubject, element: Element) -> Iterator[str]:
    """Yield what only some kinds of element have."""
    if partners := getattr(element, "partners", ()):
        verb = "Delivered" if isinstance(element, Intervention) else "Provided"
        yield f"{verb} by: {subject.titles(partners)}"
    if isinstance(element, Intervention):
        yield from _of_intervention(subject, element)
    elif isinstance(element, Outcome):
        yield from _of_outcome(subject, element)
    elif isinstance(element, Mechanism):
        yield f"What people get: {element.resource}" if element.resource else ""
        yield (
            f"What changes in how they think or feel: “{element.reasoning}”"
            if (element.reasoning)
            else ""
        )
        yield f"Where it works: {element.context}" if element.context else ""
    elif isinstance(element, Space):
        yield f"What its members share: {element.practice}" if element.practice else ""
        yield f"Members: {subject.titles(element.members)}" if element.members else ""
        yield (
            f"The difference that they care to make: {element.difference}"
            if element.difference
            else ""
        )


def _of_intervention(subject: ReportSubject, element: Intervention) -> Iterator[str]:
    if element.tier:
        yield f"{element.tier} support"
    if element.starts or element.ends:
        span = (
            f"from {element.starts}" * bool(element.starts),
            f"to {element.ends}" * bool(element.ends),
        )
        yield " ".join(filter(None, span))
    for figure in element.reach:
        yield f"Reach: {figure_words(figure)}"
    if element.uses:
        yield f"Uses: {subject.titles(element.uses)}"
    if element.addresses:
        yield f"Acts on: {subject.titles(element.addresses)}"


def _of_outcome(subject: ReportSubject, element: Outcome) -> Iterator[str]:
    if element.unintended:
        yield "Not intended"
    yield element.combination
    if element.needs:
        yield f"It needs {needs_words(element.needs, subject.title)}"
    if element.sufficient:
        yield {
            "yes": "What leads to it is judged to be enough",
            "no": "What leads to it is judged not to be enough",
            "unknown": "It is not known whether what leads to it is enough",
        }[element.sufficient]
    if element.owner:
        yield f"{subject.title(element.owner)} answers for it"
