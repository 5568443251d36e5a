"""TOC613 framework-order."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._framework_checks import Running, running
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import arrow


class FrameworkOrder(Rule):
    """Links follow the order of a framework's steps.

    ## What it checks
    The checks of kind `in-order` of the frameworks that the theory names: whether a causal link
    leads from a later category back to an earlier one or, where the framework wants each step
    taken, passes over some. Feedback is left out. The finding carries the name of the framework
    and of its check, such as `fairness-commission/stages-in-order`, and a waiver can name it so.

    ## Why it matters
    Where a framework has an order, a link against it is a slip, or a loop that should be marked as
    feedback.

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
    The source that the framework gives for its check; `tocmodel rule FRAMEWORK/CHECK` shows it. For
    the example: The Knowledge Exchange (blog), *Fairness Commissions: tackling poverty and
    inequality in the UK*.
    """

    code = "TOC613"
    name = "framework-order"
    severity = Severity.ADVICE
    runs_checks = True

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for one in running(subject, "in-order"):
            order = {id_: place for place, id_ in enumerate(one.categories)}
            for index, link in subject.links:
                before = _places(one, order, link.from_)
                after = _places(one, order, link.to)
                if link.feedback or not before or not after:
                    continue
                leads_back = min(before) > max(after)
                leaps = not one.check.may_leap and min(after) > max(before) + 1
                if leads_back or leaps:
                    usual = "a link leads back" if leads_back else "a link passes over a step"
                    problem = one.problem(arrow(link), f"{usual} in '{one.dimension.title}'")
                    yield evolve(problem, pointer=("links", index), about=arrow(link))


def _places(one: Running, order: dict[str, int], id_: str) -> list[int]:
    stands = one.stands.get(id_)
    return [order[category] for category in stands.all if category in order] if stands else []
