"""TOC170 part-of-itself."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.wholes import circles_of_parts


class PartOfItself(Rule):
    """Nothing is part of itself.

    ## What it checks
    Whether an element is part of itself, directly or through what it is part of.

    ## Why it matters
    `part_of` puts a smaller element inside a larger one. If the chain comes back to where it
    started, nothing is the larger one, and pictures and counts can use none of these statements.

    ## Example
    ```yaml
    outcomes:
      read: {title: Children read, part_of: spell}
      spell: {title: Children spell, part_of: read}
    ```

    ## Use instead
    ```yaml
    outcomes:
      literacy: {title: Children read and write}
      read: {title: Children read, part_of: literacy}
      spell: {title: Children spell, part_of: literacy}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC170"
    name = "part-of-itself"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for circle in circles_of_parts(context.theory):
            element = context.theory.elements[circle[0]]
            way = "" if len(circle) == 1 else f": {' is part of '.join((*circle, circle[0]))}"
            help_ = "decide which of them is the largest, and take 'part_of' out of it"
            yield of_entry(element, f"is part of itself{way}", help_, "part_of")
