"""What the reviews of a theory found: when each assumption was last looked at, and the answer."""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Answer, Review, TheoryOfChange
from tocmodel.model.period import period
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class LastLook(SelfDescribing):
    """The last time that a review looked at an assumption.

    Attributes:
        review: the review.
        answer: whether it found the assumption to be true; ``None`` where it changed the
            assumption without stating that.
    """

    review: Review
    answer: Answer | None = None


def reviews_in_order(theory: TheoryOfChange) -> tuple[Review, ...]:
    """Return the reviews of a theory, the earliest first; of one date, in the order of the file.

    >>> theory = TheoryOfChange(title="T", reviews={"b": {"date": 2025}, "a": {"date": "2024-03"}})
    >>> [review.id for review in reviews_in_order(theory)]
    ['a', 'b']
    """
    return tuple(sorted(theory.reviews.values(), key=_last_day))


def _last_day(review: Review) -> date:
    found = period(review.date)
    return found.end if found else date.min


def last_looks(theory: TheoryLike) -> Mapping[str, LastLook]:
    """Return the last look at each assumption that a review has looked at, by the assumption's id.

    A review has looked at an assumption if it states whether it is still true, or changed it.

    >>> theory = TheoryOfChange(
    ...     title="Visits",
    ...     assumptions={"stay": {"title": "Staff stay"}, "rooms": {"title": "Rooms are free"}},
    ...     reviews={
    ...         "second": {"date": 2025, "still_true": {"stay": "no"}},
    ...         "first": {"date": 2024, "still_true": {"stay": "yes"}},
    ...     },
    ... )
    >>> {id_: (look.review.id, look.answer.value) for id_, look in last_looks(theory).items()}
    {'stay': ('second', 'no')}
    """
    theory = as_theory(theory)
    found: dict[str, LastLook] = {}
    for review in reviews_in_order(theory):
        for id_ in (*review.still_true, *review.changed):
            if id_ in theory.assumptions:
                found[id_] = LastLook(review=review, answer=review.still_true.get(id_))
    return found
