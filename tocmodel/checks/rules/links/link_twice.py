"""TOC240 link-twice."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Link


class LinkTwice(Rule):
    """A link appears once.

    ## What it checks
    Whether two links join the same elements in the same way: with the same kind and effect, the
    same reason, mechanism and source. Several links between two elements are fine if one of these
    differs.

    ## Why it matters
    The second link is usually left over from an earlier draft, and anyone who reads only one of
    them misses what the other says. Two links with different reasons are fine: each is a claim of
    its own.

    ## Example
    ```yaml
    outcomes: {fed: {title: Children are not hungry}, learning: {title: Children learn more}}
    links: [fed -> learning, fed -> learning]
    ```

    ## Use instead
    ```yaml
    outcomes: {fed: {title: Children are not hungry}, learning: {title: Children learn more}}
    links: [fed -> learning]
    ```

    ## Source
    General good practice; no publication.
    """

    code = "TOC240"
    name = "link-twice"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        seen: set[object] = set()
        help_ = "join the two into one link, or give each a reason of its own"
        for index, link in enumerate(context.theory.links):
            claim = _claim(link)
            if claim in seen:
                yield of_link(index, link, "appears twice", help_)
            seen.add(claim)


def _claim(link: Link) -> object:
    """Return what makes a link a claim of its own; its ends, in either order if it has no order."""
    ways: list[object] = [(link.from_, link.to, link.effect)]
    if link.is_mutual:
        ways.append((link.to, link.from_, link.way_back.effect))
    elif not link.is_causal:
        ways = [frozenset((link.from_, link.to)), link.effect]
    reason = " ".join(link.because.split())
    return link.kind, frozenset(ways), reason, link.via, link.source, link.at, link.origin
