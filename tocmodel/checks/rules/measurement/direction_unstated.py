"""TOC316 direction-unstated."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class DirectionUnstated(Rule):
    """An indicator with a target states which direction is better.

    ## What it checks
    Whether each indicator with a number as its target or tipping point states whether higher
    or lower is `better`.

    ## Why it matters
    More referrals may mean more harm or more trust. If the direction is left to the reader,
    two readers may draw opposite conclusions.

    ## Example
    ```yaml
    outcomes:
      safe: {title: Children are safe}
    indicators:
      referrals:
        title: Referrals to social care
        measures: safe
        unit: referrals
        tipping_point: 30
    ```

    ## Use instead
    ```yaml
    outcomes:
      safe: {title: Children are safe}
    indicators:
      referrals:
        title: Referrals to social care
        measures: safe
        unit: referrals
        better: lower
        tipping_point: 30
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (the ascending flag).
    """

    code = "TOC316"
    name = "direction-unstated"
    severity = Severity.ADVICE
    several = "{count} indicators do not state whether higher or lower is better"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for indicator in context.indicators:
            aims = (*indicator.target, indicator.tipping_point)
            if indicator.better is None and any(aim is not None and aim.has_number for aim in aims):
                yield of_entry(
                    indicator, "does not state whether higher or lower is better", "add 'better'"
                )
