"""TOC413 hoop-failed."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import EvidenceTest
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import at_place

_RULES_OUT = (EvidenceTest.HOOP, EvidenceTest.DOUBLY_DECISIVE)


class HoopFailed(Rule):
    """A claim that failed a test it had to pass is not upheld.

    ## What it checks
    Whether evidence whose `test` is a hoop or doubly decisive test with `passed: false` is listed
    as supporting something.

    ## Why it matters
    To fail a hoop test is to be ruled out: if the claim were true, this would have to be seen.
    The evidence then speaks against the claim, however much else speaks for it.

    ## Example
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more}
    evidence:
      register:
        title: The register shows no change
        test: hoop
        passed: false
        supports: [attend]
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more}
    evidence:
      register:
        title: The register shows no change
        test: hoop
        passed: false
        contradicts: [attend]
    ```

    ## Source
    Process-tracing tests (Van Evera; Bennett; Collier).
    """

    code = "TOC413"
    name = "hoop-failed"
    severity = Severity.ERROR

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "move the claim to 'contradicts', and change what the theory says of it"
        for piece in subject.pieces:
            evidence = piece.evidence
            if evidence.test in _RULES_OUT and evidence.passed is False and piece.supports:
                message = (
                    f"failed a {evidence.test} test, which rules out what it is "
                    "listed as supporting"
                )
                yield at_place(evidence, (*piece.pointer, "passed"), message, help_)
