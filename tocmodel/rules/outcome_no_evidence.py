"""TOC401 outcome-no-evidence."""

from collections.abc import Iterator

from tocmodel.analysis.goals import is_wanted
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject, has_result
from tocmodel.rules._words import of_entry, of_theory


class OutcomeNoEvidence(Rule):
    """An outcome that the partnership answers for rests on some evidence.

    ## What it checks
    Whether each wanted outcome at or below the ceiling of accountability has evidence for it or
    for a link that leads to it, or an indicator with something observed. A theory with no
    evidence at all is told so once.

    ## Why it matters
    Zones were long argued for by description and advocacy. Evidence may be a study from
    elsewhere, a count, or what residents know, as long as it is said which.

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
        supports: [club -> fed]
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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        seen = {
            id_
            for indicator in subject.indicators
            if has_result(indicator)
            for id_ in indicator.measures
        }
        proven = {claim if isinstance(claim, str) else claim[1] for claim in subject.support}
        help_ = "add evidence with 'supports', for the outcome or for a link that leads to it"
        outcomes = [
            item for item in subject.outcomes if is_wanted(item) and subject.answers_for(item)
        ]
        if outcomes and not seen and not subject.pieces:
            message = "nothing in the theory rests on evidence yet"
            yield of_theory(message, help_, "outcomes")
            return
        for outcome in outcomes:
            if outcome.id not in proven and outcome.id not in seen:
                yield of_entry(outcome, "rests on no evidence", help_)
