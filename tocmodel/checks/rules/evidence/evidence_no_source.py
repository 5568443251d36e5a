"""TOC428 evidence-no-source."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import EvidenceKind


class EvidenceNoSource(Rule):
    """Evidence has a source.

    ## What it checks
    Whether each piece of evidence has a `source`, unless it is local knowledge or redacted.

    ## Why it matters
    Anyone who doubts a claim should be able to read the evidence, and so should the partnership
    in three years.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey: {title: Survey of pupils, kind: monitoring, supports: [fed]}
    ```

    ## Use instead
    ```yaml
    sources:
      report: {title: Annual report of the breakfast club, year: 2019}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey:
        title: Survey of pupils
        kind: monitoring
        supports: [fed]
        source: report
        at: p. 4
    ```

    ## Source
    Davies (2012) on evaluability (verifiable).
    """

    code = "TOC428"
    name = "evidence-no-source"
    severity = Severity.ADVICE
    several = "{count} pieces of evidence have no source"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'source', and 'at' with the page"
        for piece in context.pieces:
            evidence = piece.evidence
            if (
                evidence.source
                or evidence.redacted
                or evidence.kind is EvidenceKind.LOCAL_KNOWLEDGE
            ):
                continue
            yield at_place(evidence, piece.pointer, "has no source", help_)
