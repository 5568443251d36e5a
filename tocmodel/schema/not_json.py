"""Values that no JSON Schema can describe, because JSON cannot hold them."""

from collections.abc import Iterator
from math import isfinite

from tocmodel.diagnostics import Pointer, Problem
from tocmodel.schema.phrases import name_of

DEEPEST = 100
"""How deeply mappings and lists may be nested."""


def not_json(value: object, pointer: Pointer = ()) -> Iterator[Problem]:
    """Yield a problem for everything in a value that is not plain data.

    Dates, infinite numbers and keys that are not text come from Python, never from a model
    file: the reader of files accepts none of them.
    """
    if len(pointer) > DEEPEST:
        message = f"{name_of(pointer)} is nested more than {DEEPEST} levels deep"
        yield Problem(message=message, pointer=pointer)
    elif isinstance(value, dict):
        for key, item in value.items():
            if isinstance(key, str) and _is_unicode(key):
                yield from not_json(item, (*pointer, key))
            else:
                message = f"a key of {name_of(pointer)} is not text: {key!r:.80}"
                yield Problem(message=message, pointer=pointer)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from not_json(item, (*pointer, place))
    elif not _is_plain(value):
        kind = type(value).__name__
        message = f"{name_of(pointer)} has a value that no file can hold: {value!r:.80} ({kind})"
        yield Problem(message=message, pointer=pointer)


def _is_plain(value: object) -> bool:
    if isinstance(value, str):
        return _is_unicode(value)
    if isinstance(value, float):
        return isfinite(value)
    return value is None or isinstance(value, int)


def _is_unicode(text: str) -> bool:
    """Half of a surrogate pair: Python has it as a character, but UTF-8 cannot encode it."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)
