"""TOC201 undeclared-loop."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from tocmodel.analysis.loop_cover import covering_loops
from tocmodel.analysis.loops import Loop
from tocmodel.analysis.named_loops import named_loops, turned
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Link, TheoryKind

_MOST = 20


class UndeclaredLoop(Rule):
    """Where links lead round in a circle, one of them is marked as feedback.

    ## What it checks
    Whether links lead back to their start without one that is marked `feedback: true`. The two
    directions of a mutual link do not count as a circle, nor does a loop that has a name under
    `loops`. In a system map, which exists to show loops, there is one finding for all of them.

    ## Why it matters
    Loops are welcome: one change often makes more change possible. But a reader must see
    that the circle is meant, and which link closes it; otherwise nobody can tell what comes
    first.

    ## Example
    ```yaml
    outcomes:
      trust: {title: Parents trust the school}
      visits: {title: Parents come to the school}
    links: [trust -> visits, visits -> trust]
    ```

    ## Use instead
    ```yaml
    outcomes:
      trust: {title: Parents trust the school}
      visits: {title: Parents come to the school}
    links:
      - trust -> visits
      - {from: visits, to: trust, feedback: true}
    ```

    ## Source
    Davies (2018), CEDIL paper 15 (feedback that is missing or cannot be read); Wenger-Trayner,
    *Value creation* (wenger-trayner.com), where learning loops are part of the model. The marking
    is ours.
    """

    code = "TOC201"
    name = "undeclared-loop"
    severity = Severity.WARNING
    several = "{count} links close a circle that is not marked as feedback"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        named = {turned(loop.elements) for loop in named_loops(context.theory) if loop.sign}
        covering = covering_loops(context.story, limit=_MOST)
        found = [loop for loop in covering if turned(loop.elements) not in named]
        if context.kind is TheoryKind.SYSTEM_MAP and len(found) > 1:
            yield _of_map(context, found)
            return
        for loop in found:
            index, link, route = _closing(context, loop.elements)
            if len(loop.elements) == 1:
                message = "leads from an element to itself"
            else:
                message = f"closes a circle that is not marked as feedback: {' -> '.join(route)}"
            yield of_link(index, link, message, "add 'feedback: true' to the link that leads back")


def _of_map(context: RuleContext, found: Sequence[Loop]) -> Problem:
    index, link, _ = _closing(context, found[0].elements)
    many = f"{'at least ' if len(found) == _MOST else ''}{len(found)}"
    message = f"closes a circle that is not marked as feedback, and is one of {many} such links"
    help_ = (
        "add 'feedback: true' to each link that leads back, so that readers see where loops close"
    )
    return evolve(of_link(index, link, message, help_), severity=Severity.ADVICE)


def _closing(context: RuleContext, path: tuple[str, ...]) -> tuple[int, Link, tuple[str, ...]]:
    """Return the last link of a circle in the file, and the path round that ends with it.

    People tell a story forwards, so it is most often the one that leads back.
    """
    pairs = list(zip(path, (*path[1:], path[0]), strict=True))
    index = max(context.last_index[pair] for pair in pairs)
    link = context.theory.links[index]
    start = path.index(link.to)
    return index, link, (*path[start:], *path[:start], link.to)
