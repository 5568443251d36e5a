"""TOC728 value-for-nobody."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Cycle
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ValueForNobody(Rule):
    """Realised value says for whom it made a difference.

    ## What it checks
    Whether each realised value names the partners it is value for.

    ## Why it matters
    Value is realised when it matters to someone, by what matters to them. A difference for nobody
    in particular cannot be asked about.

    ## Example
    ```yaml
    value_creation:
      trust: {title: Families trust the school, cycle: realized, status: happened}
    ```

    ## Use instead
    ```yaml
    partners:
      families: {title: Families of the school}
    value_creation:
      trust: {title: Families trust the school, cycle: realized, for: [families], status: happened}
    ```

    ## Source
    E. Wenger, B. Trayner and M. de Laat, Promoting and assessing value creation in communities
    and networks: a conceptual framework (Rapport 18, Open Universiteit, 2011), on realised value:
    change that matters to stakeholders.
    """

    code = "TOC728"
    name = "value-for-nobody"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for value in subject.theory.value_creation.values():
            if value.cycle is Cycle.REALIZED and not value.for_:
                help_ = "add 'for': the partners to whom it matters"
                yield of_entry(value, "does not say for whom it made a difference", help_)
