"""The links, each as a sentence: if one thing, then another, because, and provided that."""

from collections.abc import Iterator

from tocmodel.analysis.evidence import NO_EVIDENCE, weights_of_evidence
from tocmodel.diagram.sentences import quoted, sentence
from tocmodel.documents.blocks import Block, ItemList, Runs, SectionHeading, runs
from tocmodel.documents.subject import ReportSubject
from tocmodel.graph.wholes import find_whole
from tocmodel.model import Assumption, Effect, Link
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.report.evidence import evidence_lines
from tocmodel.report.origins import origin_words
from tocmodel.wording import confidence_words, link_verb, voice_words

_HOLDS = {
    "yes": "it holds",
    "no": "it does not hold",
    "unknown": "it is not known whether it holds",
    "": "the theory does not state whether it holds",
}


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return a list of sentences for each section that links lead to."""
    return tuple(_sections(subject))


def _sections(subject: ReportSubject) -> Iterator[Block]:
    found: dict[str, list[Link]] = {}
    for link in subject.theory.links:
        whole = find_whole(subject.theory, link.to)
        section = "" if whole else subject.theory.section_of(link.to)
        found.setdefault(section, []).append(link)
    for section, links in found.items():
        name = SECTION_NAMES[section].heading if section else "Parts of the theory"
        if len(found) > 1:
            yield SectionHeading(f"What leads to: {name}", 2)
        yield ItemList(tuple(link_line(subject, link) for link in links))


def link_line(subject: ReportSubject, link: Link) -> Runs:
    """Return a link as sentences: its claim and reason, and everything that limits it."""
    return runs(" ".join(filter(None, _sentences(subject, link))))


def _sentences(subject: ReportSubject, link: Link) -> Iterator[str]:
    yield sentence(_claim(subject, link))
    for item in link.assumes:
        yield sentence(f"This needs: {assumption_words(subject, item)}")
    if link.via:
        yield sentence(f"People respond because of {_quoted(subject, link.via)}")
    for voice in voice_words(subject.theory, link):
        yield sentence(f"One view – {voice}")
    yield from _size(link)
    if link.feedback:
        yield "This leads back to something earlier."
    weight = weights_of_evidence(subject.theory).get((link.from_, link.to), NO_EVIDENCE)
    evidence = [line.text for line in evidence_lines(subject.theory, weight, 0, link=True)]
    yield from evidence or ["No evidence is named for this step."]
    if link.rivals_named:
        yield sentence(f"Other explanations: {'; '.join(link.rivals_named)}")
    yield origin_words(subject.theory, link)


def _claim(subject: ReportSubject, link: Link) -> str:
    cause, effect = (_end(subject, end) for end in (link.from_, link.to))
    reason = f", because {link.because.strip().removesuffix('.')}" if link.because else ""
    raises = link.is_causal and not link.is_mutual and link.effect is Effect.INCREASES
    if raises and link.to not in subject.theory.factors:
        return f"If {cause}, then {effect}{reason}"
    return f"{cause} {link_verb(subject.theory, link)} {effect}{reason}"


def _end(subject: ReportSubject, name: str) -> str:
    some = "something in " if find_whole(subject.theory, name) else ""
    return some + quoted(subject.title(name))


def _quoted(subject: ReportSubject, ids: tuple[str, ...]) -> str:
    return ", ".join(quoted(subject.title(id_)) for id_ in ids)


def assumption_words(subject: ReportSubject, item: str | Assumption) -> str:
    """Return an assumption with whether it is critical, and whether it holds."""
    known = subject.theory.assumptions.get(item) if isinstance(item, str) else item
    if known is None:
        return quoted(str(item))
    is_listed = known.id in subject.theory.assumptions
    title = subject.title(known.id) if is_listed else known.full_title
    marks = ("critical" if known.critical else "", _HOLDS[str(known.holds or "")])
    return f"{quoted(title)} ({', '.join(filter(None, marks))})"


def _size(link: Link) -> Iterator[str]:
    parts = (
        f"after {link.delay}" if link.delay else "",
        f"a {link.strength} effect" if link.strength else "",
        f"confidence {confidence_words(link.confidence)}" if link.confidence is not None else "",
    )
    if words := ", ".join(filter(None, parts)):
        yield sentence(words)
