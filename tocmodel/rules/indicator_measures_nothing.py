"""TOC307 indicator-measures-nothing."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import IndicatorKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class IndicatorMeasuresNothing(Rule):
    """An indicator says what it is a sign of.

    ## What it checks
    Whether each indicator names something in `measures`.

    ## Why it matters
    A number that belongs to nothing in the theory is collected for its own sake, and every number
    costs somebody time.

    ## Example
    ```yaml
    indicators:
      visits: {title: Visits to the website}
    ```

    ## Use instead
    ```yaml
    outcomes:
      known: {title: Parents know where to go for help}
    indicators:
      visits: {title: Visits to the website, measures: known}
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (an indicator is a sign of an outcome).
    """

    code = "TOC307"
    name = "indicator-measures-nothing"
    severity = Severity.WARNING
    several = "{count} indicators do not say what they are a sign of"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for indicator in subject.indicators:
            if not indicator.measures and indicator.kind is not IndicatorKind.CONTEXT:
                yield of_entry(
                    indicator, "does not say what it is a sign of", "add 'measures' with an id"
                )
