"""TOC434 evidence-shows-unstated."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class EvidenceShowsUnstated(Rule):
    """Evidence states what it shows.

    ## What it checks
    Whether each piece of evidence that supports something, or is about something, states what it
    `shows`: an aim, the situation, delivery, a change, no change, a mixed picture or a cause.
    Redacted evidence is left out. There is one finding for a theory, however many pieces it has.

    ## Why it matters
    A plan that states an aim, a register of who came and a survey of what changed are three
    different things. Drawn alike, the aim reads like a result. Until evidence states what it shows,
    pictures do not count it as evidence of change.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      plan: {title: The school's plan, kind: plan, supports: [fed]}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      plan: {title: The school's plan, kind: plan, shows: aim, supports: [fed]}
    ```

    ## Source
    Nesta, *Standards of Evidence*, whose first level is an account of what is intended, its second
    a change that was seen, and its third that the programme was its cause. The seven words are
    ours.
    """

    code = "TOC434"
    name = "evidence-shows-unstated"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        asked = [piece for piece in context.pieces if piece.supports or piece.about]
        silent = [
            piece for piece in asked if piece.evidence.shows is None and not piece.evidence.redacted
        ]
        if not silent:
            return
        help_ = (
            "add 'shows' to each: change or cause where there is a result, else delivery, "
            "situation, aim, no-change or mixed"
        )
        first = silent[0]
        message = "does not state what it shows"
        if len(silent) > 1:
            rest = len(silent) - 1
            noun = "piece" if rest == 1 else "pieces"
            message = f"and {rest} other {noun} of evidence do not state what they show"
        yield at_place(first.evidence, first.pointer, message, help_)
