"""TOC173 more-studied-than-counted."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class MoreStudiedThanCounted(Rule):
    """No more areas were studied than there are.

    ## What it checks
    Whether an included theory states that more areas were `studied` than its `count`, or gives no
    `count` at all.

    ## Why it matters
    "Four of twelve zones were studied" tells readers how far they can rely on one theory for all of
    them. Without the twelve, or with a smaller number, it says nothing.

    ## Example
    ```yaml
    includes:
      zones: {title: The zones of the programme, count: 4, studied: 12}
    ```

    ## Use instead
    ```yaml
    includes:
      zones: {title: The zones of the programme, count: 12, studied: 4}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC173"
    name = "more-studied-than-counted"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for include in context.theory.includes.values():
            if include.studied is None or include.studied <= (include.count or 0):
                continue
            known = f"of {include.count:,} there are" if include.count else "without a 'count'"
            message = f"states that {include.studied:,} were studied, {known}"
            help_ = "set 'count' to how many there are, and 'studied' to how many of these were"
            yield of_entry(include, message, help_, "studied")
