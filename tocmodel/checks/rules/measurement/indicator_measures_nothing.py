"""TOC307 indicator-measures-nothing."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import IndicatorKind


class IndicatorMeasuresNothing(Rule):
    """An indicator is a sign of something in the theory.

    ## What it checks
    Whether each indicator names something in `measures`.

    ## Why it matters
    A number that belongs to nothing in the theory is collected for its own sake, and every number
    costs somebody time.

    ## Example
    ```yaml
    indicators:
      visits: {title: Visits to the website}
    ```

    ## Use instead
    ```yaml
    outcomes:
      known: {title: Parents know where to go for help}
    indicators:
      visits: {title: Visits to the website, measures: known}
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (an indicator is a sign of an outcome).
    """

    code = "TOC307"
    name = "indicator-measures-nothing"
    severity = Severity.WARNING
    several = "{count} indicators measure nothing in the theory"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for indicator in context.indicators:
            if not indicator.measures and indicator.kind is not IndicatorKind.CONTEXT:
                yield of_entry(
                    indicator,
                    "measures nothing in the theory",
                    "add 'measures' with the id of an element",
                )
