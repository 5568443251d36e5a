"""TOC325 percentage-no-denominator."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator
from tocmodel.wording import is_percent


class PercentageNoDenominator(Rule):
    """A percentage shows how many it is out of.

    ## What it checks
    Whether each observation and baseline in per cent has `of` (how many in all), `respondents`
    (how many answered), or at least `of_what` in words. A figure with a `statistic` other than
    a share, such as a mean or a change, is left out.

    ## Why it matters
    Ninety-five per cent of 94 people who answered is not ninety-five per cent of the 382 who
    came. Without the number behind it, a percentage cannot be weighed or added up, and is easily
    read as a share of everyone.

    ## Example
    ```yaml
    outcomes:
      well: {title: Young people feel well}
    indicators:
      positive:
        title: Young people who say that activities help
        measures: well
        unit: percent
        observations: [{value: 95, period: 2018}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      well: {title: Young people feel well}
    indicators:
      positive:
        title: Young people who say that activities help
        measures: well
        unit: percent
        observations: [{value: 95, respondents: 94, period: 2018}]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    source E (95 per cent, n = 94, of 382 who attended).
    """

    code = "TOC325"
    name = "percentage-no-denominator"
    severity = Severity.WARNING
    several = "{count} percentages do not show how many they are out of"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "add 'of' or 'respondents'; where the source gives no number, name "
            "the group in 'of_what'"
        )
        for placed in context.figures:
            figure = placed.figure
            if placed.role not in ("observation", "baseline") or not figure.has_number:
                continue
            owner = placed.owner
            if not isinstance(owner, Indicator) or not is_percent(figure.unit or owner.unit):
                continue
            if not figure.is_part:  # a mean or a change is a share of nobody
                continue
            if figure.of is None and figure.respondents is None and not figure.of_what:
                message = f"gives {amount(figure)} per cent, but does not say out of how many"
                yield at_place(placed.owner, placed.pointer, message, help_)
