"""TOC813 review-no-participants."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ReviewNoParticipants(Rule):
    """A review says who took part.

    ## What it checks
    Whether each of the `reviews` names those who held it, under `took_part`.

    ## Why it matters
    The theory is made and changed by those who do the work and live with it, together with those
    who study it. Without their names nobody can say that they were there.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for review in subject.theory.reviews.values():
            if not review.took_part:
                yield of_entry(
                    review,
                    "does not say who took part",
                    "name the partners who were there under 'took_part'",
                )
