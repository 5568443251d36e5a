"""TOC612 framework-one-sided."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import running_checks
from tocmodel.diagnostics import Problem, Severity


class FrameworkOneSided(Rule):
    """The work is not all of the one kind that a framework warns of.

    ## What it checks
    The checks of kind `not-only` of the frameworks that the theory names: whether all the
    classified elements are in categories that should not be the only ones. The finding has the name
    of the framework and of its check, such as `resilience/odds-only-beat`, and a waiver can use
    that name.

    ## Why it matters
    Each part may be right by itself, and the whole may still be one-sided: for example, if it helps
    each child to bear things that nobody changes.

    ## Example
    ```yaml
    frameworks: [resilience]
    interventions:
      counselling: {title: Counselling in school, odds: beat}
      mentors: {title: A mentor for each child in care, odds: beat}
    ```

    ## Use instead
    ```yaml
    frameworks: [resilience]
    interventions:
      counselling: {title: Counselling in school, odds: beat}
      exclusions: {title: Schools stop sending children home, odds: change}
    ```

    ## Source
    The source that the framework gives for its check; `tocmodel describe FRAMEWORK/CHECK` shows it.
    For the example: HeadStart Kernow, *The Resilience Framework*, and Boingboing (2019), *Big
    Resilience*.
    """

    code = "TOC612"
    name = "framework-one-sided"
    severity = Severity.ADVICE
    runs_checks = True

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for one in running_checks(context, "not-only"):
            inside = frozenset[str]().union(*(one.with_parts(id_) for id_ in one.check.categories))
            used = {
                category
                for element_categories in one.element_categories.values()
                for category in element_categories.all
            }
            if used and used <= inside:
                titles = [one.title(id_) for id_ in one.check.categories]
                yield one.problem(usual=f"all classified elements are in {join(titles, 'or')}")
