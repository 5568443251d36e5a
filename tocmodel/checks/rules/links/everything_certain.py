"""TOC237 everything-certain."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Confidence

_FEWEST = 4
_SURE = 80


class EverythingCertain(Rule):
    """The partnership is surer of some links than of others.

    ## What it checks
    Whether four or more links state a `confidence`, and all of them are high (or 80 per cent or
    more).

    ## Why it matters
    A theory in which everything is certain has not been questioned. Evidence is worth collecting
    where there is doubt.

    ## Example
    ```yaml
    outcomes: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}, e: {title: E}}
    links:
      - {from: a, to: b, confidence: high}
      - {from: b, to: c, confidence: high}
      - {from: c, to: d, confidence: 90}
      - {from: d, to: e, confidence: high}
    ```

    ## Use instead
    ```yaml
    outcomes: {a: {title: A}, b: {title: B}, c: {title: C}, d: {title: D}, e: {title: E}}
    links:
      - {from: a, to: b, confidence: high}
      - {from: b, to: c, confidence: moderate}
      - {from: c, to: d, confidence: 90}
      - {from: d, to: e, confidence: low}
    ```

    ## Source
    Davies (2012) on evaluability (testable, justifiable). We found no publication on confidence
    in links; the check and its limits are ours.
    """

    code = "TOC237"
    name = "everything-certain"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        stated = [link.confidence for _, link in context.statements if link.confidence is not None]
        sure = [
            value is Confidence.HIGH if isinstance(value, Confidence) else value >= _SURE
            for value in stated
        ]
        if len(stated) >= _FEWEST and all(sure):
            message = (
                f"all {len(stated)} links that state a confidence are rated as all but certain"
            )
            yield of_theory(message, "ask which link you would least like to bet on", "links")
