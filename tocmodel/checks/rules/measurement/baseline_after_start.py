"""TOC385 baseline-after-start."""

from collections.abc import Iterator

from tocmodel.analysis.comparison import group_words
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis, Figure, Indicator
from tocmodel.model.choices import Month
from tocmodel.model.period import Period, period


class BaselineAfterStart(Rule):
    """A baseline is the figure from before the work.

    ## What it checks
    Whether the baseline of an indicator is from the same time as a target or later, or begins after
    the start of a counted figure that covers a longer time. Only figures for the same group and
    place are compared. Another check looks at figures that are wholly earlier than the baseline.

    ## Why it matters
    A figure from after the work began already includes some of its effects. Progress measured from
    such a figure looks smaller, or larger, than it is.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        baseline: {value: 40, period: 2024}
        target: {value: 20, period: 2024}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        baseline: {value: 40, period: 2021}
        target: {value: 20, period: 2024}
    ```

    ## Source
    USAID Learning Lab, Monitoring Toolkit, *Baselines and Targets* (a baseline is measured before,
    or close to, the start). The check is ours.
    """

    code = "TOC385"
    name = "baseline-after-start"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "correct a period, or name the figure from before the work as the baseline"
        begins = context.theory.year_begins
        for indicator in context.indicators:
            for place, baseline in enumerate(indicator.baseline):
                start = period(baseline.period, begins)
                later = _later_than(indicator, baseline, start, begins) if start else None
                if later:
                    message = f"has a baseline ({baseline.period}) that is {later}"
                    yield of_entry(indicator, message, help_, "baseline", place, "period")


def _later_than(indicator: Indicator, baseline: Figure, start: Period, begins: Month | None) -> str:
    """Return what a baseline should be before, in words; empty where it is."""
    for target in indicator.target:
        due = period(target.period, begins)
        if due and _is_alike(target, baseline) and start.end >= due.end:
            return f"not before its target ({target.period})"
    for figure in indicator.observations:
        seen = period(figure.period, begins)
        is_counted = figure.basis is Basis.ACTUAL and _is_alike(figure, baseline)
        if seen and is_counted and seen.start < start.start <= seen.end:
            return f"after the start of a figure ({figure.period})"
    return ""


def _is_alike(figure: Figure, baseline: Figure) -> bool:
    same_place = figure.place.casefold() == baseline.place.casefold()
    return same_place and group_words(figure) == group_words(baseline)
