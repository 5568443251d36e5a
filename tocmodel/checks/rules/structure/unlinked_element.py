"""TOC110 unlinked-element."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_HELP_BY_SECTION = {
    "conditions": "link it to what it causes, or name it under 'addresses' of an intervention",
    "factors": "link it to what it raises or lowers, or to what raises or lowers it",
    "assets": "name it under 'uses' of the intervention that draws on it",
    "inputs": "name it under 'uses' of the intervention that draws on it",
    "outputs": "link it between the intervention and the outcome it is for",
    "mechanisms": "name it under 'via' of the link that it explains",
    "assumptions": "name it under 'assumes' of the link that relies on it",
    "risks": "name the elements it affects under 'threatens'",
}


class UnlinkedElement(Rule):
    """Every element has a part in the theory's story.

    ## What it checks
    Whether each condition, factor, asset, input, output, mechanism, assumption and risk is linked,
    used, acted on, or relied on, or threatens something. Interventions and outcomes have checks of
    their own.

    ## Why it matters
    A box without an arrow leaves the reader to guess what it is for. Either it matters, and the
    theory should say how, or it can go.

    ## Example
    ```yaml
    assets:
      hall: {title: A village hall}
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Use instead
    ```yaml
    assets:
      hall: {title: A village hall}
    interventions:
      club: {title: Breakfast club, uses: [hall]}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    links: [club -> fed]
    ```

    ## Source
    Center for Theory of Change, *What is Theory of Change* (every part belongs to the pathway of
    outcomes); Davies (2018), CEDIL paper 15 (missing connections). The list of ways to have
    a part is ours.
    """

    code = "TOC110"
    name = "unlinked-element"
    severity = Severity.WARNING
    follows_from = ("no-links",)
    several = "{count} elements have no part in the theory's story"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for section, help_ in _HELP_BY_SECTION.items():
            for element in getattr(context.theory, section).values():
                if element.id not in context.in_story:
                    yield of_entry(element, "has no part in the theory's story", help_)
