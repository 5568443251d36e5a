"""TOC701 value-chain-break."""

from collections.abc import Iterator

from tocmodel.analysis.value.breaks import leaps
from tocmodel.analysis.value.index import LOOKED_FOR
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class ValueChainBreak(Rule):
    """A claim that value made a difference shows how people used it.

    ## What it checks
    Whether realised value that happened comes from applied value: the check reports it if all its
    causes are immediate or potential value, or if a story goes from such value to it without an
    applied step in between. Planned and hoped-for value is left out.

    ## Why it matters
    A good meeting is one thing and better results are another. The actions of people in between
    make it believable that one led to the other. Members need not go through the cycles in
    order or reach them all; but an account of a difference is more plausible with this step.

    ## Example
    ```yaml
    value_creation:
      idea: {title: A new way to greet families, cycle: potential, status: happened}
      trust: {title: Families trust the school, cycle: realized, status: happened}
    links: [idea -> trust]
    ```

    ## Use instead
    ```yaml
    value_creation:
      idea: {title: A new way to greet families, cycle: potential, status: happened}
      tried: {title: Staff greet families at the gate, cycle: applied, status: happened}
      trust: {title: Families trust the school, cycle: realized, status: happened}
    links: [idea -> tried -> trust]
    ```

    ## Source
    E. Wenger, B. Trayner and M. de Laat, Promoting and assessing value creation in communities
    and networks: a conceptual framework (Rapport 18, Open Universiteit, 2011), section 6, on why
    an account has to run through idea, use and effect.
    """

    code = "TOC701"
    name = "value-chain-break"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "say what people did with it: add the applied value, or the applied step, between"
        values = context.theory.value_creation
        for value in values.values():
            if value.status in LOOKED_FOR:
                continue
            for leap in leaps(context.theory, value.id):
                if leap.after in values:
                    message = (
                        f"comes straight from {values[leap.after].cycle.word} value ({leap.after})"
                    )
                    yield of_entry(value, f"{message}, with no applied value between", help_)
                else:
                    story = context.theory.stories[leap.after]
                    message = f"goes to {value.cycle.word} value ({value.id})"
                    yield of_entry(story, f"{message} with no applied step before it", help_)
