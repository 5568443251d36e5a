"""TOC349 measure-burden."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import number, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_FEWEST = 8
_EACH = 2500


class MeasureBurden(Rule):
    """The amount of measuring is in proportion to the money.

    ## What it checks
    Whether there are eight or more indicators, and the inputs come to less than 2,500 (pounds,
    euros ...) for each of them. The check needs all amounts of money in one currency.

    ## Why it matters
    Every indicator costs somebody time. Small local groups are often asked to count as much as
    large programmes, and count instead of working.

    ## Example
    ```yaml
    inputs:
      grant: {title: A small grant, amount: 5000, currency: GBP}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      n1: {title: Breakfasts, measures: fed}
      n2: {title: Children, measures: fed}
      n3: {title: Families, measures: fed}
      n4: {title: Visits, measures: fed}
      n5: {title: Attendance, measures: fed}
      n6: {title: Lateness, measures: fed}
      n7: {title: Attainment, measures: fed}
      n8: {title: Weight, measures: fed}
    ```

    ## Use instead
    ```yaml
    inputs:
      grant: {title: A small grant, amount: 5000, currency: GBP}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      n1: {title: Breakfasts, measures: fed}
      n2: {title: Children who say they are hungry, measures: fed}
    ```

    ## Source
    Knowledge Exchange blog (2021) on funding (measurement in proportion). The limits are ours.
    """

    code = "TOC349"
    name = "measure-burden"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        indicators = len(context.indicators)
        inputs = [item for item in context.theory.inputs.values() if item.currency]
        amounts = [
            item.amount.value for item in inputs if item.amount and item.amount.value is not None
        ]
        one_currency = len({item.currency for item in inputs}) == 1 and len(amounts) == len(inputs)
        if indicators >= _FEWEST and one_currency and sum(amounts) < _EACH * indicators:
            total = f"{number(sum(amounts))} {inputs[0].currency}"
            message = f"{indicators} indicators are a lot to count for {total}"
            yield of_theory(message, "keep the few that somebody will act on", "indicators")
