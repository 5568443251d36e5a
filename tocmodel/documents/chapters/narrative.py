"""The theory as prose that people read aloud."""

from collections.abc import Iterator

from tocmodel.documents.blocks import Block, SectionHeading, paragraph
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import HasOrigin, TheoryOfChange
from tocmodel.narrative import Narrative, Sentence, narrate
from tocmodel.wording import counted


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the whole narrative, a part under each heading."""
    return tuple(_sections(_narrative(subject)))


def _sections(narrative: Narrative) -> Iterator[Block]:
    for section in narrative.sections:
        yield SectionHeading(section.heading, 2)
        for number, part in enumerate(section.paragraphs):
            is_first = section.id == "aim" and number == 0
            yield paragraph(part.text, style="lead" if is_first else "body")
    if narrative.left_out:
        yield paragraph(
            f"{counted(narrative.left_out, 'link is', 'links are')} not described here.",
            style="small",
        )


def _narrative(subject: ReportSubject) -> Narrative:
    words = subject.words
    return narrate(subject.theory, plain=words.plain, language=words.language or None)


def story(subject: ReportSubject) -> tuple[str, ...]:
    """Return the main story, a paragraph for each of its strands."""
    return tuple(" ".join(one.text for one in strand) for strand in _strands(subject))


def sentences(subject: ReportSubject) -> tuple[tuple[str, ...], ...]:
    """Return the sentences of the main story, strand by strand."""
    return tuple(tuple(one.text for one in strand) for strand in _strands(subject))


def first_strand(subject: ReportSubject, most: int) -> str:
    """Return the first strand of the main story, in at most so many words.

    If it is longer, its last sentences are left out, and with them what they state about several
    steps at once. A sentence about the steps that are left replaces it.
    """
    strand = next(iter(_strands(subject)), ())
    shown: list[Sentence] = []
    for sentence in strand:
        if sum(len(one.text.split()) for one in (*shown, sentence)) > most:
            break
        shown.append(sentence)
    text = " ".join(one.text for one in shown)
    return text if len(shown) == len(strand) else f"{text} {_readings(subject.theory, shown)}"


def _strands(subject: ReportSubject) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of each strand; the first paragraph only says who marked the story."""
    sections = {section.id: section for section in _narrative(subject).sections}
    found = sections.get("story") or sections.get("pathways")
    strands = tuple(part.sentences for part in found.paragraphs) if found else ()
    return tuple(strand for strand in strands if any(one.links for one in strand)) or strands[:1]


def _readings(theory: TheoryOfChange, shown: list[Sentence]) -> str:
    """Return how many of the steps that are told are no more than a reading or a draft."""
    pairs = dict.fromkeys(pair for one in shown for pair in one.links)
    links = [link for link in theory.links if (link.from_, link.to) in pairs]
    guesses = sum(isinstance(link, HasOrigin) and not link.standing.is_attested for link in links)
    more = "The full report has the rest."
    if not guesses:
        return more
    if guesses == len(links):
        return f"Every step described here is our own reading. {more}"
    verb = "is" if guesses == 1 else "are"
    return f"Of the {len(links)} steps described here, {guesses} {verb} our own reading. {more}"


def main_story(subject: ReportSubject) -> str:
    """Return the main story in one paragraph, for a template."""
    return " ".join(story(subject))
