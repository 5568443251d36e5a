"""Single changes: another word, a new key, a key by another name, one less."""

import json
import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Protocol

from tocmodel.diagnostics import Pointer, TocModelError
from tocmodel.editing.places import Edit, edited, full_end, is_in_braces, line_end, span_of
from tocmodel.loading import reads
from tocmodel.syntax import Tree
from tocmodel.values import frozen


class Change(Protocol):
    """One change, to the data of a file and to its text."""

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""

    def to_text(self, tree: Tree) -> Edit:
        """Return what to change in the text."""


@frozen
class SetWord:
    """Another word for a value, in the quotes it stands in."""

    pointer: Pointer
    word: str

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        _holder(data, self.pointer)[self.pointer[-1]] = self.word

    def to_text(self, tree: Tree) -> Edit:
        """Return what to change in the text."""
        start, end = span_of(tree, self.pointer)
        return Edit(start, end, _as_before(tree.text[start:end], self.word))


@frozen
class SetList:
    """A list of words for a value, in brackets."""

    pointer: Pointer
    words: tuple[str, ...]

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        _holder(data, self.pointer)[self.pointer[-1]] = list(self.words)

    def to_text(self, tree: Tree) -> Edit:
        """Return what to change in the text."""
        start = tree.offset(self.pointer)
        # Items may stand right below their key, where brackets may not.
        margin = "  " if tree.text[start] == "-" else ""
        return Edit(start, full_end(tree, self.pointer), margin + _brackets(tree, self.words))


@frozen
class AddKey:
    """A new key beside the one at the pointer, after its value."""

    pointer: Pointer
    key: str
    value: str | tuple[str, ...]

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        value = self.value if isinstance(self.value, str) else list(self.value)
        _holder(data, self.pointer)[self.key] = value

    def to_text(self, tree: Tree) -> Edit:
        """Return what to change in the text."""
        quoted = tree.path.endswith(".json")
        key = json.dumps(self.key) if quoted else self.key
        if isinstance(self.value, str):
            value = json.dumps(self.value) if quoted else self.value
        else:
            value = _brackets(tree, self.value)
        end = full_end(tree, self.pointer)
        if is_in_braces(tree, self.pointer[:-1]):
            return Edit(end, end, f", {key}: {value}")
        margin = " " * (tree.span(self.pointer, key=True).column - 1)
        at = line_end(tree.text, end)
        return Edit(at, at, f"\n{margin}{key}: {value}")


@frozen
class AddItem:
    """A new item of a list, after the one at the pointer."""

    pointer: Pointer
    word: str

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        _holder(data, self.pointer).insert(int(self.pointer[-1]) + 1, self.word)

    def to_text(self, tree: Tree) -> Edit:
        """Return what to change in the text."""
        start = tree.offset(self.pointer)
        end = full_end(tree, self.pointer)
        if is_in_braces(tree, self.pointer[:-1]):
            word = json.dumps(self.word) if tree.path.endswith(".json") else self.word
            return Edit(end, end, f", {word}")
        margin = tree.text[tree.text.rfind("\n", 0, start) + 1 : start]
        at = line_end(tree.text, end)
        return Edit(at, at, f"\n{margin}{self.word}")


@frozen
class RenameKey:
    """Another name for a key."""

    pointer: Pointer
    key: str

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        holder = _holder(data, self.pointer)
        holder[self.key] = holder.pop(self.pointer[-1])

    def to_text(self, tree: Tree) -> Edit:
        """Return what to change in the text."""
        start, end = span_of(tree, self.pointer, key=True)
        return Edit(start, end, _as_before(tree.text[start:end], self.key))


@frozen
class Remove:
    """Take a key with its value, or an item of a list, out."""

    pointer: Pointer

    def to_data(self, data: Any) -> None:
        """Make the change in plain data."""
        del _holder(data, self.pointer)[self.pointer[-1]]

    def to_text(self, tree: Tree) -> Edit:
        """Return what to change in the text."""
        start, _ = span_of(tree, self.pointer, key=True)
        end = full_end(tree, self.pointer)
        if not is_in_braces(tree, self.pointer[:-1]):
            line = tree.text.rfind("\n", 0, start) + 1
            return Edit(line, min(len(tree.text), line_end(tree.text, end) + 1), "")
        before = tree.text[:start].rstrip()
        if before.endswith(","):
            return Edit(len(before) - 1, end, "")
        after = re.match(r"\s*,\s*", tree.text[end:])
        return Edit(start, end + (after.end() if after else 0), "")


_AT_THE_END = (RenameKey, Remove)


def changed(tree: Tree, changes: Iterable[Change]) -> str:
    """Return the file's text with some changes made.

    Raises:
        TocModelError: the text is written in a way in which they cannot be made safely.
    """
    every = sorted(changes, key=lambda change: isinstance(change, _AT_THE_END))
    meant = deepcopy(tree.data)
    for change in every:
        change.to_data(meant)
    text = edited(tree.text, [change.to_text(tree) for change in every])
    document = reads(text, tree.path)
    if document.theory is None or document.tree.data != meant or _remarks(text, tree):
        raise TocModelError(
            f"'{tree.path}' cannot be changed safely, so nothing was written; write each key that "
            "is to change on a line of its own, and try again"
        )
    return text


def _remarks(text: str, tree: Tree) -> bool:
    """Say whether a comment of the old text is missing from the new one."""
    return any(remark not in text for remark in _REMARK.findall(tree.text))


_REMARK = re.compile(r"(?:^|\s)(\#.*)$", re.MULTILINE)


def _holder(data: Any, pointer: Pointer) -> Any:
    for step in pointer[:-1]:
        data = data[step]
    return data


def _as_before(old: str, word: str) -> str:
    """Put a word into the quotes that another stood in."""
    quote = old[:1] if old[:1] in ("'", '"') else ""
    return f"{quote}{word}{quote}"


def _brackets(tree: Tree, words: Iterable[str]) -> str:
    quoted = tree.path.endswith(".json")
    return f"[{', '.join(json.dumps(word) if quoted else word for word in words)}]"
