"""TOC401 outcome-no-evidence."""

from collections.abc import Iterator

from tocmodel.analysis.evidence import WeightOfEvidence
from tocmodel.analysis.goals import is_wanted
from tocmodel.checks.context import RuleContext, has_result
from tocmodel.checks.messages import of_entry, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Shows, TheoryKind


class OutcomeNoEvidence(Rule):
    """An outcome that the partnership is accountable for rests on some evidence.

    ## What it checks
    Whether each wanted outcome at or below the ceiling of accountability has evidence that shows a
    change or its cause, or an indicator with something observed. An aim, delivery, or evidence for
    a link to the outcome does not show that it came about. Another check reports evidence that does
    not state what it shows. A theory with no evidence at all gets one finding.

    ## Why it matters
    For a long time, the case for zones rested on description and advocacy. Evidence may be a study
    from elsewhere, a count, or the knowledge of residents, as long as the theory states which.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
    evidence:
      walk:
        title: What parents told us on a walk round the estate
        kind: local-knowledge
        shows: change
        supports: [fed]
    links: [club -> fed]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (descriptive advocacy in place of an evidence base); Davies (2012) on evaluability
    (verifiable, justifiable).
    """

    code = "TOC401"
    name = "outcome-no-evidence"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY, TheoryKind.PART)
    follows_from = ("no-links",)
    several = "{count} outcomes rest on no evidence"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        seen = {
            id_
            for indicator in context.indicators
            if has_result(indicator)
            for id_ in indicator.measures
        }
        help_ = "add evidence that shows a change ('shows: change') and supports the outcome itself"
        outcomes = [
            item for item in context.outcomes if is_wanted(item) and context.answers_for(item)
        ]
        if outcomes and not seen and not context.pieces:
            message = "nothing in the theory rests on evidence yet"
            yield of_theory(message, help_, "outcomes")
            return
        for outcome in outcomes:
            if outcome.id not in seen and not context.may_show_change(outcome.id):
                yield of_entry(outcome, _message(context.evidence_on(outcome.id)), help_)


def _message(weight: WeightOfEvidence) -> str:
    if weight.evidence and all(piece.shows is Shows.AIM for piece in weight.evidence):
        return "rests on no evidence: it is only stated as an aim"
    if weight.evidence:
        return "rests on no evidence that it changed"
    return "rests on no evidence"
