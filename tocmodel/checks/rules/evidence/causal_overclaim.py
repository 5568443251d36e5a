"""TOC407 causal-overclaim."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import Phrases, at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Evidence, EvidenceScale, EvidenceTest

_CAUSE = Phrases(
    "led to",
    "has led to",
    "caused",
    "resulted in",
    "as a result of",
    "because of",
    "thanks to",
    "proved",
    "proves",
)
_LEVELS = (EvidenceScale.NESTA, EvidenceScale.EIF, EvidenceScale.MARYLAND)
_DECISIVE = (EvidenceTest.SMOKING_GUN, EvidenceTest.DOUBLY_DECISIVE)


class CausalOverclaim(Rule):
    """The title of evidence claims no more than the evidence shows.

    ## What it checks
    Whether the title of evidence uses words such as led to, caused, resulted in or proved,
    without a rating that can support them (level 3 or more on the Nesta, EIF or Maryland
    scale), a passed smoking-gun or doubly decisive test, or `rivals` on the link it supports.

    ## Why it matters
    A rise after the work began is not yet a rise because of it. Readers who catch one claim that
    is too strong doubt the rest.

    ## Example
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more}
    evidence:
      report:
        title: The programme led to better attendance
        kind: annual-report
        supports: [attend]
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more}
    evidence:
      report:
        title: Attendance was better after the programme than before
        kind: annual-report
        supports: [attend]
    ```

    ## Source
    Nesta, *Standards of Evidence*; Government Social Research rapid evidence assessment toolkit
    on the Maryland scale (only level 3 and above can show that a programme was the cause); Early
    Intervention Foundation, evidence standards.
    """

    code = "TOC407"
    name = "causal-overclaim"
    severity = Severity.WARNING
    several = "{count} pieces of evidence are worded as proof of cause"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        asked = {(link.from_, link.to) for _, link in context.links if link.rivals_named}
        help_ = (
            "describe what was seen and when, or add the rating, the test or the "
            "rivals that support the claim"
        )
        for piece in context.pieces:
            evidence = piece.evidence
            found = _CAUSE.find(evidence.title)
            if (
                found is None
                or _is_strong(evidence)
                or any(claim in asked for claim in piece.supports)
            ):
                continue
            message = f"is worded as '{found}', which is more than the evidence here can show"
            yield at_place(evidence, (*piece.pointer, "title"), message, help_)


def _is_strong(evidence: Evidence) -> bool:
    if evidence.test in _DECISIVE and evidence.passed:
        return True
    return any(
        item.scale in _LEVELS and item.level[:1] in ("3", "4", "5") for item in evidence.rated
    )
