"""TOC225 mechanism-unexplained."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class MechanismUnexplained(Rule):
    """A mechanism says what it offers, or what that changes in people's minds.

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
    Dalkin and others (2015), on mechanisms as resource and reasoning in a context. As it is not
    always clear which of the two something is, one is enough.
    """

    code = "TOC225"
    name = "mechanism-unexplained"
    severity = Severity.WARNING
    several = "{count} mechanisms have neither a resource nor a reasoning"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = (
            "add 'resource' (what is offered) and 'reasoning' (what that changes in people's minds)"
        )
        for mechanism in subject.theory.mechanisms.values():
            if not (mechanism.resource or mechanism.reasoning or mechanism.description):
                yield of_entry(mechanism, "has neither a resource nor a reasoning", help_)
