"""TOC113 intervention-leads-nowhere."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class InterventionLeadsNowhere(Rule):
    """Every intervention leads to an outcome.

    ## What it checks
    Whether some outcome can be reached from each intervention along the links.

    ## Why it matters
    The theory should give a reason for all the work. An intervention that leads to no outcome
    cannot be judged, and is hard to defend when money is short.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
      trips: {title: Trips to the sea}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
      trips: {title: Trips to the sea}
    outcomes:
      fed: {title: Children are not hungry in lessons}
      belonging: {title: Children feel that they belong}
    links: [club -> fed, trips -> belonging]
    ```

    ## Source
    Innovation Network, theory of change cheat sheet (activities, outputs and outcomes answer to
    one another).
    """

    code = "TOC113"
    name = "intervention-leads-nowhere"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links",)
    several = "{count} interventions lead to no outcome"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "link it, in one or more steps, to the outcome that it is for"
        for intervention in context.interventions:
            if intervention.id not in context.before_outcomes:
                yield of_entry(intervention, "leads to no outcome", help_)
