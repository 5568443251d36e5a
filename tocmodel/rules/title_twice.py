"""TOC522 title-twice."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ELEMENT_SECTIONS
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class TitleTwice(Rule):
    """Two things do not have the same title.

    ## What it checks
    Whether two elements of the same section have the same title, letter case aside.

    ## Why it matters
    In a drawing and in a report only the titles are seen, so the two cannot be told apart.

    ## Example
    ```yaml
    outcomes:
      confident: {title: People are more confident}
      confident-2: {title: People are more confident}
    ```

    ## Use instead
    ```yaml
    outcomes:
      confident: {title: Parents are more confident}
      confident-2: {title: Young people are more confident}
    ```

    ## Source
    General good practice; no publication.
    """

    code = "TOC522"
    name = "title-twice"
    severity = Severity.ADVICE

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for section in ELEMENT_SECTIONS:
            first: dict[str, str] = {}
            for element in getattr(subject.theory, section).values():
                title = " ".join(element.title.split()).casefold()
                earlier = first.setdefault(title, element.id)
                if earlier != element.id:
                    message = f"has the same title as {earlier}"
                    yield of_entry(
                        element,
                        message,
                        "say in the titles what sets them apart, or join the two",
                        "title",
                    )
