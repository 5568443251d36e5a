"""A text as it was probably meant, so that reading can go on after a mistake.

What is wrong is always reported for the text as it was typed; the mended one is read to find what
else is wrong, and is never used for a theory.
"""

from collections.abc import Iterable

from tocmodel.diagnostics import Finding, Span
from tocmodel.values import frozen


@frozen
class Edit:
    """Other letters in one line: ``removed`` of them from a column on, counted from 1."""

    line: int
    column: int
    removed: int
    inserted: str

    def back(self, column: int) -> int:
        """Return where a column of this line was before the edit.

        >>> Edit(1, 8, 4, '"Goal"').back(14), Edit(1, 8, 4, '"Goal"').back(3)
        (12, 3)
        """
        if column <= self.column:
            return column
        if column >= self.column + len(self.inserted):
            return column - len(self.inserted) + self.removed
        return min(column, self.column + self.removed)


@frozen(kw_only=True)
class Mistake:
    """What somebody typed that YAML reads in another way, or not at all.

    Attributes:
        line, column: where, from 1.
        width: over how many letters.
        message, help: what is wrong, and what to write.
        edits: the text as it was probably meant; empty where nobody can tell.
    """

    line: int
    column: int
    width: int = 1
    message: str
    help: str = ""
    edits: tuple[Edit, ...] = ()

    def span(self, path: str) -> Span:
        """Return the place as findings have it."""
        return Span(path, self.line, self.column, self.line, self.column + max(self.width, 1))


@frozen
class Stopped:
    """Where the parser gave up, and where that began, as offsets in the text."""

    at: int
    began: int | None
    finding: Finding


def mended(text: str, edits: Iterable[Edit]) -> str:
    r"""Return a text with its edits made, from the last to the first.

    >>> mended("a\ntitle: x: y", [Edit(2, 8, 4, '"x: y"')])
    'a\ntitle: "x: y"'
    """
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.column), reverse=True):
        line = lines[edit.line - 1]
        at = edit.column - 1
        lines[edit.line - 1] = line[:at] + edit.inserted + line[at + edit.removed :]
    return "\n".join(lines)


def before(span: Span, rounds: Iterable[Iterable[Edit]]) -> Span:
    """Return where a place of a mended text was in the text as typed.

    Args:
        span: a place in the mended text.
        rounds: the edits, in the order in which the text was mended.
    """
    column, end = span.column, span.end_column
    for edits in reversed(list(rounds)):
        for edit in sorted(edits, key=lambda edit: edit.column):
            if edit.line == span.line:
                column = edit.back(column)
            if edit.line == span.end_line:
                end = edit.back(end)
    if span.line == span.end_line:
        end = max(end, column + 1)
    return Span(span.path, span.line, column, span.end_line, end)
