"""TOC280 loop-not-closed."""

from collections.abc import Iterator

from tocmodel.analysis.named_loops import named_loops
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph import Pair, edges


class LoopNotClosed(Rule):
    """The links of a named loop lead all the way round.

    ## What it checks
    Whether a link leads from each element of a loop under `loops` to the next, and from the last
    back to the first. An association claims no direction, so it closes no loop.

    ## Why it matters
    A loop that its links do not close is a story with a missing step: either a link is missing, or
    the loop passes through something that it does not name.

    ## Example
    ```yaml
    factors: {rents: {title: Rents}, moves: {title: Moves}, trust: {title: Trust}}
    links: [rents -> moves -> trust]
    loops: {trap: {title: The rent trap, through: [rents, moves, trust]}}
    ```

    ## Use instead
    ```yaml
    factors: {rents: {title: Rents}, moves: {title: Moves}, trust: {title: Trust}}
    links: [rents -> moves -> trust, {from: trust, to: rents, effect: decreases, feedback: true}]
    loops: {trap: {title: The rent trap, through: [rents, moves, trust]}}
    ```

    ## Source
    Sterman (2000), *Business Dynamics*, chapter 5 (every link of a loop is explicit).
    """

    code = "TOC280"
    name = "loop-not-closed"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for found in named_loops(context.theory):
            for cause, effect in found.missing:
                message = f"is not closed: no link leads from '{cause}' to '{effect}'"
                help_ = _advice(context, (cause, effect))
                yield of_entry(found.loop, message, help_, "through")


def _advice(context: RuleContext, step: Pair) -> str:
    cause, effect = step
    if (effect, cause) in context.causal.edges:
        return "a link leads the other way: is the order of 'through' right?"
    associated = {
        frozenset((edge.from_, edge.to))
        for edge in edges(context.theory)
        if edge.kind == "associated"
    }
    if frozenset(step) in associated:
        return "the link between them is an association; does the one lead to the other?"
    return "add the link, or the element between the two"
