"""TOC113 intervention-leads-nowhere."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class InterventionLeadsNowhere(Rule):
    """Every intervention leads to an outcome.

    ## What it checks
    Whether some outcome can be reached from each intervention along the links.

    ## Why it matters
    What is done should be done for a reason that the theory states. An intervention that leads to
    no outcome cannot be judged, and is hard to defend when money is short.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "link it, in one or more steps, to the outcome that it is for"
        for intervention in subject.interventions:
            if intervention.id not in subject.before_outcomes:
                yield of_entry(intervention, "leads to no outcome", help_)
