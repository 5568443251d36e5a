"""TOC376 figures-disagree."""

from collections.abc import Iterator

from tocmodel.analysis.comparison import Order, comparable, setting_of
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis, Figure, Indicator


class FiguresDisagree(Rule):
    """An indicator has only one figure for the same time and group.

    ## What it checks
    Whether two counted figures of an indicator are about the same period, people and place,
    and differ. Figures with a note are left out, and so are figures from two different sources.

    ## Why it matters
    They cannot both be right, and a chart or a total may use either. Often one of them is about
    other people or another place, which the file should state.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        unit: children
        better: lower
        observations:
          - {value: 25, period: 2026}
          - {value: 35, period: 2026}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        unit: children
        better: lower
        observations:
          - {value: 25, period: 2026}
          - {value: 35, period: 2026, place: Harbour Primary}
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (several values of one
    period differ in their location or dimension).
    """

    code = "TOC376"
    name = "figures-disagree"
    severity = Severity.WARNING
    several = "{count} indicators have two figures for the same time"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "keep the one that is right, or state what differs: 'by', 'place', 'source' or 'note'"
        )
        for indicator in context.indicators:
            setting = setting_of(context.theory, indicator)
            for place, first, second in _pairs(indicator):
                if comparable(first, second, setting).order in (Order.MORE, Order.LESS):
                    numbers = " and ".join(map(_doubted, (first, second)))
                    message = f"has two figures for {second.period} that differ: {numbers}"
                    yield of_entry(indicator, message, help_, "observations", place)


def _pairs(indicator: Indicator) -> Iterator[tuple[int, Figure, Figure]]:
    """Yield each figure with an earlier one about the same, and its place in the list."""
    before: dict[tuple[object, ...], Figure] = {}
    for place, figure in enumerate(indicator.observations):
        if figure.basis is not Basis.ACTUAL or not figure.period or figure.note:
            continue
        about = (figure.period, figure.by, figure.subgroup, figure.place.casefold(), figure.source)
        if about in before:
            yield place, before[about], figure
        before[about] = figure


def _doubted(figure: Figure) -> str:
    return f"{figure.qualifier} {amount(figure)}" if figure.qualifier else amount(figure)
