"""TOC604 category-not-for-section."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_entry, section_of
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import classifications
from tocmodel.diagnostics import Problem, Severity


class CategoryNotForSection(Rule):
    """A category is used in the sections that it is meant for.

    ## What it checks
    Whether the dimension of each category in a `classified_as` classifies the section of the
    element.

    ## Why it matters
    A category in an odd place is often a slip: it was meant for the outcome but is on its
    indicator, where it does not count.

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
    tocmodel's own check: a framework lists the sections that each of its dimensions classifies.
    """

    code = "TOC604"
    name = "category-not-for-section"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for element, framework, place, address in classifications(context):
            from tocmodel.frameworks import find_category  # noqa: PLC0415  # most need none

            category = find_category(framework, address)
            sections = framework.dimension_of(category.id).classifies if category else ()
            if category and section_of(element) not in sections:
                message = f"is in {section_of(element)}, which '{address}' does not classify"
                help_ = f"it is for {join(list(sections))}"
                path = ("classified_as", framework.id, place)
                yield of_entry(element, message, help_, *path)
