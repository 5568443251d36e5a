"""TOC137 no-upstream."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.analysis.causes import UPSTREAM, acting
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join, of_theory

_ASKED_BY = ("childrens-zone", "complex-contextual-analysis")
_SEVERAL = 3


class NoUpstream(Rule):
    """A theory looks for the causes of the causes, and acts on some of them.

    ## What it checks
    Whether some condition is linked as the cause of another, and whether some intervention acts
    on such a cause, or on a condition whose `scale` is structural, local system or community. In a
    theory that names the frameworks `childrens-zone` or `complex-contextual-analysis` this is a
    warning; elsewhere it is advice, and only asked where there are three or more conditions.

    ## Why it matters
    Help at the end of the chain has to be given again and again. Acting nearer the source is what
    lets effects last.

    ## Example
    ```yaml
    frameworks: [childrens-zone]
    conditions:
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
    ```

    ## Use instead
    ```yaml
    frameworks: [childrens-zone]
    conditions:
      debt: {title: Families are in debt}
      hunger: {title: Some children come to school hungry}
    interventions:
      club: {title: Breakfast club, addresses: [hunger]}
      advice: {title: Debt advice, addresses: [debt]}
    links: [debt -> hunger]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (causes, and causes of the causes; upstream thinking, source C).
    """

    code = "TOC137"
    name = "no-upstream"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links", "no-interventions")

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        in_zone = any(id_ in subject.frameworks for id_ in _ASKED_BY)
        if in_zone:
            yield from (evolve(problem, severity=Severity.WARNING) for problem in _found(subject))
        elif len(subject.conditions) >= _SEVERAL:
            yield from _found(subject)


def _found(subject: Subject) -> Iterator[Problem]:
    conditions = frozenset(subject.theory.conditions)
    if not conditions:
        return
    causes = {
        cause
        for cause, effect in subject.causal.edges
        if cause in conditions and effect in conditions
    }
    upstream = causes | {item.id for item in subject.conditions if item.scale in UPSTREAM}
    if not upstream:
        message = (
            "no condition is shown as the cause of another, so the causes of the causes are missing"
        )
        yield of_theory(
            message,
            "ask of each condition why it is so, and link the answer to it",
            "conditions",
        )
    elif upstream.isdisjoint(acting(subject.theory)):
        message = f"no intervention acts on a cause of the causes ({join(sorted(upstream)[:3])})"
        help_ = "name such a cause under 'addresses', or say in a waiver who else acts on it"
        yield of_theory(message, help_, "interventions")
