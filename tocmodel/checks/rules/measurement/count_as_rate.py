"""TOC328 count-as-rate."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import Phrases, amount, at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator, Statistic
from tocmodel.wording import is_percent

_RATE = Phrases("rate", "rates", "proportion", "share", "percentage")


class CountAsRate(Rule):
    """A rate is given with its denominator.

    ## What it checks
    Whether an indicator with a rate, a proportion, a share or a percentage in its title has figures
    that are neither in per cent (or "per" something) nor have an `of`.

    ## Why it matters
    A count falls when there are fewer children; a rate does not. "Exclusions fell from 21 to 6"
    means less than it seems to if nobody knows out of how many pupils, and over how long.

    ## Example
    ```yaml
    outcomes:
      settled: {title: Pupils are settled in school}
    indicators:
      exclusions:
        title: Rate of fixed-term exclusions
        measures: settled
        unit: exclusions
        observations: [{value: 6, period: 2019}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      settled: {title: Pupils are settled in school}
    indicators:
      exclusions:
        title: Rate of fixed-term exclusions
        measures: settled
        unit: exclusions
        observations: [{value: 6, of: 240, of_what: pupils on roll, period: 2019}]
    ```

    ## Source
    University of Brighton (2021), *Developing Communities of Practice*, REF impact case study,
    source 5.4 (fixed-term exclusions from 21 to 6, without a denominator). The list of words
    is ours.
    """

    code = "TOC328"
    name = "count-as-rate"
    severity = Severity.WARNING
    several = "{count} figures are called rates but given as counts"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'of' to the figure, or call the indicator a number"
        for placed in context.figures:
            indicator, figure = placed.owner, placed.figure
            if (
                not isinstance(indicator, Indicator)
                or not figure.has_number
                or figure.of is not None
                or figure.statistic not in (None, Statistic.COUNT)
            ):
                continue
            unit = figure.unit or indicator.unit
            if placed.role not in ("observation", "baseline") or is_percent(unit):
                continue
            if _RATE.find(indicator.title) and "per " not in f"{unit} ":
                message = f"is called a rate, but {amount(figure)} is a plain count"
                yield at_place(indicator, placed.pointer, message, help_)
