"""TOC443 quotation-no-consent."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Story, ValueStatus


class QuotationNoConsent(Rule):
    """People's words have been published, or the person consented.

    ## What it checks
    Whether each of the `quotes` of an outcome, each `quote` of evidence, and each story told in
    words has a `source` or `consent`. For a story, the source of its evidence counts too.

    ## Why it matters
    People's words belong to them. What they said in confidence can be recognised, even without a
    name. Until consent is recorded, pictures leave the quotation out. With `--public`, words are
    published only if the consent names the web or the public.

    ## Example
    ```yaml
    outcomes:
      rested:
        title: Children are rested
        quotes:
          - {quote: He sleeps through the night now, said_by: a mother, name: withheld}
    ```

    ## Use instead
    ```yaml
    outcomes:
      rested:
        title: Children are rested
        quotes:
          - quote: He sleeps through the night now
            said_by: a mother
            name: withheld
            consent: {given: 2024-02-01, how: in writing, for: [board, web]}
    ```

    ## Source
    British Educational Research Association (2018), Ethical Guidelines for Educational Research,
    fourth edition, on consent, privacy and data storage.
    """

    code = "TOC443"
    name = "quotation-no-consent"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for outcome in context.theory.outcomes.values():
            for number, quotation in enumerate(outcome.quotes):
                if not quotation.may_be_shown:
                    yield at_place(
                        outcome,
                        ("outcomes", outcome.id, "quotes", number, "quote"),
                        "has a quotation with neither a source nor consent",
                        _HELP,
                    )
        for piece in context.pieces:
            evidence = piece.evidence
            if evidence.quote and not (evidence.source or evidence.consent):
                message = "has a quotation with neither a source nor consent"
                yield at_place(evidence, (*piece.pointer, "quote"), message, _HELP)
        for story in context.theory.stories.values():
            if _is_told(story) and not _has_basis(story, context):
                yield of_entry(story, "has neither a source nor the consent of its teller", _HELP)


def _is_told(story: Story) -> bool:
    """Whether a story has words about what happened; what is planned or hoped, nobody told."""
    return any(step.says and step.status in (None, ValueStatus.HAPPENED) for step in story.steps)


def _has_basis(story: Story, context: RuleContext) -> bool:
    """Whether a story has consent, or it or evidence for one of its steps names a source."""
    named = {id_ for step in story.steps for id_ in step.evidence}
    sources = (piece.evidence.source for piece in context.pieces if piece.evidence.id in named)
    return bool(story.source or story.consent or any(sources))


_HELP = "add its 'consent', or the 'source' that published it"
