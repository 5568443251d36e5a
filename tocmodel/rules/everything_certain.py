"""TOC237 everything-certain."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Confidence
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory

_FEWEST = 4
_SURE = 80


class EverythingCertain(Rule):
    """The partnership is surer of some links than of others.

    ## What it checks
    Whether four or more links state a `confidence`, and all of them are high (or 80 per cent and
    more).

    ## Why it matters
    A theory in which everything is certain has not been questioned. Where the doubts are is where
    evidence is worth collecting.

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
    Davies (2012) on evaluability (testable, justifiable). No publication was found that says it
    of confidence on links; the check and its limits are ours.
    """

    code = "TOC237"
    name = "everything-certain"
    severity = Severity.ADVICE

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        stated = [link.confidence for _, link in subject.links if link.confidence is not None]
        sure = [
            value is Confidence.HIGH if isinstance(value, Confidence) else value >= _SURE
            for value in stated
        ]
        if len(stated) >= _FEWEST and all(sure):
            message = (
                f"all {len(stated)} links that state a confidence are held to be all but certain"
            )
            yield of_theory(message, "ask which link you would least like to bet on", "links")
