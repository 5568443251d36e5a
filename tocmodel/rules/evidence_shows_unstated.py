"""TOC434 evidence-shows-unstated."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import at_place


class EvidenceShowsUnstated(Rule):
    """Evidence says what it shows.

    ## What it checks
    Whether each piece of evidence that supports something, or is about something, says what it
    `shows`: an aim, the situation, delivery, a change, no change, a mixed picture or a cause. What
    is redacted is left out. There is one finding for a theory, however many pieces it has.

    ## Why it matters
    A plan that states an aim, a register of who came and a survey of what changed are three
    different things. Drawn alike, the aim reads like a result. Until evidence says what it shows,
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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        asked = [piece for piece in subject.pieces if piece.supports or piece.about]
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
        message = "does not say what it shows"
        if len(silent) > 1:
            rest = len(silent) - 1
            noun = "piece" if rest == 1 else "pieces"
            message = f"and {rest} other {noun} of evidence do not say what they show"
        yield at_place(first.evidence, first.pointer, message, help_)
