"""TOC119 goal-out-of-reach."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.passing import passing_forward_graph
from tocmodel.graph.reach import upstream
from tocmodel.model import TheoryKind


class GoalOutOfReach(Rule):
    """A route leads from the work to each goal.

    ## What it checks
    Whether each long-term outcome or impact that has a cause can be reached from an intervention
    along the links. Where the chain towards it starts at an outcome that nothing leads to, that
    outcome is the gap, and another check reports it.

    ## Why it matters
    A long-term ambition needs a route to it. If the route has a gap, the theory jumps from the work
    to the hope.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "find where the chain of links towards it breaks off, and join it to an intervention"
        )
        hopes = {outcome.id for outcome in context.outcomes if outcome.id not in context.caused}
        graph = passing_forward_graph(context.theory)
        for goal in context.goals:
            if goal.id in context.acted_on or goal.id not in context.caused:
                continue
            behind = upstream(graph, [goal.id])
            if not any(id_ in hopes for id_ in behind):
                yield of_entry(goal, "cannot be reached from any intervention", help_)
