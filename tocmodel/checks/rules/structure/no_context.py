"""TOC122 no-context."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class NoContext(Rule):
    """A theory starts from its place and the difficulties there.

    ## What it checks
    Whether the theory names its place and at least one condition.

    ## Why it matters
    What works in one place may not work in another. Contextual analysis asks how people here
    experience disadvantage, what causes it, and what causes the causes. A theory that does not
    answer this could be anyone's.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        missing = []
        if context.theory.place is None:
            missing.append("its place")
        if not (context.conditions or context.theory.factors):
            missing.append("the conditions there")
        if missing:
            message = f"the theory does not describe {join(missing)}"
            yield of_theory(
                message,
                "describe where it is, what is hard there and why, under place and conditions",
            )
