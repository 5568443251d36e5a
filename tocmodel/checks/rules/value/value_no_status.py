"""TOC725 value-no-status."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class ValueNoStatus(Rule):
    """Value has a status: happened, planned or hoped.

    ## What it checks
    Whether each value, and each step of a story, has a status.

    ## Why it matters
    Value without a status does not count as having happened. Readers may still take it that
    way, and a hope then passes for a result.

    ## Example
    ```yaml
    value_creation:
      trust: {title: Families trust the school, cycle: realized}
    ```

    ## Use instead
    ```yaml
    value_creation:
      trust: {title: Families trust the school, cycle: realized, status: hoped}
    ```

    ## Source
    E. Wenger, B. Trayner and M. de Laat, Promoting and assessing value creation in communities
    and networks: a conceptual framework (Rapport 18, Open Universiteit, 2011), on accounts and
    aspirations.
    """

    code = "TOC725"
    name = "value-no-status"
    severity = Severity.WARNING
    several = "{count} values and steps have no status"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'status': happened, planned or hoped"
        for value in context.theory.value_creation.values():
            if value.status is None:
                message = "has no status"
                yield of_entry(value, message, help_)
        for story in context.theory.stories.values():
            for number, step in enumerate(story.steps):
                if step.status is None:
                    message = f"has no status for its {step.cycle.word} step"
                    yield of_entry(story, message, help_, "steps", number)
