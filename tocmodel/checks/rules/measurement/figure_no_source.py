"""TOC358 figure-no-source."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator


class FigureNoSource(Rule):
    """A figure has a source.

    ## What it checks
    Whether each observation and baseline with a number has a `source`, or its indicator has
    a `source` or, in `data`, the place where its data are kept.

    ## Why it matters
    Figures travel: into a bid, a speech, a newspaper. Somebody will ask, and the person who
    counted may have left.

    ## Example
    ```yaml
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Children reached
        measures: known
        unit: children
        observations: [{value: 836, period: 2018}]
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
        data: the partnership's own register
        observations: [{value: 836, period: 2018}]
    ```

    ## Source
    Davies (2012) on evaluability (verifiable).
    """

    code = "TOC358"
    name = "figure-no-source"
    severity = Severity.ADVICE
    several = "{count} figures have no source"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'source', or 'data' with where the partnership keeps its own count"
        for placed in context.figures:
            figure, indicator = placed.figure, placed.owner
            if placed.role not in ("observation", "baseline") or not isinstance(
                indicator, Indicator
            ):
                continue
            known = figure.source or indicator.source or indicator.data
            if figure.has_number and not known:
                message = f"gives no source for {amount(figure)}"
                yield at_place(indicator, placed.pointer, message, help_)
