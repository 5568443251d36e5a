"""Waivers written as comments: ``# tocmodel: ignore[TOC204] the reason``."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import field, frozen

from tocmodel.diagnostics import Pointer, Span, nearest
from tocmodel.syntax import Tree

_MARK = "tocmodel:"
_IGNORE = r"[ \t]*ignore[ \t]*\[([^\]]*)\][ \t]*:?(.*)"
_NOTHING = r"[ \t]*(?:#.*|---[ \t]*|%.*)?"  # not compiled: most files have no such comment
_FAR = 2**63
_EVERYTHING = (1, _FAR)


@frozen
class Comment:
    """A comment for tocmodel.

    Attributes:
        span: its place.
        rules: the codes and names in its brackets; ``None`` if it cannot be understood.
        reason: the text after them.
        lines: the first and the last line that it covers.
    """

    span: Span
    rules: tuple[str, ...] | None
    reason: str
    lines: tuple[int, int]


def find_comments(tree: Tree) -> Iterator[Comment]:
    """Find the comments for tocmodel in a YAML file; text that only looks like one is left out."""
    if tree.path.lower().endswith(".json"):
        return
    outline = _Outline(tree)
    for start, end in _marked(tree.text):
        line, column = tree.position(start)
        rest = tree.text[start:end].partition(_MARK)[2]
        if not _is_meant(rest) or _is_in_text(outline, (line, column)):
            continue
        found = re.fullmatch(_IGNORE, rest)
        yield Comment(
            span=tree.stretch(start, end),
            rules=tuple(word.strip() for word in found[1].split(",")) if found else None,
            reason=found[2].strip() if found else "",
            lines=_scope(outline, line),
        )


def _marked(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each comment that begins with the mark."""
    at = text.find(_MARK)
    while at >= 0:
        start = at
        while start and text[start - 1] in " \t":
            start -= 1
        start -= 1
        if start >= 0 and text[start] == "#" and (not start or text[start - 1] in " \t\n"):
            last = text.find("\n", at)
            last = len(text) if last < 0 else last
            yield start, last
            at = last
        at = text.find(_MARK, at + 1)


@frozen(eq=False, slots=False)
class _Outline:
    """What every comment asks of a file; worked out once, so that the work is linear."""

    tree: Tree
    known: dict[Pointer, Sequence[str | int]] = field(factory=dict)

    @cached_property
    def lines(self) -> list[str]:
        return self.tree.text.split("\n")

    @cached_property
    def following(self) -> list[int]:
        """For each line, the first one from there on that holds more than a comment."""
        found = [_FAR] * (len(self.lines) + 2)
        for number in range(len(self.lines), 0, -1):
            is_empty = re.fullmatch(_NOTHING, self.lines[number - 1])
            found[number] = found[number + 1] if is_empty else number
        return found

    def steps(self, pointer: Pointer, value: Any) -> Sequence[str | int]:
        """The keys or the places in a mapping or a list."""
        if pointer not in self.known:
            self.known[pointer] = _steps(value)
        return self.known[pointer]


def _is_meant(rest: str) -> bool:
    """Return whether a comment looks like a waiver, perhaps misspelt; others are left alone."""
    word = re.split(r"[\[\s(:]", rest.strip(), maxsplit=1)[0]
    return nearest(word, ["ignore", "disable", "waive", "noqa"]) is not None


def _scope(outline: _Outline, line: int) -> tuple[int, int]:
    """Return the lines that a comment on this line is about."""
    alone = outline.lines[line - 1].lstrip().startswith("#")
    if not alone:
        return line, _last_line(outline, line)
    if outline.following[1] >= line:
        return _EVERYTHING
    following = outline.following[line + 1]
    first = line if following == _FAR else following
    return first, _last_line(outline, first)


def _last_line(outline: _Outline, line: int) -> int:
    """Return the end of the value that begins on a line; a key begins a whole element."""
    tree = outline.tree
    pointer: Pointer = ()
    value = tree.data
    while steps := outline.steps(pointer, value):
        before = _bisect(tree, pointer, steps, (line, 0))
        place = _bisect(tree, pointer, steps, (line, _FAR))
        if before < place:
            return max(tree.span((*pointer, step)).end_line for step in steps[before:place])
        if not place:
            break
        pointer = (*pointer, steps[place - 1])
        value = value[steps[place - 1]]
    return line


def _is_in_text(outline: _Outline, at: tuple[int, int]) -> bool:
    """Return whether a place is within a quoted or folded text, where ``#`` is a letter."""
    tree = outline.tree
    pointer: Pointer = ()
    value = tree.data
    while steps := outline.steps(pointer, value):
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
    """Return how many of these keys or items begin at or before a place."""
    return bisect_right(steps, at, key=lambda step: _start(tree, (*pointer, step)))


def _start(tree: Tree, pointer: Pointer) -> tuple[int, int]:
    span = tree.span(pointer, key=True)
    return span.line, span.column
