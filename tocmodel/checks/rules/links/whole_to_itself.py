"""TOC259 whole-to-itself."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.wholes import find_whole, is_within


class WholeToItself(Rule):
    """A link does not lead from a whole to something in it.

    ## What it checks
    Whether both ends of a link are the same whole, or one end is inside the other: a group and one
    of its members, a group and the group around it, or an element and what it is part of.

    ## Why it matters
    A link between wholes claims that something in one leads to something in another. Within one
    whole the claim is unclear, and no picture can show it: write the link between the elements that
    are meant. What belongs to something larger is `part_of` it, which is not a cause.

    ## Example
    ```yaml
    outcomes:
      literacy: {title: Children read and write}
      read: {title: Children read, part_of: literacy}
    links: [read -> literacy]
    ```

    ## Use instead
    ```yaml
    outcomes:
      literacy: {title: Children read and write}
      read: {title: Children read, part_of: literacy}
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC259"
    name = "whole-to-itself"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        for index, link in enumerate(theory.links):
            inner = _inner(context, link.from_, link.to)
            if not inner:
                continue
            outer = link.to if inner == link.from_ else link.from_
            message = f"leads from '{inner}' to itself"
            if inner != outer:
                message = f"joins '{inner}' and '{outer}', which it is in"
                if find_whole(theory, outer) is None:
                    message = f"joins '{inner}' and '{outer}', which it is part of"
            help_ = "name the element that is meant at each end, or take the link out"
            yield of_link(index, link, message, help_)


def _inner(context: RuleContext, one: str, other: str) -> str:
    """Return the end that is in the other; empty where neither is, or both are one element."""
    theory = context.theory
    if one == other:
        return one if find_whole(theory, one) else ""
    if is_within(theory, one, other):
        return one
    return other if is_within(theory, other, one) else ""
