"""TOC609 view-filter-unused."""

from collections.abc import Iterator

from tocmodel.analysis.view_filter import where_faults
from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


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
    tocmodel's own check: that the file says what it seems to say.
    """

    code = "TOC609"
    name = "view-filter-unused"
    severity = Severity.WARNING
    follows_from = ("view-filter-unknown",)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for view in subject.theory.views.values():
            for fault in where_faults(subject.theory, view, subject.frameworks):
                if not fault.blocks:
                    message = f"shows less than it seems to: {fault.message}"
                    yield of_entry(view, message, fault.help, "where", *fault.path)
