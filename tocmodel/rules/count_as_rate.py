"""TOC328 count-as-rate."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator, Statistic
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import Phrases, amount, at_place, is_percent

_RATE = Phrases("rate", "rates", "proportion", "share", "percentage")


class CountAsRate(Rule):
    """A rate is given with what it is a rate of.

    ## What it checks
    Whether an indicator whose title speaks of a rate, a proportion, a share or a percentage has
    figures that are neither in per cent (or "per" something) nor given `of` something.

    ## Why it matters
    A count falls when there are fewer children, a rate does not. "Exclusions fell from 21 to 6"
    says less than it seems to while nobody knows of how many pupils, and over how long.

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
    source 5.4 (fixed-term exclusions from 21 to 6, without a denominator). The wording checked
    for is ours.
    """

    code = "TOC328"
    name = "count-as-rate"
    severity = Severity.WARNING
    several = "{count} figures are called rates and are given as counts"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add 'of' to the figure, or call the indicator a number"
        for placed in subject.figures:
            indicator, figure = placed.owner, placed.figure
            if (
                not isinstance(indicator, Indicator)
                or not figure.has_number
                or figure.of is not None
                or figure.statistic not in (None, Statistic.COUNT)
            ):
                continue
            if placed.role not in ("observation", "baseline") or is_percent(indicator.unit):
                continue
            if _RATE.find(indicator.title) and "per " not in f"{indicator.unit} ":
                message = f"is called a rate, but {amount(figure)} does not say of how many"
                yield at_place(indicator, placed.pointer, message, help_)
