"""The comments and blank lines between two parts of a file."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from attrs import frozen

from tocmodel.fileformat.editing.replacements import WHITE_SPACE, comments
from tocmodel.syntax import Tree

_MARK = re.compile(r"(---|\.\.\.|%)")


@frozen
class CommentLine:
    """A line with nothing but a comment, and the column in which it begins; or a blank line."""

    text: str = ""
    column: int = 0


BLANK = CommentLine()


class Comments:
    """The comments of a file, by their place."""

    def __init__(self, tree: Tree) -> None:
        self._text = tree.text
        self._places = comments(tree)
        self._starts = [start for start, _ in self._places]

    def after(self, end: int) -> str:
        """Return the comment on the line where a value ends, with the spaces before it."""
        found = self._on_line(end)
        if found is None or self._text[end : found[0]].strip(" \t,"):
            return ""
        return self._with_spaces(*found)

    def beside(self, end: int, start: int) -> str:
        """Return the comment on the line of a key whose value starts further down."""
        found = self._on_line(end)
        return "" if found is None or found[0] >= start else self._with_spaces(*found)

    def between(self, end: int, start: int) -> list[CommentLine]:
        """Return the comments and blank lines below the line where a value ends.

        Args:
            end: the end of the value.
            start: the start of what follows it.
        """
        line = self._text.find("\n", end, start)
        return [] if line < 0 else list(self._lines(line + 1, start))

    def above(self, start: int) -> list[CommentLine]:
        """Return the comments and blank lines above the first key of a file."""
        return list(self._lines(0, start))

    def _lines(self, at: int, start: int) -> Iterator[CommentLine]:
        text = self._text
        while at < start:
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            if stop >= start and start < len(text):
                return  # the line on which the next part is
            yield from self._line(at, stop)
            at = stop + 1

    def _line(self, at: int, stop: int) -> Iterator[CommentLine]:
        place = self._at(at, stop)
        if place is not None:
            start, end = place
            before = self._text[at:start]
            column = 0 if before.strip(WHITE_SPACE) else len(before)
            yield CommentLine(self._text[start:end].rstrip(WHITE_SPACE), column)
        elif _MARK.match(self._text, at):
            yield CommentLine(self._text[at:stop].rstrip(WHITE_SPACE))
        elif not self._text[at:stop].strip(WHITE_SPACE):
            yield BLANK

    def _at(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first comment that starts between two offsets."""
        number = bisect_left(self._starts, start)
        found = self._places[number : number + 1]
        return found[0] if found and found[0][0] < end else None

    def _on_line(self, end: int) -> tuple[int, int] | None:
        found = self._at(end, len(self._text))
        return None if found is None or "\n" in self._text[end : found[0]] else found

    def _with_spaces(self, start: int, end: int) -> str:
        before = self._text[max(0, start - _WIDEST) : start]
        spaces = len(before) - len(before.rstrip(" "))
        return f"{' ' * max(1, spaces)}{self._text[start:end].rstrip(WHITE_SPACE)}"


_WIDEST = 200


def split_at(
    lines: Sequence[CommentLine], column: int
) -> tuple[list[CommentLine], list[CommentLine]]:
    """Split lines below a value: those that are indented further than a column belong to it."""
    inner = list(takewhile(lambda line: line is BLANK or line.column > column, lines))
    while inner and inner[-1] is BLANK:
        inner.pop()
    return inner, list(lines[len(inner) :])
