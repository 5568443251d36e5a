"""TOC240 link-twice."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_link


class LinkTwice(Rule):
    """A link stands once.

    ## What it checks
    Whether two links have the same cause and effect.

    ## Why it matters
    The second of two is usually left over from an earlier draft, and the reasons given in one are
    missed by readers of the other.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        effects: dict[tuple[str, str], Effect] = {}
        for index, link in enumerate(subject.theory.links):
            pair = (link.from_, link.to)
            if pair not in effects:
                effects[pair] = link.effect
            elif effects[pair] is link.effect:
                yield of_link(index, link, "stands twice", "join the two into one link")
            else:
                message = f"stands twice, once as '{effects[pair]}' and once as '{link.effect}'"
                yield of_link(
                    index, link, message, "decide which it is, or name the two ways as mechanisms"
                )
