"""TOC313 wrong-direction."""

from collections.abc import Iterator

from tocmodel.analysis.comparison import Order, baseline_for, comparable, setting_of
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Better


class WrongDirection(Rule):
    """A target is better than its baseline.

    ## What it checks
    Whether the target of an indicator is worse than its baseline, by the direction in `better`. A
    range is worse if all of it is. Two figures that cannot be compared, such as one for a term and
    one for a year, are left out.

    ## Why it matters
    The target, the baseline or the direction is wrong. Progress worked out from them would be
    upside down.

    ## Example
    ```yaml
    outcomes:
      settled: {title: Pupils are not excluded}
    indicators:
      exclusions:
        title: Fixed-term exclusions
        measures: settled
        better: higher
        baseline: {value: 21, period: 2016}
        target: {value: 6, period: 2019}
    ```

    ## Use instead
    ```yaml
    outcomes:
      settled: {title: Pupils are not excluded}
    indicators:
      exclusions:
        title: Fixed-term exclusions
        measures: settled
        better: lower
        baseline: {value: 21, period: 2016}
        target: {value: 6, period: 2019}
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (whether a larger or a smaller
    value is better; baseline and target).
    """

    code = "TOC313"
    name = "wrong-direction"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for indicator in context.indicators:
            worse = Order.LESS if indicator.better is Better.HIGHER else Order.MORE
            setting = setting_of(context.theory, indicator)
            for place, target in enumerate(indicator.target if indicator.better else ()):
                baseline = baseline_for(target, indicator, setting)
                if baseline and comparable(target, baseline, setting).order is worse:
                    message = (
                        f"is better when {indicator.better}, but its target ({amount(target)}) "
                        f"is worse than its baseline ({amount(baseline)})"
                    )
                    help_ = "correct 'better', the target or the baseline"
                    yield of_entry(indicator, message, help_, "target", place)
