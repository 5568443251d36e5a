"""TOC204 link-no-rationale."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_statement, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Link, Standing


class LinkNoRationale(Rule):
    """A link gives its reason.

    ## What it checks
    Whether each causal link has `because`. Links to or from a mechanism are left out, as the
    mechanism is the reason; so are links from an intervention to its outputs. Where most of the
    reasons are inferred or drafted by a program (`origin`), and nobody has agreed to
    them, there is one finding for all of them; TOC247 comes first, as the main story is the place
    to begin.

    ## Why it matters
    The arrow is the theory. Without a reason, nobody who knows better can question a link, and
    nobody can test it.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links:
      - from: club
        to: fed
        because: the club is free, at the school gate, and open to all
    ```

    ## Source
    *BMC Health Services Research* (2020) article 05677-6, Table 3, and *Theory of Change Basics*
    (ActKnowledge, 2012), on rationales; University of Manchester (2021), *New-generation
    Children's Zones*, REF impact case study (a stated rationale in place of advocacy).
    """

    code = "TOC204"
    name = "link-no-rationale"
    severity = Severity.WARNING
    several = "{count} links give no reason"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        for index, link in context.statements:
            if link.because or link.from_ in theory.mechanisms or link.to in theory.mechanisms:
                continue
            if link.from_ in theory.interventions and link.to in theory.outputs:
                continue
            help_ = "add 'because': what makes the one lead to the other, and how do you know?"
            yield of_statement(index, link, "gives no reason", help_)
        links = [link for _, link in context.statements]
        if not any(link.main and link.standing is Standing.INFERRED for link in links):
            yield from _of_reasons([link for link in links if link.because])


def _of_reasons(links: Sequence[Link]) -> Iterator[Problem]:
    """Ask about reasons that nobody agreed to, if most of them are inferred or drafted."""
    ours = sum(not link.standing.is_attested for link in links)
    if 2 * ours > len(links):
        which = f"{ours} of the {len(links)} reasons are"
        if len(links) == 1:
            which = "the only reason is"
        message = f"{which} inferred or drafted, and agreed with nobody"
        help_ = (
            "take them to those who know the work, and write who agreed: "
            "'agreed: {with: [families], on: 2024-03}'"
        )
        yield evolve(of_theory(message, help_, "links"), severity=Severity.ADVICE)
