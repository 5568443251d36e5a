"""Find the place of a value in a file's text, and replace the text there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from tocmodel.diagnostics import Pointer
from tocmodel.syntax import Tree

WHITE_SPACE = " \t\r\n"
"""What YAML passes over between values; a space that does not break is part of a text."""


@frozen
class Replacement:
    """Two offsets in a text, and the new text between them."""

    start: int
    end: int
    text: str


def apply_replacements(text: str, edits: Iterable[Replacement]) -> str:
    r"""Return a text with replacements made; they must not overlap.

    >>> apply_replacements("a: 1\nb: 2\n", [Replacement(3, 4, "one"), Replacement(8, 9, "two")])
    'a: one\nb: two\n'
    """
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def span_of(tree: Tree, pointer: Pointer, *, key: bool = False) -> tuple[int, int]:
    """Return the start and end of a value, or of its key, in the text."""
    span = tree.span(pointer, key=key)
    return _offset(tree, span.line, span.column), _offset(tree, span.end_line, span.end_column)


def value_of(tree: Tree, pointer: Pointer) -> Any:
    """Return the value at an address."""
    value = tree.data
    for step in pointer:
        value = value[step]
    return value


def is_in_braces(tree: Tree, pointer: Pointer) -> bool:
    """Return whether a mapping or list is written in braces or brackets."""
    return tree.text[tree.offset(pointer) :][:1] in ("{", "[")


def full_end(tree: Tree, pointer: Pointer) -> int:
    """Return the end of a value: after its last letter or its closing bracket.

    In the tree itself, a text of several lines ends at the start of the line below it, and a
    mapping ends with its last value.
    """
    value = value_of(tree, pointer)
    if isinstance(value, dict | list):
        if is_in_braces(tree, pointer):
            return closing_bracket(tree.text, tree.offset(pointer)) + 1
        return full_end(tree, (*pointer, _last_step(value)))
    _, end = span_of(tree, pointer)
    return len(tree.text[:end].rstrip(WHITE_SPACE))


def _last_step(value: dict[str, Any] | list[Any]) -> str | int:
    return next(reversed(value)) if isinstance(value, dict) else len(value) - 1


def _offset(tree: Tree, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = tree.text.index("\n", at) + 1
    return at + column - 1


def closing_bracket(text: str, start: int) -> int:
    """Return the place where the brace or bracket opened at ``start`` closes.

    >>> closing_bracket('{a: "}", b: [c, {d: 1}]}', 0)
    23
    """
    depth = 0
    for found in _FLOW.finditer(text, start):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    return len(text)


_FLOW = re.compile(r"""[{}\[\]]|"(?:\\.|[^"\\])*"|(?<=[\s,\[{:])'(?:''|[^'])*'|(?<=\s)\#[^\n]*""")


def after_in_braces(tree: Tree, pointer: Pointer, entries: Sequence[str]) -> Replacement:
    """Add entries after one in braces or brackets, on separate lines if that one is."""
    text = tree.text
    key, _ = span_of(tree, pointer, key=True)
    end = full_end(tree, pointer)
    comma = _COMMA.match(text, end)
    after = comma.end() if comma else end
    below = line_end(text, after)
    margin, rest = text[line_start(text, key) : key], text[after:below].strip(WHITE_SPACE)
    if margin.strip(WHITE_SPACE) or (rest and not rest.startswith("#")):
        return Replacement(end, end, "".join(f", {entry}" for entry in entries))
    lines = ",".join(f"\n{margin}{entry}" for entry in entries)
    if comma:
        return Replacement(below, below, f"{lines},")
    return Replacement(end, below, f",{text[end:below]}{lines}")


_COMMA = re.compile(r"\s*,")


def line_start(text: str, at: int) -> int:
    """Return the start of the line that contains an offset."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return the end of the line that contains an offset."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def comments(tree: Tree) -> list[tuple[int, int]]:
    """Return the start and end of each comment in a file, in order."""
    if tree.path.endswith(".json"):
        return []
    words = sorted(_words(tree))
    found: list[tuple[int, int]] = []
    at = number = 0
    while match := _HASH.search(tree.text, at):
        start = match.start()
        while number < len(words) and words[number][1] <= start:
            number += 1
        if number < len(words) and words[number][0] <= start:
            at = words[number][1]
            continue
        at = line_end(tree.text, start)
        found.append((start, at))
    return found


_HASH = re.compile(r"(?<!\S)#")


def _words(tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each key and single value; a # inside is not a comment."""
    for start, end in tree.words():
        # The line with the | or > of a text of several lines may hold a comment.
        head = line_end(tree.text, start) if tree.text[start : start + 1] in ("|", ">") else 0
        yield max(start, head), end
