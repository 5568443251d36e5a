"""TOC446 consent-ended."""

from collections.abc import Iterator

from tocmodel.analysis.publication.consent import has_ended
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Pointer, Problem, Severity
from tocmodel.model import Consent, Entry


class ConsentEnded(Rule):
    """Consent to the use of someone's words still holds.

    ## What it checks
    Whether a consent ended before the newest figures, evidence or review in the file. Only dates
    in the file are compared; the day on which it is checked does not matter.

    ## Why it matters
    Someone who agreed for two years did not agree for ever. `--public` leaves their words out, but
    a report made without it would still have them.

    ## Example
    ```yaml
    reviews:
      third: {title: After the third year, date: 2026-07-09, decided: nothing changes}
    stories:
      gate:
        title: At the gate
        consent: {given: 2023-05, how: in writing, for: [board, web], until: 2025-05}
    ```

    ## Use instead
    ```yaml
    reviews:
      third: {title: After the third year, date: 2026-07-09, decided: nothing changes}
    stories:
      gate:
        title: At the gate
        consent: {given: 2026-05, how: in writing, for: [board, web], until: 2028-05}
    ```

    ## Source
    British Educational Research Association (2018), Ethical Guidelines for Educational Research,
    fourth edition, on consent; Information Commissioner's Office, Consent (ico.org.uk): review
    consents, and refresh them.
    """

    code = "TOC446"
    name = "consent-ended"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        dates = [found for found in (context.newest_period, context.last_reviewed) if found]
        newest = max(dates, key=lambda found: found.days.start, default=None)
        if newest is None:
            return
        for owner, consent, at in _consents(context):
            if has_ended(consent, newest.days.start):
                yield at_place(
                    owner,
                    (*at, "until"),
                    f"has consent until {consent.until}, but the file has dates up to "
                    f"{newest.text}",
                    "ask again and write down the new consent, or remove the words",
                )


def _consents(context: RuleContext) -> Iterator[tuple[Entry, Consent, Pointer]]:
    for outcome in context.theory.outcomes.values():
        for number, quote in enumerate(outcome.quotes):
            if quote.consent:
                at = ("outcomes", outcome.id, "quotes", number, "consent")
                yield outcome, quote.consent, at
    for piece in context.pieces:
        if piece.evidence.consent:
            yield piece.evidence, piece.evidence.consent, (*piece.pointer, "consent")
    for story in context.theory.stories.values():
        if story.consent:
            yield story, story.consent, ("stories", story.id, "consent")
