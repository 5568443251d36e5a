"""TOC304 target-above-ceiling."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class TargetAboveCeiling(Rule):
    """The partnership sets no target above its ceiling of accountability.

    ## What it checks
    Whether an indicator with a target measures only outcomes above the ceiling of accountability.

    ## Why it matters
    Above the ceiling, the partnership contributes but does not decide. A target there promises
    results that others have to deliver. Watching such an indicator is fine, and worthwhile.

    ## Example
    ```yaml
    outcomes:
      thriving: {title: Children thrive, horizon: impact}
    ceiling_of_accountability: long
    indicators:
      thriving-rate:
        title: Children who say they thrive
        measures: thriving
        unit: percent
        target: {value: 90, period: 2030}
    ```

    ## Use instead
    ```yaml
    outcomes:
      thriving: {title: Children thrive, horizon: impact}
    ceiling_of_accountability: long
    indicators:
      thriving-rate: {title: Children who say they thrive, measures: thriving, unit: percent}
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (ceiling of accountability); Forti, six
    pitfalls (changeroo.com: confusing accountability with hope).
    """

    code = "TOC304"
    name = "target-above-ceiling"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        outcomes = context.theory.outcomes
        if context.theory.ceiling_of_accountability is None:
            return
        help_ = "leave the target out and go on watching it, or raise the ceiling"
        for indicator in context.indicators:
            measured = [outcomes[id_] for id_ in indicator.measures if id_ in outcomes]
            numbers = [aim for aim in indicator.target if aim.has_number]
            if not numbers or len(measured) < len(indicator.measures):
                continue
            if measured and not any(context.answers_for(outcome) for outcome in measured):
                message = f"sets a target for {measured[0].id}, above the ceiling of accountability"
                yield of_entry(indicator, message, help_, "target")
