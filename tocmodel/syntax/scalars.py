"""Read plain YAML words by the core schema of YAML 1.2, and nothing cleverer.

``NO``, ``on``, ``12:30`` and ``2024-01-01`` are text. Two things differ from the core schema,
both so that nothing is lost: a number with leading zeros (``010``) is text, because it is a code
and not a quantity, and so are ``.inf`` and ``.nan``, which JSON cannot write.
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
"""A longer number is text: no count has so many digits, and Python refuses very long ones."""


def resolve_as_written(word: str) -> Any:
    """Return the value of a plain word in a partnership's own column, keeping its spelling.

    ``4.20`` may be a reference and ``1e3`` the name of a form. A number is
    text if writing it back would change its spelling.

    >>> [resolve_as_written(word) for word in ("4.2", "17", "true")]
    [4.2, 17, True]
    >>> [resolve_as_written(word) for word in ("4.20", "1e3", "0x10", "+5", "-0")]
    ['4.20', '1e3', '0x10', '+5', '-0']
    """
    meant = resolve(word)
    is_number = isinstance(meant, int | float) and not isinstance(meant, bool)
    return word if is_number and str(meant) != word else meant


def resolve(word: str) -> Any:
    """Return the value of a plain (unquoted) word.

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
