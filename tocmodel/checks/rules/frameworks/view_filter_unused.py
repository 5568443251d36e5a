"""TOC609 view-filter-unused."""

from collections.abc import Iterator

from tocmodel.analysis.view_filter import where_faults
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class ViewFilterUnused(Rule):
    """Each word in the `where` of a view is a word that some element has.

    ## What it checks
    Whether at least one element has the word that the `where` of a view asks for.

    ## Why it matters
    Such a word selects nothing. It is misspelt, or the right elements do not have it yet.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, tags: early-years}
    views:
      early: {title: The early years, where: {tags: [early years]}}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, tags: early-years}
    views:
      early: {title: The early years, where: {tags: [early-years]}}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC609"
    name = "view-filter-unused"
    severity = Severity.WARNING
    follows_from = ("view-filter-unknown",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for view in context.theory.views.values():
            for fault in where_faults(context.theory, view, context.frameworks):
                if not fault.blocks:
                    message = f"shows less than it seems to: {fault.message}"
                    yield of_entry(view, message, fault.help, fault.filter, *fault.path)
