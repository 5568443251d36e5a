"""TOC101 no-goal."""

from collections.abc import Iterator

from tocmodel.analysis.goals import is_wanted
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Cycle, TheoryKind

_ENDS = (Cycle.REALIZED, Cycle.TRANSFORMATIVE, Cycle.REFRAMING)


class NoGoal(Rule):
    """A theory names the change that it works towards in the end.

    ## What it checks
    Whether some wanted outcome has the horizon `long` or `impact`. These count too: a last outcome
    without a horizon that others lead to, any wanted outcome of a results framework or of a list of
    themes, and value in the cycle `realised`, `transformative` or `reframing`.

    ## Why it matters
    A theory of change is built backwards: it starts at the goal and asks what must be there
    before it. Without a goal there is nothing to ask, and short-term relief crowds out lasting
    change.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      thriving: {title: Children thrive, horizon: impact}
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (impact, long-term outcome); Breuer and
    others (2016), *Implementation Science* 11:63, Table 5. On short-term relief: University of
    Manchester (2021), *New-generation Children's Zones*, REF impact case study.
    """

    code = "TOC101"
    name = "no-goal"
    severity = Severity.WARNING
    kinds = (TheoryKind.THEORY, TheoryKind.RESULTS_FRAMEWORK, TheoryKind.VALUE_CREATION)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        if context.goals or any(value.cycle in _ENDS for value in theory.value_creation.values()):
            return
        if context.outcomes:
            if not _has_plain_end(context):
                message = (
                    "no outcome is long-term or an impact, so it is not clear what the goal is"
                )
                help_ = "set 'horizon: impact' on what should be different in the end"
                yield of_theory(message, help_, "outcomes")
        elif theory.value_creation:
            message = (
                "no value is realised or transformative, so it is not clear what difference it made"
            )
            help_ = "ask what got better because of it, and add that with 'cycle: realised'"
            yield of_theory(message, help_, "value_creation")
        else:
            message = "the theory names no outcome, so it is not clear what should change"
            yield of_theory(message, "begin with what should be different in the end, and for whom")


def _has_plain_end(context: RuleContext) -> bool:
    """Whether some wanted outcome is an end, although it has no horizon."""
    wanted = [item for item in context.outcomes if is_wanted(item)]
    if context.kind is TheoryKind.RESULTS_FRAMEWORK or not context.expects_links:
        return bool(wanted)
    after = context.forward.successors
    outcomes = context.theory.outcomes
    return any(
        item.horizon is None
        and item.id in context.caused
        and not any(id_ in outcomes for id_ in after[item.id])
        for item in wanted
    )
