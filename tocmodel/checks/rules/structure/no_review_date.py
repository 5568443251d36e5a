"""TOC167 no-review-date."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class NoReviewDate(Rule):
    """A theory that is reviewed has a date for its next review.

    ## What it checks
    Whether a theory that has been reviewed, and so is in use, has a `next_review` in its
    `revision`.

    ## Why it matters
    A theory of change is co-designed, watched and revised, again and again. A theory without a date
    for its next review soon becomes a picture on a wall.

    ## Example
    ```yaml
    revision: {label: second version, agreed_on: 2019-09-01}
    reviews:
      first: {date: 2019-07-01, decided: visits move to May}
    ```

    ## Use instead
    ```yaml
    revision: {label: second version, agreed_on: 2019-09-01, next_review: 2020-09-01}
    reviews:
      first: {date: 2019-07-01, decided: visits move to May}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (co-
    design, monitor, revise); Forti, six pitfalls (changeroo.com: assuming it is finished).
    """

    code = "TOC167"
    name = "no-review-date"
    severity = Severity.ADVICE
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        revision, reviews = context.theory.revision, context.theory.reviews
        if reviews and not (revision and revision.next_review):
            message = "the theory has been reviewed, but has no date for its next review"
            help_ = "add 'next_review' to 'revision'"
            yield of_theory(message, help_, "revision" if revision else "reviews")
