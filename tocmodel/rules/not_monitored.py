"""TOC163 not-monitored."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Monitoring
from tocmodel.model.monitoring import is_monitored, was_monitored
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry
from tocmodel.wording import monitoring_words


class NotMonitored(Rule):
    """A condition that is not routinely monitored has an indicator of its own.

    ## What it checks
    Whether an indicator measures each condition with `routinely_monitored: false`, and each that
    was not monitored before the programme (`{before: false}`) and has no `since`.

    ## Why it matters
    What is not counted is not seen, and so not planned for. In North Manchester a contextual
    analysis found such conditions (bereavement, hidden homelessness, close family in custody), and
    the partners made local indicators from what it found.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for condition in subject.conditions:
            stated = condition.routinely_monitored
            seen = is_monitored(stated) or was_monitored(stated) is not False
            if not seen and condition.id not in subject.indicators_of:
                verb = "was" if isinstance(stated, Monitoring) else "is"
                yield of_entry(
                    condition,
                    f"{verb} {monitoring_words(stated)}, and has no indicator",
                    "find a local sign of it and add it under 'indicators', even a rough one",
                )
