"""Reads docstrings: what they say, and what they list below Args, Raises and Attributes."""

import inspect
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

_HEADING = re.compile(r"^(Args|Returns|Yields|Raises|Attributes):\n", re.MULTILINE)
_LISTED = re.compile(r"^ {4}(?P<names>\S[^:\n]*): ", re.MULTILINE)


class Docstring(NamedTuple):
    """A docstring, taken apart.

    Attributes:
        words: what it says, with its examples.
        listed: what is below each heading: a name, and what it means.
    """

    words: str
    listed: Mapping[str, Mapping[str, str]]


def read(text: str | None) -> Docstring:
    r"""Take a docstring apart.

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


def attributes(kind: type) -> dict[type, Mapping[str, str]]:
    """Return what each class that a class is made of says of its attributes, itself first."""
    said = {one: read(_own(one)).listed.get("Attributes", {}) for one in kind.__mro__}
    return {one: listed for one, listed in said.items() if listed}


def _own(kind: type) -> str:
    """The docstring as it is in the source, where the class adds those of its bases to it."""
    return str(vars(kind).get("__doc__") or "")


def _indented(piece: str) -> tuple[str, str]:
    """Part the indented lines at the beginning from the rest."""
    lines = piece.splitlines(keepends=True)
    end = next((n for n, line in enumerate(lines) if line.strip() and line[0] != " "), len(lines))
    return "".join(lines[:end]), "".join(lines[end:])


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield each name with its meaning; ``starts, ends: when`` means both."""
    _, *pieces = _LISTED.split(text)
    for names, meaning in zip(pieces[::2], pieces[1::2], strict=True):
        for name in names.split(", "):
            yield name, " ".join(meaning.split())
