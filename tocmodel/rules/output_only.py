"""TOC337 output-only."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import IndicatorKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory

_DELIVERY = (
    IndicatorKind.REACH,
    IndicatorKind.OUTPUT,
    IndicatorKind.RESOURCE,
    IndicatorKind.CONTEXT,
)


class OutputOnly(Rule):
    """Some indicator looks at change, and not only at delivery.

    ## What it checks
    Whether a theory with outcomes and indicators has an indicator of an outcome: one that
    measures an outcome and is not of the kind reach, output, resource or context.

    ## Why it matters
    Sessions held and people reached show that the work was done. They do not show that anything
    changed, and what is counted soon becomes what is done.

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
    follows_from = ("no-links",)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        outcomes = subject.theory.outcomes
        if not outcomes or not subject.indicators:
            return
        for indicator in subject.indicators:
            if indicator.kind not in _DELIVERY and any(
                id_ in outcomes for id_ in indicator.measures
            ):
                return
        message = "every indicator counts what was done or who was reached; none looks at a change"
        yield of_theory(
            message,
            "add an indicator of an outcome: how would you see that people are better off?",
            "indicators",
        )
