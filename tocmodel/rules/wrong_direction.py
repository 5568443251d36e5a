"""TOC313 wrong-direction."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Better, Figure
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import amount, of_entry


class WrongDirection(Rule):
    """A target lies on the better side of the baseline.

    ## What it checks
    Whether the target of an indicator is worse than its baseline, by what it says is `better`. A
    range is worse where all of it is.

    ## Why it matters
    One of the three is wrong: the target, the baseline or the direction. Progress worked out from
    them would be upside down.

    ## Example
    ```yaml
    outcomes:
      settled: {title: Pupils are not excluded}
    indicators:
      exclusions:
        title: Fixed-term exclusions
        measures: settled
        better: higher
        baseline: {value: 21, period: 2016}
        target: {value: 6, period: 2019}
    ```

    ## Use instead
    ```yaml
    outcomes:
      settled: {title: Pupils are not excluded}
    indicators:
      exclusions:
        title: Fixed-term exclusions
        measures: settled
        better: lower
        baseline: {value: 21, period: 2016}
        target: {value: 6, period: 2019}
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (whether a larger or a smaller
    value is better; baseline and target).
    """

    code = "TOC313"
    name = "wrong-direction"
    severity = Severity.ERROR

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for indicator in subject.indicators:
            baseline, target = indicator.baseline, indicator.target
            if indicator.better is None or baseline is None or target is None:
                continue
            start, end = _shares(baseline, target), _shares(target, baseline)
            if start is None or end is None:
                continue
            worse = end[1] < start[0] if indicator.better is Better.HIGHER else end[0] > start[1]
            if worse:
                message = (
                    f"is better when {indicator.better}, but its target ({amount(target)}) "
                    f"is worse than its baseline ({amount(baseline)})"
                )
                yield of_entry(
                    indicator, message, "correct 'better', the target or the baseline", "target"
                )


def _shares(figure: Figure, other: Figure) -> tuple[float, float] | None:
    """The lowest and the highest value; of the denominator where the two figures differ in it."""
    if figure.bounds is None or not figure.is_like(other):
        return None
    if (figure.of is None) != (other.of is None):
        return None
    low, high = figure.bounds
    if figure.of is None or figure.of == other.of:
        return low, high
    return (low / figure.of, high / figure.of) if figure.of else None
