"""TOC504 outcome-no-who."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class OutcomeNoWho(Rule):
    """An outcome says in whom the change is seen.

    ## What it checks
    Whether each outcome has `who`.

    ## Why it matters
    "Wellbeing improves" may be true of some and not of others, and most often it is true of those
    who needed it least. Who is meant decides whom to ask.

    ## Example
    ```yaml
    outcomes:
      well: {title: Well-being improves}
    ```

    ## Use instead
    ```yaml
    outcomes:
      well: {title: Well-being improves, who: children in year 6 on the estate}
    ```

    ## Source
    Innovation Network, theory of change cheat sheet (who changes is named).
    """

    code = "TOC504"
    name = "outcome-no-who"
    severity = Severity.WARNING
    several = "{count} outcomes do not say in whom the change is seen"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add 'who': which children, families, staff or services?"
        for outcome in subject.outcomes:
            if not outcome.who:
                yield of_entry(outcome, "does not say in whom the change is seen", help_)
