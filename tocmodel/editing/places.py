"""Where something stands in the text of a file, and putting something else there."""

import re

from tocmodel.diagnostics import Pointer
from tocmodel.syntax import Tree
from tocmodel.values import frozen


@frozen
class Edit:
    """A stretch of a text, by its offsets, and what stands there instead."""

    start: int
    end: int
    text: str


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


def full_end(tree: Tree, pointer: Pointer) -> int:
    """Return where a value ends, the bracket that closes it included."""
    start, end = span_of(tree, pointer)
    if tree.text[start : start + 1] in ("{", "["):
        return closing(tree.text, start) + 1
    return end


def _offset(tree: Tree, line: int, column: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = tree.text.index("\n", at) + 1
    return at + column - 1


def closing(text: str, start: int) -> int:
    """Return where the brace or bracket that opens at ``start`` closes.

    >>> closing('{a: "}", b: [c, {d: 1}]}', 0)
    23
    """
    depth = 0
    for found in _FLOW.finditer(text, start):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    return len(text)


_FLOW = re.compile(r"""[{}\[\]]|"(?:\\.|[^"\\])*"|(?<=[\s,\[{:])'(?:''|[^'])*'|(?<=\s)\#[^\n]*""")


def line_end(text: str, at: int) -> int:
    """Return where the line ends that holds an offset."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found
