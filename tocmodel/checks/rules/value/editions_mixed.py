"""TOC722 editions-mixed."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Cycle, TheoryOfChange
from tocmodel.model.editions import EDITIONS, cycles_in_use


class EditionsMixed(Rule):
    """A theory keeps to the cycles of one edition of value creation.

    ## What it checks
    Whether value, or a step of a story, is in a cycle that the edition in use does not have. The
    entry in frameworks decides: value-creation-2011 has reframing, value-creation has
    transformative, strategic, enabling and orienting. A theory that names both uses both.

    ## Why it matters
    The two editions count differently. Reframing has no single successor, so only the partnership
    can say what its reframing value is in the later edition.

    ## Example
    ```yaml
    frameworks: [value-creation]
    value_creation:
      joy: {title: Joy counts as success, cycle: reframing, status: happened}
    ```

    ## Use instead
    ```yaml
    frameworks: [value-creation-2011]
    value_creation:
      joy: {title: Joy counts as success, cycle: reframing, status: happened}
    ```

    ## Source
    E. Wenger, B. Trayner and M. de Laat, Promoting and assessing value creation in communities
    and networks: a conceptual framework (Rapport 18, Open Universiteit, 2011); E. and B. Wenger-
    Trayner, Learning to Make a Difference (Cambridge University Press, 2020); the eight cycles as
    cited in Applied Coaching Research Journal 5 (2020).
    """

    code = "TOC722"
    name = "editions-mixed"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        named = [id_ for id_ in EDITIONS if id_ in theory.frameworks]
        if len(named) == 1:
            yield from _strangers(theory, named[0])
        elif not named and _is_mixed(theory):
            message = "the theory uses cycles of both editions of value creation, and names neither"
            help_ = (
                "name the one that you mean in 'frameworks', 'value-creation' or "
                "'value-creation-2011'; or both, if both are meant"
            )
            yield of_theory(message, help_, "value_creation")


def _is_mixed(theory: TheoryOfChange) -> bool:
    used = set(cycles_in_use(theory))
    return all(used - set(cycles) for cycles in EDITIONS.values())


def _strangers(theory: TheoryOfChange, edition: str) -> Iterator[Problem]:
    help_ = f"'frameworks' names '{edition}': choose one of its cycles, or name the other edition"
    for value in theory.value_creation.values():
        if value.cycle not in EDITIONS[edition]:
            yield of_entry(value, _message(value.cycle, edition), help_, "cycle")
    for story in theory.stories.values():
        for number, step in enumerate(story.steps):
            if step.cycle not in EDITIONS[edition]:
                message = _message(step.cycle, edition)
                yield of_entry(story, message, help_, "steps", number, "cycle")


def _message(cycle: Cycle, edition: str) -> str:
    return f"uses the cycle '{cycle}', which '{edition}' does not have"
