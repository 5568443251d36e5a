"""TOC225 mechanism-unexplained."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class MechanismUnexplained(Rule):
    """A mechanism has a resource or a reasoning.

    ## What it checks
    Whether each mechanism has `resource` or `reasoning`, or at least a description.

    ## Why it matters
    A mechanism that is only a name explains nothing. It is something new that is offered (the
    resource), and what that changes in how people think or feel (the reasoning).

    ## Example
    ```yaml
    mechanisms:
      trust: {title: Trust}
    ```

    ## Use instead
    ```yaml
    mechanisms:
      trust:
        title: Trust
        resource: staff who stay for years
        reasoning: parents feel that it is safe to ask early
    ```

    ## Source
    Dalkin and others (2015), on mechanisms as resource and reasoning in a context. It is not
    always clear which of the two something is, so one is enough.
    """

    code = "TOC225"
    name = "mechanism-unexplained"
    severity = Severity.WARNING
    several = "{count} mechanisms have neither a resource nor a reasoning"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "add 'resource' (what is offered) and 'reasoning' (what that changes in people's minds)"
        )
        for mechanism in context.theory.mechanisms.values():
            if not (mechanism.resource or mechanism.reasoning or mechanism.description):
                yield of_entry(mechanism, "has neither a resource nor a reasoning", help_)
