"""TOC117 outcomes-unconnected."""

from collections.abc import Container, Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph import Graph
from tocmodel.graph.passing import passing_graph


class OutcomesUnconnected(Rule):
    """Early outcomes lead to later ones.

    ## What it checks
    If outcomes have different horizons, whether a link leads from one outcome to another.

    ## Why it matters
    A theory of change explains how the first changes become lasting ones. Where each outcome
    depends on the work alone, it is a list of hopes in columns, without the steps between them.

    ## Example
    ```yaml
    interventions:
      visits: {title: Home visits}
    outcomes:
      trust: {title: Families trust the nursery, horizon: short}
      ready: {title: Children start school ready, horizon: long}
    links:
      - visits -> trust
      - visits -> ready
    ```

    ## Use instead
    ```yaml
    interventions:
      visits: {title: Home visits}
    outcomes:
      trust: {title: Families trust the nursery, horizon: short}
      ready: {title: Children start school ready, horizon: long}
    links:
      - visits -> trust -> ready
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (causal pathway: outcomes in the order in
    which they are reached); Davies (2018), CEDIL paper 15 (missing connections).
    """

    code = "TOC117"
    name = "outcomes-unconnected"
    severity = Severity.WARNING
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        outcomes = context.theory.outcomes
        if len({item.horizon for item in outcomes.values() if item.horizon}) < 2:
            return
        if _any_leads_to_another(passing_graph(context.theory), outcomes):
            return
        yield of_theory(
            "no outcome leads to another, though they have different horizons",
            "ask which early changes the later ones build on, and link them",
            "outcomes",
        )


def _any_leads_to_another(graph: Graph, outcomes: Container[str]) -> bool:
    holding: set[str] = set()  # outcomes, and the wholes that they are in
    leading: set[str] = set()  # what a link leads from these to an outcome
    for ids in graph.components:  # effects come before causes
        steps = [(id_, effect) for id_ in ids for effect in graph.successors[id_]]
        here = sum(id_ in outcomes for id_ in ids)
        beyond = any(
            effect in leading or (effect in holding and (id_, effect) in graph.edges)
            for id_, effect in steps
        )
        if here > 1 or (here and beyond):
            return True
        if beyond:
            leading.update(ids)
        if here or any(effect in holding for _, effect in steps):
            holding.update(ids)
    return False
