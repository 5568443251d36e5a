"""TOC522 title-twice."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Element
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry, section_of
from tocmodel.wording import SECTION_WORDS

_APART = ("evidence", "stories")


class TitleTwice(Rule):
    """Two things do not have the same title.

    ## What it checks
    Whether two elements have the same title, letter case aside, also in different sections.
    Evidence and stories are only compared with their like.

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
        first: dict[tuple[str, str], Element] = {}
        for element in subject.theory.elements.values():
            title = " ".join(element.title.split()).casefold()
            section = section_of(element)
            earlier = first.setdefault((title, section if section in _APART else ""), element)
            if earlier is element:
                continue
            alike = section_of(earlier) == section
            noun = "" if alike else f"the {SECTION_WORDS[section_of(earlier)][0]} "
            yield of_entry(
                element,
                f"has the same title as {noun}{earlier.id}",
                "make the titles different, or merge the two",
                "title",
            )
