"""TOC213 no-assumptions."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoAssumptions(Rule):
    """A theory says what it takes for granted.

    ## What it checks
    Whether any assumption is recorded, in a theory with links.

    ## Why it matters
    Every link works only if something else holds: that families come, that staff stay. What is
    written down can be watched, and an assumption that fails early saves years.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links:
      - from: club
        to: fed
        assumes: [{title: Children who are hungry come}]
    ```

    ## Source
    Mayne, *Useful theory of change models* (assumptions stand on the causal links), read in
    abstract; Impact Mojo, theory of change pitfalls (missing assumptions).
    """

    code = "TOC213"
    name = "no-assumptions"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY, TheoryKind.RESULTS_FRAMEWORK)
    follows_from = ("no-links",)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        theory = subject.theory
        if (
            subject.links
            and not theory.assumptions
            and not any(link.assumes for _, link in subject.links)
        ):
            message = "no link says what else must hold for it to work"
            help_ = (
                "ask of the links that matter most what must be true for them, and add 'assumes'"
            )
            yield of_theory(message, help_, "links")
