"""TOC213 no-assumptions."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class NoAssumptions(Rule):
    """A theory states its assumptions.

    ## What it checks
    Whether any assumption is recorded, in a theory with links.

    ## Why it matters
    Every link works only if something else is true: families come, for example, or staff stay. An
    assumption on paper can be watched, and one that fails early saves years.

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
    Mayne, *Useful theory of change models* (assumptions belong to the causal links), read
    in abstract; Impact Mojo, theory of change pitfalls (missing assumptions).
    """

    code = "TOC213"
    name = "no-assumptions"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY, TheoryKind.RESULTS_FRAMEWORK)
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        if (
            context.links
            and not theory.assumptions
            and not any(link.assumes for _, link in context.links)
        ):
            message = "no link states what else it needs to work"
            help_ = "ask what must be true for the links that matter most, and add 'assumes'"
            yield of_theory(message, help_, "links")
