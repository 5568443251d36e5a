"""TOC525 indicator-as-outcome."""

import re
from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry

_MEASURE = re.compile(
    r"\d\s*(?:%|per\s?cent\b)|^\s*(?:the\s+|increased?\s+|reduced?\s+)?"
    r"(?:number|numbers|percentage|proportion|rate|share)\s+of\b",
    re.IGNORECASE,
)


class IndicatorAsOutcome(Rule):
    """An outcome is the change, and an indicator its measure.

    ## What it checks
    Whether the title of an outcome holds a percentage, or begins with a count ("number of",
    "percentage of", "rate of").

    ## Why it matters
    When the measure takes the place of the change, the partnership ends by working on the
    measure. One outcome may also need several signs.

    ## Example
    ```yaml
    outcomes:
      attend: {title: 95% of pupils attend every week}
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Pupils come to school}
    indicators:
      weekly:
        title: Pupils who attend every week
        measures: attend
        unit: percent
        better: higher
        target: {value: 95, of_what: pupils on roll}
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (an indicator is a sign of an outcome);
    Innovation Network, theory of change cheat sheet (outcomes are phrased as change). The words
    looked for are ours.
    """

    code = "TOC525"
    name = "indicator-as-outcome"
    severity = Severity.WARNING
    several = "{count} outcomes are worded as their own measure"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "word the outcome as the change, and make the number an indicator of it"
        for outcome in subject.outcomes:
            if _MEASURE.search(outcome.title):
                yield of_entry(outcome, "is worded as its own measure", help_, "title")
