"""TOC152 tier-gap."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Tier


class TierGap(Rule):
    """There is something for everyone, for some, and for one.

    ## What it checks
    Whether a theory that gives two or more interventions a `tier` has all three: universal,
    targeted and individual.

    ## Why it matters
    Help for everyone finds those who need more; help for a few works only if somebody notices them.
    A missing tier is often a gap in what is offered, or a partner who is not yet at the table.

    ## Example
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club, tier: universal}
      reading: {title: Reading groups, tier: targeted}
    ```

    ## Use instead
    ```yaml
    frameworks: [childrens-zone]
    interventions:
      club: {title: Breakfast club, tier: universal}
      reading: {title: Reading groups, tier: targeted}
      worker: {title: A key worker for a family, tier: individual}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    source F (individual, targeted and universal support in North Manchester).
    """

    code = "TOC152"
    name = "tier-gap"
    severity = Severity.ADVICE
    frameworks = ("childrens-zone",)
    follows_from = ("no-interventions",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        tiers = [item.tier for item in context.interventions if item.tier is not None]
        missing = [str(tier) for tier in Tier if tier not in tiers]
        if len(tiers) > 1 and missing:
            message = f"no intervention is {join(missing, 'or')}"
            yield of_theory(
                message, "ask who is left out, or who else in the place offers it", "interventions"
            )
