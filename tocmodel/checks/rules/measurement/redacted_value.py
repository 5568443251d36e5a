"""TOC352 redacted-value."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class RedactedValue(Rule):
    """A redacted figure stays empty.

    ## What it checks
    Whether a figure with `redacted: true` has a number or a comment, and whether redacted
    evidence has a quote.

    ## Why it matters
    A source withholds a figure to protect somebody, often a small group of children. Whoever
    fills it in breaks that protection, or makes something up.

    ## Example
    ```yaml
    outcomes:
      safe: {title: Children are safe}
    indicators:
      harmed:
        title: Children harmed
        measures: safe
        observations: [{value: 3, redacted: true, period: 2018}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      safe: {title: Children are safe}
    indicators:
      harmed:
        title: Children harmed
        measures: safe
        observations: [{redacted: true, period: 2018}]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    source G, and University of Derby (2021), source 5.1.1 (text removed for publication).
    """

    code = "TOC352"
    name = "redacted-value"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for placed in context.figures:
            figure = placed.figure
            carries = [
                name
                for name in ("value", "from", "to", "of", "respondents", "comment")
                if getattr(figure, "from_" if name == "from" else name) not in (None, "")
            ]
            if figure.redacted and carries:
                message = f"is redacted in its source but has '{carries[0]}' here"
                help_ = "remove the value, or 'redacted' if the source gives it"
                yield at_place(placed.owner, (*placed.pointer, carries[0]), message, help_)
        for piece in context.pieces:
            if piece.evidence.redacted and piece.evidence.quote:
                message = "is redacted in its source but has a quote here"
                help_ = "remove the quote, or 'redacted' if the source gives it"
                yield at_place(piece.evidence, (*piece.pointer, "quote"), message, help_)
