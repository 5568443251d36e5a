"""TOC238 confidence-as-fraction."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Confidence
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import number, of_link


class ConfidenceAsFraction(Rule):
    """A confidence is a percentage, not a fraction of one.

    ## What it checks
    Whether the `confidence` of a link is a number above 0 and not above 1.

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
    No publication was found that says it; the check follows from how the language writes a
    confidence.
    """

    code = "TOC238"
    name = "confidence-as-fraction"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for index, link in enumerate(subject.theory.links):
            stated = link.confidence
            if stated is None or isinstance(stated, Confidence) or not 0 < stated <= 1:
                continue
            meant = number(round(stated * 100, 9))
            message = f"has a confidence of {number(stated)} per cent; did you mean {meant}?"
            help_ = f"write 'confidence: {meant}', or a word such as 'low'"
            yield of_link(index, link, message, help_, "confidence")
