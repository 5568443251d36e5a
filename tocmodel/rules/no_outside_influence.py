"""TOC125 no-outside-influence."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect, Link, TheoryKind, Valence
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoOutsideInfluence(Rule):
    """A theory names what outside it may change the outcome.

    ## What it checks
    Whether the theory has a risk, or a condition that works against it: one that is linked to a
    wanted outcome with `effect: decreases`, or to an unwanted one that it increases.

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
    kinds = (TheoryKind.THEORY, TheoryKind.RESULTS_FRAMEWORK)
    follows_from = ("no-links",)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if not (subject.outcomes or subject.interventions) or subject.theory.risks:
            return
        if not any(_works_against(subject, link) for _, link in subject.links):
            message = "the theory names no risk and no outside influence"
            yield of_theory(
                message, "ask what else could help or stop the outcomes, and add it under risks"
            )


def _works_against(subject: Subject, link: Link) -> bool:
    """Whether a condition makes a wanted outcome less likely, or an unwanted one more so."""
    outcome = subject.theory.outcomes.get(link.to)
    if link.from_ not in subject.theory.conditions or outcome is None:
        return False
    return link.effect is (
        Effect.DECREASES if outcome.valence is Valence.WANTED else Effect.INCREASES
    )
