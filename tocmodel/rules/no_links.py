"""TOC104 no-links."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoLinks(Rule):
    """A theory says what leads to what.

    ## What it checks
    Whether a theory with two or more interventions, outputs, mechanisms and outcomes has any link
    at all. A list of themes, things of one kind sorted into groups, has nothing to link.

    ## Why it matters
    A list of activities and a list of hopes is not yet a theory: the links are the claims that
    can be explained, questioned and tested. Most other checks have little to say before there are
    links, so what they would find is counted here and not listed.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links:
      - club -> fed
    ```

    ## Source
    Davies (2018), *Representing theories of change*, CEDIL paper 15: connections that are missing
    or not explained are where theories of change are weakest. Causal pathway: De Silva and others
    (2014), *Trials* 15:267, Table 1.
    """

    code = "TOC104"
    name = "no-links"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY, TheoryKind.SYSTEM_MAP, TheoryKind.VALUE_CREATION)

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        theory = subject.theory
        boxes = (*theory.interventions, *theory.outputs, *theory.mechanisms, *theory.outcomes)
        if len(boxes) > 1 and not theory.links and subject.expects_links:
            message = "nothing is linked: the theory does not yet say what leads to what"
            help_ = (
                "start at the goal, ask what must be there before it, and write "
                "'cause -> effect' under links"
            )
            yield of_theory(message, help_)
