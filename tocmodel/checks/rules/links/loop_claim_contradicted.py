"""TOC277 loop-claim-contradicted."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.analysis.loops import LoopSign, loop_of
from tocmodel.analysis.named_loops import ComparedLoop, named_loops
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect


class LoopClaimContradicted(Rule):
    """A named loop does to a change what its authors claim.

    ## What it checks
    Whether what is `claimed` of a loop under `loops` agrees with its links. A loop is balancing if
    an odd number of its links decrease their effect, and otherwise reinforcing. If one of the
    effects is unknown, disputed or mixed, the links cannot decide this, and the check advises you
    to look again.

    ## Why it matters
    Labels of loops are often wrong: somebody adds a link, or rewords a factor the other way round,
    and nobody counts the signs again. What a partnership does about a loop depends on its sign.

    ## Example
    ```yaml
    factors: {people: {title: People in the city}, diseases: {title: Diseases}}
    links: [people -> diseases, {from: diseases, to: people, effect: decreases}]
    loops: {illness: {title: Illness, through: [people, diseases], claimed: reinforcing}}
    ```

    ## Use instead
    ```yaml
    factors: {people: {title: People in the city}, diseases: {title: Diseases}}
    links: [people -> diseases, {from: diseases, to: people, effect: decreases}]
    loops: {illness: {title: Illness, through: [people, diseases], claimed: balancing}}
    ```

    ## Source
    Sterman (2000), *Business Dynamics*, chapter 5 (the sign of a loop is the product of the signs
    of its links); Maruyama (1963), "The second cybernetics", *American Scientist* 51.
    """

    code = "TOC277"
    name = "loop-claim-contradicted"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for found in named_loops(context.theory):
            if found.contradicted:
                message = (
                    f"is claimed to be {found.loop.claimed}, but its links make it {found.sign}: "
                    f"{_decreasing(context, found)}"
                )
                help_ = "follow one change round the loop: is a link, or the claim, wrong?"
                yield of_entry(found.loop, message, help_, "claimed")
            elif found.loop.claimed and found.sign is LoopSign.UNDETERMINED:
                message = f"is claimed to be {found.loop.claimed}, but its links do not decide it"
                help_ = "look at the links whose effect is unknown, disputed or mixed"
                problem = of_entry(found.loop, message, help_, "claimed")
                yield evolve(problem, severity=Severity.ADVICE)


def _decreasing(context: RuleContext, found: ComparedLoop) -> str:
    """Count the steps that decrease their effect; links between the same two count once."""
    links = loop_of(context.causal, found.elements).links
    steps = {(link.from_, link.to) for link in links if link.effect is Effect.DECREASES}
    whole = len(found.elements)
    if len(steps) == 1:
        return f"1 of its {whole} links decreases its effect"
    return f"{len(steps) or 'none'} of its {whole} links decrease their effect"
