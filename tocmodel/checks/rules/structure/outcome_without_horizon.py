"""TOC161 outcome-without-horizon."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class OutcomeWithoutHorizon(Rule):
    """An outcome has a horizon.

    ## What it checks
    Whether each outcome has a `horizon`: short, medium, long or impact.

    ## Why it matters
    The order of the changes is part of the theory, and shows the partnership when to look for
    them. In a drawing the horizon decides the column, and an outcome without one is in a column
    of its own.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
      thriving: {title: Children thrive, horizon: impact}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      thriving: {title: Children thrive, horizon: impact}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    source E (short, medium and long term); Breuer and others (2016), *Implementation Science*
    11:63, Table 5 (timeline).
    """

    code = "TOC161"
    name = "outcome-without-horizon"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY, TheoryKind.PART)
    follows_from = ("no-goal",)
    several = "{count} outcomes have no horizon"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'horizon': short, medium, long or impact"
        for outcome in context.outcomes:
            if outcome.horizon is None and not outcome.unintended:
                yield of_entry(outcome, "has no horizon", help_)
