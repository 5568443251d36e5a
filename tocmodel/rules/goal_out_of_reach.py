"""TOC119 goal-out-of-reach."""

from collections.abc import Iterator

from tocmodel.analysis.reach import upstream
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class GoalOutOfReach(Rule):
    """A route leads from what is done to each goal.

    ## What it checks
    Whether each long-term outcome or impact that has a cause can be reached from an intervention
    along the links. Where the chain towards it starts at an outcome that nothing leads to, that
    outcome is the gap, and another check finds it.

    ## Why it matters
    A long-term ambition needs a route to it. Where the route has a gap, the theory jumps from
    what is done to what is hoped for.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      thriving: {title: Children thrive, horizon: impact}
    conditions:
      teachers: {title: Good teachers stay}
    links: [club -> fed, teachers -> thriving]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      thriving: {title: Children thrive, horizon: impact}
    conditions:
      teachers: {title: Good teachers stay}
    links: [club -> fed, fed -> thriving, teachers -> thriving]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (a
    long-term strategy; a logical structure over the short, medium and long term).
    """

    code = "TOC119"
    name = "goal-out-of-reach"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links", "no-goal", "no-interventions")
    several = "no intervention leads to {count} of the goals"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "find where the chain of links towards it breaks off, and join it to what is done"
        before = subject.forward.predecessors
        hopes = {outcome.id for outcome in subject.outcomes if not before[outcome.id]}
        for goal in subject.goals:
            if goal.id in subject.acted_on or not subject.forward.predecessors[goal.id]:
                continue
            behind = upstream(subject.forward, [goal.id])
            if not any(id_ in hopes for id_ in behind):
                yield of_entry(goal, "cannot be reached from any intervention", help_)
