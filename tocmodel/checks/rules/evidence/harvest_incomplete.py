"""TOC440 harvest-incomplete."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class HarvestIncomplete(Rule):
    """A harvested outcome has all its parts.

    ## What it checks
    Whether an outcome with a `significance` also has a `contribution`, and the other way round.

    ## Why it matters
    In outcome harvesting, an outcome has three parts: who changed what, why it matters, and how the
    programme contributed. Without the second part, nobody knows why the outcome was worth
    recording. Without the third, it may have come about without the programme.

    ## Example
    ```yaml
    outcomes:
      asked: {title: The council asked tenants first, significance: It never had before}
    ```

    ## Use instead
    ```yaml
    outcomes:
      asked:
        title: The council asked tenants first
        significance: It never had before
        contribution: The group invited the council and showed it the letters
    ```

    ## Source
    R. Wilson-Grau (2018), Outcome Harvesting: Principles, Steps, and Evaluation Applications.
    """

    code = "TOC440"
    name = "harvest-incomplete"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for outcome in context.theory.outcomes.values():
            if outcome.significance and not outcome.contribution:
                message = "has a significance, but no contribution"
                help_ = "add 'contribution': how the work contributed to the change"
                yield of_entry(outcome, message, help_, "significance")
            elif outcome.contribution and not outcome.significance:
                message = "has a contribution, but no significance"
                help_ = "add 'significance': why the change matters"
                yield of_entry(outcome, message, help_, "contribution")
