"""TOC117 outcomes-unconnected."""

from collections.abc import Iterator

from tocmodel.analysis.reach import downstream
from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class OutcomesUnconnected(Rule):
    """Early outcomes lead to later ones.

    ## What it checks
    Whether, where outcomes have different horizons, a link leads from some outcome to another.

    ## Why it matters
    A theory of change says how the first changes become lasting ones. Where each outcome depends on
    the work alone, it is a list of hopes in columns, without the steps between them.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        outcomes = subject.theory.outcomes
        if len({item.horizon for item in outcomes.values() if item.horizon}) < 2:
            return
        for id_ in outcomes:
            if downstream(subject.causal, [id_]).keys() & outcomes.keys() - {id_}:
                return
        yield of_theory(
            "no outcome leads to another, though they have different horizons",
            "say which of the early changes the later ones build on, and link them",
            "outcomes",
        )
