"""TOC443 quotation-no-consent."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class QuotationNoConsent(Rule):
    """A quotation has been published, or the person consented.

    ## What it checks
    Whether each of the `quotes` of an outcome has a `source`, or `consent`.

    ## Why it matters
    People's words belong to them. What they said in confidence can be recognised, even without
    a name. Until consent is recorded, pictures leave the quotation out.

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
                        "add its 'consent', or the 'source' that published it",
                    )
