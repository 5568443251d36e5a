"""TOC137 no-upstream."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.analysis.causes import UPSTREAM, interventions_acting_on
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind

_ASKED_BY = ("childrens-zone", "complex-contextual-analysis")
_SEVERAL = 3


class NoUpstream(Rule):
    """A theory looks for the causes of the causes, and acts on some of them.

    ## What it checks
    Whether some condition is linked as the cause of another, and whether some intervention acts
    on such a cause, or on a condition whose `scale` is structural, local system or community. In a
    theory that names the frameworks `childrens-zone` or `complex-contextual-analysis` this is a
    warning; elsewhere it is advice, and only if there are three or more conditions.

    ## Why it matters
    Help at the end of the chain has to be given again and again. Effects last when the work is
    nearer the source.

    ## Example
    ```yaml
    frameworks: [childrens-zone]
    conditions:
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
    ```

    ## Use instead
    ```yaml
    frameworks: [childrens-zone]
    conditions:
      debt: {title: Families are in debt}
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
      advice: {title: Debt advice, addresses: [debt]}
    links: [debt -> hunger]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (causes, and causes of the causes; upstream thinking, source C).
    """

    code = "TOC137"
    name = "no-upstream"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links", "no-interventions")

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        in_zone = any(id_ in context.frameworks for id_ in _ASKED_BY)
        if in_zone:
            yield from (evolve(problem, severity=Severity.WARNING) for problem in _found(context))
        elif len(context.conditions) >= _SEVERAL:
            yield from _found(context)


def _found(context: RuleContext) -> Iterator[Problem]:
    conditions = frozenset(context.theory.conditions)
    if not conditions:
        return
    causes = {
        cause
        for cause, effect in context.causal.edges
        if cause in conditions and effect in conditions
    }
    upstream = causes | {item.id for item in context.conditions if item.scale in UPSTREAM}
    if not upstream:
        message = (
            "no condition is shown as the cause of another, so the causes of the causes are missing"
        )
        yield of_theory(
            message,
            "ask why each condition is so, and link the answer to it",
            "conditions",
        )
    elif upstream.isdisjoint(interventions_acting_on(context.theory)):
        message = f"no intervention acts on a cause of the causes ({join(sorted(upstream)[:3])})"
        help_ = "name such a cause under 'addresses', or name in a waiver who else acts on it"
        yield of_theory(message, help_, "interventions")
