"""TOC813 review-no-participants."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class ReviewNoParticipants(Rule):
    """A review names those who took part.

    ## What it checks
    Whether each of the `reviews` names those who held it, under `took_part`.

    ## Why it matters
    The theory is made and changed by those who do the work and live with it, together with those
    who study it. Without their names nobody can be sure that they were there.

    ## Example
    ```yaml
    reviews:
      spring: {title: Spring review, date: 2019-03-14, decided: nothing changes}
    ```

    ## Use instead
    ```yaml
    partners:
      parents: {title: Parents in the club}
    reviews:
      spring: {title: Spring review, date: 2019-03-14, took_part: parents, decided: nothing changes}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (practitioners and academics co-design, monitor and revise together). The check is ours.
    """

    code = "TOC813"
    name = "review-no-participants"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for review in context.theory.reviews.values():
            if not review.took_part:
                yield of_entry(
                    review,
                    "does not name who took part",
                    "name the partners who were there under 'took_part'",
                )
