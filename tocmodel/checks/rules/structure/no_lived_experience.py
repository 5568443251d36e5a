"""TOC155 no-lived-experience."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import EvidenceKind, Role, TheoryKind


class NoLivedExperience(Rule):
    """People with lived experience have a part in the theory.

    ## What it checks
    Whether a theory that names partners or interventions has a partner with `lived_experience:
    true` or with `role: participant`, or evidence of the kind *local knowledge*. Beneficiaries
    receive the work; they count only if they have a part in it.

    ## Why it matters
    Those who live with a difficulty know things about it that no statistic shows, and work that
    is designed without them often misses. Working with people, not for them, is the heart of co-
    production.

    ## Example
    ```yaml
    partners:
      council: {title: The council, sector: statutory}
    interventions:
      club: {title: Breakfast club, partners: [council]}
    ```

    ## Use instead
    ```yaml
    partners:
      council: {title: The council, sector: statutory}
      parents: {title: Parents at the school gate, lived_experience: true}
    interventions:
      club: {title: Breakfast club, partners: [council, parents]}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study
    (local lived experience of disadvantage); Knowledge Exchange blog (2021) on co-production;
    Davies (2012) on evaluability (inclusive).
    """

    code = "TOC155"
    name = "no-lived-experience"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY, TheoryKind.PART, TheoryKind.SYSTEM_MAP, TheoryKind.VALUE_CREATION)
    follows_from = ("no-interventions",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        if not theory.partners and not theory.interventions:
            return
        partners = theory.partners.values()
        if any(item.lived_experience or item.role is Role.PARTICIPANT for item in partners):
            return
        if any(piece.evidence.kind is EvidenceKind.LOCAL_KNOWLEDGE for piece in context.pieces):
            return
        path = ("partners",) if theory.partners else ()
        served = [item.id for item in partners if item.role is Role.BENEFICIARY]
        message = "no resident, child or family has a part in the theory"
        if served:
            message = (
                "people with lived experience are in the theory only as "
                f"beneficiaries ({join(served)})"
            )
        help_ = "add them as partners with 'lived_experience: true', and name what they decide"
        yield of_theory(message, help_, *path)
