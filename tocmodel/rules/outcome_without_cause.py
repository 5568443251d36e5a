"""TOC116 outcome-without-cause."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class OutcomeWithoutCause(Rule):
    """Something leads to every outcome.

    ## What it checks
    Whether each outcome has a link that ends at it. A link from a risk does not count, nor does
    one marked as feedback.

    ## Why it matters
    An outcome that nothing leads to is a hope: the theory does not say how it comes about.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
      belonging: {title: Children feel that they belong}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
      belonging: {title: Children feel that they belong}
    links: [club -> fed, club -> belonging]
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (causal pathway, precondition).
    """

    code = "TOC116"
    name = "outcome-without-cause"
    severity = Severity.WARNING
    follows_from = ("no-links", "no-interventions")
    several = "nothing leads to {count} outcomes"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "ask what must be there before it, and link that to it"
        for outcome in subject.outcomes:
            if not subject.forward.predecessors[outcome.id]:
                yield of_entry(outcome, "has nothing that leads to it", help_)
