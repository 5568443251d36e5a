"""TOC310 no-baseline."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Figure, IndicatorKind

_COUNTED = (
    IndicatorKind.REACH,
    IndicatorKind.OUTPUT,
    IndicatorKind.RESOURCE,
    IndicatorKind.CONTEXT,
)


class NoBaseline(Rule):
    """A target has a baseline to judge it by.

    ## What it checks
    Whether each indicator with a number as its target, except for indicators of reach, output,
    resource and context, has a baseline, and whether a baseline in numbers has a period.

    ## Why it matters
    Eighty per cent is a triumph from forty and a failure from ninety. A baseline without a date
    looks like any later figure.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        unit: children
        better: lower
        target: {value: 10, period: 2027}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        unit: children
        better: lower
        baseline: {value: 40, period: 2024}
        target: {value: 10, period: 2027}
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (a baseline with its year for
    each indicator).
    """

    code = "TOC310"
    name = "no-baseline"
    severity = Severity.WARNING
    several = "{count} indicators cannot show change without a dated baseline"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for indicator in context.indicators:
            stated = [item for item in indicator.baseline if _is_stated(item)]
            if not stated:
                asks = any(aim.has_number and not aim.is_change for aim in indicator.target)
                if asks and indicator.kind not in _COUNTED:
                    help_ = (
                        "add 'baseline' with a value and a period, or "
                        "{note: not known} if nobody counted"
                    )
                    yield of_entry(indicator, "has a target and no baseline", help_)
            for place, baseline in enumerate(indicator.baseline):
                if baseline.has_number and not baseline.period and not baseline.note:
                    help_ = "add 'period' to the baseline, or a 'note' that its source gives none"
                    message = "has a baseline without a date"
                    yield of_entry(indicator, message, help_, "baseline", place)


def _is_stated(figure: Figure) -> bool:
    return figure.has_number or bool(figure.comment or figure.note)
