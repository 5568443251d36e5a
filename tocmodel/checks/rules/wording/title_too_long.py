"""TOC510 title-too-long."""

from collections.abc import Iterator

from tocmodel.analysis.view_filter import STAGES
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_MOST = 12
"""Half as many again as the eight to aim for: a title that still fits in four lines of a box."""
_DRAWN = (*STAGES, "assumptions", "risks")


class TitleTooLong(Rule):
    """A title is short enough to read in a box.

    ## What it checks
    Whether the title of anything that is drawn has more than twelve words. Aim at eight.

    ## Why it matters
    A title of eight words takes up two or three lines of a box, and one of twelve words takes up
    four. Nobody in a meeting reads a longer one. The rest fits in `description`, which the pages
    and reports show.

    ## Example
    ```yaml
    outcomes:
      ready:
        title: Children who took part in the bespoke work start school with the skills to do well
    ```

    ## Use instead
    ```yaml
    outcomes:
      ready:
        title: Children start school ready
        description: Those who took part in the bespoke work have the skills they need.
    ```

    ## Source
    General good practice of plain English; both numbers are ours. Diagrams that put looks before
    meaning: Davies (2018), CEDIL paper 15.
    """

    code = "TOC510"
    name = "title-too-long"
    severity = Severity.ADVICE
    several = "{count} titles are too long to read in a box"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for section in _DRAWN:
            for element in getattr(context.theory, section).values():
                words = len(element.title.split())
                if words > _MOST:
                    message = f"has a title of {words} words"
                    help_ = "say it in about eight words, and move the rest to 'description'"
                    yield of_entry(element, message, help_, "title")
