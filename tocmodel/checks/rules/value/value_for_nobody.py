"""TOC728 value-for-nobody."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Cycle


class ValueForNobody(Rule):
    """Realised value names the people it made a difference for.

    ## What it checks
    Whether each realised value names the partners who benefit from it.

    ## Why it matters
    Value is realised when it makes a difference that matters to someone. If it is for nobody in
    particular, there is nobody to ask.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for value in context.theory.value_creation.values():
            if value.cycle is Cycle.REALIZED and not value.for_:
                help_ = "add 'for': the partners it matters to"
                yield of_entry(value, "does not name who it made a difference for", help_)
