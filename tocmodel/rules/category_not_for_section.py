"""TOC604 category-not-for-section."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._framework_checks import classifications
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join, of_entry, section_of


class CategoryNotForSection(Rule):
    """A category stands at elements of the sections that it is made for.

    ## What it checks
    Whether the dimension of each category in a `classified_as` classifies the section in which
    the element stands.

    ## Why it matters
    An odd place is often a slip: the category was meant for the outcome and stands at its
    indicator. There it counts for nothing.

    ## Example
    ```yaml
    frameworks: [fairness-commission]
    outcomes:
      heard: {title: Residents are heard, classified_as: {fairness-commission: [participation]}}
    ```

    ## Use instead
    ```yaml
    frameworks: [fairness-commission]
    interventions:
      hearings: {title: Public hearings, classified_as: {fairness-commission: [participation]}}
    ```

    ## Source
    tocmodel's own check: a framework says what each of its dimensions may classify.
    """

    code = "TOC604"
    name = "category-not-for-section"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for element, framework, place, address in classifications(subject):
            from tocmodel.frameworks import find_category  # noqa: PLC0415  # most need none

            category = find_category(framework, address)
            sections = framework.dimension_of(category.id).classifies if category else ()
            if category and section_of(element) not in sections:
                message = f"stands in {section_of(element)}, which '{address}' is not for"
                help_ = f"it is for {join(list(sections))}"
                path = ("classified_as", framework.id, place)
                yield of_entry(element, message, help_, *path)
