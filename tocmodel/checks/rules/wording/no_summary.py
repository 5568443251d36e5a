"""TOC519 no-summary."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class NoSummary(Rule):
    """A theory tells its story in a few sentences.

    ## What it checks
    Whether the theory has a `summary`.

    ## Why it matters
    The people who made a diagram can read it. Everyone else can read a story of a few sentences,
    repeat it and argue with it.

    ## Example
    ```yaml
    title: Breakfast
    ```

    ## Use instead
    ```yaml
    title: Breakfast
    summary: Children who have had breakfast learn better, so each school opens early.
    ```

    ## Source
    Center for Theory of Change, *What is Theory of Change* (narrative, the sixth stage of
    building one).
    """

    code = "TOC519"
    name = "no-summary"
    severity = Severity.ADVICE
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        if not context.theory.summary:
            yield of_theory(
                "the theory has no summary",
                "tell the story in two or three sentences, as you would to a neighbour",
            )
