"""TOC128 no-ceiling."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon, TheoryKind


class NoCeiling(Rule):
    """A theory with an impact sets a ceiling of accountability.

    ## What it checks
    Whether `ceiling_of_accountability` is set in a theory that has an outcome with the horizon
    `impact`.

    ## Why it matters
    The partnership contributes to the impact but cannot deliver it alone. The ceiling shows how far
    the partnership measures results and is accountable for them. Without a ceiling, it may be
    blamed for things beyond its reach.

    ## Example
    ```yaml
    outcomes:
      thriving: {title: Children thrive, horizon: impact}
    ```

    ## Use instead
    ```yaml
    outcomes:
      thriving: {title: Children thrive, horizon: impact}
    ceiling_of_accountability: long
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (ceiling of accountability); *BMC Health
    Services Research* (2020) article 05677-6, Table 3.
    """

    code = "TOC128"
    name = "no-ceiling"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        if context.theory.ceiling_of_accountability is not None:
            return
        for outcome in context.outcomes:
            if outcome.horizon is Horizon.IMPACT:
                message = "is an impact, but the theory has no ceiling of accountability"
                help_ = "set 'ceiling_of_accountability' to short, medium or long"
                yield of_entry(outcome, message, help_)
                return
