"""TOC216 link-no-assumption."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_statement
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class LinkNoAssumption(Rule):
    """A link of the main story states its assumptions.

    ## What it checks
    Whether each link to an outcome that is marked as `main` has `assumes`; links from conditions
    are left out. If no link is marked, TOC213 asks the theory for assumptions once.

    ## Why it matters
    Few links would work whatever else happens. Asking for the assumptions of every link is too much
    for a meeting; a theory fails at the links that carry the story.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
      learning: {title: Children learn more}
    assumptions:
      stay: {title: Teachers stay at the school}
    links:
      - {from: fed, to: learning, main: true}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
      learning: {title: Children learn more}
    assumptions:
      stay: {title: Teachers stay at the school}
    links:
      - {from: fed, to: learning, main: true, assumes: [stay]}
    ```

    ## Source
    Mayne, *Useful theory of change models* (causal-link assumptions), read in abstract; Impact
    Mojo, theory of change pitfalls (missing assumptions). Asking only about main links is our idea.
    """

    code = "TOC216"
    name = "link-no-assumption"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY, TheoryKind.RESULTS_FRAMEWORK)
    follows_from = ("no-assumptions",)
    several = "{count} links of the main story have no assumption"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        help_ = "add 'assumes', if something else must be true for this to work"
        for index, link in context.statements:
            given = link.from_ in theory.conditions or link.from_ in theory.factors
            asked = link.to in theory.outcomes and not given
            if link.main and asked and not link.assumes:
                message = "belongs to the main story but has no assumption"
                yield of_statement(index, link, message, help_)
