"""TOC608 view-filter-unknown."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.analysis.view_filter import where_faults
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class ViewFilterUnknown(Rule):
    """The `where` of a view names existing fields, and words that they can have.

    ## What it checks
    Whether each key in the `where` of a view is a field of some element, a framework or one of the
    partnership's own columns; and whether each word is one that the field can have.

    ## Why it matters
    With a misspelt field the view would show everything, and with a misspelt word nothing. Both are
    the wrong picture, so such a view is not drawn.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, level: child}
    views:
      homes: {title: For families, where: {levl: [child]}}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, level: child}
    views:
      homes: {title: For families, where: {level: [child]}}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC608"
    name = "view-filter-unknown"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for view in context.theory.views.values():
            for fault in where_faults(context.theory, view, context.frameworks):
                # Missing categories of a framework are reported by view-not-sortable.
                if fault.blocks and fault.path[0] not in context.frameworks:
                    message = f"cannot be drawn: {fault.message}"
                    problem = of_entry(view, message, fault.help, fault.filter, *fault.path)
                    yield evolve(problem, key=fault.is_key)
