"""TOC216 link-no-assumption."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_link


class LinkNoAssumption(Rule):
    """A link to an outcome says what else must hold for it to work.

    ## What it checks
    Whether each causal link from something that is done, a mechanism or an outcome to an outcome
    has `assumes`.

    ## Why it matters
    A link that would work whatever else happens is rare. Asking each link what it takes for
    granted is the quickest way to find where a theory is thin.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
      learning: {title: Children learn more}
    assumptions:
      stay: {title: Teachers stay at the school}
    links: [fed -> learning]
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
      learning: {title: Children learn more}
    assumptions:
      stay: {title: Teachers stay at the school}
    links:
      - {from: fed, to: learning, assumes: [stay]}
    ```

    ## Source
    Mayne, *Useful theory of change models* (causal-link assumptions), read in abstract; Impact
    Mojo, theory of change pitfalls (missing assumptions).
    """

    code = "TOC216"
    name = "link-no-assumption"
    severity = Severity.ADVICE
    follows_from = ("no-assumptions",)
    several = "{count} links to outcomes do not say what else must hold"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        theory = subject.theory
        help_ = "add 'assumes', if something else must be true for this to work"
        for index, link in subject.links:
            if link.assumes or link.to not in theory.outcomes or link.from_ in theory.conditions:
                continue
            yield of_link(index, link, "does not say what else must hold", help_)
