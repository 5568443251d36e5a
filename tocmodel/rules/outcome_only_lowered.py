"""TOC115 outcome-only-lowered."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect, Valence
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry

_WAYS = {
    Effect.INCREASES: (1,),
    Effect.DECREASES: (-1,),
    Effect.CHANGES: (1, -1),
    Effect.UNKNOWN: (1, -1),
}


class OutcomeOnlyLowered(Rule):
    """Some path raises each outcome that is wanted.

    ## What it checks
    Whether, of the paths along links from what is done to a wanted outcome, at least one raises it.
    A path lowers it where an odd number of its links say `effect: decreases`. A path with a link
    whose effect is not known, or changes, may do either.

    ## Why it matters
    By its own links the work then harms its own outcome. Usually one link has the wrong effect, or
    the outcome is worded as the difficulty.

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
    tocmodel's own check: that the file says what it seems to say.
    """

    code = "TOC115"
    name = "outcome-only-lowered"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        signs = _signs(subject)
        help_ = "look at the effects on these paths: is one of them the wrong way round?"
        for outcome in subject.outcomes:
            if outcome.valence is Valence.WANTED and signs.get(outcome.id) == {-1}:
                yield of_entry(outcome, "is lowered by every path that leads to it", help_)


def _signs(subject: Subject) -> dict[str, set[int]]:
    """Return what the work does to each element that it reaches: 1 raises it, -1 lowers it.

    What an intervention addresses it may raise or lower: the file does not say.
    """
    found: dict[str, set[int]] = {}
    waiting = [(done.id, 1) for done in subject.interventions]
    for done in subject.interventions:
        waiting.extend((id_, sign) for id_ in done.addresses for sign in (1, -1))
    while waiting:
        id_, sign = waiting.pop()
        if sign in found.setdefault(id_, set()):
            continue
        found[id_].add(sign)
        for link in subject.theory.links_from(id_):
            waiting.extend((link.to, sign * way) for way in _WAYS[link.effect])
    return found
