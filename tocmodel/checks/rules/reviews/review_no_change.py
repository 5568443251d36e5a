"""TOC810 review-no-change."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Significance


class ReviewNoChange(Rule):
    """A significant review lists its changes.

    ## What it checks
    `reviews` marked `significance: significant` that name nothing under `changed`.

    ## Why it matters
    A significant review changes what the partnership claims. Without a list, people who were
    not there have to find the changes for themselves, and nobody can undo them.

    ## Example
    ```yaml
    reviews:
      spring: {title: Spring review, date: 2019-03-14, significance: significant}
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more, horizon: medium}
    reviews:
      spring:
        title: Spring review
        date: 2019-03-14
        decided: to expect this later
        changed: attend
        significance: significant
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (co-
    design, monitor, revise). The check is ours.
    """

    code = "TOC810"
    name = "review-no-change"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for review in context.theory.reviews.values():
            if review.significance is Significance.SIGNIFICANT and not review.changed:
                yield of_entry(
                    review,
                    "is marked significant but names no change",
                    "list the changes under 'changed', or mark the review as minor",
                    "significance",
                )
