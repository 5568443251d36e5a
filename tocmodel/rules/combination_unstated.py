"""TOC146 combination-unstated."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join, of_entry


class CombinationUnstated(Rule):
    """Where interventions meet, the theory says how they work together.

    ## What it checks
    Whether an outcome that two or more interventions lead to directly, or through one output or
    mechanism, says so in `combination`.

    ## Why it matters
    "More powerful together than apart" is a claim of its own: one may open the door for the
    other, they may add up, or either may do. How they combine decides what can be cut, and what
    to evaluate.

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
    several = "for {count} outcomes the theory does not say how several interventions work together"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        theory = subject.theory
        help_ = "say in 'combination' how they work together: does each help, or only all of them?"
        for outcome in subject.outcomes:
            if outcome.combination:
                continue
            meeting = {id_ for id_ in _doing(subject, outcome.id) if id_ in theory.interventions}
            if len(meeting) > 1:
                names = join([id_ for id_ in theory.interventions if id_ in meeting][:4])
                yield of_entry(outcome, f"does not say how {names} work together", help_)


def _doing(subject: Subject, id_: str) -> Iterator[str]:
    """What leads to an outcome directly, or with one output or mechanism between."""
    theory = subject.theory
    for cause in subject.forward.predecessors[id_]:
        yield cause
        if cause in theory.outputs or cause in theory.mechanisms:
            yield from subject.forward.predecessors[cause]
