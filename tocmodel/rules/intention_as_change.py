"""TOC343 intention-as-change."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator, IndicatorKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import Phrases, join, of_entry

_INTENTION = Phrases(
    "intend", "intends", "intending", "intention", "plan to", "plans to", "planning to"
)


class IntentionAsChange(Rule):
    """What people mean to do is not counted as what they do.

    ## What it checks
    Whether an outcome is measured only by indicators of the kind `intention`, or whose titles
    speak of intending or planning to.

    ## Why it matters
    After a good training day most people mean to work differently. Some of them do.

    ## Example
    ```yaml
    outcomes:
      practice: {title: Care workers change how they work}
    indicators:
      mean-to:
        title: Care workers who intend to change how they work
        measures: practice
        kind: intention
    ```

    ## Use instead
    ```yaml
    outcomes:
      practice: {title: Care workers change how they work}
    indicators:
      mean-to:
        title: Care workers who intend to change how they work
        measures: practice
        kind: intention
      do:
        title: Care workers who work differently six months later
        measures: practice
        kind: outcome
    ```

    ## Source
    University of Derby (2021), REF impact case study on mitigating intergenerational
    inequalities, source 5.3 (what attendees said they would do).
    """

    code = "TOC343"
    name = "intention-as-change"
    severity = Severity.WARNING
    several = "{count} outcomes rest on what people say they will do"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add an indicator of what people did some time later"
        for outcome in subject.outcomes:
            signs = subject.indicators_of.get(outcome.id, ())
            if signs and all(_is_intention(sign) for sign in signs):
                message = (
                    "is measured only by what people mean to do "
                    f"({join([sign.id for sign in signs][:3])})"
                )
                yield of_entry(outcome, message, help_)


def _is_intention(indicator: Indicator) -> bool:
    if indicator.kind is not None:
        return indicator.kind is IndicatorKind.INTENTION
    return _INTENTION.find(indicator.title) is not None
