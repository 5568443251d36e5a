"""TOC332 range-impossible."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place, number
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Figure


class RangeImpossible(Rule):
    """A range has two ends, the lower one first, and is written instead of a value.

    ## What it checks
    Whether a figure has `from` without `to` or the other way round, a `from` that is larger than
    its `to`, or a `value` as well.

    ## Why it matters
    Readers, tables and other checks take a range as it is written. One that runs backwards, or
    that also has a value, means two things at once.

    ## Example
    ```yaml
    outcomes:
      met: {title: Families meet each other}
    indicators:
      came:
        title: Families who came to each morning
        measures: met
        unit: families
        observations: [{from: 10, to: 5, period: 2023/2024}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      met: {title: Families meet each other}
    indicators:
      came:
        title: Families who came to each morning
        measures: met
        unit: families
        observations: [{from: 5, to: 10, period: 2023/2024}]
    ```

    ## Source
    No publication was found that says it of figures in a theory of change. The check is arithmetic.
    """

    code = "TOC332"
    name = "range-impossible"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for placed in context.figures:
            found = _fault(placed.figure)
            if found:
                key, message, help_ = found
                yield at_place(placed.owner, (*placed.pointer, key), message, help_)


def _fault(figure: Figure) -> tuple[str, str, str] | None:
    """Return the place, the fault and the remedy of a range that is wrong."""
    low, high = figure.from_, figure.to
    if low is None and high is None:
        return None
    if figure.value is not None:
        message = "has a figure with both a value and a range"
        return "value", message, "keep 'value', or 'from' and 'to'"
    if high is None:
        message = f"has a range from {number(low or 0)} without an upper end"
        return "from", message, "add 'to', or write 'value' with 'qualifier: at least'"
    if low is None:
        message = f"has a range up to {number(high)} without a lower end"
        return "to", message, "add 'from', or write 'value' with 'qualifier: at most'"
    if low > high:
        message = f"has a range from {number(low)} to {number(high)}, which runs backwards"
        return "from", message, f"write {{from: {number(high)}, to: {number(low)}}}"
    return None
