"""TOC361 observation-no-period."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import at_place


class ObservationNoPeriod(Rule):
    """What was observed says when.

    ## What it checks
    Whether each observation that is neither redacted nor a forecast has a `period`, or a `note`
    on why it has none.

    ## Why it matters
    Without a date nobody can tell which of two figures is the newer, or whether a figure is older
    than the work.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add 'period'; where the source does not say, add a 'note' that it does not"
        for placed in subject.figures:
            figure = placed.figure
            if placed.role != "observation" or figure.basis is Basis.FORECAST:
                continue
            if not (figure.period or figure.redacted or figure.note):
                yield at_place(
                    placed.owner,
                    placed.pointer,
                    "has an observation that does not say of when it is",
                    help_,
                )
