"""TOC301 no-indicator."""

from collections.abc import Iterator

from tocmodel.analysis.goals import is_wanted
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class NoIndicator(Rule):
    """An outcome that the partnership is accountable for has an indicator.

    ## What it checks
    Whether something measures each wanted outcome at or below the ceiling of accountability (in a
    theory without a ceiling: each that is not an impact).

    ## Why it matters
    Without a sign of change nobody can tell whether the outcome came about. An indicator may be a
    number or the words of people; if residents choose not to measure something, a waiver can record
    that.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
    indicators:
      hungry:
        title: Children who tell their teacher that they are hungry
        measures: fed
        unit: children
        better: lower
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (indicator); *Theory of Change Basics*
    (ActKnowledge, 2012).
    """

    code = "TOC301"
    name = "no-indicator"
    severity = Severity.WARNING
    follows_from = ("no-links",)
    several = "{count} outcomes have no indicator"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "ask how you would see the change, and add that under indicators with 'measures'"
        for outcome in context.outcomes:
            if (
                is_wanted(outcome)
                and context.answers_for(outcome)
                and outcome.id not in context.indicators_of
            ):
                yield of_entry(outcome, "has no indicator", help_)
