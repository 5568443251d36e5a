"""TOC116 outcome-without-cause."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class OutcomeWithoutCause(Rule):
    """Something leads to every outcome.

    ## What it checks
    Whether each outcome has a link that ends at it, at a whole that it is in (a group, an included
    theory, a section), or at one of its parts. A link from a risk does not count, nor does one
    marked as feedback.

    ## Why it matters
    An outcome that nothing leads to is a hope: the theory does not explain how it comes about.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
      belonging: {title: Children feel that they belong}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
      belonging: {title: Children feel that they belong}
    links: [club -> fed, club -> belonging]
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (causal pathway, precondition).
    """

    code = "TOC116"
    name = "outcome-without-cause"
    severity = Severity.WARNING
    follows_from = ("no-links", "no-interventions")
    several = "nothing leads to {count} outcomes"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "ask what must be there before it, and link that to it"
        for outcome in context.outcomes:
            if outcome.id not in context.caused:
                yield of_entry(outcome, "has nothing leading to it", help_)
