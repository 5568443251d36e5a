"""TOC610 framework-gap."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import RunningCheck, running_checks
from tocmodel.diagnostics import Problem, Severity


class FrameworkGap(Rule):
    """The categories that a framework expects are used.

    ## What it checks
    The checks of kind `coverage` of the frameworks that the theory names: whether enough elements
    are in each of the categories that matter. A dimension that the theory does not use yet is left
    out. The finding has the name of the framework and of its check, such as
    `co-production/every-element`, and a waiver can use that name.

    ## Why it matters
    A framework records what others found they needed. A gap may be right for
    this place, but it should be deliberate.

    ## Example
    ```yaml
    frameworks: [co-production]
    interventions:
      garden:
        title: A garden that neighbours plan and keep
        classified_as: {co-production: [assets, capacity, mutuality, networks, shared-roles]}
    ```

    ## Use instead
    ```yaml
    frameworks: [co-production]
    interventions:
      garden:
        title: A garden that neighbours plan and keep
        classified_as: {co-production: [assets, capacity, mutuality, networks, shared-roles]}
    mechanisms:
      asked:
        title: The gardener answers and no longer directs
        classified_as: {co-production: catalysts}
    ```

    ## Source
    The source that the framework gives for its check; `tocmodel describe FRAMEWORK/CHECK` shows it.
    """

    code = "TOC610"
    name = "framework-gap"
    severity = Severity.ADVICE
    runs_checks = True

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for one in running_checks(context, "coverage"):
            missing = [one.title(id_) for id_ in one.categories if not _has_enough(one, id_)]
            if missing:
                wanted = one.check.at_least
                usual = "no element is in these categories"
                if wanted > 1:
                    usual = f"fewer than {wanted} elements are in these categories"
                # A check of one category says in its own words what it misses.
                is_in_message = one.check.message and len(one.categories) == 1
                yield one.problem("" if is_in_message else join(missing), usual)


def _has_enough(one: RunningCheck, category: str) -> bool:
    inside = one.with_parts(category)
    classified = [
        id_
        for id_, element_categories in one.element_categories.items()
        if inside.intersection(element_categories.all)
    ]
    return len(classified) >= one.check.at_least
