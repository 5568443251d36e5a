"""TOC164 intervention-without-partner."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class InterventionWithoutPartner(Rule):
    """An intervention names the partners who deliver it.

    ## What it checks
    Whether each intervention names `partners`, in a theory that lists partners.

    ## Why it matters
    Work without a name on it is easily left undone, and shared work is where partnerships
    come apart.

    ## Example
    ```yaml
    partners:
      school: {title: The school}
    interventions:
      club: {title: Breakfast club}
    ```

    ## Use instead
    ```yaml
    partners:
      school: {title: The school}
    interventions:
      club: {title: Breakfast club, partners: [school]}
    ```

    ## Source
    Breuer and others (2016), *Implementation Science* 11:63, Table 5 (actors).
    """

    code = "TOC164"
    name = "intervention-without-partner"
    severity = Severity.ADVICE
    several = "{count} interventions have no partner"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        if context.theory.partners:
            for intervention in context.interventions:
                if not intervention.partners:
                    yield of_entry(
                        intervention,
                        "has no partner",
                        "name the partners who deliver it under 'partners'",
                    )
