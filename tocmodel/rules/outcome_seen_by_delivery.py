"""TOC338 outcome-seen-by-delivery."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import IndicatorKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry

_DELIVERED = frozenset({IndicatorKind.REACH, IndicatorKind.OUTPUT})


class OutcomeSeenByDelivery(Rule):
    """An outcome is seen by a change, and not only by what was delivered.

    ## What it checks
    Whether an outcome that has indicators has one that is not of the kind reach or output.

    ## Why it matters
    How many came, and how many sessions there were, shows that the work was done. The outcome can
    fail all the same, and the figures would look just as good.

    ## Example
    ```yaml
    outcomes:
      calm: {title: Children are calmer in class, horizon: short}
      read: {title: Children read more, horizon: short}
    indicators:
      came: {title: Children who came to the sessions, measures: calm, kind: reach}
      books: {title: Books read at home, measures: read, kind: outcome}
    ```

    ## Use instead
    ```yaml
    outcomes:
      calm: {title: Children are calmer in class, horizon: short}
      read: {title: Children read more, horizon: short}
    indicators:
      came: {title: Children who came to the sessions, measures: calm, kind: reach}
      sent-out: {title: Children sent out of lessons, measures: calm, kind: outcome, better: lower}
      books: {title: Books read at home, measures: read, kind: outcome}
    ```

    ## Source
    Impact Mojo, theory of change pitfalls (activities passed off as outcomes); New Economics
    Foundation (2015), report on fairness commissions, appendix on outputs and outcomes.
    """

    code = "TOC338"
    name = "outcome-seen-by-delivery"
    severity = Severity.ADVICE
    follows_from = ("output-only",)
    several = "{count} outcomes are seen only by what was delivered"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add an indicator of the change itself, of the kind outcome"
        for outcome in subject.outcomes:
            kinds = {item.kind for item in subject.indicators_of.get(outcome.id, ())}
            if kinds and kinds <= _DELIVERED:
                yield of_entry(outcome, "is seen only by what was delivered", help_)
