"""TOC337 output-only."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import IndicatorKind, TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join, of_entry, of_theory

_DELIVERY = (
    IndicatorKind.REACH,
    IndicatorKind.OUTPUT,
    IndicatorKind.RESOURCE,
    IndicatorKind.CONTEXT,
)


_HELP = "add an indicator of the outcome: how would you see that people are better off?"


class OutputOnly(Rule):
    """Indicators of an outcome look at change, and not only at delivery.

    ## What it checks
    Whether each outcome that has indicators has one that is not of the kind reach, output, resource
    or context. Where none has, there is one finding for the whole theory.

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
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links",)
    several = "{count} outcomes are measured only by what was done or who was reached"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        seen = [item for item in subject.outcomes if item.id in subject.indicators_of]
        by_delivery = [
            item
            for item in seen
            if all(one.kind in _DELIVERY for one in subject.indicators_of[item.id])
        ]
        if subject.outcomes and subject.indicators and len(by_delivery) == len(seen):
            message = (
                "every indicator counts what was done or who was reached; none looks at a change"
            )
            yield of_theory(message, _HELP, "indicators")
            return
        for outcome in by_delivery:
            names = join([one.id for one in subject.indicators_of[outcome.id]][:3])
            message = f"is measured only by what was done or who was reached ({names})"
            yield evolve(of_entry(outcome, message, _HELP), severity=Severity.ADVICE)
