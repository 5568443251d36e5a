"""TOC107 no-interventions."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoInterventions(Rule):
    """A theory says what will be done.

    ## What it checks
    Whether a theory that names outcomes names any intervention.

    ## Why it matters
    Outcomes without anything that is done about them are a wish. Interventions are put on the map
    of outcomes last, but they have to be there.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    ```

    ## Source
    Center for Theory of Change, *What is Theory of Change*: the six stages of building one, of
    which interventions are the fourth. Breuer and others (2016), *Implementation Science* 11:63,
    Table 5 (intervention components).
    """

    code = "TOC107"
    name = "no-interventions"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY,)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if subject.outcomes and not subject.interventions:
            message = "the theory names outcomes but nothing that is done to bring them about"
            yield of_theory(
                message, "add what the partnership does, or will do, under interventions"
            )
