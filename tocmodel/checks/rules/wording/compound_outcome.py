"""TOC507 compound-outcome."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_CHANGE = frozenset(
    (
        "are",
        "become",
        "becomes",
        "decline",
        "declines",
        "decrease",
        "decreases",
        "do",
        "does",
        "fall",
        "falls",
        "feel",
        "feels",
        "gain",
        "gains",
        "get",
        "gets",
        "grow",
        "grows",
        "has",
        "have",
        "improve",
        "improves",
        "increase",
        "increases",
        "is",
        "know",
        "knows",
        "learn",
        "learns",
        "reduce",
        "reduces",
        "rise",
        "rises",
        "stay",
        "stays",
        "thrive",
        "thrives",
        "trust",
        "trusts",
        "use",
        "uses",
    )
)


class CompoundOutcome(Rule):
    """An outcome is one change.

    ## What it checks
    Whether the title of an outcome joins two changes by "and", "as well as" or a semicolon, with
    a word of change (improves, falls, feels, gets ...) on both sides.

    ## Why it matters
    When one half comes about and the other does not, nobody can say whether the outcome was
    reached, and each half has causes of its own.

    ## Example
    ```yaml
    outcomes:
      both: {title: Attendance rises and parents feel less stress}
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Attendance rises}
      calm: {title: Parents feel less stress}
    links: [calm -> attend]
    ```

    ## Source
    TSIP (2019), mistakes in theories of change (badly worded outcomes). The words looked for are
    ours.
    """

    code = "TOC507"
    name = "compound-outcome"
    severity = Severity.ADVICE
    several = "{count} outcomes describe two changes at once"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "split it into two outcomes, and link them if one leads to the other"
        for outcome in context.outcomes:
            text = outcome.title.casefold().replace(";", " and ").replace(" as well as ", " and ")
            first, *others = (
                bool(_CHANGE.intersection(part.split())) for part in text.split(" and ")
            )
            if first and any(others):
                yield of_entry(outcome, "describes two changes at once", help_, "title")
