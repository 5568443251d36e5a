"""TOC719 story-step-no-evidence."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ValueStatus


class StoryStepNoEvidence(Rule):
    """A step that happened names something that shows it.

    ## What it checks
    Whether each step of a story with the status happened names an indicator or a piece of
    evidence.

    ## Why it matters
    A story is one voice. Its claims need following up: with a figure, a document, or the words
    of someone else who saw it.

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
    several = "nothing shows that {count} steps of stories happened"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "name the 'indicator' or the 'evidence' that shows it; who could you ask?"
        for story in context.theory.stories.values():
            for number, step in enumerate(story.steps):
                happened = step.status is ValueStatus.HAPPENED
                if happened and not step.evidence and not step.indicator:
                    message = f"has nothing to show that its {step.cycle.word} step happened"
                    yield of_entry(story, message, help_, "steps", number)
