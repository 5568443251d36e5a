"""TOC216 link-no-assumption."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_link


class LinkNoAssumption(Rule):
    """A link of the main story says what else must hold for it to work.

    ## What it checks
    Whether each link to an outcome that is marked as `main` has `assumes`; links from conditions
    are left out. A theory that marks no link is asked for assumptions once, by TOC213.

    ## Why it matters
    A link that would work whatever else happens is rare. Asking every link what it takes for
    granted is too much for a meeting; those that carry the story are where a theory fails.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
      learning: {title: Children learn more}
    assumptions:
      stay: {title: Teachers stay at the school}
    links:
      - {from: fed, to: learning, main: true}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
      learning: {title: Children learn more}
    assumptions:
      stay: {title: Teachers stay at the school}
    links:
      - {from: fed, to: learning, main: true, assumes: [stay]}
    ```

    ## Source
    Mayne, *Useful theory of change models* (causal-link assumptions), read in abstract; Impact
    Mojo, theory of change pitfalls (missing assumptions). That only main links are asked is ours.
    """

    code = "TOC216"
    name = "link-no-assumption"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY, TheoryKind.RESULTS_FRAMEWORK)
    follows_from = ("no-assumptions",)
    several = "{count} links of the main story do not say what else must hold"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        theory = subject.theory
        help_ = "add 'assumes', if something else must be true for this to work"
        for index, link in subject.links:
            asked = link.to in theory.outcomes and link.from_ not in theory.conditions
            if link.main and asked and not link.assumes:
                message = "belongs to the main story and does not say what else must hold"
                yield of_link(index, link, message, help_)
