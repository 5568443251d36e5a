"""TOC522 title-twice."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry, section_of
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Element
from tocmodel.model.section_names import SECTION_NAMES

_APART = ("evidence", "stories")


class TitleTwice(Rule):
    """Two things do not have the same title.

    ## What it checks
    Whether two elements have the same title, ignoring capitals, in the same or in different
    sections. Evidence is compared only with evidence, and stories only with stories.

    ## Why it matters
    Drawings and reports show only the titles, so the two look the same there.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        first: dict[tuple[str, str], Element] = {}
        for element in context.theory.elements.values():
            title = " ".join(element.title.split()).casefold()
            section = section_of(element)
            earlier = first.setdefault((title, section if section in _APART else ""), element)
            if earlier is element:
                continue
            alike = section_of(earlier) == section
            noun = "" if alike else f"the {SECTION_NAMES[section_of(earlier)].one} "
            yield of_entry(
                element,
                f"has the same title as {noun}{earlier.id}",
                "make the titles different, or merge the two",
                "title",
            )
