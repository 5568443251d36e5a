"""TOC310 no-baseline."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import IndicatorKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry

_COUNTED = (
    IndicatorKind.REACH,
    IndicatorKind.OUTPUT,
    IndicatorKind.RESOURCE,
    IndicatorKind.CONTEXT,
)


class NoBaseline(Rule):
    """A target can be judged only from where things stood.

    ## What it checks
    Whether each indicator with a number as its target, except for indicators of reach, output,
    resource and context, has a baseline, and whether a baseline in numbers says of which year it
    is.

    ## Why it matters
    Eighty per cent is a triumph from forty and a failure from ninety. A baseline without a date
    cannot be told from a later figure.

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
        target: {value: 10, period: 2027}
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
        baseline: {value: 40, period: 2024}
        target: {value: 10, period: 2027}
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (a baseline with its year for
    each indicator).
    """

    code = "TOC310"
    name = "no-baseline"
    severity = Severity.WARNING
    several = "{count} indicators cannot show change, for want of a dated baseline"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for indicator in subject.indicators:
            baseline, target = indicator.baseline, indicator.target
            if baseline is None or (
                not baseline.has_number and not baseline.comment and not baseline.note
            ):
                asks = target is not None and target.has_number and not target.is_change
                if asks and indicator.kind not in _COUNTED:
                    help_ = (
                        "add 'baseline' with a value and a period, or "
                        "{note: not known} if nobody counted"
                    )
                    yield of_entry(indicator, "has a target and no baseline", help_)
            elif baseline.has_number and not baseline.period and not baseline.note:
                help_ = "add 'period' to the baseline, or a 'note' that its source does not say"
                yield of_entry(
                    indicator,
                    "has a baseline that does not say of which year it is",
                    help_,
                    "baseline",
                )
