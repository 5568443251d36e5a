"""TOC125 no-outside-influence."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoOutsideInfluence(Rule):
    """A theory names what outside it may change the outcome.

    ## What it checks
    Whether any risk is recorded.

    ## Why it matters
    Rents, jobs, benefits and other services move the same outcomes. A theory that leaves them out
    takes the credit, or the blame, for what it did not do.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    risks:
      prices: {title: Food prices rise, external: true, threatens: [fed]}
    links: [club -> fed]
    ```

    ## Source
    Mayne (2019), evergreen note on theory of change (external influences); Forti, six pitfalls
    (changeroo.com).
    """

    code = "TOC125"
    name = "no-outside-influence"
    severity = Severity.WARNING
    follows_from = ("no-links",)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if (subject.outcomes or subject.interventions) and not subject.theory.risks:
            message = "the theory names no risk and no outside influence"
            yield of_theory(
                message, "ask what else could help or stop the outcomes, and add it under risks"
            )
