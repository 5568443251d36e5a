"""TOC207 link-backwards."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext, is_later
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon, Link

_WORDS = {
    Horizon.SHORT: "a short-term outcome",
    Horizon.MEDIUM: "a medium-term outcome",
    Horizon.LONG: "a long-term outcome",
    Horizon.IMPACT: "an impact",
    None: "an outcome",
}


class LinkBackwards(Rule):
    """A link leads forwards in time, or is marked as feedback.

    ## What it checks
    Whether a link runs from an outcome to one with an earlier horizon, or from an outcome to an
    intervention, output or input, without `feedback: true`. Another check reports links on a circle
    that is not marked as feedback.

    ## Why it matters
    A later change cannot bring about an earlier one, unless the story goes round again. Usually
    one of the horizons is wrong, or the arrow is drawn the wrong way.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      learning: {title: Children learn more, horizon: medium}
    links: [learning -> fed]
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons, horizon: short}
      learning: {title: Children learn more, horizon: medium}
    links: [fed -> learning]
    ```

    ## Source
    De Silva and others (2014), *Trials* 15:267, Table 1 (earlier preconditions lead to later
    outcomes).
    """

    code = "TOC207"
    name = "link-backwards"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        outcomes = context.theory.outcomes
        help_ = (
            "turn it round, correct a horizon, or add 'feedback: true' if it is meant to lead back"
        )
        for index, link in context.links:
            if (
                link.feedback
                or link.is_mutual
                or link.from_ not in outcomes
                or _is_on_circle(context, link)
            ):
                continue
            cause = outcomes[link.from_].horizon
            if link.to in context.done_or_used:
                yield of_link(index, link, "leads from an outcome back to the work", help_)
            elif link.to in outcomes and is_later(cause, outcomes[link.to].horizon):
                message = f"leads from {_WORDS[cause]} back to {_WORDS[outcomes[link.to].horizon]}"
                yield of_link(index, link, message, help_)


def _is_on_circle(context: RuleContext, link: Link) -> bool:
    circle = context.loop_numbers.get(link.from_)
    return circle is not None and circle == context.loop_numbers.get(link.to)
