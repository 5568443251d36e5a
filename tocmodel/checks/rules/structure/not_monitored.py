"""TOC163 not-monitored."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Monitoring
from tocmodel.model.monitoring import is_monitored, was_monitored
from tocmodel.wording import monitoring_words


class NotMonitored(Rule):
    """A condition that is not routinely monitored has an indicator of its own.

    ## What it checks
    Whether an indicator measures each condition with `routinely_monitored: false`, and each one
    that was not monitored before the programme (`{before: false}`) and has no `since`.

    ## Why it matters
    If nobody counts something, nobody sees it, and nobody plans for it. In North Manchester a
    contextual analysis found such conditions (bereavement, hidden homelessness, close family in
    custody), and the partners made local indicators for them.

    ## Example
    ```yaml
    conditions:
      bereavement: {title: Children are bereaved, routinely_monitored: false}
    ```

    ## Use instead
    ```yaml
    conditions:
      bereavement: {title: Children are bereaved, routinely_monitored: false}
    indicators:
      bereaved:
        title: Pupils whom staff know to be bereaved
        measures: [bereavement]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (source F).
    """

    code = "TOC163"
    name = "not-monitored"
    severity = Severity.ADVICE
    several = "{count} conditions are or were not routinely monitored, and have no indicator"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for condition in context.conditions:
            stated = condition.routinely_monitored
            seen = is_monitored(stated) or was_monitored(stated) is not False
            if not seen and condition.id not in context.indicators_of:
                verb = "was" if isinstance(stated, Monitoring) else "is"
                yield of_entry(
                    condition,
                    f"{verb} {monitoring_words(stated)}, and has no indicator",
                    "find a local sign of it and add it under 'indicators', even a rough one",
                )
