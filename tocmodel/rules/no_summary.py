"""TOC519 no-summary."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class NoSummary(Rule):
    """A theory tells its story in a few sentences.

    ## What it checks
    Whether the theory has a `summary`.

    ## Why it matters
    A diagram is read by those who made it. The story in a few sentences is what others read,
    repeat and argue with.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        if not subject.theory.summary:
            yield of_theory(
                "the theory has no summary", "tell it in two or three sentences, as to a neighbour"
            )
