"""TOC614 view-shows-nothing."""

from collections.abc import Iterator

from tocmodel.analysis.view_filter import kept, where_faults
from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ViewShowsNothing(Rule):
    """A view shows something.

    ## What it checks
    Whether the sections and the `where` of a view leave at least one element to draw.

    ## Why it matters
    An empty sheet tells its readers nothing, not even why it is empty.

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
    tocmodel's own check: that the file says what it seems to say.
    """

    code = "TOC614"
    name = "view-shows-nothing"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for view in subject.theory.views.values():
            if view.why or kept(subject.theory, view, subject.frameworks):
                continue
            if any(where_faults(subject.theory, view, subject.frameworks)):
                continue  # why it is empty is reported already
            help_ = "take out one of the conditions in 'where', or show other sections"
            yield of_entry(view, "shows nothing: no element is in it", help_)
