"""TOC162 condition-left-alone."""

from collections.abc import Iterator

from tocmodel.analysis.causes import Action, actions
from tocmodel.analysis.deciding import deciding
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ConditionLeftAlone(Rule):
    """Of each condition it is said who acts on it, or who could.

    ## What it checks
    Whether an intervention acts on each condition, on something behind it or on something that it
    leads to; or else whether a partner is said to decide over it (`decides` names the condition).
    A condition that nothing is linked to is another check's business.

    ## Why it matters
    In a contextual analysis every cause is tested for who could act on it. A cause for which the
    answer is missing is either a gap in the plan, or somebody else's task that nobody has been
    asked to take on.

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
    several = "of {count} conditions it is not said who acts on them, or who could"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        seen = actions(subject.theory)
        for condition in subject.conditions:
            alone = seen[condition.id] is Action.NOBODY and condition.id in subject.joined
            if alone and not deciding(subject.theory, condition.id):
                yield of_entry(
                    condition,
                    "is acted on by nobody, and nobody is named who could",
                    "ask who could act on it, and name it under their 'addresses' or 'decides'",
                )
