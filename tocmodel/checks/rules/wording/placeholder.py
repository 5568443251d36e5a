"""TOC528 placeholder."""

import re
from collections.abc import Iterator
from functools import cache

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import SECTIONS

_NOUNS = (
    "activity|assumption|asset|condition|evidence|goal|group|indicator|input|intervention|mechanism|"
    "objective|organisation|outcome|output|partner|risk|source|stakeholder|view"
)
_LONGEST = 40
_STAND_INS = (
    rf"(?:{_NOUNS})\s*#?(?:\d{{1,3}}|[a-z])|[\d\s.,/-]+|tb[acd]|to ?do|x{{2,}}|\?+|\.{{2,}}|…|n/?a|"
    r"to be (?:added|agreed|announced|completed|confirmed|decided|defined|determined)|"
    r"(?:new |insert )?(?:title|name)(?: here)?|untitled|placeholder|lorem ipsum.*"
)


class Placeholder(Rule):
    """A title is a real one, and not a placeholder.

    ## What it checks
    Whether the title of an entry is a placeholder such as *Partner 1*, *TBD*, *to be confirmed* or
    a bare number.

    ## Why it matters
    A title left for later is easily forgotten, and then appears in the board paper.

    ## Example
    ```yaml
    partners:
      one: {title: Partner 1, role: lead}
    ```

    ## Use instead
    ```yaml
    partners:
      one: {title: The nursery, role: lead}
    ```

    ## Source
    General good practice; no publication.
    """

    code = "TOC528"
    name = "placeholder"
    severity = Severity.WARNING
    several = "{count} titles are placeholders"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "write what it is, or take it out until it is known"
        for section in SECTIONS:
            for entry in getattr(context.theory, section).values():
                if entry.title and _is_stand_in(entry.title):
                    yield of_entry(entry, "has a placeholder for a title", help_, "title")


def _is_stand_in(title: str) -> bool:
    """Return whether a title is only a placeholder.

    >>> [_is_stand_in(title) for title in ("Partner 1", "TBD", "5160", "Partner schools", "Year 9")]
    [True, True, True, False, False]
    """
    return len(title) <= _LONGEST and bool(_pattern().fullmatch(title.strip(" [](){}<>.:")))


@cache  # compiled only where a title is that short
def _pattern() -> re.Pattern[str]:
    return re.compile(_STAND_INS, re.IGNORECASE)
