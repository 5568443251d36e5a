"""TOC322 observation-before-baseline."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis
from tocmodel.model.period import period


class ObservationBeforeBaseline(Rule):
    """Observations come after the baseline.

    ## What it checks
    Whether an actual observation is wholly before the period of the baseline.

    ## Why it matters
    A baseline is the state of things before the work began. An earlier figure is not a result
    of the work; it may be a better baseline.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "correct a period, or make the earlier figure the baseline"
        year_begins = context.theory.year_begins
        for indicator in context.indicators:
            starts = [
                found
                for item in indicator.baseline
                if (found := period(item.period, year_begins)) is not None
            ]
            for place, figure in enumerate(indicator.observations):
                seen = period(figure.period, year_begins)
                is_early = seen and starts and all(seen.is_before(start) for start in starts)
                if is_early and figure.basis is Basis.ACTUAL:
                    message = f"was observed ({figure.period}) before its baseline"
                    yield of_entry(indicator, message, help_, "observations", place, "period")
