"""TOC140 deficit-only."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory
from tocmodel.wording import count_words

_SEVERAL = 3


class DeficitOnly(Rule):
    """A theory builds on strengths as well as needs.

    ## What it checks
    Whether a theory that lists conditions lists assets, and whether an intervention uses one. In a
    theory that names the framework `childrens-zone` this is a warning; elsewhere it is advice, and
    only asked where there are three or more conditions.

    ## Why it matters
    A theory made of needs alone describes people by what they lack and leaves out what they
    bring. Assets-oriented work finds the strengths in the place and builds on them.

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
      hunger: {title: Some children come to school hungry}
    assets:
      cooks: {title: Parents who love to cook}
    interventions:
      club: {title: Breakfast club, addresses: [hunger], uses: [cooks]}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (deficit-oriented action as a fault-line; assets-oriented approaches); the six principles of
    co-production of Nesta and the New Economics Foundation (people as assets).
    """

    code = "TOC140"
    name = "deficit-only"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links",)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if "childrens-zone" in subject.frameworks:
            yield from (evolve(problem, severity=Severity.WARNING) for problem in _found(subject))
        elif len(subject.conditions) >= _SEVERAL:
            yield from _found(subject)


def _found(subject: Subject) -> Iterator[Problem]:
    assets = subject.theory.assets
    if not subject.conditions:
        return
    if not assets:
        hard = count_words(len(subject.conditions), "conditions")
        message = f"the theory lists what is hard ({hard}) and no strength of the place"
        yield of_theory(
            message, "add people, places and ties that help, under assets", "conditions"
        )
    elif not any(id_ in assets for item in subject.interventions for id_ in item.uses) and not any(
        subject.causal.successors[id_] for id_ in assets
    ):
        yield of_theory(
            "no intervention uses an asset",
            "name assets under 'uses' of the interventions",
            "assets",
        )
