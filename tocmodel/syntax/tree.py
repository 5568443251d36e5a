"""Plain data with the place of each value in the text."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from tocmodel.diagnostics import Finding, Pointer, Span
from tocmodel.self_describing import SelfDescribing
from tocmodel.syntax.corrections import LineEdit, apply_line_edits, before

Mark = tuple[int, int, int, int, Any]
"""Key start, key end, value start, value end (offsets in the text), and the marks inside.

For an item of a list, the key is the item itself. The end of a mapping or list is -1: it ends
with its last value.
"""

Marks = dict[str | int, Mark]


@frozen(eq=False)
class Tree(SelfDescribing):
    """A parsed file: plain data, and the place of every key and value.

    Attributes:
        path: the file's name, for messages.
        text: the whole text.
        data: mappings, lists, text, numbers, true, false and null; ``None`` for a broken file.
        findings: the problems of the text itself.
        mended: the text as its author probably meant it, if a broken text has clear corrections.
    """

    path: str
    text: str
    data: Any = None
    findings: tuple[Finding, ...] = ()
    _root: Mark = (0, 0, 0, 0, None)
    mended: "Mended | None" = None

    def span(self, pointer: Pointer, *, key: bool = False) -> Span:
        """Return the place of a value or its key; if absent, of the nearest one around it."""
        mark, found = self._mark(pointer)
        if key and found and pointer:
            return self.stretch(mark[0], mark[1])
        if not found and pointer and mark is not self._root:
            return self.stretch(mark[0], mark[1])
        return self.stretch(mark[2], _end(mark))

    def has(self, pointer: Pointer) -> bool:
        """Return whether there is a value at this address."""
        return self._mark(pointer)[1]

    def raw(self, pointer: Pointer) -> str:
        """Return the text of a value, exactly as in the file."""
        mark, _ = self._mark(pointer)
        return self.text[mark[2] : _end(mark)]

    def stretch(self, start: int, end: int) -> Span:
        """Return the span between two offsets of the text."""
        starts, end = self._starts, max(start, end)
        line = bisect_right(starts, start)
        end_line = bisect_right(starts, end, line)
        column, end_column = start - starts[line - 1] + 1, end - starts[end_line - 1] + 1
        return Span(self.path, line, column, end_line, end_column)

    def offset(self, pointer: Pointer) -> int:
        """Return the offset of a value in the text."""
        return self._mark(pointer)[0][2]

    def scalars(self) -> Iterator[tuple[Pointer, int, int]]:
        """Yield the address, start and end of every value but mappings and lists."""
        waiting: list[tuple[Pointer, Mark]] = [((), self._root)]
        while waiting:
            pointer, mark = waiting.pop()
            if mark[4] is None:
                yield pointer, mark[2], mark[3]
            else:
                waiting.extend(((*pointer, step), inner) for step, inner in mark[4].items())

    def words(self) -> Iterator[tuple[int, int]]:
        """Yield the start and end of every key, and of every value but mappings and lists."""
        waiting: list[tuple[str | int, Mark]] = [(0, self._root)]
        while waiting:
            step, (key_start, key_end, start, end, inside) = waiting.pop()
            if isinstance(step, str):
                yield key_start, key_end
            if inside is None:
                yield start, end
            else:
                waiting.extend(inside.items())

    def root(self) -> Mark:
        """Return the places of all keys and values, one within another."""
        return self._root

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of an offset in the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        find = self.text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    def _mark(self, pointer: Pointer) -> tuple[Mark, bool]:
        mark = self._root
        for step in pointer:
            inside = mark[4]
            if inside is None or step not in inside:
                return mark, False
            mark = inside[step]
        return mark, True


@frozen(eq=False)
class Mended:
    """The tree of a corrected text, and the edits that corrected it."""

    tree: Tree
    rounds: tuple[tuple[LineEdit, ...], ...] = ()

    def before(self, span: Span) -> Span:
        """Return the place in the typed text of a place in the corrected text."""
        return before(span, self.rounds)

    def covers(self, span: Span) -> bool:
        """Return whether a place in the typed text is in a corrected part."""
        return any(
            edit.line == span.line and edit.column <= span.column <= edit.column + edit.removed
            for edits in self.rounds
            for edit in edits
        )

    def further(self, edits: Sequence[LineEdit], parse: Callable[[str], Tree]) -> "Mended":
        """Return the text with further corrections; without edits it cannot be read."""
        if not edits:
            return Mended(Tree(self.tree.path, self.tree.text), self.rounds)
        return Mended(parse(apply_line_edits(self.tree.text, edits)), (*self.rounds, tuple(edits)))


def _end(mark: Mark) -> int:
    """Return the end of a value; a mapping or list ends with its last value."""
    while mark[3] < 0:
        if not mark[4]:
            return mark[2]
        mark = mark[4][next(reversed(mark[4]))]
    return mark[3]
