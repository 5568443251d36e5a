"""TOC125 no-outside-influence."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect, Link, TheoryKind, Valence


class NoOutsideInfluence(Rule):
    """A theory names outside influences on its outcomes.

    ## What it checks
    Whether the theory has a risk, or a condition that works against it: one that is linked to a
    wanted outcome with `effect: decreases`, or to an unwanted one that it increases.

    ## Why it matters
    Rents, jobs, benefits and other services move the same outcomes. A theory that leaves them
    out takes the credit, or the blame, for things it did not do.

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
    risks:
      prices: {title: Food prices rise, external: true, threatens: [fed]}
    links: [club -> fed]
    ```

    ## Source
    Mayne (2019), evergreen note on theory of change (external influences); Forti, six pitfalls
    (changeroo.com).
    """

    code = "TOC125"
    name = "no-outside-influence"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY, TheoryKind.RESULTS_FRAMEWORK)
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        if not (context.outcomes or context.interventions) or context.theory.risks:
            return
        if not any(_works_against(context, link) for _, link in context.links):
            message = "the theory names no risk and no outside influence"
            yield of_theory(
                message, "ask what else could help or stop the outcomes, and add it under risks"
            )


def _works_against(context: RuleContext, link: Link) -> bool:
    """Whether context makes a wanted outcome less likely, or an unwanted one more so."""
    outcome = context.theory.outcomes.get(link.to)
    theory = context.theory
    if not (link.from_ in theory.conditions or link.from_ in theory.factors) or outcome is None:
        return False
    return link.effect is (
        Effect.DECREASES if outcome.valence is Valence.WANTED else Effect.INCREASES
    )
