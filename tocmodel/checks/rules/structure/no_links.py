"""TOC104 no-links."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind

_STEPS = ("factors", "interventions", "outputs", "mechanisms", "outcomes")


class NoLinks(Rule):
    """A theory shows what leads to what.

    ## What it checks
    Whether a theory with two or more factors, interventions, outputs, mechanisms and outcomes has
    any link at all. A list of themes, things of one kind sorted into groups, has nothing to link.

    ## Why it matters
    A list of activities and a list of hopes is not yet a theory: the links are the claims that
    can be explained, questioned and tested. Most other checks have little to report before there
    are links, so their findings are counted here and not listed.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        boxes = [id_ for name in _STEPS for id_ in getattr(theory, name)]
        if len(boxes) > 1 and not theory.links and context.expects_links:
            message = "nothing is linked: the theory does not yet show what leads to what"
            help_ = (
                "start at the goal, ask what must be there before it, and write "
                "'cause -> effect' under links"
            )
            yield of_theory(message, help_)
