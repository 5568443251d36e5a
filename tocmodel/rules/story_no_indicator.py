"""TOC704 story-no-indicator."""

from collections.abc import Iterator

from tocmodel.analysis.value.index import first_steps, indicators_by_cycle
from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class StoryNoIndicator(Rule):
    """Where stories tell of value, an indicator shows it as well.

    ## What it checks
    Whether a cycle that a story passes through in fact has effect data: an indicator that
    measures value of that cycle, is classified by it, or is cited in a step of it.

    ## Why it matters
    A story says how one thing led to the next, but not whether it was seen more than once. The
    strength lies in the two together; value creation is often misread as stories only.

    ## Example
    ```yaml
    value_creation:
      tried: {title: Staff greet families at the gate, cycle: applied, status: happened}
    stories:
      gate: {title: At the gate, steps: [{cycle: applied, value: tried, status: happened}]}
    ```

    ## Use instead
    ```yaml
    value_creation:
      tried: {title: Staff greet families at the gate, cycle: applied, status: happened}
    stories:
      gate: {title: At the gate, steps: [{cycle: applied, value: tried, status: happened}]}
    indicators:
      gates: {title: Mornings with staff at the gate, measures: tried, unit: mornings}
    ```

    ## Source
    E. and B. Wenger-Trayner, Strategic evaluation of network activities (wenger-trayner.com), on
    stories together with indicators; E. Wenger, B. Trayner and M. de Laat, Promoting and
    assessing value creation in communities and networks: a conceptual framework (Rapport 18, Open
    Universiteit, 2011).
    """

    code = "TOC704"
    name = "story-no-indicator"
    severity = Severity.ADVICE

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add an indicator that measures this value, or say in notes why none can"
        counted = indicators_by_cycle(subject.theory)
        for cycle, (story, number) in first_steps(subject.theory).items():
            if cycle not in counted:
                message = f"tells of {cycle.word} value, and no indicator shows value of that cycle"
                yield of_entry(story, message, help_, "steps", number)
