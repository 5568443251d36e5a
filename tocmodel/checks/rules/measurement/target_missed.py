"""TOC370 target-missed."""

from collections.abc import Iterator

from tocmodel.analysis.progress import ProgressStatus, progress_of
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class TargetMissed(Rule):
    """A missed target is taken up in a review.

    ## What it checks
    Whether a review names each indicator that missed a target in `prompted_by`. A target is missed
    if the latest figure is from the time of the target or later, can be compared with it, and is
    not as good.

    ## Why it matters
    A missed target is the best moment to learn: the theory, the work or the target is wrong. If no
    review takes it up, the figures were collected for nothing.

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
        baseline: {value: 40, period: 2024}
        target: {value: 10, period: 2026}
        observations: [{value: 25, period: 2026}]
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
        target: {value: 10, period: 2026}
        observations: [{value: 25, period: 2026}]
    reviews:
      year-two:
        date: 2027-09
        prompted_by: [hungry]
        decided: breakfast moves into the classroom
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (co-design, monitor, revise). The check is ours.
    """

    code = "TOC370"
    name = "target-missed"
    severity = Severity.ADVICE
    several = "{count} indicators missed a target that no review has taken up"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        taken_up = {id_ for item in context.theory.reviews.values() for id_ in item.prompted_by}
        help_ = "name it in 'prompted_by' of a review, with what was learned and decided"
        for indicator in context.indicators:
            if indicator.id in taken_up:
                continue
            for found in progress_of(context.theory, indicator):
                if found.status in (ProgressStatus.MISSED, ProgressStatus.BEHIND):
                    about = f" for {found.group}" if found.group else ""
                    message = f"missed a target{about}, and no review names it: {found.reason}"
                    yield of_entry(indicator, message, help_, "target")
                    break
