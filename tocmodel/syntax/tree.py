"""Plain data that knows where each of its values stands in the text."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any

from tocmodel.diagnostics import Finding, Pointer, Span
from tocmodel.syntax.mending import Edit, before, mended
from tocmodel.values import frozen

Mark = tuple[int, int, int, int, Any]
"""Key start, key end, value start, value end (offsets in the text), and the marks inside.

For the items of a list the key is the item itself. The end of a mapping or list is -1: it is
where its last value ends.
"""

Marks = dict[str | int, Mark]


@frozen(eq=False)
class Tree:
    """A parsed file: plain data, and the place of every key and value.

    Attributes:
        path: the file's name, for messages.
        text: the whole text.
        data: mappings, lists, text, numbers, true, false and null; ``None`` for a broken file.
        findings: what is wrong with the text itself.
        mended: the text as it was probably meant, for a broken one whose mistakes are plain.
    """

    path: str
    text: str
    data: Any = None
    findings: tuple[Finding, ...] = ()
    _root: Mark = (0, 0, 0, 0, None)
    mended: "Mended | None" = None

    def span(self, pointer: Pointer, *, key: bool = False) -> Span:
        """Return the place of a value, or of its key; of the nearest around it if it is absent."""
        mark, found = self._mark(pointer)
        if key and found and pointer:
            return self.stretch(mark[0], mark[1])
        if not found and pointer and mark is not self._root:
            return self.stretch(mark[0], mark[1])
        return self.stretch(mark[2], _end(mark))

    def has(self, pointer: Pointer) -> bool:
        """Say whether there is a value at this address."""
        return self._mark(pointer)[1]

    def raw(self, pointer: Pointer) -> str:
        """Return a value's own text, as it stands in the file."""
        mark, _ = self._mark(pointer)
        return self.text[mark[2] : _end(mark)]

    def stretch(self, start: int, end: int) -> Span:
        """Return the span between two offsets of the text."""
        line, column = self.position(start)
        end_line, end_column = self.position(max(start, end))
        return Span(self.path, line, column, end_line, end_column)

    def offset(self, pointer: Pointer) -> int:
        """Return where a value starts in the text."""
        return self._mark(pointer)[0][2]

    def scalars(self) -> Iterator[tuple[Pointer, int, int]]:
        """Give address, start and end of everything that is no mapping and no list."""
        waiting: list[tuple[Pointer, Mark]] = [((), self._root)]
        while waiting:
            pointer, mark = waiting.pop()
            if mark[4] is None:
                yield pointer, mark[2], mark[3]
            else:
                waiting.extend(((*pointer, step), inner) for step, inner in mark[4].items())

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
    """A tree of a text as it was probably meant, and the edits that led from one to the other."""

    tree: Tree
    rounds: tuple[tuple[Edit, ...], ...] = ()

    def before(self, span: Span) -> Span:
        """Return where a place of the mended text is in the text as typed."""
        return before(span, self.rounds)

    def covers(self, span: Span) -> bool:
        """Say whether a place of the text as typed lies in what was mended."""
        return any(
            edit.line == span.line and edit.column <= span.column <= edit.column + edit.removed
            for edits in self.rounds
            for edit in edits
        )

    def further(self, edits: Sequence[Edit], parse: Callable[[str], Tree]) -> "Mended":
        """Return the text mended once more; without edits nothing can be read."""
        if not edits:
            return Mended(Tree(self.tree.path, self.tree.text), self.rounds)
        return Mended(parse(mended(self.tree.text, edits)), (*self.rounds, tuple(edits)))


def _end(mark: Mark) -> int:
    """Where a value ends: for a mapping or list, where its last value does."""
    while mark[3] < 0:
        if not mark[4]:
            return mark[2]
        mark = mark[4][next(reversed(mark[4]))]
    return mark[3]
