"""TOC355 indicator-no-unit."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class IndicatorNoUnit(Rule):
    """A number has a unit.

    ## What it checks
    Whether each indicator with a number in a figure has a `unit`.

    ## Why it matters
    836 children, 836 visits and 836 families are three different results.

    ## Example
    ```yaml
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Reach of the work
        measures: known
        observations: [{value: 836, period: 2018}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Reach of the work
        measures: known
        unit: children
        observations: [{value: 836, period: 2018}]
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (the measure of an indicator).
    """

    code = "TOC355"
    name = "indicator-no-unit"
    severity = Severity.ADVICE
    several = "{count} indicators have no unit"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for indicator in context.indicators:
            figures = (
                *indicator.baseline,
                *indicator.target,
                indicator.tipping_point,
                *indicator.observations,
            )
            if not indicator.unit and any(item is not None and item.has_number for item in figures):
                help_ = "add 'unit': children, percent, days ..."
                yield of_entry(indicator, "has no unit", help_)
