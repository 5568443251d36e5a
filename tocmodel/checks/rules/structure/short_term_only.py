"""TOC134 short-term-only."""

from collections import Counter
from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon, TheoryKind


class ShortTermOnly(Rule):
    """There are lasting changes between the first changes and the goal.

    ## What it checks
    Whether a theory with two or more short-term outcomes and an impact has any medium-term or
    long-term outcome.

    ## Why it matters
    Older zones were busy with short-term relief, which crowded out lasting change. Where
    everything is either short-term or the final impact, the theory does not explain how the one
    turns into the other.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      warm: {title: Children have warm coats, horizon: short}
      thriving: {title: Children thrive, horizon: impact}
    links: [fed -> thriving, warm -> thriving]
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      warm: {title: Children have warm coats, horizon: short}
      learning: {title: Children do well at school, horizon: medium}
      thriving: {title: Children thrive, horizon: impact}
    links: [fed -> learning, warm -> learning, learning -> thriving]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (short-term relief as a fault-line of older zones).
    """

    code = "TOC134"
    name = "short-term-only"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links", "no-goal")

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        count = Counter(outcome.horizon for outcome in context.outcomes)
        between = count[Horizon.MEDIUM] + count[Horizon.LONG] + count[None]
        if count[Horizon.SHORT] > 1 and count[Horizon.IMPACT] and not between:
            message = (
                f"between {count[Horizon.SHORT]} short-term outcomes and the "
                "impact there is no medium-term or long-term outcome"
            )
            help_ = (
                "ask what has to last for the impact to come, and add it as a "
                "medium-term or long-term outcome"
            )
            yield of_theory(message, help_, "outcomes")
