"""TOC253 stated-without-source."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_claim
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Standing

_VERBS = {Standing.STATED: "states", Standing.LISTED: "lists"}


class StatedWithoutSource(Rule):
    """A claim that a source states or lists names the source.

    ## What it checks
    Whether each link, condition, mechanism, assumption, risk and value with `origin: stated` or
    `origin: listed` has a `source`.

    ## Why it matters
    A reader who doubts a link wants to look it up. Without the source, nobody can distinguish it
    from a guess.

    ## Example
    ```yaml
    mechanisms:
      trust: {title: Families trust the visitor, reasoning: she came back, origin: stated}
    ```

    ## Use instead
    ```yaml
    sources:
      plan: {title: The plan of 2023}
    mechanisms:
      trust:
        title: Families trust the visitor
        reasoning: she came back
        origin: stated
        source: plan
        at: p. 12
    ```

    ## Source
    Davies (2012) on evaluability (verifiable).
    """

    code = "TOC253"
    name = "stated-without-source"
    severity = Severity.ADVICE
    several = "{count} claims are marked as stated or listed, and do not name the source"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'source' and 'at', or write 'origin: inferred' where it is your own reading"
        for pointer, claim in context.claims:
            verb = _VERBS.get(claim.standing)
            if verb and not claim.source:
                message = f"does not name the source that {verb} it"
                yield of_claim(claim, (*pointer, "origin"), message, help_)
