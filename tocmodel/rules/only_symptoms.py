"""TOC160 only-symptoms."""

from collections.abc import Iterator

from tocmodel.analysis.causes import Action, actions, difficulty_graph
from tocmodel.analysis.deciding import deciding
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class OnlySymptoms(Rule):
    """What lies behind a difficulty is acted on, and not only what it leads to.

    ## What it checks
    Whether an intervention acts on each root cause: a condition that leads to others and has no
    cause itself. It finds those where something acts only on what they lead to, and no partner is
    said to decide over them (`decides` names the condition).

    ## Why it matters
    A cause that is left alone goes on bringing about what the work relieves. It need not be you
    who acts on it: say who could.

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
    several = "{count} root causes are left alone, while something acts on what they lead to"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        seen = actions(subject.theory)
        behind = difficulty_graph(subject.theory).predecessors
        for condition in subject.conditions:
            is_root = not behind[condition.id]
            if (
                is_root
                and seen[condition.id] is Action.SYMPTOMS
                and not deciding(subject.theory, condition.id)
            ):
                yield of_entry(
                    condition,
                    "is left alone: interventions act only on what it leads to",
                    "ask who could act on it, and name it under their 'addresses' or 'decides'",
                )
