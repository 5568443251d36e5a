"""TOC716 story-step-cycle."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class StoryStepCycle(Rule):
    """A step of a story is in the cycle of the value that it tells of.

    ## What it checks
    Whether each step that names a value has the same cycle as that value.

    ## Why it matters
    The matrix puts a step into its own cycle and the value into another: the thread then runs
    past the value it tells of, and the data of two cycles are mixed.

    ## Example
    ```yaml
    value_creation:
      tried: {title: Staff greet families at the gate, cycle: applied, status: happened}
    stories:
      gate: {title: At the gate, steps: [{cycle: potential, value: tried, status: happened}]}
    ```

    ## Use instead
    ```yaml
    value_creation:
      tried: {title: Staff greet families at the gate, cycle: applied, status: happened}
    stories:
      gate: {title: At the gate, steps: [{cycle: applied, value: tried, status: happened}]}
    ```

    ## Source
    E. Wenger, B. Trayner and M. de Laat, Promoting and assessing value creation in communities
    and networks: a conceptual framework (Rapport 18, Open Universiteit, 2011), on stories as
    threads through the cells of the value-creation matrix.
    """

    code = "TOC716"
    name = "story-step-cycle"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        values = subject.theory.value_creation
        for story in subject.theory.stories.values():
            for number, step in enumerate(story.steps):
                if step.value in values and values[step.value].cycle is not step.cycle:
                    value = values[step.value]
                    message = f"puts value {value.id} into the {step.cycle.word} cycle"
                    yield of_entry(
                        story,
                        f"{message}, and the value itself is {value.cycle.word}",
                        "give both the same cycle, or name the value that the step tells of",
                        "steps",
                        number,
                        "cycle",
                    )
