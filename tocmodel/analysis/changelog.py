"""A theory's change log: its reviews, and what changed from one kept state to the next.

The reviews stand in the file. The states come from elsewhere, such as the revisions of a file in
git; without them the log holds the reviews alone. A review and the changes belong together where
the state in which the review first stands differs from the state before.
"""

from collections.abc import Iterable, Sequence

from attrs import evolve

from tocmodel.analysis.difference import Differences, diff
from tocmodel.model import Review, Significance, TheoryOfChange
from tocmodel.values import field, frozen


@frozen(kw_only=True)
class State:
    """A theory as it was kept at some time.

    Attributes:
        theory: the theory; ``None`` where what was kept cannot be read as one.
        date: when it was kept, or empty for a state that is not kept yet.
        note: what was said of it then.
    """

    theory: TheoryOfChange | None
    date: str = ""
    note: str = ""


@frozen(kw_only=True)
class Logged:
    """One step of the log: the reviews that came in, and what changed.

    Attributes:
        state: the state in which they first stand; ``None`` for reviews alone.
        reviews: the reviews, the latest first.
        differences: what differs from the state before.
        theory: the theory in which the reviews' ids are looked up.
        is_first: nothing is known of the time before.
    """

    theory: TheoryOfChange
    state: State | None = None
    reviews: tuple[Review, ...] = ()
    differences: Differences = field(factory=Differences)
    is_first: bool = False

    @property
    def is_understated(self) -> bool:
        """Whether every review calls minor what the differences show to be significant."""
        called = {review.significance for review in self.reviews}
        return called == {Significance.MINOR} and bool(self.differences.significant)


def change_log(states: Sequence[State], *, since: State | None = None) -> tuple[Logged, ...]:
    """Return the log, the latest step first.

    Args:
        states: the states of a theory, the earliest first; those that hold none are passed over.
        since: the state before the first one; without it the log begins with the first, of which
            only the reviews are told.

    >>> old = TheoryOfChange(title="Reading", outcomes={"fun": {"title": "Reading is fun"}})
    >>> new = TheoryOfChange(
    ...     title="Reading",
    ...     outcomes={"fun": {"title": "Reading is fun", "horizon": "short"}},
    ...     reviews={"spring": {"date": "2019-03", "significance": "minor"}},
    ... )
    >>> step = change_log([State(theory=old), State(theory=new)])[0]
    >>> [review.id for review in step.reviews], len(step.differences), step.is_understated
    (['spring'], 1, True)
    """
    before = since.theory if since else None
    steps: list[Logged] = []
    for state in states:
        if state.theory is None:
            continue
        step = _step(before, state.theory, state)
        if step.reviews or step.differences or before is None:
            steps.append(step)
        before = state.theory
    return tuple(reversed(steps))


def _step(before: TheoryOfChange | None, now: TheoryOfChange, state: State) -> Logged:
    if before is None:
        reviews = _latest_first(now.reviews.values())
        return Logged(theory=now, state=state, reviews=reviews, is_first=True)
    found = diff(before, now)
    known = {found.renamed.get(id_, id_) for id_ in before.reviews}
    written = (review for id_, review in now.reviews.items() if id_ not in known)
    # That a review was written down is no change of the theory: the review itself is told.
    others = tuple(
        item for item in found if not (item.section == "reviews" and item.about not in known)
    )
    return Logged(
        theory=now,
        state=state,
        reviews=_latest_first(written),
        differences=evolve(found, items=others),
    )


def _latest_first(reviews: Iterable[Review]) -> tuple[Review, ...]:
    return tuple(sorted(reviews, key=lambda review: (review.date, review.id), reverse=True))
