"""TOC167 no-review-date."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoReviewDate(Rule):
    """A theory says when it will be looked at again.

    ## What it checks
    Whether `revision` names a `next_review`.

    ## Why it matters
    A theory of change is co-designed, watched and revised, again and again. One without a date
    for that is soon a picture on a wall.

    ## Example
    ```yaml
    revision: {label: first version, agreed_on: 2018-09-01}
    ```

    ## Use instead
    ```yaml
    revision: {label: first version, agreed_on: 2018-09-01, next_review: 2019-09-01}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (co-
    design, monitor, revise); Forti, six pitfalls (changeroo.com: assuming it is finished).
    """

    code = "TOC167"
    name = "no-review-date"
    severity = Severity.ADVICE
    follows_from = ("no-links",)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        revision = subject.theory.revision
        if revision is None:
            message = (
                "the theory does not say which version it is, nor when it will be looked at again"
            )
            yield of_theory(message, "add 'revision' with 'label', 'agreed_on' and 'next_review'")
        elif not revision.next_review:
            yield of_theory(
                "the theory does not say when it will be looked at again",
                "add 'next_review' to 'revision'",
                "revision",
            )
