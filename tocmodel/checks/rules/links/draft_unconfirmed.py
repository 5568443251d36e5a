"""TOC250 draft-unconfirmed."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_claim
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class DraftUnconfirmed(Rule):
    """A person has confirmed everything that a program drafted.

    ## What it checks
    Whether each link, condition, mechanism, assumption, risk and value with `origin: drafted` or
    `drafted_by` names the people who confirmed it in `agreed`.

    ## Why it matters
    A program can write a plausible sentence about any place. Only people who know this place can
    say whether it is true here.

    ## Example
    ```yaml
    conditions:
      rents: {title: Rents are high, origin: drafted, drafted_by: an assistant}
    ```

    ## Use instead
    ```yaml
    partners:
      families: {title: Families}
    conditions:
      rents:
        title: Rents are high
        origin: drafted
        drafted_by: an assistant
        agreed: {with: [families], on: 2024-03}
    ```

    ## Source
    Breuer and others (2016), *Implementation Science* 11:63, Table 5 (who took part in making the
    theory, and how it was validated); Davies (2012) on evaluability (owned, verifiable). Asking
    this about programs is our idea.
    """

    code = "TOC250"
    name = "draft-unconfirmed"
    severity = Severity.WARNING
    several = "{count} things were drafted by a program, and nobody has confirmed them"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "ask someone who knows it to check it; then add who confirmed it, 'agreed: "
            "{with: ..., on: ...}', or take it out"
        )
        for pointer, claim in context.claims:
            if not claim.is_confirmed:
                by = claim.drafted_by or "a program"
                key = "origin" if claim.origin else "drafted_by"
                message = f"was drafted by {by}, and nobody has confirmed it"
                yield of_claim(claim, (*pointer, key), message, help_)
