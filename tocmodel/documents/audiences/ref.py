"""A draft of an impact case study for the Research Excellence Framework (REF), with word counts.

The parts, their order and their limits are those of the template for REF 2021: a summary of 100
words, underpinning research of 500, six references to the research, details of the impact of 750,
and ten sources to corroborate it (REF 2021, *Guidance on submissions*, REF 2019/01, Annex G:
https://www.ref.ac.uk/publications-and-reports/guidance-on-submissions-201901/). The limits are
indicative: only the five pages of the whole are fixed.
"""

from collections.abc import Iterable, Iterator, Sequence

from tocmodel.analysis.evidence import NO_EVIDENCE, pieces, weights_of_evidence
from tocmodel.analysis.figures import located_figures
from tocmodel.diagram.sentences import quoted, sentence
from tocmodel.documents.blocks import (
    Block,
    Callout,
    ItemList,
    Runs,
    SectionHeading,
    bold,
    paragraph,
    runs,
    words_in,
)
from tocmodel.documents.chapters.sources import source_line
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Evidence, EvidenceKind, Outcome, Source
from tocmodel.tables.monitoring import monitoring_rows
from tocmodel.wording import counted

LIMITS = {"summary": 100, "research": 500, "references": 6, "details": 750, "sources": 10}
"""The indicative limits of the template: words, or entries for references and sources."""

_RESEARCH = frozenset({EvidenceKind.PEER_REVIEWED, EvidenceKind.BOOK, EvidenceKind.EVIDENCE_REVIEW})
"""The kinds of source that count as research here; the author decides in the end."""


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return the five parts of the template, each with its length, and what is withheld."""
    research = [item for item in subject.theory.sources.values() if item.kind in _RESEARCH]
    return (
        Callout(
            runs(
                "A draft from the theory. It states only what the file holds: the period of the "
                "research, the staff and the period of the impact are yours to add."
            )
        ),
        *_counted("1. Summary of the impact", "summary", tuple(_summary(subject))),
        *_counted("2. Underpinning research", "research", tuple(_research(subject, research))),
        *_listed("3. References to the research", "references", research),
        *_counted("4. Details of the impact", "details", tuple(_details(subject))),
        *_listed("5. Sources to corroborate the impact", "sources", _corroborating(subject)),
        *_redactions(subject),
    )


def length_words(number: int, limit: int, noun: str) -> str:
    """Return how long a part is, against its limit.

    >>> length_words(83, 100, "word"), length_words(812, 750, "word")
    ('83 of at most 100 words.', '812 words: 62 more than the indicative limit of 750.')
    """
    if number <= limit:
        return f"{number:,} of at most {counted(limit, noun)}."
    return f"{counted(number, noun)}: {number - limit:,} more than the indicative limit of {limit}."


def _counted(heading: str, name: str, made: tuple[Block, ...]) -> Iterator[Block]:
    yield SectionHeading(heading)
    yield from made
    yield paragraph(length_words(words_in(made), LIMITS[name], "word"), style="small")


def _listed(heading: str, name: str, sources: Sequence[Source]) -> Iterator[Block]:
    yield SectionHeading(heading)
    noun = "reference" if name == "references" else "source"
    if sources:
        yield ItemList(tuple(map(source_line, sources)), numbered=True)
    else:
        yield paragraph(f"The theory names no {noun} of this kind.")
    length = length_words(len(sources), LIMITS[name], noun)
    more = " Choose which to keep." if len(sources) > LIMITS[name] else ""
    yield paragraph(length + more, style="small")


def _summary(subject: ReportSubject) -> Iterator[Block]:
    summary = subject.words.translated("theory").summary or subject.theory.summary
    yield paragraph(summary or "The theory has no summary.")


def _research(subject: ReportSubject, research: Iterable[Source]) -> Iterator[Block]:
    found = list(research)
    for source in found:
        about = sentence(" ".join(source.description.split())) if source.description else ""
        yield paragraph(bold(f"{source.title.removesuffix('.')}. "), about)
    cited = {source.id for source in found}
    shown = [item.evidence for item in pieces(subject.theory) if item.evidence.source in cited]
    if shown:
        yield ItemList(tuple(_evidence(subject, item) for item in shown))
    if not found:
        yield paragraph(
            "The theory names no source of the kind peer-reviewed, book or evidence-review."
        )


def _details(subject: ReportSubject) -> Iterator[Block]:
    weights = weights_of_evidence(subject.theory)
    shown = [
        item
        for item in subject.theory.outcomes.values()
        if weights.get(item.id, NO_EVIDENCE).results
    ]
    if not shown:
        yield paragraph("The theory has no evidence of a change.")
    for outcome in shown:
        yield paragraph(*_detail(subject, outcome))
    # an indicator of several outcomes has a row for each
    found = {row.indicator: row for row in reversed(monitoring_rows(subject.theory)) if row.latest}
    rows = [*reversed(found.values())]
    if rows:
        yield ItemList(
            tuple(
                runs(bold(f"{row.words['indicator']}: "), f"{row.words['latest']}.") for row in rows
            )
        )
    contrary = [
        item.id
        for item in subject.theory.outcomes.values()
        if weights.get(item.id, NO_EVIDENCE).contrary
    ]
    if contrary:
        titles = ", ".join(quoted(subject.title(id_)) for id_ in contrary)
        yield paragraph(f"There is evidence against {titles}; a reader will ask about it.")


def _detail(subject: ReportSubject, outcome: Outcome) -> Iterator[str | Runs]:
    weight = weights_of_evidence(subject.theory)[outcome.id]
    yield runs(bold(f"{subject.title(outcome.id)}. "))
    for item in weight.results:
        yield from (_evidence(subject, item), " ")
    for words, text in (
        ("Why it matters", outcome.significance),
        ("How the work contributed", outcome.contribution),
    ):
        if text:
            yield f"{words}: {sentence(' '.join(text.split()))} "


def _evidence(subject: ReportSubject, item: Evidence) -> Runs:
    is_listed = item.id in subject.theory.evidence
    title = subject.title(item.id) if is_listed else item.full_title
    if item.redacted:
        title = "[Withheld]"
    where = f" [{subject.source(item.source, item.at)}]" if item.source else ""
    return runs(f"{title.strip().removesuffix('.')}{where}.")


def _corroborating(subject: ReportSubject) -> tuple[Source, ...]:
    """Return the sources of evidence and figures that are not research themselves."""
    theory = subject.theory
    cited = dict.fromkeys(
        (
            *(item.evidence.source for item in pieces(theory)),
            *(item.source for item in theory.indicators.values()),
            *(item.figure.source for item in located_figures(theory)),
        )
    )
    found = (theory.sources[id_] for id_ in cited if id_ in theory.sources)
    return tuple(item for item in found if item.kind not in _RESEARCH)


def _redactions(subject: ReportSubject) -> Iterator[Block]:
    theory = subject.theory
    figures = [
        f"a figure of {_owner(subject, item.owner)}"
        for item in located_figures(theory)
        if item.figure.redacted
    ]
    evidence = [
        quoted(subject.title(item.id)) for item in theory.evidence.values() if item.redacted
    ]
    if figures or evidence:
        yield SectionHeading("Redactions")
        yield paragraph(
            "These are withheld:"
            if theory.left_out
            else "These are withheld by their source, and must not be in a public version:"
        )
        yield ItemList(tuple(runs(words) for words in dict.fromkeys((*evidence, *figures))))


def _owner(subject: ReportSubject, owner: object) -> str:
    id_ = getattr(owner, "id", "")
    return quoted(subject.title(id_)) if id_ else "the place"
