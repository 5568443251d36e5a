"""TOC115 outcome-only-lowered."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect, Valence

_SIGNS_OF = {
    Effect.INCREASES: (1,),
    Effect.DECREASES: (-1,),
    Effect.CHANGES: (1, -1),
    Effect.UNKNOWN: (1, -1),
    Effect.DISPUTED: (1, -1),
}


class OutcomeOnlyLowered(Rule):
    """At least one path raises each wanted outcome.

    ## What it checks
    Whether at least one path of links from the work to a wanted outcome raises it. A path lowers
    it if an odd number of its links have `effect: decreases`. A path with a link
    whose effect is not known, or changes, may do either.

    ## Why it matters
    According to its own links, the work then harms its outcome. Usually one link has the wrong
    effect, or the outcome is worded as the difficulty.

    ## Example
    ```yaml
    interventions:
      visits: {title: Home visits}
    outcomes:
      strain: {title: Families are under less strain, horizon: short}
    links:
      - {from: visits, to: strain, effect: decreases}
    ```

    ## Use instead
    ```yaml
    interventions:
      visits: {title: Home visits}
    outcomes:
      strain: {title: Families are under less strain, horizon: short}
    links:
      - {from: visits, to: strain, effect: increases}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC115"
    name = "outcome-only-lowered"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        signs = _signs(context)
        help_ = "look at the effects on these paths: is one of them the wrong way round?"
        for outcome in context.outcomes:
            if outcome.valence is Valence.WANTED and signs.get(outcome.id) == {-1}:
                yield of_entry(outcome, "is lowered by every path that leads to it", help_)


def _signs(context: RuleContext) -> dict[str, set[int]]:
    """Return the effect of the work on each element that it reaches: 1 raises it, -1 lowers it.

    An intervention may raise or lower a condition that it addresses: the file does not state which.
    """
    found: dict[str, set[int]] = {}
    waiting = [(done.id, 1) for done in context.interventions]
    for done in context.interventions:
        waiting.extend((id_, sign) for id_ in done.addresses for sign in (1, -1))
    while waiting:
        id_, sign = waiting.pop()
        if sign in found.setdefault(id_, set()):
            continue
        found[id_].add(sign)
        for effect in context.causal.successors[id_]:
            for link in (edge.link for edge in context.causal.edges[id_, effect] if edge.link):
                waiting.extend((effect, sign * factor) for factor in _SIGNS_OF[link.effect])
    return found
