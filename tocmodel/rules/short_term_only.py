"""TOC134 short-term-only."""

from collections import Counter
from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon, TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class ShortTermOnly(Rule):
    """Between the first changes and the goal lie changes that last.

    ## What it checks
    Whether a theory with two or more short-term outcomes and an impact has any outcome of medium
    or long term.

    ## Why it matters
    Older zones were busy with short-term relief, which crowded out lasting change. Where
    everything is either short-term or the final impact, the theory does not say how the one turns
    into the other.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        count = Counter(outcome.horizon for outcome in subject.outcomes)
        between = count[Horizon.MEDIUM] + count[Horizon.LONG] + count[None]
        if count[Horizon.SHORT] > 1 and count[Horizon.IMPACT] and not between:
            message = (
                f"between {count[Horizon.SHORT]} short-term outcomes and the "
                "impact there is nothing of medium or long term"
            )
            help_ = (
                "ask what has to last for the impact to come, and add it as an "
                "outcome of medium or long term"
            )
            yield of_theory(message, help_, "outcomes")
