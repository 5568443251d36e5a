"""TOC513 plain-missing."""

from collections.abc import Iterator

from tocmodel.analysis.view_filter import STAGES
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Labels


class PlainMissing(Rule):
    """A view in plain language has plain sentences to show.

    ## What it checks
    Where a view has `labels: plain`, whether each element that it may show has `plain`.

    ## Why it matters
    A picture for residents that falls back on professional language leaves out the people it
    was drawn for.

    ## Example
    ```yaml
    interventions:
      club: {title: Universal breakfast provision}
    views:
      easy: {title: For families, labels: plain}
    ```

    ## Use instead
    ```yaml
    interventions:
      club:
        title: Universal breakfast provision
        plain: Any child can have breakfast at school.
    views:
      easy: {title: For families, labels: plain}
    ```

    ## Source
    Knowledge Exchange blog (2021) on an inclusive vocabulary. Easy read: general good practice.
    """

    code = "TOC513"
    name = "plain-missing"
    severity = Severity.ADVICE
    several = "{count} elements have no plain sentence, although a view asks for one"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        views = [view for view in theory.views.values() if view.labels is Labels.PLAIN]
        for section in STAGES:
            asking = [view.id for view in views if not view.show or section in view.show]
            for element in getattr(theory, section).values() if asking else ():
                if not element.plain:
                    message = f"has no plain sentence, although the view {asking[0]} asks for one"
                    yield of_entry(
                        element, message, "add 'plain': how would you say it to a child of ten?"
                    )
