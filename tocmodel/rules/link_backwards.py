"""TOC207 link-backwards."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Horizon, Link
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject, is_later
from tocmodel.rules._words import of_link

_WORDS = {
    Horizon.SHORT: "a short-term outcome",
    Horizon.MEDIUM: "a medium-term outcome",
    Horizon.LONG: "a long-term outcome",
    Horizon.IMPACT: "an impact",
    None: "an outcome",
}


class LinkBackwards(Rule):
    """A link leads forwards in time, or says that it is feedback.

    ## What it checks
    Whether a link runs from an outcome to one with an earlier horizon, or from an outcome to an
    intervention, output or input, without `feedback: true`. A link on a circle is left to the check
    of circles that are not marked.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        outcomes = subject.theory.outcomes
        help_ = (
            "turn it round, correct a horizon, or add 'feedback: true' if it is meant to lead back"
        )
        for index, link in subject.links:
            if link.feedback or link.from_ not in outcomes or _is_on_circle(subject, link):
                continue
            cause = outcomes[link.from_].horizon
            if link.to in subject.done:
                yield of_link(index, link, "leads from an outcome back to what is done", help_)
            elif link.to in outcomes and is_later(cause, outcomes[link.to].horizon):
                message = f"leads from {_WORDS[cause]} back to {_WORDS[outcomes[link.to].horizon]}"
                yield of_link(index, link, message, help_)


def _is_on_circle(subject: Subject, link: Link) -> bool:
    circle = subject.circles.get(link.from_)
    return circle is not None and circle == subject.circles.get(link.to)
