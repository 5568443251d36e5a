"""TOC334 reach-exceeds-place."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator

_COUNTS = ("children", "pupils", "families", "residents", "schools")


class ReachExceedsPlace(Rule):
    """No more people are reached than live in the place.

    ## What it checks
    Whether an observation that counts children, pupils, families, residents or schools is larger
    than the figure of that name under `place`. Figures about another place are left out.

    ## Why it matters
    It can be true: children move in and out over the years, or come from elsewhere, or contacts
    were counted. Then a note should explain it, or readers will take it for a mistake, or worse.

    ## Example
    ```yaml
    place: {name: Northside, children: 1000}
    interventions:
      play: {title: Play scheme}
    indicators:
      came:
        title: Children who came
        measures: play
        unit: children
        observations: [{value: 1600, period: 2018}]
    ```

    ## Use instead
    ```yaml
    place: {name: Northside, children: 1000}
    interventions:
      play: {title: Play scheme}
    indicators:
      came:
        title: Visits by children
        measures: play
        unit: visits
        observations: [{value: 1600, period: 2018}]
    ```

    ## Source
    University of Brighton (2021), *Developing Communities of Practice*, REF impact case study
    (16,079 children supported), against nearly 11,000 young people in other sources; the two may
    both be true.
    """

    code = "TOC334"
    name = "reach-exceeds-place"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        place = context.theory.place
        if place is None:
            return
        help_ = "explain it in 'note' (visits, several years, other places), or correct it"
        for placed in context.figures:
            figure, indicator = placed.figure, placed.owner
            if (
                placed.role != "observation"
                or not isinstance(indicator, Indicator)
                or figure.bounds is None
                or not figure.is_part
            ):
                continue
            unit = indicator.unit.casefold()
            population = getattr(place, unit) if unit in _COUNTS else None
            if (
                population is None
                or population.bounds is None
                or figure.place
                or figure.note
                or figure.of_what
            ):
                continue
            if figure.bounds[0] > population.bounds[1]:
                message = (
                    f"counts {amount(figure)} {unit}, and {place.name} has {amount(population)}"
                )
                yield at_place(indicator, placed.pointer, message, help_)
