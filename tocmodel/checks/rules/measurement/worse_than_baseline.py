"""TOC382 worse-than-baseline."""

from collections.abc import Iterator

from tocmodel.analysis.comparison import Order, comparable, setting_of
from tocmodel.analysis.progress import ProgressStatus, progress_of
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Better
from tocmodel.wording import figure_words


class WorseThanBaseline(Rule):
    """A figure that is worse than at the start is taken up in a review.

    ## What it checks
    Whether a review names each indicator whose latest figure is on the wrong side of its baseline,
    by the direction in `better`. Only figures that can be compared count. Another check looks at
    missed targets.

    ## Why it matters
    Things may have become worse for reasons that have nothing to do with the work, or because of
    it. Either way it is worth a conversation, and a theory that says nothing about it has stopped
    learning.

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
        baseline: {value: 30, period: 2025}
        observations: [{value: 35, period: 2026}]
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
        baseline: {value: 30, period: 2025}
        observations: [{value: 35, period: 2026}]
    reviews:
      year-two:
        date: 2027-09
        prompted_by: [hungry]
        decided: we ask families what has changed for them
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (design-based: monitor, then revise). The check is ours.
    """

    code = "TOC382"
    name = "worse-than-baseline"
    severity = Severity.WARNING
    several = "{count} indicators are worse than their baseline, and no review names them"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        taken_up = {id_ for item in context.theory.reviews.values() for id_ in item.prompted_by}
        help_ = "ask why, and name it in 'prompted_by' of a review"
        for indicator in context.indicators:
            if indicator.better is None or indicator.id in taken_up:
                continue
            found = progress_of(context.theory, indicator)[0]
            if not found.latest or not found.baseline or found.status is ProgressStatus.MISSED:
                continue
            worse = Order.LESS if indicator.better is Better.HIGHER else Order.MORE
            setting = setting_of(context.theory, indicator)
            if comparable(found.latest, found.baseline, setting).order is worse:
                now, start = (
                    figure_words(item, indicator.unit) for item in (found.latest, found.baseline)
                )
                message = f"is worse than its baseline ({start}), and no review names it: {now}"
                place = indicator.observations.index(found.latest)
                yield of_entry(indicator, message, help_, "observations", place)
