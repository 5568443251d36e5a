"""TOC404 self-report-only."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Evidence, EvidenceKind, Independence
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject, has_result
from tocmodel.rules._words import of_entry

_NEAR = (Independence.DELIVERER, Independence.PARTNER)
_WORD = (EvidenceKind.TESTIMONY, EvidenceKind.QUOTES)


class SelfReportOnly(Rule):
    """A claim rests on more than the word of those who do the work.

    ## What it checks
    Whether all the evidence that an outcome changed comes from a deliverer or partner
    (`independence`), or, where that is not said, is testimony or quotes. Evidence of an aim, or of
    what was done, is left out, and so is an outcome with an indicator for which something was
    observed.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "look for a count, an inspection, an evaluation or another voice that says the same"
        for outcome in subject.outcomes:
            evidence_for = subject.may_show_change(outcome.id)
            counted = any(has_result(item) for item in subject.indicators_of.get(outcome.id, ()))
            if evidence_for and not counted and all(_is_own_word(item) for item in evidence_for):
                yield of_entry(outcome, "rests only on the word of those who do the work", help_)


def _is_own_word(evidence: Evidence) -> bool:
    if evidence.independence is not None:
        return evidence.independence in _NEAR and evidence.kind is not EvidenceKind.MONITORING
    return evidence.kind in _WORD
