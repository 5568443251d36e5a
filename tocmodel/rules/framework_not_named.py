"""TOC602 framework-not-named."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity, did_you_mean
from tocmodel.rules._framework_checks import is_sought
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class FrameworkNotNamed(Rule):
    """What is classified by a framework counts because the theory names it.

    ## What it checks
    Whether each framework in a `classified_as` is among the theory's `frameworks`.

    ## Why it matters
    The categories of a framework that the theory does not name are not looked up, and its checks do
    not run: a misspelt one stays unseen.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club, classified_as: {resilience: [basics/healthy-diet]}}
    ```

    ## Use instead
    ```yaml
    frameworks: [resilience]
    interventions:
      club: {title: Breakfast club, classified_as: {resilience: [basics/healthy-diet]}}
    ```

    ## Source
    tocmodel's own check: that the file says what it seems to say.
    """

    code = "TOC602"
    name = "framework-not-named"
    severity = Severity.WARNING
    several = "{count} elements are classified by a framework that the theory does not name"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for element in subject.theory.elements.values():
            for framework in element.classified_as:
                if framework not in subject.frameworks and not is_sought(subject, framework):
                    near = did_you_mean(framework, subject.frameworks)
                    message = (
                        f"is classified by '{framework}', which is not among the theory's "
                        f"'frameworks'{near}"
                    )
                    help_ = f"add '{framework}' to 'frameworks' at the top of the file"
                    yield of_entry(element, message, help_, "classified_as", framework)
