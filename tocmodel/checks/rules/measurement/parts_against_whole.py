"""TOC391 parts-against-whole."""

from collections.abc import Iterator

from tocmodel.analysis.comparison import group_words, setting_of
from tocmodel.analysis.parts_and_wholes import ConflictKind, PartsConflict, parts_conflicts
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, join, number, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Figure, Indicator


class PartsAgainstWhole(Rule):
    """The figures for groups fit the figure for everyone.

    ## What it checks
    Among figures for the same time and place, whether one group has more than everyone together,
    whether the groups by one property (`by`) add up to more than everyone, and whether the shares
    of all groups are above, or all below, the share for everyone. Groups with `overlaps` are not
    added up.

    ## Why it matters
    Either one of the figures is wrong, or they do not count the same thing. Gaps between groups,
    which matter most for fairness, are then wrong too.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        unit: children
        observations:
          - {value: 120, period: 2026}
          - {value: 70, by: {sex: girls}, period: 2026}
          - {value: 60, by: {sex: boys}, period: 2026}
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
        observations:
          - {value: 130, period: 2026}
          - {value: 70, by: {sex: girls}, period: 2026}
          - {value: 60, by: {sex: boys}, period: 2026}
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (values of a period by
    dimension). The check is arithmetic: a whole is the sum of its parts, and its share their
    weighted mean.
    """

    code = "TOC391"
    name = "parts-against-whole"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "correct a figure; if some people are in two groups, add 'overlaps: true' to the "
            "figures of the groups"
        )
        for indicator in context.indicators:
            for found in parts_conflicts(indicator, setting_of(context.theory, indicator)):
                message = f"{_words(indicator, found)} ({_period(indicator, found)})"
                yield of_entry(indicator, message, help_, "observations", found.parts[0])


def _period(indicator: Indicator, found: PartsConflict) -> str:
    return indicator.observations[found.whole].period


def _words(indicator: Indicator, found: PartsConflict) -> str:
    whole = indicator.observations[found.whole]
    parts = [indicator.observations[place] for place in found.parts]
    if found.kind is ConflictKind.GROUPS:
        numbers = join([f"{number(figure.of or 0)} {_named(figure)}" for figure in parts])
        everybody = number(whole.of or 0)
    else:
        numbers = join([f"{amount(figure)} {_named(figure)}" for figure in parts])
        everybody = amount(whole)
    return f"{_FAULTS[found.kind].format(by=found.by)}: {numbers}, against {everybody} in all"


_FAULTS = {
    ConflictKind.LARGER: "has a group with more than everyone together",
    ConflictKind.SUM: "has groups by {by} that add up to more than everyone",
    ConflictKind.GROUPS: "has shares by {by} out of more than everyone together",
    ConflictKind.ABOVE: "has shares by {by} that are all above the share for everyone",
    ConflictKind.BELOW: "has shares by {by} that are all below the share for everyone",
}


def _named(figure: Figure) -> str:
    return f"({group_words(figure)})"
