"""TOC816 review-no-prompt."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ReviewNoPrompt(Rule):
    """A review says what prompted it.

    ## What it checks
    Whether each of the `reviews` names what led to it, under `prompted_by`: ids of evidence or
    of indicators, or words.

    ## Why it matters
    A theory is revised because something was learned. A review that does not say what it was
    cannot be told from a change of mind.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for review in subject.theory.reviews.values():
            if not review.prompted_by:
                yield of_entry(
                    review,
                    "does not say what prompted it",
                    "name the evidence or the indicator under 'prompted_by', or say it in words",
                )
