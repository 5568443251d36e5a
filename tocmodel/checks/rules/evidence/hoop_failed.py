"""TOC413 hoop-failed."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import EvidenceTest

_RULES_OUT = (EvidenceTest.HOOP, EvidenceTest.DOUBLY_DECISIVE)


class HoopFailed(Rule):
    """If a claim fails a test that it had to pass, the test does not support it.

    ## What it checks
    Whether evidence whose `test` is a hoop or doubly decisive test with `passed: false` is listed
    as supporting something.

    ## Why it matters
    A claim that fails a hoop test is ruled out: if it were true, we would have to see this. The
    evidence then contradicts the claim, however much other evidence supports it.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "move the claim to 'contradicts', and change it in the theory"
        for piece in context.pieces:
            evidence = piece.evidence
            if evidence.test in _RULES_OUT and evidence.passed is False and piece.supports:
                message = (
                    f"failed a {evidence.test} test, which rules out what it is "
                    "listed as supporting"
                )
                yield at_place(evidence, (*piece.pointer, "passed"), message, help_)
