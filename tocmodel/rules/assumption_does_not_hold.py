"""TOC234 assumption-does-not-hold."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Answer
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import named, of_link


class AssumptionDoesNotHold(Rule):
    """A link does not rest on an assumption that is known not to hold.

    ## What it checks
    Whether an assumption with `holds: no` is still relied on by a link.

    ## Why it matters
    When an assumption turns out not to hold, the links that rest on it no longer work as drawn.
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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        assumptions = subject.theory.assumptions
        help_ = "change the link or what is done, or say in the assumption why it holds after all"
        for index, link in subject.links:
            for place, item in enumerate(link.assumes):
                assumption = assumptions.get(item) if isinstance(item, str) else item
                if assumption is not None and assumption.holds is Answer.NO:
                    message = f"rests on the {named(assumption)}, which does not hold"
                    yield of_link(index, link, message, help_, "assumes", place)
