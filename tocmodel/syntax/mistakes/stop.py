"""The place where reading stopped, and the lines around it."""

import re
from collections.abc import Collection, Sequence

from attrs import field, frozen

from tocmodel.syntax.corrections import LineEdit

ENTRY = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$./-]+)(?P<colon> *:[ \t]+)(?P<value>\S.*)")
"""A key and its value on a line."""
KEY = re.compile(r"(?P<margin> *(?:- +)*)(?P<key>[\w$./'\"-]+) *:(?=\s|$)")
"""A key, with anything after its colon."""
ITEM = re.compile(r"(?P<margin> *(?:- +)+)(?P<value>\S.*)")
"""An item of a list on a line."""


@frozen
class ReadingStop:
    """Where reading stopped, and where the part it was reading began; all from 0."""

    lines: Sequence[str] = field(repr=False)
    line: int
    column: int
    began: tuple[int, int] | None = None
    fields: Collection[str] = ()

    @property
    def here(self) -> str:
        """The line itself; empty after the last line."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def above(self) -> int | None:
        """The nearest line above that holds more than a comment."""
        for number in range(min(self.line, len(self.lines)) - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number
        return None


def margin_of(line: str) -> int:
    """Return the number of spaces at the start of a line."""
    return len(line) - len(line.lstrip(" "))


def continued_lines(lines: Sequence[str], number: int) -> list[str]:
    """Return the lines below that continue an unquoted text."""
    margin = margin_of(lines[number])
    more: list[str] = []
    for line in lines[number + 1 :]:
        if margin_of(line) <= margin or not line.strip() or KEY.match(line) or ITEM.match(line):
            break
        more.append(line)
    return more


def quotes_around(first: int, column: int, last: int, line: str, text: str) -> tuple[LineEdit, ...]:
    """Return the edits that put a text of several lines in double quotes, if it has none."""
    if '"' in text or "\\" in text:
        return ()
    return LineEdit(first, column, 0, '"'), LineEdit(last, len(line.rstrip()) + 1, 0, '"')
