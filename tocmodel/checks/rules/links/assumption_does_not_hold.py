"""TOC234 assumption-does-not-hold."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import entry_label, of_statement
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Answer


class AssumptionDoesNotHold(Rule):
    """A link does not rest on an assumption that is known to be false.

    ## What it checks
    Whether a link still relies on an assumption with `holds: no`.

    ## Why it matters
    When an assumption turns out to be false, the links that rest on it no longer work as drawn.
    That is the moment to change the theory, and the best reason for having written the assumption
    down.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    assumptions:
      come: {title: Children who are hungry come, holds: no}
    links:
      - {from: club, to: fed, assumes: [come]}
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
      classroom: {title: Breakfast in every classroom}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    assumptions:
      come: {title: Children who are hungry come, holds: no}
    links: [classroom -> fed]
    ```

    ## Source
    Mayne (2020), brief on contribution analysis (a theory of change is a pathway and its
    assumptions); theory of change glossary (theoryofchange.org). The check is ours.
    """

    code = "TOC234"
    name = "assumption-does-not-hold"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        assumptions = context.theory.assumptions
        help_ = (
            "change the link or the intervention, or explain in the assumption "
            "why it holds after all"
        )
        for index, link in context.statements:
            for place, item in enumerate(link.assumes):
                assumption = assumptions.get(item) if isinstance(item, str) else item
                if assumption is not None and assumption.holds is Answer.NO:
                    message = f"rests on the {entry_label(assumption)}, which does not hold"
                    yield of_statement(index, link, message, help_, "assumes", place)
