"""TOC119 goal-out-of-reach."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class GoalOutOfReach(Rule):
    """A route leads from what is done to each goal.

    ## What it checks
    Whether each long-term outcome or impact that has a cause can be reached from an intervention
    along the links.

    ## Why it matters
    A long-term ambition needs a route to it. Where the route has a gap, the theory jumps from
    what is done to what is hoped for.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      learning: {title: Children learn more, horizon: medium}
      thriving: {title: Children thrive, horizon: impact}
    links: [club -> fed, learning -> thriving]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      learning: {title: Children learn more, horizon: medium}
      thriving: {title: Children thrive, horizon: impact}
    links: [club -> fed, fed -> learning, learning -> thriving]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (a
    long-term strategy; a logical structure over the short, medium and long term).
    """

    code = "TOC119"
    name = "goal-out-of-reach"
    severity = Severity.WARNING
    follows_from = ("no-links", "no-goal", "no-interventions")
    several = "no intervention leads to {count} of the goals"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "find where the chain of links towards it breaks off, and join it to what is done"
        for goal in subject.goals:
            if subject.forward.predecessors[goal.id] and goal.id not in subject.acted_on:
                yield of_entry(goal, "cannot be reached from any intervention", help_)
