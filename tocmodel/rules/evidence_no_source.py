"""TOC428 evidence-no-source."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import EvidenceKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import at_place


class EvidenceNoSource(Rule):
    """Evidence says where it can be looked up.

    ## What it checks
    Whether each piece of evidence has a `source`, unless it is local knowledge or redacted.

    ## Why it matters
    Whoever doubts a claim should be able to read what it rests on, and so should the partnership
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
    several = "{count} pieces of evidence do not say where they can be looked up"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add 'source', and 'at' with the page"
        for piece in subject.pieces:
            evidence = piece.evidence
            if (
                evidence.source
                or evidence.redacted
                or evidence.kind is EvidenceKind.LOCAL_KNOWLEDGE
            ):
                continue
            yield at_place(evidence, piece.pointer, "does not say where it can be looked up", help_)
