"""TOC231 too-many-links."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory

_FEWEST = 6
_EACH = 4


class TooManyLinks(Rule):
    """Not everything leads to everything.

    ## What it checks
    Whether six or more linked elements have more than half of all the links they could have one
    way, or more than four links for each element.

    ## Why it matters
    Everything does hang together, but a theory that says so says nothing: it cannot be read, and
    no finding could speak against it. Keep the links without which the goal would not be reached.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        graph = subject.forward
        elements = sum(1 for id_ in graph.nodes if graph.successors[id_] or graph.predecessors[id_])
        links = len(graph.edges)
        if elements >= _FEWEST and (
            4 * links > elements * (elements - 1) or links > _EACH * elements
        ):
            message = (
                f"{links} links between {elements} elements: almost everything leads to everything"
            )
            help_ = "keep the links without which the goal would not be reached"
            yield of_theory(message, help_, "links")
