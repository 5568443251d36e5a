"""TOC707 indicator-no-story."""

from collections.abc import Iterator

from tocmodel.analysis.value.index import indicators_by_cycle
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class IndicatorNoStory(Rule):
    """If an indicator shows value, a story tells how it came about.

    ## What it checks
    Whether a cycle with an indicator for its value has contribution data: a story with a step in
    that cycle.

    ## Why it matters
    Many things move a number. Only an account that runs through idea, use and effect makes it
    believable that learning together was among them.

    ## Example
    ```yaml
    value_creation:
      trust: {title: Families trust the school, cycle: realized, status: happened}
    indicators:
      at-ease: {title: Families at ease at school, measures: trust, unit: percent}
    ```

    ## Use instead
    ```yaml
    value_creation:
      trust: {title: Families trust the school, cycle: realized, status: happened}
    indicators:
      at-ease: {title: Families at ease at school, measures: trust, unit: percent}
    stories:
      gate: {title: At the gate, steps: [{cycle: realized, value: trust, status: happened}]}
    ```

    ## Source
    E. and B. Wenger-Trayner, Strategic evaluation of network activities (wenger-trayner.com), on
    stories together with indicators; E. Wenger, B. Trayner and M. de Laat, Promoting and
    assessing value creation in communities and networks: a conceptual framework (Rapport 18, Open
    Universiteit, 2011).
    """

    code = "TOC707"
    name = "indicator-no-story"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "ask someone who took part to tell it: tocmodel new my.story.txt --template story"
        told_cycles = {
            step.cycle for story in context.theory.stories.values() for step in story.steps
        }
        for cycle, ids in indicators_by_cycle(context.theory).items():
            if cycle not in told_cycles:
                indicator = context.theory.indicators[ids[0]]
                message = f"is for {cycle.word} value, and no story passes through that cycle"
                yield of_entry(indicator, message, help_)
