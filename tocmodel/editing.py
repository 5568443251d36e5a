"""Changes to the text of a theory's file that leave everything else as it stands.

A person's file keeps its comments, its order and its spacing: a change puts a few characters in at
a place, and nothing is kept unless the whole then reads as exactly what was meant.
"""

import json
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any, Protocol

from tocmodel.diagnostics import Pointer, TocModelError
from tocmodel.dumping import yaml_text
from tocmodel.loading import reads
from tocmodel.syntax import Tree
from tocmodel.values import frozen


@frozen
class Edit:
    """A stretch of a text, by its offsets, and what stands there instead."""

    start: int
    end: int
    text: str


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
        return Edit(start, _full_end(tree, self.pointer), _brackets(tree, self.words))


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
        end = _full_end(tree, self.pointer)
        if is_in_braces(tree, self.pointer[:-1]):
            return Edit(end, end, f", {key}: {value}")
        margin = " " * (tree.span(self.pointer, key=True).column - 1)
        at = _line_end(tree.text, end)
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
        end = _full_end(tree, self.pointer)
        if is_in_braces(tree, self.pointer[:-1]):
            word = json.dumps(self.word) if tree.path.endswith(".json") else self.word
            return Edit(end, end, f", {word}")
        margin = tree.text[tree.text.rfind("\n", 0, start) + 1 : start]
        at = _line_end(tree.text, end)
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
        end = _full_end(tree, self.pointer)
        if not is_in_braces(tree, self.pointer[:-1]):
            line = tree.text.rfind("\n", 0, start) + 1
            return Edit(line, min(len(tree.text), _line_end(tree.text, end) + 1), "")
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


def edited(text: str, edits: list[Edit]) -> str:
    r"""Return a text with changes made to it; they must not overlap.

    >>> edited("a: 1\nb: 2\n", [Edit(3, 4, "one"), Edit(8, 9, "two")])
    'a: one\nb: two\n'
    """
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def span_of(tree: Tree, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
    """Return where a value, or its key, starts and ends in the text."""
    span = tree.span(pointer, key=key)
    return _offset(tree, span.line, span.column), _offset(tree, span.end_line, span.end_column)


def is_in_braces(tree: Tree, pointer: Pointer) -> bool:
    """Say whether a mapping or list is written in braces or brackets."""
    return tree.text[tree.offset(pointer)] in "{["


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


def _full_end(tree: Tree, pointer: Pointer) -> int:
    """Return where a value ends, the bracket that closes it included."""
    start, end = span_of(tree, pointer)
    if tree.text[start : start + 1] in ("{", "["):
        return _closing(tree.text, start) + 1
    return end


def _offset(tree: Tree, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = tree.text.index("\n", at) + 1
    return at + column - 1


def with_entries(tree: Tree, section: str, entries: Mapping[str, Any]) -> str:
    """Return the file's text with new entries at the end of a section.

    Where the file has no such section, one is begun at its end. The style of the file is kept:
    lines, or braces on a line.

    Args:
        tree: the file.
        section: ``stories``, or another section that maps ids to entries.
        entries: plain data by id.
    """
    held = tree.data.get(section)
    if held is not None and is_in_braces(tree, (section,)):
        return _into_braces(tree.text, tree.offset((section,)), held, _flow(entries))
    if held:
        return _below(tree, section, entries)
    block = _indented(yaml_text(entries), "  ")
    if section in tree.data:  # 'stories:' and nothing after it
        _, end = span_of(tree, (section,), key=True)
        line_end = _line_end(tree.text, tree.text.index(":", end))
        return tree.text[:line_end] + "\n" + block.rstrip("\n") + tree.text[line_end:]
    if is_in_braces(tree, ()):
        flow = f'"{section}": {{{_flow(entries)}}}'
        return _into_braces(tree.text, tree.offset(()), tree.data, flow)
    text = tree.text if tree.text.endswith("\n") else tree.text + "\n"
    return f"{text}\n{section}:\n{block}"


def _below(tree: Tree, section: str, entries: Mapping[str, Any]) -> str:
    first = next(iter(tree.data[section]))
    margin = " " * (tree.span((section, first), key=True).column - 1)
    _, end = span_of(tree, (section,))
    # The end of a text of several lines may lie at the beginning of the line after it, and that
    # of a list or mapping in brackets before the brackets that close it.
    kept = len(tree.text[:end].rstrip())
    closed = _CLOSERS.match(tree.text, kept)
    at = _line_end(tree.text, closed.end() if closed else kept)
    block = _indented(yaml_text(entries), margin).rstrip("\n")
    return tree.text[:at] + "\n" + block + tree.text[at:]


_CLOSERS = re.compile(r"(?:\s*(?:,\s*)?[}\]])*")


def _into_braces(text: str, start: int, held: Any, flow: str) -> str:
    """Put something into braces, after what they hold."""
    close = _closing(text, start)
    before = text[:close].rstrip()
    comma = ", " if held and not before.endswith(",") else ""
    return f"{before}{comma}{flow}{text[len(before) :]}"


def _closing(text: str, start: int) -> int:
    """Return where the brace or bracket that opens at ``start`` closes.

    >>> _closing('{a: "}", b: [c, {d: 1}]}', 0)
    23
    """
    depth = 0
    for found in _FLOW.finditer(text, start):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    return len(text)


_FLOW = re.compile(r"""[{}\[\]]|"(?:\\.|[^"\\])*"|(?<=[\s,\[{:])'(?:''|[^'])*'|(?<=\s)\#[^\n]*""")


def _flow(entries: Mapping[str, Any]) -> str:
    return ", ".join(
        f"{json.dumps(id_)}: {json.dumps(body, ensure_ascii=False)}"
        for id_, body in entries.items()
    )


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _indented(text: str, margin: str) -> str:
    return "".join(
        f"{margin}{line}" if line.strip() else line for line in text.splitlines(keepends=True)
    )
