"""Write a YAML file in its normal form, with its comments at the entries that they belong to."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import Any

from attrs import evolve, frozen

from tocmodel.fileformat.editing.replacements import WHITE_SPACE
from tocmodel.fileformat.formatting.comments import BLANK, CommentLine, Comments, split_at
from tocmodel.fileformat.formatting.key_order import KeyOrder
from tocmodel.fileformat.formatting.scalars import (
    keeps_end,
    key_text,
    name_text,
    value_text,
    without_line_break,
)
from tocmodel.syntax import Tree
from tocmodel.syntax.tree import Mark

_STEP = "  "


@frozen
class _Entry:
    """A key or an item, and what is written with it.

    ``lead`` is the lines above it, ``note`` the comment beside its key, ``inside`` the lines
    between the key and its first entry, and ``tail`` the lines below it that are indented further.
    """

    step: str | int
    mark: Mark
    lead: Sequence[CommentLine]
    note: str
    inside: Sequence[CommentLine]
    tail: Sequence[CommentLine]


class YamlForm:
    """Writes a file that was read, with some of its values replaced."""

    def __init__(self, tree: Tree, meant: Any) -> None:
        self._tree = tree
        self._text = tree.text
        self._meant = meant
        self._comments = Comments(tree)

    def written(self, order: KeyOrder) -> str:
        """Return the text of the whole file.

        Args:
            order: the order of the keys.
        """
        root = self._tree.root()
        first = next(iter(root[4].values()))[0]
        below = self._comments.between(self._end(root), len(self._text))
        after = [evolve(line, column=0) for line in self._after_closing(root)]
        inner, outer = split_at([*after, *below], 0)
        whole = _Entry("", root, (), "", (), inner)
        # What is above the first key is about the file, and stays at its top.
        lines = [
            *_printed(self._comments.above(first), ""),
            *self._collection(whole, self._tree.data, self._meant, "", order),
            *_printed(outer, ""),
        ]
        return "\n".join(_spaced(lines)) + "\n"

    def _collection(
        self, whole: _Entry, data: Any, meant: Any, margin: str, order: KeyOrder | None
    ) -> list[str | None]:
        """Return the lines of a mapping or list in which each entry has its own."""
        entries, rest = self._entries(whole)
        if isinstance(data, dict) and order is not None:
            by_key = {str(entry.step): entry for entry in entries}
            entries = [by_key[key] for key in order.sorted(by_key)]
        lines: list[str | None] = []
        for entry in entries:
            lines += _printed(entry.lead, margin)
            below = _below(order, entry.step)
            lines += self._entry(entry, data[entry.step], meant[entry.step], margin, below)
        lines += _printed(rest, margin)
        return list(dropwhile(lambda line: line is None, lines))

    def _entries(self, whole: _Entry) -> tuple[list[_Entry], Sequence[CommentLine]]:
        """Return the entries of a mapping or list, and the lines below them all."""
        mark = whole.mark
        steps = list(mark[4].items())
        column = self._column(mark)
        entries: list[_Entry] = []
        lead: Sequence[CommentLine] = whole.inside
        for (step, held), following in zip(steps, [*steps[1:], None], strict=True):
            if following is not None:
                lines = self._comments.between(self._end(held), following[1][0])
            else:
                lines = [*self._before_closing(held, mark), *whole.tail]
            tail, after = split_at([*self._after_closing(held), *lines], column)
            entries.append(self._with_head(_Entry(step, held, lead, "", (), tail)))
            lead = after
        return entries, lead

    def _before_closing(self, last: Mark, mark: Mark) -> Sequence[CommentLine]:
        """Return the lines between the last entry and the bracket that closes a collection."""
        if not self._is_in_braces(mark):
            return ()
        return self._comments.between(self._end(last), self._end(mark))

    def _after_closing(self, mark: Mark) -> Sequence[CommentLine]:
        """Return the comment after the bracket that closes a collection of several lines."""
        if not (self._is_expanded(mark) and self._is_in_braces(mark)):
            return ()
        note = self._comments.after(self._end(mark))
        return [CommentLine(note.strip(WHITE_SPACE), len(self._text) + 1)] if note else ()

    def _with_head(self, entry: _Entry) -> _Entry:
        """Return an entry with the comments between its key and its value, or its first entry."""
        mark = entry.mark
        is_expanded = self._is_expanded(mark)
        at = mark[1] if isinstance(entry.step, str) else mark[2]
        first = next(iter(mark[4].values()))[0] if is_expanded else mark[2]
        note = self._comments.beside(at, first)
        lines = self._comments.between(at, first)
        if is_expanded and isinstance(entry.step, str):
            return evolve(entry, note=note, inside=lines)
        # There is no room for them below the key or hyphen, so they go above it.
        head = [CommentLine(note.strip(WHITE_SPACE))] * bool(note) + [
            line for line in lines if line is not BLANK
        ]
        return evolve(entry, lead=(*entry.lead, *head))

    def _entry(
        self, entry: _Entry, data: Any, meant: Any, margin: str, order: KeyOrder | None
    ) -> Iterator[str | None]:
        mark = entry.mark
        key = "-"
        if isinstance(entry.step, str):
            key = f"{key_text(entry.step, self._text[mark[0] : mark[1]])}:"
        if not self._is_expanded(mark):
            value = self._value(mark, data, meant, f"{margin}{_STEP}", order)
            note = self._comments.after(self._end(mark))
            yield from f"{margin}{key}{' ' * bool(value)}{value}{note}".split("\n")
            yield from _printed(entry.tail, f"{margin}{_STEP}")
            return
        below = self._collection(entry, data, meant, f"{margin}{_STEP}", order)
        if isinstance(entry.step, str):
            yield f"{margin}{key}{entry.note}"
            yield from below
        else:
            yield from _after_hyphen(below, margin)

    def _value(self, mark: Mark, data: Any, meant: Any, margin: str, order: KeyOrder | None) -> str:
        """Return a single value, or a mapping or list in braces on one line."""
        if mark[4] is None:
            if data != meant or type(data) is not type(meant):
                return name_text(meant)
            raw = self._text[mark[2] : self._end(mark)]
            if raw[:1] in ("|", ">") and raw and not self._text.endswith("\n", mark[2], mark[3]):
                raw = without_line_break(raw)
            return value_text(raw, margin, self._line_column(mark[0]))
        if isinstance(data, dict):
            keys = order.sorted(mark[4]) if order is not None else list(mark[4])
            pairs = (
                f"{key_text(key, self._text[mark[4][key][0] : mark[4][key][1]])}: "
                + self._value(mark[4][key], data[key], meant[key], "", _below(order, key))
                for key in keys
            )
            return f"{{{', '.join(pairs)}}}"
        items = (
            self._value(held, data[place], meant[place], "", _below(order, place))
            for place, held in mark[4].items()
        )
        return f"[{', '.join(items)}]"

    def _is_expanded(self, mark: Mark) -> bool:
        """Return whether each entry is to have a line of its own."""
        if not mark[4]:
            return False
        return not self._is_in_braces(mark) or "\n" in self._text[mark[2] : self._end(mark)]

    def _is_in_braces(self, mark: Mark) -> bool:
        return self._text[mark[2] : mark[2] + 1] in ("{", "[")

    def _end(self, mark: Mark) -> int:
        """Return the end of a value: after its last letter, or the bracket that closes it."""
        start, end, inside = mark[2], mark[3], mark[4]
        if inside is None:
            return self._end_of_text(start, end)
        if inside:
            end = self._end(inside[next(reversed(inside))])
        if self._is_in_braces(mark):
            return self._closing(end if inside else start + 1)
        return end

    def _end_of_text(self, start: int, end: int) -> int:
        first = self._text[start : start + 1]
        raw = self._text[start:end]
        if first not in ("|", ">") or not first:
            return start + len(raw.rstrip(WHITE_SPACE))
        if keeps_end(raw.partition("\n")[0]):
            return end - raw.endswith("\n")
        return start + len(raw.rstrip("\n"))

    def _closing(self, at: int) -> int:
        """Return the place after the bracket that closes what ends here."""
        while self._text[at] not in "]}":
            at = self._text.index("\n", at) if self._text[at] == "#" else at + 1
        return at + 1

    def _column(self, mark: Mark) -> int:
        """Return the column of the keys or hyphens of a mapping or list, from 0.

        In braces it means nothing, and comments are about what is below them.
        """
        step, first = next(iter(mark[4].items()))
        if self._is_in_braces(mark):
            return len(self._text)
        if isinstance(step, str):
            return self._line_column(first[0])
        return self._line_column(self._text.rfind("-", 0, first[0]))

    def _line_column(self, at: int) -> int:
        return at - (self._text.rfind("\n", 0, at) + 1)


def _below(order: KeyOrder | None, step: str | int) -> KeyOrder | None:
    if order is None:
        return None
    return order.below(step) if isinstance(step, str) else order.of_items


def _after_hyphen(lines: Sequence[str | None], margin: str) -> Iterator[str | None]:
    """Yield the lines of an item; comments above its first key go above its hyphen."""
    place = next(n for n, line in enumerate(lines) if line and line.lstrip(WHITE_SPACE)[0] != "#")
    yield from (f"{margin}{line.lstrip(WHITE_SPACE)}" for line in lines[:place] if line)
    yield f"{margin}- {str(lines[place])[len(margin) + len(_STEP) :]}"
    yield from lines[place + 1 :]


def _printed(lines: Sequence[CommentLine], margin: str) -> list[str | None]:
    """Return comments at a margin, and ``None`` for each blank line."""
    return [None if line is BLANK else f"{margin}{line.text}" for line in lines]


def _spaced(lines: Sequence[str | None]) -> Iterator[str]:
    """Yield lines, with one blank line for several, and none at the start or the end."""
    is_open = False
    written = False
    for line in lines:
        if line is None:
            is_open = written
            continue
        if is_open:
            yield ""
        yield line
        is_open, written = False, True
