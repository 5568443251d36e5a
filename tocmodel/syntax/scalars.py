"""What a plain word of YAML means: the core schema of YAML 1.2, and nothing cleverer.

``NO``, ``on``, ``12:30`` and ``2024-01-01`` are text. Two things differ from the core schema,
both so that nothing is lost: a number with leading zeros (``010``) is text, for it is a code and
not a quantity, and so are ``.inf`` and ``.nan``, which JSON cannot write.
"""

import re
from typing import Any

_WORDS: dict[str, Any] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_LONGEST_NUMBER = 300
"""Longer digits are text: no count has so many, and Python refuses to convert them all."""


def resolve(word: str) -> Any:
    """Return what a plain (unquoted) word stands for.

    >>> [resolve(word) for word in ("NO", "12:30", "2024-01-01", "010", "~", "true")]
    ['NO', '12:30', '2024-01-01', '010', None, True]
    >>> [resolve(word) for word in ("17", "-0.5", "1e3", "0x1F", "1e999")]
    [17, -0.5, 1000.0, 31, '1e999']
    """
    if word in _WORDS:
        return _WORDS[word]
    if word[0] not in "+-.0123456789" or len(word) > _LONGEST_NUMBER:
        return word
    if _INTEGER.fullmatch(word):
        return int(word)
    if _FLOAT.fullmatch(word):
        number = float(word)
        return number if abs(number) != float("inf") else word
    if _BASED.fullmatch(word):
        return int(word, 0)
    return word
