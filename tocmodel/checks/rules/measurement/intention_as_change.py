"""TOC343 intention-as-change."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import Phrases, join, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator, IndicatorKind

_INTENTION = Phrases(
    "intend", "intends", "intending", "intention", "plan to", "plans to", "planning to"
)


class IntentionAsChange(Rule):
    """Intentions are not counted as actions.

    ## What it checks
    Whether an outcome is measured only by indicators of the kind `intention`, or with titles
    about intending or planning to.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add an indicator of what people did some time later"
        for outcome in context.outcomes:
            signs = context.indicators_of.get(outcome.id, ())
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
