"""TOC322 observation-before-baseline."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis
from tocmodel.model.period import period
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ObservationBeforeBaseline(Rule):
    """What was observed comes after the baseline.

    ## What it checks
    Whether an actual observation lies wholly before the period of the baseline.

    ## Why it matters
    A baseline is where things stood before the work began. What was seen earlier is not a result
    of it; it may be a better baseline.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        baseline: {value: 40, period: 2020}
        observations: [{value: 30, period: 2018}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        baseline: {value: 40, period: 2018}
        observations: [{value: 30, period: 2020}]
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (baseline, and actual values by
    period).
    """

    code = "TOC322"
    name = "observation-before-baseline"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "correct a period, or make the earlier figure the baseline"
        for indicator in subject.indicators:
            baseline = period(indicator.baseline.period) if indicator.baseline else None
            if baseline is None:
                continue
            for place, figure in enumerate(indicator.observations):
                seen = period(figure.period)
                if seen and seen.end < baseline.start and figure.basis is Basis.ACTUAL:
                    message = f"was observed ({figure.period}) before its baseline"
                    yield of_entry(indicator, message, help_, "observations", place, "period")
