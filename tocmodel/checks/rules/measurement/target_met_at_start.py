"""TOC379 target-met-at-start."""

from collections.abc import Iterator

from tocmodel.analysis.comparison import Order, baseline_for, comparable, setting_of
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class TargetMetAtStart(Rule):
    """A target asks for more than there was at the start.

    ## What it checks
    Whether a baseline of an indicator is the same figure as its target. A note on the target can
    explain why. The check `wrong-direction` looks at targets that are worse than their baseline.

    ## Why it matters
    Such a target is met by doing nothing, and a report that calls it met misleads. Holding a
    level is a good aim only if the theory states that it would fall otherwise; a note on the
    target can do so.

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
        baseline: {value: 10, period: 2024}
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
        baseline: {value: 10, period: 2024}
        target: {value: 10, period: 2027, note: without the club it would rise}
    ```

    ## Source
    USAID Learning Lab, Monitoring Toolkit, *Baselines and Targets* (targets should be
    ambitious, but achievable).
    """

    code = "TOC379"
    name = "target-met-at-start"
    severity = Severity.ADVICE
    several = "{count} indicators had met their target at the start"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "aim for more, or add a 'note' to the target on what would happen otherwise"
        for indicator in context.indicators:
            setting = setting_of(context.theory, indicator)
            for place, target in enumerate(indicator.target if indicator.better else ()):
                start = None if target.note else baseline_for(target, indicator, setting)
                if start and comparable(start, target, setting).order is Order.EQUAL:
                    message = f"has the same target as baseline ({amount(start)})"
                    yield of_entry(indicator, message, help_, "target", place)
