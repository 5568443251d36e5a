"""TOC140 deficit-only."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.passing import causing
from tocmodel.graph.wholes import used_by
from tocmodel.model import TheoryKind
from tocmodel.wording import count_words

_SEVERAL = 3


class DeficitOnly(Rule):
    """A theory builds on strengths as well as needs.

    ## What it checks
    Whether a theory that lists conditions also lists assets, and whether an intervention uses one.
    In a theory that names the framework `childrens-zone` this is a warning; elsewhere it is advice,
    and only if there are three or more conditions.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        if "childrens-zone" in context.frameworks:
            yield from (evolve(problem, severity=Severity.WARNING) for problem in _found(context))
        elif len(context.conditions) >= _SEVERAL:
            yield from _found(context)


def _found(context: RuleContext) -> Iterator[Problem]:
    assets = context.theory.assets
    if not context.conditions:
        return
    if not assets:
        hard = count_words(len(context.conditions), "conditions")
        message = f"the theory lists what is hard ({hard}) and no strength of the place"
        yield of_theory(
            message, "add people, places and ties that help, under assets", "conditions"
        )
    elif not _is_used(context):
        yield of_theory(
            "no intervention uses an asset",
            "name assets under 'uses' of the interventions",
            "assets",
        )


def _is_used(context: RuleContext) -> bool:
    """Whether an intervention uses an asset, or an asset leads to something."""
    theory = context.theory
    used = (id_ for item in context.interventions for id_ in used_by(theory, item.id))
    return any(id_ in theory.assets for id_ in used) or not causing(theory).isdisjoint(
        theory.assets
    )
