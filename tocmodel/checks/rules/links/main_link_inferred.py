"""TOC247 main-link-inferred."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_statement
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Standing


class MainLinkInferred(Rule):
    """An inferred link of the main story has been agreed with someone.

    ## What it checks
    Whether each link that is marked `main: true` and `origin: inferred` names the people who
    agreed to it in `agreed`.

    ## Why it matters
    A partnership tells its main story in public and plans by it. A link that one person inferred
    is a guess until those who know the work have looked at it.

    ## Example
    ```yaml
    interventions:
      visits: {title: Home visits}
    outcomes:
      ask: {title: Families ask for help early}
    links:
      - from: visits
        to: ask
        because: it is easier to ask someone you have met at home
        main: true
        origin: inferred
    ```

    ## Use instead
    ```yaml
    partners:
      families: {title: Families}
    interventions:
      visits: {title: Home visits}
    outcomes:
      ask: {title: Families ask for help early}
    links:
      - from: visits
        to: ask
        because: it is easier to ask someone you have met at home
        main: true
        origin: inferred
        agreed: {with: [families], on: 2024-03}
    ```

    ## Source
    Breuer and others (2016), *Implementation Science* 11:63, Table 5 (who took part in making the
    theory, where they disagreed, how it was validated); Davies (2012) on evaluability (owned).
    Putting the main story first is our idea.
    """

    code = "TOC247"
    name = "main-link-inferred"
    severity = Severity.ADVICE
    several = "{count} links of the main story are inferred, and nobody has agreed to them"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "ask those who know the work, and add who agreed: 'agreed: {with: ..., on: ...}'"
        for index, link in context.statements:
            if link.main and link.standing is Standing.INFERRED:
                message = "is part of the main story, is inferred, and nobody has agreed to it"
                yield of_statement(index, link, message, help_, "origin")
