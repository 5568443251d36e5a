"""TOC802 review-overdue."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model.period import period
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class ReviewOverdue(Rule):
    """A review that was agreed is held.

    ## What it checks
    Whether figures or evidence are of a time after `next_review` of `revision`, and no review
    since the theory was agreed is recorded. Only dates in the file are compared; the day on which
    it is checked does not matter.

    ## Why it matters
    A date that passed unseen says that nobody keeps the theory. Those who were promised a say at
    the review have not had it.

    ## Example
    ```yaml
    revision: {label: first, agreed_on: 2020-09-01, next_review: 2021-03}
    outcomes:
      attend: {title: Pupils come to school more}
    indicators:
      days:
        title: Additional days in school
        measures: attend
        unit: days
        observations: [{value: 3, period: 2021-06}]
    ```

    ## Use instead
    ```yaml
    revision: {label: first, agreed_on: 2020-09-01, next_review: 2021-03}
    reviews:
      spring: {title: Review in the spring of 2021, date: 2021-03-20, decided: nothing changes}
    outcomes:
      attend: {title: Pupils come to school more}
    indicators:
      days:
        title: Additional days in school
        measures: attend
        unit: days
        observations: [{value: 3, period: 2021-06}]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (co-
    design, monitor, revise); Forti, six pitfalls (changeroo.com: assuming it is finished). The
    check is ours.
    """

    code = "TOC802"
    name = "review-overdue"
    severity = Severity.ADVICE

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        revision, newest = subject.theory.revision, subject.newest
        due = period(revision.next_review) if revision else None
        if revision is None or newest is None or due is None or newest.days.start <= due.end:
            return
        agreed = period(revision.agreed_on)
        since = agreed.end if agreed else due.start
        held = (period(review.date) for review in subject.theory.reviews.values())
        if not any(days and days.end > since for days in held):
            message = (
                f"the theory was to be looked at again by {revision.next_review}; there are "
                f"figures or evidence of {newest.text}, and no review"
            )
            help_ = "record the review under 'reviews', or agree on a new date"
            yield of_theory(message, help_, "revision", "next_review")
