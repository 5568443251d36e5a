"""TOC613 framework-order."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import arrow
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import RunningCheck, running_checks
from tocmodel.diagnostics import Problem, Severity


class FrameworkOrder(Rule):
    """Links follow the order of a framework's steps.

    ## What it checks
    The checks of kind `in-order` of the frameworks that the theory names: whether a causal link
    leads from a later category back to an earlier one or, if the framework asks for every step,
    skips some. Feedback is left out. The finding has the name of the framework and of its check,
    such as `fairness-commission/stages-in-order`, and a waiver can use that name.

    ## Why it matters
    If a framework has an order, a link that goes against it is either a slip or a loop that should
    be marked as feedback.

    ## Example
    ```yaml
    frameworks: [fairness-commission]
    interventions:
      report: {title: The report, classified_as: {fairness-commission: [recommendations]}}
      hearings: {title: Public hearings, classified_as: {fairness-commission: [participation]}}
    links:
      - report -> hearings
    ```

    ## Use instead
    ```yaml
    frameworks: [fairness-commission]
    interventions:
      report: {title: The report, classified_as: {fairness-commission: [recommendations]}}
      hearings: {title: Public hearings, classified_as: {fairness-commission: [participation]}}
    links:
      - hearings -> report
    ```

    ## Source
    The source that the framework gives for its check; `tocmodel describe FRAMEWORK/CHECK` shows it.
    For the example: The Knowledge Exchange (blog), *Fairness Commissions: tackling poverty and
    inequality in the UK*.
    """

    code = "TOC613"
    name = "framework-order"
    severity = Severity.ADVICE
    runs_checks = True

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for one in running_checks(context, "in-order"):
            order = {id_: place for place, id_ in enumerate(one.categories)}
            for index, link in context.links:
                before = _places(one, order, link.from_)
                after = _places(one, order, link.to)
                if link.feedback or not before or not after:
                    continue
                leads_back = min(before) > max(after)
                leaps = not one.check.may_leap and min(after) > max(before) + 1
                if leads_back or leaps:
                    usual = "a link leads back" if leads_back else "a link skips a step"
                    problem = one.problem(arrow(link), f"{usual} in '{one.dimension.title}'")
                    yield evolve(problem, pointer=("links", index), about=arrow(link))


def _places(one: RunningCheck, order: dict[str, int], id_: str) -> list[int]:
    element_categories = one.element_categories.get(id_)
    return (
        [order[category] for category in element_categories.all if category in order]
        if element_categories
        else []
    )
