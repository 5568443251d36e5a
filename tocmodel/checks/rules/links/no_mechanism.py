"""TOC222 no-mechanism."""

from collections.abc import Iterator, Sequence

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_statement, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Mechanism, TheoryKind


class NoMechanism(Rule):
    """A link from the work to an outcome names a mechanism.

    ## What it checks
    Whether each link from an intervention or output to an outcome names a mechanism in `via`. A
    chain through a mechanism, `club -> calm -> learning`, counts too. Where most of the mechanisms
    are inferred or drafted by a program (`origin`), and nobody has agreed to them, the check asks
    about that once.

    ## Why it matters
    Programmes do not change people; people change, given something new and a reason to use it.
    Knowing the mechanism shows what must not be lost when the work is copied elsewhere.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      ready: {title: Children are ready to learn}
    links: [club -> ready]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    mechanisms:
      calm:
        title: A calm start to the day
        resource: food and a familiar face
        reasoning: children feel looked after and settle
    outcomes:
      ready: {title: Children are ready to learn}
    links: [club -> calm -> ready]
    ```

    ## Source
    Dalkin and others (2015), on mechanisms as resource and reasoning; University of Manchester
    (2021), *New-generation Children's Zones*, REF impact case study (little known of how zones
    are meant to work).
    """

    code = "TOC222"
    name = "no-mechanism"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY, TheoryKind.PART)
    several = "{count} links from the work to an outcome do not explain how people respond"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        help_ = (
            "name a mechanism in 'via': what does it offer, and what does that "
            "change in people's minds?"
        )
        for index, link in context.statements:
            if link.via or link.to not in theory.outcomes:
                continue
            if link.from_ in theory.interventions or link.from_ in theory.outputs:
                yield of_statement(index, link, "does not explain how people respond", help_)
        yield from _of_mechanisms([*theory.mechanisms.values()])


def _of_mechanisms(mechanisms: Sequence[Mechanism]) -> Iterator[Problem]:
    """Ask about mechanisms that nobody agreed to, if most of them are inferred or drafted."""
    ours = sum(not item.standing.is_attested for item in mechanisms)
    if 2 * ours > len(mechanisms):
        which = f"{ours} of the {len(mechanisms)} mechanisms are"
        if len(mechanisms) == 1:
            which = "the only mechanism is"
        message = f"{which} inferred or drafted, and agreed with nobody"
        help_ = "ask those who took part whether it is so, and write who 'agreed'"
        yield of_theory(message, help_, "mechanisms")
