"""TOC816 review-no-prompt."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class ReviewNoPrompt(Rule):
    """A review states what prompted it.

    ## What it checks
    Whether each of the `reviews` has its reasons under `prompted_by`: ids of evidence or of
    indicators, or words.

    ## Why it matters
    A theory is revised because people have learned something. Without that reason, a review
    looks like a change of mind.

    ## Example
    ```yaml
    reviews:
      spring: {title: Spring review, date: 2019-03-14, decided: to expect this later}
    ```

    ## Use instead
    ```yaml
    reviews:
      spring:
        title: Spring review
        date: 2019-03-14
        prompted_by: parents said that it took them a year
        decided: to expect this later
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (co-
    design, monitor, revise); its
    method is design-based implementation research (design in cycles, theory from evidence). The
    check is ours.
    """

    code = "TOC816"
    name = "review-no-prompt"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for review in context.theory.reviews.values():
            if not review.prompted_by:
                yield of_entry(
                    review,
                    "does not state what prompted it",
                    (
                        "name the evidence or the indicator under 'prompted_by', or "
                        "describe it in words"
                    ),
                )
