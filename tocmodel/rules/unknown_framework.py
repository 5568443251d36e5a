"""TOC601 unknown-framework."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject


class UnknownFramework(Rule):
    """A framework that is named can be found.

    ## What it checks
    Whether each name in `frameworks` is the id of a framework that comes with tocmodel, or the
    path of a file that holds a valid one.

    ## Why it matters
    A framework that is not found checks nothing, and what is classified by it counts nowhere,
    though the file looks as if both were so.

    ## Example
    ```yaml
    frameworks: [resiliance]
    ```

    ## Use instead
    ```yaml
    frameworks: [resilience]
    interventions:
      club: {title: Breakfast club, classified_as: {resilience: [basics/healthy-diet]}}
    ```

    ## Source
    tocmodel's own check: that the file says what it seems to say.
    """

    code = "TOC601"
    name = "unknown-framework"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        yield from subject.unfound
