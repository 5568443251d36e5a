"""TOC219 assumption-untested."""

from collections import Counter
from collections.abc import Iterator

from tocmodel.analysis.evidence import Bearing
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Answer


class AssumptionUntested(Rule):
    """Somebody watches each assumption that much depends on.

    ## What it checks
    Whether each assumption that is `critical`, or that two or more links rely on, has evidence,
    an indicator or an `owner`.

    ## Why it matters
    A theory fails where a critical assumption fails. If nobody watches it, the partnership finds
    out from the results, years too late.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    assumptions:
      come: {title: Children who are hungry come, critical: true}
    links:
      - {from: club, to: fed, assumes: [come]}
    ```

    ## Use instead
    ```yaml
    partners:
      school: {title: The school}
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    assumptions:
      come: {title: Children who are hungry come, critical: true, owner: school}
    links:
      - {from: club, to: fed, assumes: [come]}
    ```

    ## Source
    Theory of change glossary (theoryofchange.org) on assumptions; Davies (2012) on evaluability
    (testable). That two links make an assumption critical is ours.
    """

    code = "TOC219"
    name = "assumption-untested"
    severity = Severity.WARNING
    several = "nobody watches {count} assumptions that matter"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        relied = Counter(
            item
            for _, link in context.statements
            for item in set(link.assumes)
            if isinstance(item, str)
        )
        help_ = "name an 'owner' who watches it, an indicator that measures it, or evidence for it"
        for assumption in context.theory.assumptions.values():
            links = relied[assumption.id]
            watched = assumption.owner or assumption.id in context.indicators_of
            if watched or assumption.holds is Answer.NO:
                continue
            if any(how is not Bearing.AIM for how, _ in context.evidence_on(assumption.id).pieces):
                continue
            if assumption.critical:
                yield of_entry(
                    assumption, "is critical, and nobody watches whether it holds", help_
                )
            elif links > 1:
                message = f"supports {links} links, and nobody watches whether it holds"
                yield of_entry(assumption, message, help_)
