"""TOC304 target-above-ceiling."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class TargetAboveCeiling(Rule):
    """The partnership sets no target for what it does not answer for.

    ## What it checks
    Whether an indicator with a target measures only outcomes above the ceiling of accountability.

    ## Why it matters
    Above the ceiling the partnership contributes and does not decide. A target there promises
    what others have to deliver; watching such an indicator is fine, and worth while.

    ## Example
    ```yaml
    outcomes:
      thriving: {title: Children thrive, horizon: impact}
    ceiling_of_accountability: long
    indicators:
      thriving-rate:
        title: Children who say they thrive
        measures: thriving
        unit: percent
        target: {value: 90, period: 2030}
    ```

    ## Use instead
    ```yaml
    outcomes:
      thriving: {title: Children thrive, horizon: impact}
    ceiling_of_accountability: long
    indicators:
      thriving-rate: {title: Children who say they thrive, measures: thriving, unit: percent}
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (ceiling of accountability); Forti, six
    pitfalls (changeroo.com: confusing accountability with hope).
    """

    code = "TOC304"
    name = "target-above-ceiling"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        outcomes = subject.theory.outcomes
        if subject.theory.ceiling_of_accountability is None:
            return
        help_ = "leave the target out and go on watching it, or raise the ceiling"
        for indicator in subject.indicators:
            target = indicator.target
            measured = [outcomes[id_] for id_ in indicator.measures if id_ in outcomes]
            if target is None or not target.has_number or len(measured) < len(indicator.measures):
                continue
            if measured and not any(subject.answers_for(outcome) for outcome in measured):
                message = f"sets a target for {measured[0].id}, above the ceiling of accountability"
                yield of_entry(indicator, message, help_, "target")
