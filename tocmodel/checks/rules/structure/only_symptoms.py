"""TOC160 only-symptoms."""

from collections.abc import Iterator

from tocmodel.analysis.causes import Action, actions, difficulty_graph
from tocmodel.analysis.decision_makers import decision_makers
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class OnlySymptoms(Rule):
    """The work acts on the causes of a difficulty, and not only on its effects.

    ## What it checks
    Whether an intervention acts on each root cause: a condition that leads to others and has no
    cause itself. It reports those where interventions act only on their effects, and about which no
    partner decides (`decides` names the condition).

    ## Why it matters
    A cause that is left alone goes on creating the need that the work relieves. You need not
    act on it yourself: name somebody who could.

    ## Example
    ```yaml
    conditions:
      debt: {title: Families are in debt}
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
    links: [debt -> hunger]
    ```

    ## Use instead
    ```yaml
    conditions:
      debt: {title: Families are in debt}
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
      advice: {title: Debt advice, addresses: [debt]}
    links: [debt -> hunger]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (causes, and causes of the causes; upstream thinking, source C).
    """

    code = "TOC160"
    name = "only-symptoms"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-upstream", "no-interventions")
    several = "{count} root causes are left alone, while interventions act only on their effects"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        seen = actions(context.theory)
        behind = difficulty_graph(context.theory).predecessors
        for condition in context.conditions:
            is_root = not behind[condition.id]
            if (
                is_root
                and seen[condition.id] is Action.SYMPTOMS
                and not decision_makers(context.theory, condition.id)
            ):
                yield of_entry(
                    condition,
                    "is left alone: interventions act only on its effects",
                    "ask who could act on it, and name it under their 'addresses' or 'decides'",
                )
