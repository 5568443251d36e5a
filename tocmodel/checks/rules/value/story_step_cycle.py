"""TOC716 story-step-cycle."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class StoryStepCycle(Rule):
    """A step of a story is in the cycle of its value.

    ## What it checks
    Whether each step that names a value has the same cycle as that value.

    ## Why it matters
    If the two differ, the matrix puts the step into one cycle and the value into another. The
    thread then runs past its own value, and the data of two cycles are mixed.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        values = context.theory.value_creation
        for story in context.theory.stories.values():
            for number, step in enumerate(story.steps):
                if step.value in values and values[step.value].cycle is not step.cycle:
                    value = values[step.value]
                    message = f"puts value {value.id} into the {step.cycle.word} cycle"
                    yield of_entry(
                        story,
                        f"{message}, and the value itself is {value.cycle.word}",
                        "give both the same cycle, or name the value that the step is about",
                        "steps",
                        number,
                        "cycle",
                    )
