"""TOC210 link-leap."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_link


class LinkLeap(Rule):
    """What is done leads to the long term step by step.

    ## What it checks
    Whether a link runs from an intervention, output or input straight to an outcome with the
    horizon `long` or `impact`.

    ## Why it matters
    Much has to happen between a session and a changed life. The steps between are where a theory
    can be checked early, and where it usually breaks.

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
    several = "{count} links leap from what is done to the long term"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        outcomes = subject.theory.outcomes
        for index, link in subject.links:
            if link.from_ in subject.done and link.to in outcomes:
                horizon = outcomes[link.to].horizon
                if horizon in (Horizon.LONG, Horizon.IMPACT):
                    far = "an impact" if horizon is Horizon.IMPACT else "a long-term outcome"
                    message = f"leaps from what is done straight to {far}"
                    help_ = "ask what changes first, and put those outcomes between"
                    yield of_link(index, link, message, help_)
