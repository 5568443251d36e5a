"""TOC819 review-significance."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Review, Significance, TheoryOfChange

_MINOR = frozenset(("sources", "groups", "indicators", "reviews", "views"))
"""Sections in which a change leaves the theory's claims as they are."""


class ReviewSignificance(Rule):
    """A review is as significant as its changes.

    ## What it checks
    Whether a review marked `minor` names links or assumptions as changed, and whether a review
    marked `significant` names nothing but indicators, sources, groups or views.

    ## Why it matters
    The people who keep the file can make a minor change of wording or of an indicator. A change
    of a pathway or of an assumption changes the agreement of the partners, and needs them.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      attend: {title: Pupils come to school more}
    links: [club -> attend]
    reviews:
      spring: {title: Spring review, date: 2019-03-14, changed: club -> attend, significance: minor}
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      attend: {title: Pupils come to school more}
    links: [club -> attend]
    reviews:
      spring:
        title: Spring review
        date: 2019-03-14
        changed: club -> attend
        significance: significant
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (practitioners and academics co-design, monitor and revise together). The line between
    minor and significant is ours; `tocmodel diff` draws it field by field.
    """

    code = "TOC819"
    name = "review-significance"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for review in context.theory.reviews.values():
            claims = [item for item in review.changed if _is_claim(context.theory, item)]
            if review.significance is Significance.MINOR and claims:
                yield of_entry(
                    review,
                    f"is marked minor but changed {join(claims)}",
                    "if more than the wording changed there, mark the review as significant",
                    "significance",
                )
            elif _overstates(context.theory, review):
                yield of_entry(
                    review,
                    "is marked significant but names no claim of the theory",
                    "add the other changes under 'changed', or mark the review as minor",
                    "significance",
                )


def _is_claim(theory: TheoryOfChange, item: str) -> bool:
    return "->" in item or item in theory.assumptions


def _overstates(theory: TheoryOfChange, review: Review) -> bool:
    if review.significance is not Significance.SIGNIFICANT or not review.changed:
        return False
    return all(
        "->" not in item and theory.section_of(item) in _MINOR
        for item in review.changed
        if "/" not in item
    )
