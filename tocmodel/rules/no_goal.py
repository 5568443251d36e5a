"""TOC101 no-goal."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoGoal(Rule):
    """A theory names the long-term change that it works towards.

    ## What it checks
    Whether at least one wanted outcome has the horizon `long` or `impact`.

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
    severity = Severity.ERROR

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if subject.goals:
            return
        if subject.outcomes:
            message = (
                "no outcome is long-term or an impact, so the theory has no goal to work back from"
            )
            yield of_theory(
                message, "set 'horizon: impact' on what should be different in the end", "outcomes"
            )
        else:
            message = "the theory names no outcome, so it does not say what should change"
            yield of_theory(message, "begin with what should be different in the end, and for whom")
