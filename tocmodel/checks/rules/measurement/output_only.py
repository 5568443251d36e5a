"""TOC337 output-only."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_entry, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import IndicatorKind, TheoryKind

_DELIVERY = (
    IndicatorKind.REACH,
    IndicatorKind.OUTPUT,
    IndicatorKind.RESOURCE,
    IndicatorKind.CONTEXT,
)


_HELP = "add an indicator of the outcome: how would you see that people are better off?"


class OutputOnly(Rule):
    """Indicators of an outcome look at change, and not just at delivery.

    ## What it checks
    Whether each outcome with indicators has one that is not of the kind reach, output, resource
    or context. If none of them has, there is one finding for the whole theory.

    ## Why it matters
    Sessions held and people reached show that the work was done. They do not show that anything
    changed, and the work soon follows the count.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      meals: {title: Breakfasts served, measures: club, kind: output}
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      meals: {title: Breakfasts served, measures: club, kind: output}
      hungry:
        title: Children who tell their teacher that they are hungry
        measures: fed
        better: lower
    ```

    ## Source
    Impact Mojo, theory of change pitfalls (activities passed off as outcomes); New Economics
    Foundation (2015), report on fairness commissions, appendix on outputs and outcomes.
    """

    code = "TOC337"
    name = "output-only"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links",)
    several = "{count} outcomes are measured only by what was done or who was reached"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        seen = [item for item in context.outcomes if item.id in context.indicators_of]
        by_delivery = [
            item
            for item in seen
            if all(one.kind in _DELIVERY for one in context.indicators_of[item.id])
        ]
        if context.outcomes and context.indicators and len(by_delivery) == len(seen):
            message = (
                "every indicator counts what was done or who was reached; none looks at a change"
            )
            yield of_theory(message, _HELP, "indicators")
            return
        for outcome in by_delivery:
            names = join([one.id for one in context.indicators_of[outcome.id]][:3])
            message = f"is measured only by what was done or who was reached ({names})"
            yield evolve(of_entry(outcome, message, _HELP), severity=Severity.ADVICE)
