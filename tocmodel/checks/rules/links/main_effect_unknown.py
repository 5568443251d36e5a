"""TOC208 main-effect-unknown."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_statement
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect


class MainEffectUnknown(Rule):
    """The main story has no link with an unknown effect.

    ## What it checks
    Whether a link of the main story (`main: true`) has the effect `unknown`.

    ## Why it matters
    The partnership tells its main story to others. A step with an unknown effect is a question,
    and is better presented as one.

    ## Example
    ```yaml
    outcomes:
      trust: {title: Families trust the nursery, horizon: short}
      ready: {title: Children start school ready, horizon: long}
    links:
      - {from: trust, to: ready, main: true, effect: unknown}
    ```

    ## Use instead
    ```yaml
    outcomes:
      trust: {title: Families trust the nursery, horizon: short}
      ready: {title: Children start school ready, horizon: long}
    links:
      - {from: trust, to: ready, effect: unknown}
    ```

    ## Source
    Davies (2018), CEDIL paper 15 (links that are not explained are where theories of change are
    weakest). Asking about the main story is our idea.
    """

    code = "TOC208"
    name = "main-effect-unknown"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "set its effect ('increases', 'decreases'), or take it out of the main story"
        for index, link in context.statements:
            if link.main and link.effect is Effect.UNKNOWN:
                message = "is in the main story, but its effect is not known"
                yield of_statement(index, link, message, help_, "effect")
