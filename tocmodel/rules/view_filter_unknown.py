"""TOC608 view-filter-unknown."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.analysis.view_filter import where_faults
from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ViewFilterUnknown(Rule):
    """The `where` of a view names existing fields, and words that they can have.

    ## What it checks
    Whether each key in the `where` of a view is a field of some element, a framework or one of the
    partnership's own columns; and whether each word is one that the field can have.

    ## Why it matters
    With a misspelt field the view shows everything, and with a misspelt word nothing: it is the
    wrong picture. Such a view is not drawn.

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
    tocmodel's own check: that the file says what it seems to say.
    """

    code = "TOC608"
    name = "view-filter-unknown"
    severity = Severity.ERROR

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for view in subject.theory.views.values():
            for fault in where_faults(subject.theory, view, subject.frameworks):
                # What a framework lacks is reported by view-not-sortable.
                if fault.blocks and fault.path[0] not in subject.frameworks:
                    message = f"cannot be drawn: {fault.message}"
                    problem = of_entry(view, message, fault.help, "where", *fault.path)
                    yield evolve(problem, key=fault.is_key)
