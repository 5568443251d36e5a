"""TOC143 single-intervention."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.passing import passing_forward_graph
from tocmodel.graph.wholes import outermost


class SingleIntervention(Rule):
    """Several interventions work together.

    ## What it checks
    Whether there are two or more interventions, and whether two or more of them lead to the
    same outcome. An intervention and its parts count as one.

    ## Why it matters
    In places with much poverty, several interventions at once, across a child's life, are expected
    to achieve more together than apart. (The claim is contested: Dobbie and Fryer (2011) found that
    the schools of the Harlem Children's Zone alone were enough for large gains in achievement.) A
    theory of a zone should show how its parts add up, or explain in a waiver why one is enough.

    ## Example
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club}
      advice: {title: Debt advice}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed, advice -> fed]
    ```

    ## Source
    Kerr, Dyson and Raffo (2014), Policy Press, and University of Manchester (2021), *New-
    generation Children's Zones*, REF impact case study, references 1 to 3. Against: Dobbie and
    Fryer (2011), *American Economic Journal: Applied Economics* 3:158-187.
    """

    code = "TOC143"
    name = "single-intervention"
    severity = Severity.WARNING
    frameworks = ("childrens-zone",)
    follows_from = ("no-links", "no-interventions")

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        interventions = context.interventions
        if len(interventions) == 1:
            message = "is the only intervention; a zone counts on several working together"
            yield of_entry(
                interventions[0],
                message,
                "add the other interventions, or waive this with the reason why one is enough",
            )
        elif interventions and context.theory.links and not _meet(context):
            message = (
                f"no outcome is served by more than one of the {len(interventions)} interventions"
            )
            help_ = "show where interventions work together, by links to the same outcome"
            yield of_theory(message, help_, "interventions")


def _meet(context: RuleContext) -> bool:
    """Return whether two interventions lead to one outcome.

    Each element records one intervention that leads to it; where a second arrives, they meet.
    """
    successors = passing_forward_graph(context.theory).successors
    larger = outermost(context.theory)
    outcomes = context.theory.outcomes
    first: dict[str, str] = {}
    twice: set[str] = set()
    waiting = [(item.id, larger.get(item.id, item.id)) for item in context.interventions]
    while waiting:
        id_, origin = waiting.pop()
        if id_ in twice or first.get(id_) == origin:
            continue
        if id_ in first:
            twice.add(id_)
            if id_ in outcomes:
                return True
        first.setdefault(id_, origin)
        waiting.extend((following, origin) for following in successors[id_])
    return False
