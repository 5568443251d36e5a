"""TOC710 aspiration-as-ground."""

from collections.abc import Iterator

from tocmodel.analysis.value.index import LOOKED_FOR, indicators_by_value, steps_by_value
from tocmodel.checks.context import RuleContext, has_result
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ValueStatus


class AspirationAsGround(Rule):
    """A hope in a story does not count as having happened.

    ## What it checks
    Whether value counts as happened although every step about it only plans or hopes for it, and
    nothing else shows it. Also whether a step counts as happened although its value is only planned
    or hoped for.

    ## Why it matters
    A story may begin in fact and end in hope. Once a hope has been counted as a result, it is
    quoted as a result ever after.

    ## Example
    ```yaml
    value_creation:
      trust: {title: Families trust the school, cycle: realized, status: happened}
    stories:
      gate: {title: At the gate, steps: [{cycle: realized, value: trust, status: hoped}]}
    ```

    ## Use instead
    ```yaml
    value_creation:
      trust: {title: Families trust the school, cycle: realized, status: hoped}
    stories:
      gate: {title: At the gate, steps: [{cycle: realized, value: trust, status: hoped}]}
    ```

    ## Source
    E. Wenger, B. Trayner and M. de Laat, Promoting and assessing value creation in communities
    and networks: a conceptual framework (Rapport 18, Open Universiteit, 2011), on accounts and
    aspirations; SDC Learning and Networking blog (2016), on stories that begin in fact and end in
    intent, and are then followed up.
    """

    code = "TOC710"
    name = "aspiration-as-ground"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        help_ = "give both the same status, or add the evidence that it happened since"
        measured = indicators_by_value(theory)
        for id_, steps in steps_by_value(theory).items():
            value = theory.value_creation[id_]
            statuses = {story.steps[number].status for story, number in steps}
            if value.status in LOOKED_FOR:
                for story, number in steps:
                    if story.steps[number].status is ValueStatus.HAPPENED:
                        status_words = LOOKED_FOR[value.status]
                        message = (
                            "has a step that happened, but its value is only "
                            f"{status_words} ({id_})"
                        )
                        yield of_entry(story, message, help_, "steps", number, "status")
            elif value.status is ValueStatus.HAPPENED and statuses <= LOOKED_FOR.keys():
                seen = any(has_result(theory.indicators[item]) for item in measured.get(id_, ()))
                if not seen and not context.may_show_change(id_):
                    names = ", ".join(dict.fromkeys(story.id for story, _ in steps))
                    message = f"counts as happened, but its story ({names}) only hopes for it"
                    yield of_entry(value, message, help_, "status")
