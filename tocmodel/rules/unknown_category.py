"""TOC603 unknown-category."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._framework_checks import classifications
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class UnknownCategory(Rule):
    """A category is one that the framework has.

    ## What it checks
    Whether each category in a `classified_as` is one of the framework's, and is a part of the
    category written before it.

    ## Why it matters
    An element with a misspelt category stands nowhere, and a gap is shown where there is none.
    `tocmodel framework show ID` lists the categories.

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
    tocmodel's own check: that the file says what it seems to say.
    """

    code = "TOC603"
    name = "unknown-category"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for element, framework, place, address in classifications(subject):
            from tocmodel.frameworks import address_fault  # noqa: PLC0415  # most need none

            fault = address_fault(framework, address)
            if fault:
                help_ = f"'tocmodel framework show {framework.id}' lists its categories"
                path = ("classified_as", framework.id, place)
                yield of_entry(element, f"is classified wrongly: {fault}", help_, *path)
