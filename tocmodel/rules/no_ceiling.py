"""TOC128 no-ceiling."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon, TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class NoCeiling(Rule):
    """A theory with an impact says how far the partnership answers for it.

    ## What it checks
    Whether `ceiling_of_accountability` is set in a theory that has an outcome with the horizon
    `impact`.

    ## Why it matters
    Impact is what the partnership contributes to and cannot deliver alone. The ceiling says up to
    where it measures and answers for what happens; without one, it may be blamed for what lies
    beyond its reach.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if subject.theory.ceiling_of_accountability is not None:
            return
        for outcome in subject.outcomes:
            if outcome.horizon is Horizon.IMPACT:
                message = (
                    "is an impact, and the theory does not say up to where the partnership answers"
                )
                help_ = "set 'ceiling_of_accountability' to short, medium or long"
                yield of_entry(outcome, message, help_)
                return
