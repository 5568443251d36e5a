"""Waivers written as comments: ``# tocmodel: ignore[TOC204] the reason``."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tocmodel.diagnostics import Pointer, Span, nearest
from tocmodel.syntax import Tree
from tocmodel.values import frozen

_MARK = "tocmodel:"
_BEFORE = r"(?:.*[ \t])?(#[ \t]*)"
_IGNORE = r"[ \t]*ignore[ \t]*\[([^\]]*)\][ \t]*:?(.*)"
_NOTHING = r"[ \t]*(?:#.*|---[ \t]*|%.*)?"  # not compiled: most files have no such comment
_FAR = 2**63
_EVERYTHING = (1, _FAR)


@frozen
class Comment:
    """A comment that speaks to tocmodel.

    Attributes:
        span: where it stands.
        rules: the codes and names in its brackets; ``None`` if it cannot be understood.
        reason: what stands after them.
        lines: the first and the last line that it is about.
    """

    span: Span
    rules: tuple[str, ...] | None
    reason: str
    lines: tuple[int, int]


def find_comments(tree: Tree) -> Iterator[Comment]:
    """Find the comments for tocmodel in a YAML file; a text that looks like one is none."""
    if tree.path.lower().endswith(".json"):
        return
    lines = tree.text.split("\n")
    for start, end in _marked(tree.text):
        line, column = tree.position(start)
        rest = tree.text[start:end].partition(_MARK)[2]
        if not _is_meant(rest) or _is_in_text(tree, (line, column)):
            continue
        found = re.fullmatch(_IGNORE, rest)
        yield Comment(
            span=tree.stretch(start, end),
            rules=tuple(word.strip() for word in found[1].split(",")) if found else None,
            reason=found[2].strip() if found else "",
            lines=_scope(tree, lines, line),
        )


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each comment that begins with the mark."""
    at = text.find(_MARK)
    while at >= 0:
        first = text.rfind("\n", 0, at) + 1
        last = text.find("\n", at)
        last = len(text) if last < 0 else last
        before = re.compile(_BEFORE).fullmatch(text, first, at)
        if before is not None:
            yield before.start(1), last
            at = last
        at = text.find(_MARK, at + 1)


def _is_meant(rest: str) -> bool:
    """Say whether a comment wants to be a waiver, if misspelt; others are left alone."""
    word = re.split(r"[\[\s(:]", rest.strip(), maxsplit=1)[0]
    return nearest(word, ["ignore", "disable", "waive", "noqa"]) is not None


def _scope(tree: Tree, lines: Sequence[str], line: int) -> tuple[int, int]:
    """Return the lines that a comment on this line is about."""
    alone = lines[line - 1].lstrip().startswith("#")
    if not alone:
        return line, _last_line(tree, line)
    if all(re.fullmatch(_NOTHING, text) for text in lines[: line - 1]):
        return _EVERYTHING
    following = (
        number
        for number in range(line + 1, len(lines) + 1)
        if not re.fullmatch(_NOTHING, lines[number - 1])
    )
    first = next(following, line)
    return first, _last_line(tree, first)


def _last_line(tree: Tree, line: int) -> int:
    """Return where what begins on a line ends: a whole element, if its key stands there."""
    pointer: Pointer = ()
    value = tree.data
    while steps := _steps(value):
        before = _bisect(tree, pointer, steps, (line, 0))
        place = _bisect(tree, pointer, steps, (line, _FAR))
        if before < place:
            return max(tree.span((*pointer, step)).end_line for step in steps[before:place])
        if not place:
            break
        pointer = (*pointer, steps[place - 1])
        value = value[steps[place - 1]]
    return line


def _is_in_text(tree: Tree, at: tuple[int, int]) -> bool:
    """Say whether a place lies within a quoted or folded text, where ``#`` is a letter."""
    pointer: Pointer = ()
    value = tree.data
    while steps := _steps(value):
        place = _bisect(tree, pointer, steps, at)
        if not place:
            return False
        pointer = (*pointer, steps[place - 1])
        value = value[steps[place - 1]]
    span = tree.span(pointer)
    return (span.line, span.column) <= at < (span.end_line, span.end_column)


def _steps(value: Any) -> Sequence[str | int]:
    if isinstance(value, Mapping):
        return list(value)
    return range(len(value)) if isinstance(value, list) else ()


def _bisect(tree: Tree, pointer: Pointer, steps: Sequence[str | int], at: tuple[int, int]) -> int:
    """Return how many of the keys or items here begin at or before a place."""
    return bisect_right(steps, at, key=lambda step: _start(tree, (*pointer, step)))


def _start(tree: Tree, pointer: Pointer) -> tuple[int, int]:
    span = tree.span(pointer, key=True)
    return span.line, span.column
