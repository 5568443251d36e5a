"""TOC801 never-revised."""

from collections.abc import Iterator
from datetime import timedelta

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_LATELY = timedelta(days=365)


class NeverRevised(Rule):
    """The theory is revised as new figures and evidence come in.

    ## What it checks
    Whether the period of the newest figures or evidence begins more than a year after the theory
    was last agreed (`agreed_on` of `revision`) or reviewed (`reviews`). Only dates in the
    file are compared; the day on which it is checked does not matter.

    ## Why it matters
    Monitoring is there to change the theory, and through it the work. If figures come in year
    after year and the theory never changes, they are collected for somebody else.

    ## Example
    ```yaml
    revision: {label: first, agreed_on: 2018-09-01}
    outcomes:
      attend: {title: Pupils come to school more}
    indicators:
      days:
        title: Additional days in school
        measures: attend
        unit: days
        observations: [{value: 3, period: 2021}]
    ```

    ## Use instead
    ```yaml
    revision: {label: first, agreed_on: 2018-09-01}
    reviews:
      spring:
        title: Review in the spring of 2021
        date: 2021-03-20
        decided: nothing changes for now, as the gains are small and of one year
    outcomes:
      attend: {title: Pupils come to school more}
    indicators:
      days:
        title: Additional days in school
        measures: attend
        unit: days
        observations: [{value: 3, period: 2021}]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (co-
    design, monitor, revise); Forti, six pitfalls (changeroo.com: assuming it is finished). The
    limit of a year is ours.
    """

    code = "TOC801"
    name = "never-revised"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        newest, looked_at = context.newest_period, context.last_reviewed
        if newest is None or looked_at is None:
            return
        if newest.days.start - looked_at.days.end > _LATELY:
            message = (
                f"the newest figures or evidence are from {newest.text}, and the theory was last "
                f"agreed or reviewed on {looked_at.text}"
            )
            help_ = "ask what has been learned since, and record a review, even if nothing changes"
            yield of_theory(message, help_, *looked_at.pointer)
