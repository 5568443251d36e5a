"""TOC602 framework-not-named."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import is_sought
from tocmodel.diagnostics import Problem, Severity, did_you_mean


class FrameworkNotNamed(Rule):
    """The theory names each framework that it classifies by.

    ## What it checks
    Whether each framework in a `classified_as` is among the theory's `frameworks`.

    ## Why it matters
    The categories of a framework that the theory does not name are not looked up, and its checks do
    not run, so nobody notices a misspelt category.

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
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC602"
    name = "framework-not-named"
    severity = Severity.WARNING
    several = "{count} elements are classified by a framework that the theory does not name"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for element in context.theory.elements.values():
            for framework in element.classified_as:
                if framework not in context.frameworks and not is_sought(context, framework):
                    near = did_you_mean(framework, context.frameworks)
                    message = (
                        f"is classified by '{framework}', which is not among the theory's "
                        f"'frameworks'{near}"
                    )
                    help_ = f"add '{framework}' to 'frameworks' at the top of the file"
                    yield of_entry(element, message, help_, "classified_as", framework)
