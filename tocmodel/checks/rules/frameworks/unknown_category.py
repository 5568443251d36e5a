"""TOC603 unknown-category."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import classifications
from tocmodel.diagnostics import Problem, Severity


class UnknownCategory(Rule):
    """A category is in the framework.

    ## What it checks
    Whether each category in a `classified_as` belongs to the framework, and is a part of the
    category written before it.

    ## Why it matters
    An element with a misspelt category is not counted anywhere, so a gap appears where there is
    none. `tocmodel framework show ID` lists the categories.

    ## Example
    ```yaml
    frameworks: [resilience]
    interventions:
      mentor: {title: A mentor for a year, classified_as: {resilience: [learning/mentor]}}
    ```

    ## Use instead
    ```yaml
    frameworks: [resilience]
    interventions:
      mentor: {title: A mentor for a year, classified_as: {resilience: [learning/mentors]}}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC603"
    name = "unknown-category"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for element, framework, place, address in classifications(context):
            from tocmodel.frameworks import address_fault  # noqa: PLC0415  # most need none

            fault = address_fault(framework, address)
            if fault:
                help_ = f"'tocmodel framework show {framework.id}' lists its categories"
                path = ("classified_as", framework.id, place)
                yield of_entry(element, f"is classified wrongly: {fault}", help_, *path)
