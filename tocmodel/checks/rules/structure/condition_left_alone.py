"""TOC162 condition-left-alone."""

from collections.abc import Iterator

from tocmodel.analysis.causes import Action, actions
from tocmodel.analysis.decision_makers import decision_makers
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class ConditionLeftAlone(Rule):
    """Somebody acts on each condition, or could do so.

    ## What it checks
    Whether an intervention acts on each condition, on one of its causes or on one of its effects;
    or else whether a partner decides about it (`decides` names the condition). Another check
    reports conditions without any link.

    ## Why it matters
    A contextual analysis asks who could act on each cause. A cause without an answer is either a
    gap in the plan, or somebody else's task that nobody has been asked to take on.

    ## Example
    ```yaml
    conditions:
      rents: {title: Rents rise}
      moves: {title: Families move often}
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
    links: [rents -> moves]
    ```

    ## Use instead
    ```yaml
    partners:
      council: {title: The council, decides: [Rents rise, Families move often]}
    conditions:
      rents: {title: Rents rise}
      moves: {title: Families move often}
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
    links: [rents -> moves]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (complex contextual analysis: how local partners might intervene).
    """

    code = "TOC162"
    name = "condition-left-alone"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-interventions",)
    several = "{count} conditions have nobody who acts on them or could act"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        seen = actions(context.theory)
        for condition in context.conditions:
            alone = seen[condition.id] is Action.NOBODY and condition.id in context.in_story
            if alone and not decision_makers(context.theory, condition.id):
                yield of_entry(
                    condition,
                    "has nobody who acts on it or could act",
                    "ask who could act on it, and name it under their 'addresses' or 'decides'",
                )
