"""TOC601 unknown-framework."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class UnknownFramework(Rule):
    """A framework that is named can be found.

    ## What it checks
    Whether each name in `frameworks` is the id of a framework that comes with tocmodel, or the path
    of a file that contains a valid one.

    ## Why it matters
    A framework that is not found checks nothing, and its categories are not counted, although the
    file looks as if they were.

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
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC601"
    name = "unknown-framework"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        yield from context.unfound
