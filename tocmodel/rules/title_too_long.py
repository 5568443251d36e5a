"""TOC510 title-too-long."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry

_MOST = 12
"""Half as many again as the eight aimed at: what still stands in a box in four lines."""
_DRAWN = (
    "conditions",
    "assets",
    "inputs",
    "interventions",
    "outputs",
    "mechanisms",
    "outcomes",
    "assumptions",
    "risks",
)


class TitleTooLong(Rule):
    """A title is short enough to read in a box.

    ## What it checks
    Whether the title of anything that is drawn has more than twelve words. Aim at eight.

    ## Why it matters
    A title of eight words stands in a box in two or three lines, and one of twelve in four; a
    longer one is read by nobody in a meeting. The rest fits in
    `description`, which the pages and reports show.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for section in _DRAWN:
            for element in getattr(subject.theory, section).values():
                words = len(element.title.split())
                if words > _MOST:
                    message = f"has a title of {words} words"
                    help_ = "say it in about eight words, and move the rest to 'description'"
                    yield of_entry(element, message, help_, "title")
