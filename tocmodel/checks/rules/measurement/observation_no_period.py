"""TOC361 observation-no-period."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis


class ObservationNoPeriod(Rule):
    """An observation has a date.

    ## What it checks
    Whether each observation that is neither redacted nor a forecast has a `period`, or a `note`
    that explains why it has none.

    ## Why it matters
    Without a date, nobody knows which of two figures is newer, or whether a figure is from before
    the work began.

    ## Example
    ```yaml
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Children reached
        measures: known
        unit: children
        observations: [{value: 836}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Children reached
        measures: known
        unit: children
        observations: [{value: 836, period: 2017/2018}]
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (actual values by period).
    """

    code = "TOC361"
    name = "observation-no-period"
    severity = Severity.ADVICE
    several = "{count} observations have no date"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'period', or a 'note' that the source gives none"
        for placed in context.figures:
            figure = placed.figure
            if placed.role != "observation" or figure.basis is Basis.FORECAST:
                continue
            if not (figure.period or figure.redacted or figure.note):
                yield at_place(
                    placed.owner,
                    placed.pointer,
                    "has an observation without a date",
                    help_,
                )
