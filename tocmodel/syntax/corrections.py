"""Correct likely typing mistakes, so that reading can go on.

Findings always refer to the text as typed. The corrected text only serves to find further mistakes;
no theory is ever built from it.
"""

from collections.abc import Iterable

from attrs import frozen

from tocmodel.diagnostics import Finding, Span

LONGEST_LINE = 10_000
"""The longest line in which a typing mistake is looked for: a program made any longer one."""


@frozen
class LineEdit:
    """A change to one line: from a column (from 1), replace ``removed`` characters."""

    line: int
    column: int
    removed: int
    inserted: str

    def back(self, column: int) -> int:
        """Return the column that this column had before the edit.

        >>> LineEdit(1, 8, 4, '"Goal"').back(14), LineEdit(1, 8, 4, '"Goal"').back(3)
        (12, 3)
        """
        if column <= self.column:
            return column
        if column >= self.column + len(self.inserted):
            return column - len(self.inserted) + self.removed
        return min(column, self.column + self.removed)


@frozen(kw_only=True)
class Mistake:
    """A typing mistake: YAML misreads the text, or cannot read it.

    Attributes:
        line, column: the place, both from 1.
        width: the number of characters.
        message, help: the problem and the correction.
        edits: the likely correction; empty if none is clear.
    """

    line: int
    column: int
    width: int = 1
    message: str
    help: str = ""
    edits: tuple[LineEdit, ...] = ()

    def span(self, path: str) -> Span:
        """Return the place as a span."""
        return Span(path, self.line, self.column, self.line, self.column + max(self.width, 1))


@frozen
class ParserStop:
    """Where the parser stopped, and where the part it was reading began, as text offsets."""

    at: int
    began: int | None
    finding: Finding


def apply_line_edits(text: str, edits: Iterable[LineEdit]) -> str:
    r"""Return a text with edits applied, from the last to the first.

    >>> apply_line_edits("a\ntitle: x: y", [LineEdit(2, 8, 4, '"x: y"')])
    'a\ntitle: "x: y"'
    """
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.column), reverse=True):
        line = lines[edit.line - 1]
        at = edit.column - 1
        lines[edit.line - 1] = line[:at] + edit.inserted + line[at + edit.removed :]
    return "\n".join(lines)


def before(span: Span, rounds: Iterable[Iterable[LineEdit]]) -> Span:
    """Return the place in the typed text of a place in the corrected text.

    Args:
        span: a place in the corrected text.
        rounds: the edits, in the order they were made.
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
