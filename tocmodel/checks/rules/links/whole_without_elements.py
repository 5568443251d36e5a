"""TOC256 whole-without-elements."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.wholes import find_whole, groups_with_elements, members


class WholeWithoutElements(Rule):
    """A link to a whole has something in the whole to lead to.

    ## What it checks
    Whether a group or a section that a link starts or ends at has any elements. An included theory
    that nobody described may be an end: it is known to have contents.

    ## Why it matters
    "Something in early years leads to something in school years" claims nothing if there is nothing
    in one of them. Often the elements lack their `group`, or the link names a section that is not
    in use.

    ## Example
    ```yaml
    groups:
      early: {title: Early years}
    outcomes:
      read: {title: Children read}
    links: [early -> read]
    ```

    ## Use instead
    ```yaml
    groups:
      early: {title: Early years}
    interventions:
      visits: {title: Home visits, group: early}
    outcomes:
      read: {title: Children read}
    links: [early -> read]
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC256"
    name = "whole-without-elements"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        filled = {*groups_with_elements(theory), *_filled_sections(context)}
        for index, link in enumerate(theory.links):
            for key, name in (("from", link.from_), ("to", link.to)):
                whole = find_whole(theory, name)
                if whole is None or whole.kind == "include" or name in filled:
                    continue
                message = f"names the {whole.kind} '{whole.title}', which has no elements"
                help_ = "put elements in it, or name what is meant"
                yield of_link(index, link, message, help_, key)


def _filled_sections(context: RuleContext) -> Iterator[str]:
    """Yield the sections at the ends of links that have elements."""
    theory = context.theory
    ends = dict.fromkeys(end for link in theory.links for end in (link.from_, link.to))
    for name in ends:
        if name not in theory.groups and members(theory, name):
            yield name
