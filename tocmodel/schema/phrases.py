"""The names of values, kinds and places in messages."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from tocmodel.diagnostics import Pointer

LONGEST = 60
"""A value is quoted up to this length."""

_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "string": "text",
        "number": "a number",
        "integer": "a whole number",
        "boolean": "true or false",
        "array": "a list",
        "object": "a mapping",
        "null": "nothing",
    }
)


def name_of(pointer: Pointer) -> str:
    """Name the value at an address by its key or its place in a list.

    >>> name_of(("outcomes", "engaged", "horizon"))
    "'horizon'"
    >>> name_of(("links", 2))
    "item 3 of 'links'"
    """
    if not pointer:
        return "the file"
    last = pointer[-1]
    if isinstance(last, str):
        return quoted(last)
    return f"item {last + 1} of {name_of(pointer[:-1])}"


def quoted(text: str) -> str:
    """Put a text in quotes, on one line and not longer than is readable.

    >>> quoted("well-being")
    "'well-being'"
    """
    line = " ".join(text[: LONGEST * 4].split())
    if len(line) > LONGEST or len(text) > LONGEST * 4:
        line = line[:LONGEST].rstrip() + " ..."
    return f"'{line}'"


def value_words(value: Any) -> str:
    """Describe a value, and quote it if it is short enough.

    >>> value_words("lots"), value_words(3), value_words(True), value_words([1, 2])
    ("text ('lots')", 'a number (3)', 'true', 'a list')
    """
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"text ({quoted(value)})" if value.strip() else "an empty text"
    if isinstance(value, int | float):
        return f"a number ({number(value)})"
    return "a list" if isinstance(value, list) else "a mapping"


def number(value: float) -> str:
    """Write a number, or only its length if it is too long."""
    if isinstance(value, int) and abs(value) >= 10**20:
        return "of more than 20 digits"
    return str(value)


def kinds(types: str | Sequence[str]) -> str:
    """Name the kinds of value that a schema allows.

    >>> kinds(["string", "array"])
    'text or a list'
    """
    names = [types] if isinstance(types, str) else [kind for kind in types if kind != "null"]
    words = [_KINDS[name] for name in names]
    if len(words) < 3:
        return " or ".join(words)
    return f"{', '.join(words[:-1])}, or {words[-1]}"


def with_article(noun: str) -> str:
    """Put the right article before a noun.

    >>> with_article("outcome"), with_article("view")
    ('an outcome', 'a view')
    """
    return f"{'an' if noun[0].casefold() in 'aeiou' else 'a'} {noun}"


def listed(words: Sequence[object], most: int = 20) -> str:
    """Join words with commas, leaving out those too many to read."""
    shown = ", ".join(str(word) for word in words[:most])
    return f"{shown} ..." if len(words) > most else shown


def either(words: Sequence[str]) -> str:
    """Join choices with *or*.

    >>> either(["a"]), either(["a", "b", "c"])
    ('a', 'a, b or c')
    """
    *before, last = words
    return f"{', '.join(before)} or {last}" if before else last


def uncapped(sentence: str) -> str:
    """Turn a sentence into a part of one: no capital, unless it is a name, and no full stop.

    >>> uncapped("An id is lower-case words.")
    'an id is lower-case words'
    """
    text = sentence.removesuffix(".")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
