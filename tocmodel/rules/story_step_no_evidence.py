"""TOC719 story-step-no-evidence."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ValueStatus
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class StoryStepNoEvidence(Rule):
    """A step that happened says what shows it.

    ## What it checks
    Whether each step of a story with the status happened names an indicator or a piece of
    evidence.

    ## Why it matters
    A story is one voice. What it says happened is followed up: with a figure, a document, or the
    words of someone else who saw it.

    ## Example
    ```yaml
    stories:
      gate:
        title: At the gate
        steps: [{cycle: applied, says: we stood at the gate each morning, status: happened}]
    ```

    ## Use instead
    ```yaml
    evidence:
      rota: {title: The rota for the gate}
    stories:
      gate:
        title: At the gate
        steps:
          - {cycle: applied, says: we stood at the gate, status: happened, evidence: [rota]}
    ```

    ## Source
    SDC Learning and Networking blog (2016), on stories that are followed up; E. Wenger, B.
    Trayner and M. de Laat, Promoting and assessing value creation in communities and networks: a
    conceptual framework (Rapport 18, Open Universiteit, 2011), on stories and indicators.
    """

    code = "TOC719"
    name = "story-step-no-evidence"
    severity = Severity.ADVICE
    several = "{count} steps of stories are said to have happened without saying what shows it"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "name the 'indicator' or the 'evidence' that shows it; whom could you ask?"
        for story in subject.theory.stories.values():
            for number, step in enumerate(story.steps):
                happened = step.status is ValueStatus.HAPPENED
                if happened and not step.evidence and not step.indicator:
                    message = (
                        f"says that its {step.cycle.word} step happened, but not what shows it"
                    )
                    yield of_entry(story, message, help_, "steps", number)
