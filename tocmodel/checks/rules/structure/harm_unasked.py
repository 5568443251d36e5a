"""TOC158 harm-unasked."""

from collections.abc import Iterator

from tocmodel.analysis.goals import is_wanted
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind


class HarmUnasked(Rule):
    """A theory asks what might go wrong for people.

    ## What it checks
    Whether any outcome is marked as `unintended`, or as unwanted (`valence: unwanted`).

    ## Why it matters
    Well-meant work can harm: a programme on aspirations may teach girls to think less of
    themselves, and targeted help may make people feel ashamed. Once you have asked, you can watch
    for it.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
      shame: {title: Children who come are teased, unintended: true, valence: unwanted}
    links: [club -> fed, club -> shame]
    ```

    ## Source
    University of Derby (2021), REF impact case study on mitigating intergenerational
    inequalities, findings 3.1 and 3.5; Bamberger's postscript to Davies (2018), CEDIL paper 15
    (negative and unintended effects).
    """

    code = "TOC158"
    name = "harm-unasked"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY,)
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        if (
            context.interventions
            and context.outcomes
            and all(is_wanted(item) for item in context.outcomes)
        ):
            message = "no unintended or unwanted outcome is named"
            yield of_theory(
                message,
                "ask who this could harm, and add it as an outcome with 'unintended: true'",
                "outcomes",
            )
