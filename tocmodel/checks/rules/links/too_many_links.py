"""TOC231 too-many-links."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_FEWEST = 6
_EACH = 4


class TooManyLinks(Rule):
    """Not everything leads to everything.

    ## What it checks
    In a theory with six or more linked elements: whether there are more than four links for each
    element, or more than half of the links that would join every element with every other.

    ## Why it matters
    Everything is connected, but a theory that shows all of it explains nothing: nobody can read
    it, and no finding could contradict it. Keep the links that the goal depends on.

    ## Example
    ```yaml
    outcomes:
      a: {title: A}
      b: {title: B}
      c: {title: C}
      d: {title: D}
      e: {title: E}
      f: {title: F}
    links: [a -> b -> c -> d -> e -> f, a -> c, a -> d, a -> e, b -> d, b -> e]
    ```

    ## Use instead
    ```yaml
    outcomes:
      a: {title: A}
      b: {title: B}
      c: {title: C}
      d: {title: D}
      e: {title: E}
      f: {title: F}
    links: [a -> b -> c -> d -> e -> f]
    ```

    ## Source
    Impact Mojo, theory of change pitfalls (everything linked to everything); Davies (2018), CEDIL
    paper 15 (too many connections). The limits are ours.
    """

    code = "TOC231"
    name = "too-many-links"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        graph = context.forward
        elements = sum(1 for id_ in graph.nodes if graph.successors[id_] or graph.predecessors[id_])
        links = len(graph.edges)
        if elements >= _FEWEST and (
            4 * links > elements * (elements - 1) or links > _EACH * elements
        ):
            message = (
                f"{links} links between {elements} elements: almost everything leads to everything"
            )
            help_ = "keep the links that the goal depends on"
            yield of_theory(message, help_, "links")
