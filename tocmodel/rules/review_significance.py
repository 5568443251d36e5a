"""TOC819 review-significance."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Review, Significance, TheoryOfChange
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join, of_entry

_MINOR = frozenset(("sources", "groups", "indicators", "reviews", "views"))
"""Sections in which a change leaves the theory's claims as they are."""


class ReviewSignificance(Rule):
    """A review is as significant as what it changed.

    ## What it checks
    Whether one of the `reviews` that is marked `minor` names links or assumptions as changed, and
    whether one that is marked `significant` names nothing but indicators, sources, groups or
    views.

    ## Why it matters
    A minor change of wording or of an indicator can be made by those who keep the file. A change
    of a pathway or of an assumption changes what the partners have agreed to, and needs them.

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
    (practitioners and academics co-design, monitor and revise together). Where the line lies
    between minor and significant is ours; `tocmodel diff` draws it field by field.
    """

    code = "TOC819"
    name = "review-significance"
    severity = Severity.ADVICE

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for review in subject.theory.reviews.values():
            claims = [item for item in review.changed if _is_claim(subject.theory, item)]
            if review.significance is Significance.MINOR and claims:
                yield of_entry(
                    review,
                    f"is marked minor and changed {join(claims)}",
                    "if more than words changed there, mark the review as significant",
                    "significance",
                )
            elif _overstates(subject.theory, review):
                yield of_entry(
                    review,
                    "is marked significant and names nothing that the theory claims",
                    "name what else changed under 'changed', or mark the review as minor",
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
