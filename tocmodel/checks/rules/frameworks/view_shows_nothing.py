"""TOC614 view-shows-nothing."""

from collections.abc import Iterator

from tocmodel.analysis.view_filter import filtered_elements, where_faults
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class ViewShowsNothing(Rule):
    """A view shows something.

    ## What it checks
    Whether the sections and the `where` of a view leave at least one element to draw.

    ## Why it matters
    An empty page is no use to its readers; it does not even show why it is empty.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
    views:
      work: {title: What we do, show: [interventions]}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
    views:
      work: {title: What we hope for, show: [outcomes]}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC614"
    name = "view-shows-nothing"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for view in context.theory.views.values():
            if view.why or filtered_elements(context.theory, view, context.frameworks):
                continue
            if any(where_faults(context.theory, view, context.frameworks)):
                continue  # the reason is reported already
            help_ = "take out one of the conditions in 'where', or show other sections"
            yield of_entry(view, "shows nothing: no element is in it", help_)
