"""The agenda of a review: its items, and the topics that they belong to."""

from enum import StrEnum

from attrs import frozen

from tocmodel.diagnostics import Pointer
from tocmodel.model import Entry, Link, TheoryOfChange
from tocmodel.model.period import Period
from tocmodel.results import Results
from tocmodel.self_describing import SelfDescribing


class AgendaTopic(StrEnum):
    """Why something is on the agenda, in the order of the agenda.

    Attributes:
        QUESTION: the last review left it as a question.
        DUE: a figure is due by the day of the review.
        TARGET: a target was missed, or has passed without a figure.
        TIPPING_POINT: a figure is past its tipping point.
        ASSUMPTION: no review has looked at the assumption, or the last one could not tell.
        HOPE: something has been hoped for or planned for more than a year.
        RIVAL: another explanation was named, and no evidence tests it.
        INFERRED: a link of the main story is our own reading, or a program's draft.
        SURPRISE: something unexpected came about, and no review has taken it up.
        CONSENT: the consent to a quotation has run out.
    """

    QUESTION = "question"
    DUE = "due"
    TARGET = "target"
    TIPPING_POINT = "tipping-point"
    ASSUMPTION = "assumption"
    HOPE = "hope"
    RIVAL = "rival"
    INFERRED = "inferred"
    SURPRISE = "surprise"
    CONSENT = "consent"


@frozen(kw_only=True)
class AgendaItem(SelfDescribing):
    """One line of the agenda: something to look at, and why.

    Attributes:
        topic: the topic that it belongs to.
        about: id of the entry, or a link as ``cause -> effect``.
        title: the title of the entry, or the titles of both ends of the link.
        reason: why it is on the agenda, in words.
        pointer: its address in the theory.
    """

    topic: AgendaTopic
    about: str
    title: str
    reason: str
    pointer: Pointer = ()


class Agenda(Results[AgendaItem]):
    """The agenda of the next review, topic by topic.

    Attributes:
        about: the theory.
        day: the day or the month of the review, as written; empty where none is known.
    """

    day: str = ""


@frozen
class ReviewDay:
    """The time of a review.

    Attributes:
        text: the day, the month or the year, as written.
        period: its first and its last day; ``None`` where no date is known, so that nothing can be
            called late.
    """

    text: str = ""
    period: Period | None = None

    def is_after(self, other: Period | None) -> bool:
        """Return whether a time is known to be over on the day of the review."""
        return self.period is not None and other is not None and other.end < self.period.start


def of_entry(topic: AgendaTopic, entry: Entry, section: str, reason: str) -> AgendaItem:
    """Return an item about an entry."""
    return AgendaItem(
        topic=topic,
        about=entry.id,
        title=entry.full_title or entry.id,
        reason=reason,
        pointer=(section, entry.id),
    )


def of_link(
    topic: AgendaTopic, theory: TheoryOfChange, place: int, link: Link, reason: str
) -> AgendaItem:
    """Return an item about a link."""
    ends = (theory.elements.get(end) for end in (link.from_, link.to))
    ids = (link.from_, link.to)
    titles = (end.title if end else id_ for end, id_ in zip(ends, ids, strict=True))
    return AgendaItem(
        topic=topic,
        about=" -> ".join(ids),
        title=" → ".join(titles),
        reason=reason,
        pointer=("links", place),
    )
