"""Single changes: set a word or a list, and add, rename or remove a key or an item."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any, Protocol

from attrs import frozen

from tocmodel.diagnostics import Pointer, TocModelError
from tocmodel.fileformat.editing.replacements import (
    WHITE_SPACE,
    Replacement,
    after_in_braces,
    apply_replacements,
    comments,
    full_end,
    is_in_braces,
    line_end,
    line_start,
    span_of,
    value_of,
)
from tocmodel.fileformat.loading import reads
from tocmodel.syntax import Tree, parse


class FileEdit(Protocol):
    """One change to a file's data and text; its address is the one before any change."""

    @property
    def pointer(self) -> Pointer:
        """The address of the change, or of the neighbour of a new key or item."""

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""

    def to_text(self, tree: Tree) -> Iterator[Replacement]:
        """Yield the replacements in the text."""


@frozen
class SetWord:
    """Replace the word of a value and keep its quotes."""

    pointer: Pointer
    word: str

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        _holder(data, self.pointer)[self.pointer[-1]] = self.word

    def to_text(self, tree: Tree) -> Iterator[Replacement]:
        """Yield the replacements in the text."""
        start = tree.offset(self.pointer)
        end = full_end(tree, self.pointer)
        kept = "".join(f"  {comment}" for comment in comments_between(tree, start, end))
        yield Replacement(start, end, f"{spelled(tree, self.word, start)}{kept}")


@frozen
class SetList:
    """Replace a value with a list of words; words that remain keep their comments."""

    pointer: Pointer
    words: tuple[str, ...]

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        _holder(data, self.pointer)[self.pointer[-1]] = list(self.words)

    def to_text(self, tree: Tree) -> Iterator[Replacement]:
        """Yield the replacements in the text."""
        old = value_of(tree, self.pointer)
        if old and isinstance(old, list) and self.words:
            yield from self._items(tree, [str(word) for word in old])
            return
        end = full_end(tree, self.pointer)
        yield Replacement(tree.offset(self.pointer), end, _brackets(tree, self.words))

    def _items(self, tree: Tree, old: Sequence[str]) -> Iterator[Replacement]:
        """Yield the fewest replacements from one list to another, item by item."""
        matcher = SequenceMatcher(None, old, self.words, autojunk=False)
        for _, i, j, first, last in (code for code in matcher.get_opcodes() if code[0] != "equal"):
            both = min(j - i, last - first)
            for place in range(both):
                yield from SetWord((*self.pointer, i + place), self.words[first + place]).to_text(
                    tree
                )
            if j - i > both:
                yield from without(tree, self.pointer, i + both, j - 1)
            for word in reversed(self.words[first + both : last]):
                yield _item_beside(tree, self.pointer, i + both, word)


@frozen
class AddKey:
    """Add a key after the one at the pointer and its value."""

    pointer: Pointer
    key: str
    value: str | tuple[str, ...]

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        value = self.value if isinstance(self.value, str) else list(self.value)
        _holder(data, self.pointer)[self.key] = value

    def to_text(self, tree: Tree) -> Iterator[Replacement]:
        """Yield the replacements in the text."""
        entry = f"{spelled(tree, self.key)}: "
        if isinstance(self.value, str):
            entry += spelled(tree, self.value)
        else:
            entry += _brackets(tree, self.value)
        if is_in_braces(tree, self.pointer[:-1]):
            yield after_in_braces(tree, self.pointer, [entry])
            return
        margin = " " * (tree.span(self.pointer, key=True).column - 1)
        at = line_end(tree.text, full_end(tree, self.pointer))
        yield Replacement(at, at, f"\n{margin}{entry}")


@frozen
class AddItem:
    """Add an item to a list, after the one at the pointer."""

    pointer: Pointer
    word: str

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        _holder(data, self.pointer).insert(int(self.pointer[-1]) + 1, self.word)

    def to_text(self, tree: Tree) -> Iterator[Replacement]:
        """Yield the replacements in the text."""
        *at, place = self.pointer
        yield _item_beside(tree, tuple(at), int(place) + 1, self.word)


@frozen
class RenameKey:
    """Rename a key."""

    pointer: Pointer
    key: str

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        holder = _holder(data, self.pointer)
        holder[self.key] = holder.pop(self.pointer[-1])

    def to_text(self, tree: Tree) -> Iterator[Replacement]:
        """Yield the replacements in the text."""
        start, end = span_of(tree, self.pointer, key=True)
        yield Replacement(start, end, spelled(tree, self.key, start))


@frozen
class Remove:
    """Remove a key with its value, or an item of a list; its comments stay."""

    pointer: Pointer

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        del _holder(data, self.pointer)[self.pointer[-1]]

    def to_text(self, tree: Tree) -> Iterator[Replacement]:
        """Yield the replacements in the text."""
        *at, step = self.pointer
        yield from without(tree, tuple(at), step, step)


def edited_text(tree: Tree, changes: Iterable[FileEdit]) -> str:
    """Return the file's text with changes made; every comment stays.

    Raises:
        TocModelError: the layout of the text does not allow them safely.
    """
    every = sorted(changes, key=_order)
    meant = deepcopy(tree.data)
    for change in every:
        change.to_data(meant)
    text = apply_replacements(
        tree.text, [edit for change in every for edit in change.to_text(tree)]
    )
    document = reads(text, tree.path)
    if (
        document.theory is None
        or document.tree.data != meant
        or comment_texts(document.tree) != comment_texts(tree)
    ):
        raise TocModelError(
            f"'{tree.path}' cannot be changed safely, so nothing was written; write each key that "
            "is to change on a line of its own, and try again"
        )
    return text


def _order(change: FileEdit) -> tuple[int, int, int]:
    """Return a sort key that lets each change find its place after the earlier ones.

    Changes that move others come last: new items, then removals and renamings. Among these, inner
    ones come before outer ones, and the last items of a list come first.
    """
    rank = 2 if isinstance(change, RenameKey | Remove) else int(isinstance(change, AddItem))
    last = change.pointer[-1]
    return rank, -len(change.pointer), -last if isinstance(last, int) else 0


def comment_texts(tree: Tree) -> list[str]:
    """Return the comments of a file, in order."""
    return [tree.text[start:end].rstrip(WHITE_SPACE) for start, end in comments(tree)]


def _holder(data: Any, pointer: Pointer) -> Any:
    for step in pointer[:-1]:
        data = data[step]
    return data


def _item_beside(tree: Tree, at: Pointer, place: int, word: str) -> Replacement:
    """Insert a word into a list that has items, before the item now at its place."""
    near = (*at, max(0, place - 1))
    start, end = tree.offset(near), full_end(tree, near)
    words = spelled(tree, word)
    if is_in_braces(tree, at):
        before = Replacement(start, start, f"{words}, ")
        return after_in_braces(tree, near, [words]) if place else before
    line = line_start(tree.text, start)
    item = f"{tree.text[line:start]}{words}"
    if not place:
        return Replacement(line, line, f"{item}\n")
    below = line_end(tree.text, end)
    return Replacement(below, below, f"\n{item}")


def without(tree: Tree, at: Pointer, first: str | int, last: str | int) -> Iterator[Replacement]:
    """Remove entries of a mapping or list, from ``first`` to ``last``, but keep comments."""
    start, _ = span_of(tree, (*at, first), key=True)
    end = full_end(tree, (*at, last))
    held = value_of(tree, at)
    if is_in_braces(tree, at):
        yield _without_comma(tree, start, end)
        return
    line = line_start(tree.text, start)
    before = tree.text[line:start]
    if isinstance(held, dict) and before.strip(
        WHITE_SPACE
    ):  # the first key of an item, after its hyphen
        yield _up_to_the_next(tree, at, last, start, end)
        return
    if at and len(held) == 1:
        _, key_end = span_of(tree, at, key=True)
        colon = tree.text.index(":", key_end) + 1
        yield Replacement(colon, colon, " {}" if isinstance(held, dict) else " []")
    stop = line_end(tree.text, end)
    margin = before[: len(before) - len(before.lstrip(WHITE_SPACE))]
    kept = [f"{margin}{comment}" for comment in comments_between(tree, line, stop)]
    if stop < len(tree.text):
        yield Replacement(line, stop + 1, "".join(f"{comment}\n" for comment in kept))
    else:  # the last line, without an end
        yield Replacement(max(0, line - 1), stop, "".join(f"\n{comment}" for comment in kept))


def _up_to_the_next(tree: Tree, at: Pointer, key: str | int, start: int, end: int) -> Replacement:
    keys = list(value_of(tree, at))
    following = keys[keys.index(key) + 1 :][:1]
    stop = span_of(tree, (*at, following[0]), key=True)[0] if following else end
    between = [place for place, _ in comments(tree) if start <= place < stop]
    return Replacement(start, min([*between, stop]), "")


def _without_comma(tree: Tree, start: int, end: int) -> Replacement:
    """Remove part of a bracket with the comma after it, or else the one before it."""
    text = tree.text
    found = _COMMA.match(text, end)
    after = found.end() if found else end
    kept = comments_between(tree, start, after)
    before = text[:start].rstrip(WHITE_SPACE)
    if not found and before.endswith(",") and not kept:
        return Replacement(len(before) - 1, end, "")
    line, below = line_start(text, start), line_end(text, after)
    margin, rest = text[line:start], text[after:below]
    if margin.strip(WHITE_SPACE) or rest.strip(WHITE_SPACE):
        spaces = len(rest) - len(rest.lstrip(WHITE_SPACE))
        above = "".join(f"{comment}\n{margin}" for comment in kept)
        return Replacement(start, after + spaces, above)
    lines = "".join(f"{margin}{comment}\n" for comment in kept)
    return Replacement(line, min(len(text), below + 1), lines)


_COMMA = re.compile(r"\s*,")


def comments_between(tree: Tree, start: int, end: int) -> list[str]:
    """Return the comments that begin between two places."""
    return [tree.text[a:b].rstrip(WHITE_SPACE) for a, b in comments(tree) if start <= a < end]


def spelled(tree: Tree, word: str, at: int | None = None) -> str:
    """Return a word with the quotes of the word at a place, or else those it needs."""
    quote = '"' if tree.path.endswith(".json") else "" if at is None else tree.text[at : at + 1]
    if quote == "'" and word.isprintable():
        return "'" + word.replace("'", "''") + "'"
    if quote == '"' or parse(f"[{word}]", tree.path).data != [word]:
        return escaped(json.dumps(word, ensure_ascii=False))
    return word


def escaped(quoted: str) -> str:
    r"""Return a text in double quotes with codes for letters that no file has as they are.

    >>> escaped('"a\x85"')
    '"a\\u0085"'
    """
    return _UNWRITTEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


_UNWRITTEN = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def _brackets(tree: Tree, words: Iterable[str]) -> str:
    return f"[{', '.join(spelled(tree, word) for word in words)}]"
