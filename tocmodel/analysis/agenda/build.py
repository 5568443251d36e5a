"""Make the agenda of the next review from a theory: one function for each topic, in their order."""

from tocmodel.analysis.agenda.claims import (
    assumptions,
    inferred_links,
    last_question,
    untested_rivals,
)
from tocmodel.analysis.agenda.figures import figures_due, targets_missed, tipping_points
from tocmodel.analysis.agenda.hopes import expired_consents, old_hopes, surprises
from tocmodel.analysis.agenda.model import Agenda, ReviewDay
from tocmodel.dates import suggestions
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model.period import period

_TOPICS = (
    last_question,
    figures_due,
    targets_missed,
    tipping_points,
    assumptions,
    old_hopes,
    untested_rivals,
    inferred_links,
    surprises,
    expired_consents,
)


def agenda(theory: TheoryLike, on: str | None = None) -> Agenda:
    """Return the agenda of the next review of a theory: what to look at, and why.

    Reviews close the cycle of design-based work: co-design, monitor, revise (University of
    Manchester 2021, *New-generation Children's Zones*, REF impact case study).

    Args:
        theory: the theory.
        on: the day, the month or the year of the review; without it, that of the next review that
            the theory has (``next_review`` of ``revision``). If neither is known, nothing counts
            as late, and every figure with a date is listed as due.

    >>> from tocmodel.model import TheoryOfChange
    >>> theory = TheoryOfChange(
    ...     title="Visits",
    ...     assumptions={"stay": {"title": "Staff stay", "critical": True}},
    ...     indicators={"late": {"title": "Late arrivals", "next_due": "2025-07"}},
    ... )
    >>> for item in agenda(theory, on="2025-09"):
    ...     print(f"{item.topic}: {item.title}: {item.reason}")
    due: Late arrivals: a figure is due: 2025-07
    assumption: Staff stay: critical; no review has looked at it

    Raises:
        TocModelError: ``on`` is no date.
    """
    theory = as_theory(theory)
    day = review_day(on or (theory.revision.next_review if theory.revision else ""))
    found = Agenda((item for items in _TOPICS for item in items(theory, day)), theory)
    found.day = day.text
    return found


def review_day(text: str) -> ReviewDay:
    """Return the day of a review.

    >>> review_day("2025-09").period.end
    datetime.date(2025, 9, 30)

    Raises:
        TocModelError: the text is no date; the message suggests how to write it.
    """
    found = period(text)
    if text and found is None:
        near = suggestions(text)
        help_ = (
            f"did you mean {' or '.join(near)}?" if near else "write it as 2025-07-04 or 2025-07"
        )
        raise TocModelError(f"'{text:.60}' is no date; {help_}")
    return ReviewDay(text, found)
