"""TOC373 tipping-point-passed."""

from collections.abc import Iterator

from tocmodel.analysis.tipping_points import past_tipping_point
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.wording import figure_words


class TippingPointPassed(Rule):
    """A figure past its tipping point is taken up in a review.

    ## What it checks
    Whether a review names each indicator whose latest figure is past its tipping point, on the
    side that is worse by `better`.

    ## Why it matters
    A tipping point is the value at which someone must act. If nobody does, it is only a
    number.

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
        tipping_point: 30
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
        tipping_point: 30
        observations: [{value: 35, period: 2026}]
    reviews:
      year-two:
        date: 2027-09
        prompted_by: [hungry]
        decided: breakfast moves into the classroom
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    letter G (North Manchester: agreed tipping points, and early support once one is reached).
    The check is ours.
    """

    code = "TOC373"
    name = "tipping-point-passed"
    severity = Severity.WARNING
    several = "{count} indicators are past their tipping point, and no review names them"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        taken_up = {id_ for item in context.theory.reviews.values() for id_ in item.prompted_by}
        help_ = "act on it, and name it in 'prompted_by' of a review"
        for indicator in context.indicators:
            point = indicator.tipping_point
            latest = past_tipping_point(context.theory, indicator)
            if point and latest and indicator.id not in taken_up:
                seen, at = (figure_words(item, indicator.unit) for item in (latest, point))
                message = f"is past its tipping point ({at}), and no review names it: {seen}"
                yield of_entry(indicator, message, help_, "tipping_point")
