"""Docstrings, split into their text and their lists of arguments, errors and attributes."""

import inspect
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

_HEADING = re.compile(
    r"^(Args|Returns|Yields|Raises|Attributes(?: of \w+)?|Words allowed):\n", re.MULTILINE
)
_LISTED = re.compile(r"^ {4}(?P<names>\S[^:\n]*): ", re.MULTILINE)


class Docstring(NamedTuple):
    """The parts of a docstring.

    Attributes:
        words: its text, with its examples.
        listed: the names and meanings below each heading.
    """

    words: str
    listed: Mapping[str, Mapping[str, str]]


def read(text: str | None) -> Docstring:
    r"""Split a docstring.

    >>> found = read('''A sum.
    ...
    ...     Args:
    ...         a, b: what is added,
    ...             both numbers.
    ...
    ...     >>> 1 + 1
    ...     2
    ... ''')
    >>> found.words, dict(found.listed["Args"])["b"]
    ('A sum.\n\n>>> 1 + 1\n2', 'what is added, both numbers.')
    """
    words, *pieces = _HEADING.split(inspect.cleandoc(text or "") + "\n")
    listed: dict[str, Mapping[str, str]] = {}
    for heading, piece in zip(pieces[::2], pieces[1::2], strict=True):
        inside, rest = _indented(piece)
        listed[heading] = MappingProxyType(dict(_entries(inside)))
        words += rest
    return Docstring(words.strip(), MappingProxyType(listed))


def attributes(kind: type) -> dict[str, str]:
    """Return the meaning of each attribute of a class, including those of its bases."""
    found: dict[str, str] = {}
    for heading, listed in read(vars(kind).get("__doc__")).listed.items():
        if heading.startswith("Attributes"):
            found = {**listed, **found}
    return found


def _indented(piece: str) -> tuple[str, str]:
    """Separate the indented lines at the beginning from the rest."""
    lines = piece.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if line.strip() and line[0] != " "), len(lines))
    return "".join(lines[:end]), "".join(lines[end:])


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield each name with its meaning; ``starts, ends: when`` means both."""
    _, *pieces = _LISTED.split(text)
    for names, meaning in zip(pieces[::2], pieces[1::2], strict=True):
        for name in names.split(", "):
            yield name, " ".join(meaning.split())
