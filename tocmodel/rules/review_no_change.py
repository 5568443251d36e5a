"""TOC810 review-no-change."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Significance
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ReviewNoChange(Rule):
    """A review that mattered says what it changed.

    ## What it checks
    `reviews` marked `significance: significant` that name nothing under `changed`.

    ## Why it matters
    A significant review changes what the partnership claims. One that does not say what leaves
    those who were not there to find it out for themselves, and nobody can undo it.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for review in subject.theory.reviews.values():
            if review.significance is Significance.SIGNIFICANT and not review.changed:
                yield of_entry(
                    review,
                    "is marked significant and does not say what was changed",
                    "name what was changed under 'changed', or mark the review as minor",
                    "significance",
                )
