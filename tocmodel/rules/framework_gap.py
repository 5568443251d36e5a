"""TOC610 framework-gap."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._framework_checks import Running, running
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join


class FrameworkGap(Rule):
    """What a framework wants to be there is there.

    ## What it checks
    The checks of kind `coverage` of the frameworks that the theory names: whether enough elements
    stand in each of the categories that matter. A dimension that the theory does not use yet is
    left out. The finding carries the name of the framework and of its check, such as
    `co-production/every-element`, and a waiver can name it so.

    ## Why it matters
    A framework is a memory of what others found to be needed. A gap may be right for this place;
    it should be seen and meant.

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
    The source that the framework gives for its check; `tocmodel rule FRAMEWORK/CHECK` shows it.
    """

    code = "TOC610"
    name = "framework-gap"
    severity = Severity.ADVICE
    runs_checks = True

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for one in running(subject, "coverage"):
            missing = [one.title(id_) for id_ in one.categories if not _has_enough(one, id_)]
            if missing:
                wanted = one.check.at_least
                usual = "nothing stands in these categories"
                if wanted > 1:
                    usual = f"fewer than {wanted} elements stand in these categories"
                # A check of one category says in its own words what it misses.
                is_said = one.check.message and len(one.categories) == 1
                yield one.problem("" if is_said else join(missing), usual)


def _has_enough(one: Running, category: str) -> bool:
    inside = one.with_parts(category)
    standing = [id_ for id_, stands in one.stands.items() if inside.intersection(stands.all)]
    return len(standing) >= one.check.at_least
