"""TOC101 no-goal."""

from collections.abc import Iterator

from tocmodel.analysis.goals import is_wanted
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Cycle, TheoryKind
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory

_ENDS = (Cycle.REALIZED, Cycle.TRANSFORMATIVE, Cycle.REFRAMING)


class NoGoal(Rule):
    """A theory names the change that it works towards in the end.

    ## What it checks
    Whether some wanted outcome has the horizon `long` or `impact`. A last outcome that gives no
    horizon, to which others lead, is an end as well; so is any wanted outcome of a results
    framework or of a list of themes, and value whose cycle is `realised`, `transformative` or
    `reframing`.

    ## Why it matters
    A theory of change is built backwards: it starts at the goal and asks what must be there
    before it. Without a goal nothing can be asked, and short-term relief crowds out lasting
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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        theory = subject.theory
        if subject.goals or any(value.cycle in _ENDS for value in theory.value_creation.values()):
            return
        if subject.outcomes:
            if not _has_plain_end(subject):
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
            message = "the theory names no outcome, so it does not say what should change"
            yield of_theory(message, "begin with what should be different in the end, and for whom")


def _has_plain_end(subject: Subject) -> bool:
    """Whether some wanted outcome is an end although no horizon says so."""
    wanted = [item for item in subject.outcomes if is_wanted(item)]
    if subject.kind is TheoryKind.RESULTS_FRAMEWORK or not subject.expects_links:
        return bool(wanted)
    before, after = subject.forward.predecessors, subject.forward.successors
    outcomes = subject.theory.outcomes
    return any(
        item.horizon is None
        and before[item.id]
        and not any(id_ in outcomes for id_ in after[item.id])
        for item in wanted
    )
