"""TOC210 link-leap."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon


class LinkLeap(Rule):
    """The work leads to the long term step by step.

    ## What it checks
    Whether a link runs from an intervention, output or input straight to an outcome with the
    horizon `long` or `impact`.

    ## Why it matters
    Much has to happen between a session and a changed life. The steps between are the place to
    check a theory early, and the place where it usually breaks.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      thriving: {title: Children thrive, horizon: impact}
    links: [club -> thriving]
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      learning: {title: Children learn more, horizon: medium}
      thriving: {title: Children thrive, horizon: impact}
    links: [club -> fed -> learning -> thriving]
    ```

    ## Source
    Center for Theory of Change, *What is Theory of Change* (backwards mapping of preconditions);
    Impact Mojo, theory of change pitfalls (impactmojo.in).
    """

    code = "TOC210"
    name = "link-leap"
    severity = Severity.WARNING
    several = "{count} links leap from the work to the long term"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        outcomes = context.theory.outcomes
        for index, link in context.links:
            if link.from_ in context.done_or_used and link.to in outcomes:
                horizon = outcomes[link.to].horizon
                if horizon in (Horizon.LONG, Horizon.IMPACT):
                    far = "an impact" if horizon is Horizon.IMPACT else "a long-term outcome"
                    message = f"leaps from the work straight to {far}"
                    help_ = "ask what changes first, and put those outcomes between"
                    yield of_link(index, link, message, help_)
