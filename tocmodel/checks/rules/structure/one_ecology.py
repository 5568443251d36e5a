"""TOC149 one-ecology."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class OneEcology(Rule):
    """The work reaches more than one part of a child's life.

    ## What it checks
    Whether all interventions (two or more, each with a `level`) have the same level.

    ## Why it matters
    Children grow up in a family, among friends, in schools, with services, in a community. A
    change in one part can help in another, and disadvantage in one can undo what another gains.

    ## Example
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club, level: school}
      tutoring: {title: Tutoring, level: school}
    ```

    ## Use instead
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club, level: school}
      advice: {title: Debt advice, level: family}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (several interventions across a child's ecologies). The levels follow Bronfenbrenner, from
    secondary summaries.
    """

    code = "TOC149"
    name = "one-ecology"
    severity = Severity.WARNING
    frameworks = ("childrens-zone",)
    follows_from = ("no-interventions",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        levels = [item.level for item in context.interventions]
        if len(levels) > 1 and levels[0] is not None and len(set(levels)) == 1:
            which = "both" if len(levels) == 2 else f"all {len(levels)}"
            message = f"{which} interventions are at one level, {levels[0]}"
            yield of_theory(
                message,
                "ask what in the rest of children's lives helps or hinders, "
                "and who could act there",
                "interventions",
            )
