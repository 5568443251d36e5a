"""TOC164 intervention-without-partner."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class InterventionWithoutPartner(Rule):
    """An intervention says who does it.

    ## What it checks
    Whether each intervention names `partners`, in a theory that lists partners.

    ## Why it matters
    Work that nobody is named for is easily left undone, and shared work is where partnerships
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
    several = "{count} interventions do not say who does them"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if subject.theory.partners:
            for intervention in subject.interventions:
                if not intervention.partners:
                    yield of_entry(
                        intervention,
                        "does not say who does it",
                        "name those who do it under 'partners'",
                    )
