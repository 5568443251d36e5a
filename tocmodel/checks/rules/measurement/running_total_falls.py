"""TOC388 running-total-falls."""

from collections.abc import Iterator
from itertools import pairwise

from tocmodel.analysis.comparison import Order, comparable, setting_of
from tocmodel.analysis.progress import progress_of
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.wording import figure_words


class RunningTotalFalls(Rule):
    """A running total never falls.

    ## What it checks
    Whether a figure of an indicator with `cumulative: true` is less than an earlier one about the
    same people and place.

    ## Why it matters
    A running total counts everything since the start, so it can only rise. If it falls, either each
    figure is for its own period, or one of them is wrong, and so is everything worked out from
    them.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      meals:
        title: Breakfasts eaten since the start
        measures: fed
        unit: meals
        cumulative: true
        observations:
          - {value: 400, period: 2025}
          - {value: 350, period: 2026}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      meals:
        title: Breakfasts eaten in the year
        measures: fed
        unit: meals
        observations:
          - {value: 400, period: 2025}
          - {value: 350, period: 2026}
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (values of a period are for
    that period, or cumulative). The check is arithmetic.
    """

    code = "TOC388"
    name = "running-total-falls"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "correct a figure, or leave out 'cumulative' if each is for its own period"
        for indicator in context.indicators:
            if not indicator.cumulative:
                continue
            setting = setting_of(context.theory, indicator)
            for series in progress_of(context.theory, indicator):
                dated = [figure for figure in series.observations if figure.period]
                for before, after in pairwise(dated):
                    if comparable(after, before, setting).order is Order.LESS:
                        numbers = [figure_words(item, indicator.unit) for item in (before, after)]
                        message = f"is a running total that falls: {' and then '.join(numbers)}"
                        place = indicator.observations.index(after)
                        yield of_entry(indicator, message, help_, "observations", place)
