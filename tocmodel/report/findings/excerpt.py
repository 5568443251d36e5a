"""A line of the user's file with a caret below the place of a finding."""

import unicodedata
from functools import lru_cache

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import Span

WIDTH = 100
"""Longer lines are cut to a window of this many characters around the place."""


def columns(text: str) -> int:
    r"""Return how many columns of a terminal a text takes.

    >>> columns("café"), columns("cafe\u0301"), columns("価値")
    (4, 4, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or character in "\u200c\u200d":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def excerpt(text: str, span: Span) -> tuple[str, str, str] | None:
    r"""Return the line number, the line and the carets; ``None`` when the text has no such line.

    >>> excerpt("a: 1\nb: two\n", Span("a.toc.yaml", 2, 4, 2, 7))
    ('2', 'b: two', '   ^^^')
    """
    line = _line(text, span.line)
    if line is None:
        return None
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    first = max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    last = first + WIDTH
    before, marked = terminal_text(line[first:start]), terminal_text(line[start : min(end, last)])
    shown = terminal_text(line[first:last])
    ahead = "…" if first else ""
    behind = "…" if len(line) > last else ""
    caret = " " * columns(ahead + before) + "^" * max(1, columns(marked.rstrip()))
    return str(span.line), f"{ahead}{shown}{behind}".rstrip(), caret


def _line(text: str, number: int) -> str | None:
    lines = _lines(text)
    return lines[number - 1].removeprefix("\ufeff") if 0 < number <= len(lines) else None


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    # Not splitlines(): YAML and JSON end lines only at these three, and positions count this way.
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
