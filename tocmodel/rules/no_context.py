"""TOC122 no-context."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join, of_theory


class NoContext(Rule):
    """A theory starts from its place and what is hard there.

    ## What it checks
    Whether the theory names its place and at least one condition.

    ## Why it matters
    What works in one place may not work in another. Contextual analysis asks how disadvantage is
    lived here, what causes it, and what causes the causes; the theory answers that, or it could
    be anyone's.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    ```

    ## Use instead
    ```yaml
    place: {name: Northside}
    conditions:
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (Complex Contextual Analysis); Dalkin and others (2015) (context, mechanism, outcome); Forti,
    six pitfalls (changeroo.com: ignoring the outside context).
    """

    code = "TOC122"
    name = "no-context"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY,)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        missing = []
        if subject.theory.place is None:
            missing.append("its place")
        if not subject.conditions:
            missing.append("the conditions there")
        if missing:
            message = f"the theory says nothing about {join(missing)}"
            yield of_theory(
                message, "say where it is, what is hard there and why, under place and conditions"
            )
