"""TOC725 value-no-status."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class ValueNoStatus(Rule):
    """Value says whether it happened, is planned or is hoped for.

    ## What it checks
    Whether each value, and each step of a story, has a status.

    ## Why it matters
    What does not say is not counted as having happened. Whoever reads it may still take it so,
    and a hope then passes for a result.

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
    several = "{count} values and steps do not say whether they happened"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add 'status': happened, planned or hoped"
        for value in subject.theory.value_creation.values():
            if value.status is None:
                message = "does not say whether it happened, is planned or is hoped for"
                yield of_entry(value, message, help_)
        for story in subject.theory.stories.values():
            for number, step in enumerate(story.steps):
                if step.status is None:
                    message = f"does not say whether its {step.cycle.word} step happened"
                    yield of_entry(story, message, help_, "steps", number)
