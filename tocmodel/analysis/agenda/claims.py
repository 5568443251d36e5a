"""Claims on the agenda: assumptions nobody looked at, rivals nobody tested, links of our own."""

from collections.abc import Iterator

from tocmodel.analysis.agenda.model import AgendaItem, AgendaTopic, ReviewDay, of_entry, of_link
from tocmodel.analysis.reviews import last_looks, reviews_in_order
from tocmodel.model import Answer, Evidence, Link, Standing, TheoryOfChange

_OWN_READING = {
    Standing.INFERRED: "on the main story, but only our own reading: nobody has agreed to it",
    Standing.DRAFTED: "on the main story, but drafted by a program: nobody has agreed to it",
}


def last_question(theory: TheoryOfChange, _day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield the question that the last review left, if it left one."""
    for review in reviews_in_order(theory)[-1:]:
        if review.next_question:
            yield of_entry(AgendaTopic.QUESTION, review, "reviews", review.next_question)


def assumptions(theory: TheoryOfChange, _day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield the assumptions that no review looked at, or found to be true; critical ones first."""
    looks = last_looks(theory)
    ordered = sorted(theory.assumptions.values(), key=lambda item: not item.critical)
    for assumption in ordered:
        look = looks.get(assumption.id)
        if look is None:
            reason = "no review has looked at it"
        elif look.answer is Answer.UNKNOWN:
            reason = f"nobody could tell whether it is true: {look.review.date}"
        elif look.answer is Answer.NO and _carries_links(theory, assumption.id):
            reason = f"found not to be true ({look.review.date}), and links still rest on it"
        else:
            continue
        critical = "critical; " if assumption.critical else ""
        yield of_entry(AgendaTopic.ASSUMPTION, assumption, "assumptions", f"{critical}{reason}")


def _carries_links(theory: TheoryOfChange, id_: str) -> bool:
    return any(id_ in link.assumes for link in theory.links)


def untested_rivals(theory: TheoryOfChange, _day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield the links that name another explanation which no evidence with a test speaks to."""
    for place, link in _statements(theory):
        if link.rivals_named and not _is_tested(theory, link):
            rivals = "; ".join(f"“{rival}”" for rival in link.rivals_named)
            reason = f"another explanation, and no evidence with a test: {rivals}"
            yield of_link(AgendaTopic.RIVAL, theory, place, link, reason)


def _is_tested(theory: TheoryOfChange, link: Link) -> bool:
    """Return whether evidence about a link has a process-tracing test."""
    name = f"{link.from_} -> {link.to}"
    inside = (item for item in link.evidence if isinstance(item, Evidence))
    named = (theory.evidence.get(item) for item in link.evidence if isinstance(item, str))
    about = (item for item in theory.evidence.values() if name in _claims(item))
    return any(item is not None and item.test for item in (*inside, *named, *about))


def _claims(evidence: Evidence) -> Iterator[str]:
    for text in (*evidence.supports, *evidence.contradicts, *evidence.about):
        yield " -> ".join(part.strip() for part in text.split("->"))


def inferred_links(theory: TheoryOfChange, _day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield the links of the main story that are our own reading, or a program's draft."""
    for place, link in _statements(theory):
        if link.main and link.standing in _OWN_READING:
            reason = _OWN_READING[link.standing]
            yield of_link(AgendaTopic.INFERRED, theory, place, link, reason)


def _statements(theory: TheoryOfChange) -> Iterator[tuple[int, Link]]:
    """Yield the links, one for each that is written, each with its place."""
    return ((place, link) for place, link in enumerate(theory.links) if not link.is_repeated)
