"""TOC531 number-twice."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import ELEMENT_SECTIONS, Element, Group
from tocmodel.model.numbering import number_key


class NumberTwice(Rule):
    """Two entries of a section do not have the same number.

    ## What it checks
    Whether two elements of one section, or two groups, have the same number. Spelling does not
    matter: `1.1` and `1.1.` are the same number. Entries of different sections may share one, as
    in a plan with an outcome 1 and a risk 1.

    ## Why it matters
    A number is how people refer to a part of a plan, and where they look it up. If two parts have
    the same number, nobody knows which one is meant.

    ## Example
    ```yaml
    outcomes:
      fed: {number: 1.1, title: Children are fed}
      rested: {number: 1.1, title: Children are rested}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {number: 1.1, title: Children are fed}
      rested: {number: 1.2, title: Children are rested}
    ```

    ## Source
    General good practice; no publication.
    """

    code = "TOC531"
    name = "number-twice"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for name in ("groups", *ELEMENT_SECTIONS):
            first: dict[object, Element | Group] = {}
            for entry in getattr(context.theory, name).values():
                if not entry.number:
                    continue
                earlier = first.setdefault(number_key(entry.number) or entry.number, entry)
                if earlier is not entry:
                    yield of_entry(
                        entry,
                        f"has the same number as {earlier.id}: {earlier.number}",
                        "give each the number that it has in the source",
                        "number",
                    )
