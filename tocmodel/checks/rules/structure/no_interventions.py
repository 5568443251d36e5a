"""TOC107 no-interventions."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class NoInterventions(Rule):
    """A theory names the work to be done.

    ## What it checks
    Whether a theory that names outcomes names any intervention.

    ## Why it matters
    Outcomes without any work towards them are a wish. Interventions go on the map of outcomes
    last, but they have to be there.

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
    Center for Theory of Change, *What is Theory of Change*: interventions are the fourth of
    the six stages of building one. Breuer and others (2016), *Implementation Science* 11:63,
    Table 5 (intervention components).
    """

    code = "TOC107"
    name = "no-interventions"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY,)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        if context.outcomes and not context.interventions:
            message = "the theory names outcomes but no work to bring them about"
            yield of_theory(
                message, "add what the partnership does, or will do, under interventions"
            )
