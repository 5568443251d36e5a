"""TOC219 assumption-untested."""

from collections import Counter
from collections.abc import Iterator

from tocmodel.analysis.evidence import Bearing
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Answer
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class AssumptionUntested(Rule):
    """An assumption that much depends on is watched.

    ## What it checks
    Whether each assumption that is `critical`, or that two or more links rely on, has evidence,
    an indicator or an `owner`.

    ## Why it matters
    A theory fails where a critical assumption fails. If nobody watches it, the partnership learns
    of it from the results, which is years too late.

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
    several = "{count} assumptions that matter are watched by nobody"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        relied = Counter(
            item for _, link in subject.links for item in set(link.assumes) if isinstance(item, str)
        )
        help_ = "name an 'owner' who watches it, an indicator that measures it, or evidence for it"
        for assumption in subject.theory.assumptions.values():
            links = relied[assumption.id]
            watched = assumption.owner or assumption.id in subject.indicators_of
            if watched or assumption.holds is Answer.NO:
                continue
            if any(how is not Bearing.AIM for how, _ in subject.weight(assumption.id).pieces):
                continue
            if assumption.critical:
                yield of_entry(
                    assumption, "is critical, and nobody watches whether it holds", help_
                )
            elif links > 1:
                message = f"holds up {links} links, and nobody watches whether it holds"
                yield of_entry(assumption, message, help_)
