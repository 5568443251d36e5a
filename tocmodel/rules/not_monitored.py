"""TOC163 not-monitored."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class NotMonitored(Rule):
    """A condition that nobody counts as a matter of course has an indicator of its own.

    ## What it checks
    Whether an indicator measures each condition with `routinely_monitored: false`.

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
    several = "{count} conditions are not counted as a matter of course, and have no indicator"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for condition in subject.conditions:
            unseen = condition.routinely_monitored is False
            if unseen and condition.id not in subject.indicators_of:
                yield of_entry(
                    condition,
                    "is not counted as a matter of course, and has no indicator",
                    "find a local sign of it and add it under 'indicators', even a rough one",
                )
