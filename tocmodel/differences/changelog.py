"""A theory's change log: its reviews, and the changes from one kept state to the next.

The reviews are in the file. The states come from elsewhere, such as the revisions of a file in git;
without them the log has only the reviews. A review belongs to the changes between the first state
that contains it and the state before.
"""

from collections.abc import Iterable, Sequence

from attrs import evolve, field, frozen

from tocmodel.differences import Differences, diff
from tocmodel.model import Review, Significance, TheoryOfChange


@frozen(kw_only=True)
class KeptVersion:
    """A theory as it was kept at some time.

    Attributes:
        theory: the theory; ``None`` where the kept file cannot be read as one.
        date: when it was kept, or empty for a state that is not kept yet.
        note: the remark made then, such as a commit message.
    """

    theory: TheoryOfChange | None
    date: str = ""
    note: str = ""


@frozen(kw_only=True)
class LogStep:
    """One step of the log: the new reviews, and the changes.

    Attributes:
        state: the first state that contains them; ``None`` for reviews alone.
        reviews: the reviews, the latest first.
        differences: the differences from the state before.
        theory: the theory to look up the reviews' ids in.
        is_first: there is no earlier state.
    """

    theory: TheoryOfChange
    state: KeptVersion | None = None
    reviews: tuple[Review, ...] = ()
    differences: Differences = field(factory=Differences)
    is_first: bool = False

    @property
    def is_understated(self) -> bool:
        """Whether every review calls the changes minor although they are significant."""
        called = {review.significance for review in self.reviews}
        return called == {Significance.MINOR} and bool(self.differences.significant)


def change_log(
    states: Sequence[KeptVersion], *, since: KeptVersion | None = None
) -> tuple[LogStep, ...]:
    """Return the log, the latest step first.

    Args:
        states: the states of a theory, the earliest first; those without a theory are skipped.
        since: the state before the first one; without it the log begins with the first state and
            lists only its reviews.

    >>> old = TheoryOfChange(title="Reading", outcomes={"fun": {"title": "Reading is fun"}})
    >>> new = TheoryOfChange(
    ...     title="Reading",
    ...     outcomes={"fun": {"title": "Reading is fun", "horizon": "short"}},
    ...     reviews={"spring": {"date": "2019-03", "significance": "minor"}},
    ... )
    >>> step = change_log([KeptVersion(theory=old), KeptVersion(theory=new)])[0]
    >>> [review.id for review in step.reviews], len(step.differences), step.is_understated
    (['spring'], 1, True)
    """
    before = since.theory if since else None
    steps: list[LogStep] = []
    for state in states:
        if state.theory is None:
            continue
        step = _step(before, state.theory, state)
        if step.reviews or step.differences or before is None:
            steps.append(step)
        before = state.theory
    return tuple(reversed(steps))


def _step(before: TheoryOfChange | None, now: TheoryOfChange, state: KeptVersion) -> LogStep:
    if before is None:
        reviews = _latest_first(now.reviews.values())
        return LogStep(theory=now, state=state, reviews=reviews, is_first=True)
    found = diff(before, now)
    known = {found.renamed.get(id_, id_) for id_ in before.reviews}
    written = (review for id_, review in now.reviews.items() if id_ not in known)
    # A new review is not a change of the theory: the log lists the review itself.
    others = tuple(
        item for item in found if not (item.section == "reviews" and item.about not in known)
    )
    return LogStep(
        theory=now,
        state=state,
        reviews=_latest_first(written),
        differences=evolve(found, items=others),
    )


def _latest_first(reviews: Iterable[Review]) -> tuple[Review, ...]:
    return tuple(sorted(reviews, key=lambda review: (review.date, review.id), reverse=True))
