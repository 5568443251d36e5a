"""TOC713 loop-open."""

from collections.abc import Iterator

from tocmodel.analysis.value.loops import LearningLoop, learning_loops
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ValueStatus


class LoopOpen(Rule):
    """The results of learning come back to those who learn.

    ## What it checks
    Whether realised, transformative or reframing value, unless it is only planned or hoped for,
    leads back by a link to its space, or to value that it came from or that was created there
    earlier. A link that is only inferred, or drafted by a program, does not count until somebody
    has agreed to it.

    ## Why it matters
    A learning loop closes when the results in practice come back to the space and change the
    learning that follows. An open loop leaves members to guess the effects of their work.

    ## Example
    ```yaml
    spaces:
      circle: {title: Reading circle}
    value_creation:
      tried: {title: Staff greet families, cycle: applied, space: circle, status: happened}
      trust: {title: Families trust the school, cycle: realized, space: circle, status: happened}
    links: [tried -> trust]
    ```

    ## Use instead
    ```yaml
    spaces:
      circle: {title: Reading circle}
    value_creation:
      tried: {title: Staff greet families, cycle: applied, space: circle, status: happened}
      trust: {title: Families trust the school, cycle: realized, space: circle, status: happened}
    links:
      - tried -> trust
      - {from: trust, to: circle, feedback: true, because: the circle hears what came of it}
    ```

    ## Source
    E. and B. Wenger-Trayner, workshop on value creation in Seattle (wenger-trayner.com), on
    feeding what happened in practice back to the space; E. and B. Wenger-Trayner, Learning to
    Make a Difference (Cambridge University Press, 2020).
    """

    code = "TOC713"
    name = "loop-open"
    severity = Severity.ADVICE
    several = "{count} values that went beyond the space are not brought back to those who learn"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for loop in learning_loops(context.theory):
            if not loop.is_closed and loop.status not in (ValueStatus.PLANNED, ValueStatus.HOPED):
                value = context.theory.value_creation[loop.value]
                yield of_entry(value, *_words(loop))


def _words(loop: LearningLoop) -> tuple[str, str]:
    """Report that a loop is open, and give the remedy."""
    if loop.way_read:
        way = " -> ".join(loop.way_read)
        return (
            "is brought back to those who learn only by inferred or drafted links",
            f"ask them whether they hear of it ({way}) and add 'agreed' to the links where they do",
        )
    return (
        "is not brought back to those who learn together",
        "how do those who learn hear of it? Add a link back and mark it 'feedback: true'",
    )
