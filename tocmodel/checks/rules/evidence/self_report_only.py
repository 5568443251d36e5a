"""TOC404 self-report-only."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext, has_result
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Evidence, EvidenceKind, Independence

_NEAR = (Independence.DELIVERER, Independence.PARTNER)
_WORD = (EvidenceKind.TESTIMONY, EvidenceKind.QUOTES)


class SelfReportOnly(Rule):
    """A claim rests on more than the word of those who do the work.

    ## What it checks
    Whether all the evidence that an outcome changed comes from a deliverer or partner
    (`independence`), or, where that is not stated, is testimony or quotes. Evidence of an aim or of
    delivery is left out, and so is an outcome with an observed indicator.

    ## Why it matters
    Those who do the work know it best and have the most reason to see it succeed. One other
    voice, or one count, makes the same claim far stronger.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      letter:
        title: Letter of the club's manager
        kind: testimony
        independence: deliverer
        shows: change
        supports: [fed]
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      letter:
        title: Letter of the club's manager
        kind: testimony
        independence: deliverer
        shows: change
        supports: [fed]
      inspection:
        title: School inspection
        kind: inspection
        independence: regulator
        shows: change
        supports: [fed]
    links: [club -> fed]
    ```

    ## Source
    Mayne (2019) on contribution analysis (stakeholders' opinion that a contribution was made is
    not central to the claim), read in abstract; University of Manchester and University of Derby
    (2021), REF impact case studies, where much rests on partners' letters.
    """

    code = "TOC404"
    name = "self-report-only"
    severity = Severity.WARNING
    several = "{count} outcomes rest only on the word of those who do the work"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "look for a count, an inspection, an evaluation or another voice that agrees"
        for outcome in context.outcomes:
            evidence_for = context.may_show_change(outcome.id)
            counted = any(has_result(item) for item in context.indicators_of.get(outcome.id, ()))
            if evidence_for and not counted and all(_is_own_word(item) for item in evidence_for):
                yield of_entry(outcome, "rests only on the word of those who do the work", help_)


def _is_own_word(evidence: Evidence) -> bool:
    if evidence.independence is not None:
        return evidence.independence in _NEAR and evidence.kind is not EvidenceKind.MONITORING
    return evidence.kind in _WORD
