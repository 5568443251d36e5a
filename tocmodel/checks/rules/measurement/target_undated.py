"""TOC367 target-undated."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class TargetUndated(Rule):
    """A target has a date.

    ## What it checks
    Whether each target with a number has a period. A note can explain why it has none.

    ## Why it matters
    Without a date, a target can never be missed. Nobody knows when to look, and later figures
    cannot be judged by it.

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
        baseline: {value: 40, period: 2024}
        target: 10
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
    USAID Learning Lab, Monitoring Toolkit, *Baselines and Targets* (a target is a planned
    level of a result within a stated time); International Aid Transparency Initiative,
    guidance on results (each target belongs to a period).
    """

    code = "TOC367"
    name = "target-undated"
    severity = Severity.ADVICE
    several = "{count} indicators have a target without a date"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'period' to the target, or a 'note' on why it has none"
        for indicator in context.indicators:
            for place, target in enumerate(indicator.target):
                if target.has_number and not target.period and not target.note:
                    message = "has a target without a date"
                    yield of_entry(indicator, message, help_, "target", place)
