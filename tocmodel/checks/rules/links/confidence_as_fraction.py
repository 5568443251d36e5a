"""TOC238 confidence-as-fraction."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import number, of_statement
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Confidence


class ConfidenceAsFraction(Rule):
    """A confidence is a percentage, not a fraction of one.

    ## What it checks
    Whether the `confidence` of a link is a number above 0 and at most 1.

    ## Why it matters
    A confidence is written from 0 to 100, so 0.7 means less than one in a hundred. The writer
    usually means 70, and readers would understand the opposite.

    ## Example
    ```yaml
    outcomes: {a: {title: A}, b: {title: B}}
    links:
      - {from: a, to: b, confidence: 0.7}
    ```

    ## Use instead
    ```yaml
    outcomes: {a: {title: A}, b: {title: B}}
    links:
      - {from: a, to: b, confidence: 70}
    ```

    ## Source
    We found no publication on this; the check follows from the way the language writes
    a confidence.
    """

    code = "TOC238"
    name = "confidence-as-fraction"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        written = enumerate(context.theory.links)
        for index, link in ((index, link) for index, link in written if not link.is_repeated):
            stated = link.confidence
            if stated is None or isinstance(stated, Confidence) or not 0 < stated <= 1:
                continue
            meant = number(round(stated * 100, 9))
            message = f"has a confidence of {number(stated)} per cent; did you mean {meant}?"
            help_ = f"write 'confidence: {meant}', or a word such as 'low'"
            yield of_statement(index, link, message, help_, "confidence")
