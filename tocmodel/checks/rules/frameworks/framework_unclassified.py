"""TOC611 framework-unclassified."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.rule import Rule
from tocmodel.checks.rules.frameworks._shared import running_checks
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ELEMENT_SECTIONS


class FrameworkUnclassified(Rule):
    """The elements that a framework expects to be classified are classified.

    ## What it checks
    The checks of kind `at-least-one` of the frameworks that the theory names: whether each element
    of some sections is in a category. A dimension that the theory does not use yet is left out. The
    finding has the name of the framework and of its check, such as
    `policy-influence/influence-known`, and a waiver can use that name.

    ## Why it matters
    If some elements are classified and others are not, a picture by that framework leaves
    out some that may matter most.

    ## Example
    ```yaml
    frameworks: [policy-influence]
    partners:
      minister: {title: The minister, influence: high}
      paper: {title: The local paper}
    ```

    ## Use instead
    ```yaml
    frameworks: [policy-influence]
    partners:
      minister: {title: The minister, influence: high}
      paper: {title: The local paper, influence: medium}
    ```

    ## Source
    The source that the framework gives for its check; `tocmodel describe FRAMEWORK/CHECK` shows it.
    """

    code = "TOC611"
    name = "framework-unclassified"
    severity = Severity.ADVICE
    runs_checks = True
    several = "{count} elements have no category where a framework expects one"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for one in running_checks(context, "at-least-one"):
            for name in ELEMENT_SECTIONS:
                for id_, element in getattr(context.theory, name).items():
                    element_categories = one.element_categories.get(id_)
                    among = element_categories.all if element_categories else ()
                    if name in one.sections and not set(one.categories).intersection(among):
                        usual = f"it is not classified by '{one.dimension.title}'"
                        yield one.problem_of(element, usual)
