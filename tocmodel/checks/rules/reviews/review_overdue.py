"""TOC802 review-overdue."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model.period import period


class ReviewOverdue(Rule):
    """An agreed review takes place.

    ## What it checks
    Whether figures or evidence are from after the `next_review` of the `revision`, and there
    is no review since the theory was agreed. Only dates in the file are compared; the day on which
    it is checked does not matter.

    ## Why it matters
    A date that passes unnoticed shows that nobody looks after the theory. People who were promised
    a say at the review have not had one.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        revision, newest = context.theory.revision, context.newest_period
        due = period(revision.next_review) if revision else None
        if revision is None or newest is None or due is None or newest.days.start <= due.end:
            return
        agreed = period(revision.agreed_on)
        since = agreed.end if agreed else due.start
        held = (period(review.date) for review in context.theory.reviews.values())
        if not any(days and days.end > since for days in held):
            message = (
                f"the theory was due for review by {revision.next_review}; there are "
                f"figures or evidence from {newest.text}, but no review"
            )
            help_ = "record the review under 'reviews', or agree on a new date"
            yield of_theory(message, help_, "revision", "next_review")
