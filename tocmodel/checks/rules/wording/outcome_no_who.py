"""TOC504 outcome-no-who."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class OutcomeNoWho(Rule):
    """An outcome names who changes.

    ## What it checks
    Whether each outcome has `who`.

    ## Why it matters
    "Wellbeing improves" may be true for some people and not for others, and most often it is true
    for those who needed it least. Once the people are named, you know who to ask.

    ## Example
    ```yaml
    outcomes:
      well: {title: Well-being improves}
    ```

    ## Use instead
    ```yaml
    outcomes:
      well: {title: Well-being improves, who: children in year 6 on the estate}
    ```

    ## Source
    Innovation Network, theory of change cheat sheet (who changes is named).
    """

    code = "TOC504"
    name = "outcome-no-who"
    severity = Severity.WARNING
    several = "{count} outcomes do not name who changes"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'who': which children, families, staff or services?"
        for outcome in context.outcomes:
            if not outcome.who:
                yield of_entry(outcome, "does not name who changes", help_)
