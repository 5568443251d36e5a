"""TOC146 combination-unstated."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class CombinationUnstated(Rule):
    """Where interventions meet, the theory explains how they work together.

    ## What it checks
    Whether an outcome that two or more interventions lead to, directly or through one output
    or mechanism, has a `combination`.

    ## Why it matters
    "More powerful together than apart" is a claim of its own: one may open the door for the other,
    they may add up, or either may be enough. How they combine decides what can be cut, and what to
    evaluate.

    ## Example
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club}
      advice: {title: Debt advice}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed, advice -> fed]
    ```

    ## Use instead
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club}
      advice: {title: Debt advice}
    outcomes:
      fed:
        title: Children are not hungry in lessons
        combination: the club helps today, debt advice keeps food at home for good
    links: [club -> fed, advice -> fed]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    references 1 and 2 (interventions in combination).
    """

    code = "TOC146"
    name = "combination-unstated"
    severity = Severity.ADVICE
    frameworks = ("childrens-zone",)
    follows_from = ("no-links",)
    several = (
        "the theory does not explain how several interventions work together for {count} outcomes"
    )

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        help_ = "add 'combination': does each help by itself, or only all of them together?"
        for outcome in context.outcomes:
            if outcome.combination:
                continue
            meeting = {id_ for id_ in _doing(context, outcome.id) if id_ in theory.interventions}
            if len(meeting) > 1:
                names = join([id_ for id_ in theory.interventions if id_ in meeting][:4])
                yield of_entry(outcome, f"does not explain how {names} work together", help_)


def _doing(context: RuleContext, id_: str) -> Iterator[str]:
    """The interventions that lead to an outcome directly, or through one output or mechanism."""
    theory = context.theory
    for cause in context.forward.predecessors[id_]:
        yield cause
        if cause in theory.outputs or cause in theory.mechanisms:
            yield from context.forward.predecessors[cause]
