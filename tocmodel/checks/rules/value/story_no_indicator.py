"""TOC704 story-no-indicator."""

from collections.abc import Iterator

from tocmodel.analysis.value.index import first_steps, indicators_by_cycle
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class StoryNoIndicator(Rule):
    """If stories describe value, an indicator shows it too.

    ## What it checks
    Whether a cycle with a step that happened in a story has effect data: an indicator that
    measures value of that cycle, is classified by it, or is cited in a step of it.

    ## Why it matters
    A story tells how one thing led to the next, but not whether it happened more than once. The two
    are strong together, although value creation is often taken to be about stories only.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add an indicator that measures this value, or explain in notes why none can"
        counted = indicators_by_cycle(context.theory)
        for cycle, (story, number) in first_steps(context.theory).items():
            if cycle not in counted:
                message = (
                    f"describes {cycle.word} value, and no indicator shows value of that cycle"
                )
                yield of_entry(story, message, help_, "steps", number)
