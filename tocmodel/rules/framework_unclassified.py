"""TOC611 framework-unclassified."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ELEMENT_SECTIONS
from tocmodel.rules._framework_checks import running
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject


class FrameworkUnclassified(Rule):
    """What a framework wants to be placed is placed.

    ## What it checks
    The checks of kind `at-least-one` of the frameworks that the theory names: whether each element
    of some sections stands in a category. A dimension that the theory does not use yet is left
    out. The finding carries the name of the framework and of its check, such as
    `policy-influence/influence-known`, and a waiver can name it so.

    ## Why it matters
    Where some are placed and others are not, a picture by that framework leaves out what may
    matter most.

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
    The source that the framework gives for its check; `tocmodel rule FRAMEWORK/CHECK` shows it.
    """

    code = "TOC611"
    name = "framework-unclassified"
    severity = Severity.ADVICE
    runs_checks = True
    several = "{count} elements do not stand in a category where a framework expects one"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for one in running(subject, "at-least-one"):
            for name in ELEMENT_SECTIONS:
                for id_, element in getattr(subject.theory, name).items():
                    stands = one.stands.get(id_)
                    among = stands.all if stands else ()
                    if name in one.sections and not set(one.categories).intersection(among):
                        usual = f"it is not classified by '{one.dimension.title}'"
                        yield one.problem_of(element, usual)
