"""Shorter texts for reports with little room; what is left out is always said."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\d])")


def first_words(text: str, most: int) -> str:
    """Return the first sentences of a text, or its first words with an ellipsis.

    >>> first_words("One two. Three four five. Six.", 5)
    'One two. Three four five.'
    >>> first_words("One two three four.", 2)
    'One two …'
    """
    words = " ".join(text.split())
    kept: list[str] = []
    for sentence in _SENTENCE.split(words):
        if sum(len(item.split()) for item in (*kept, sentence)) > most:
            break
        kept.append(sentence)
    if kept:
        return " ".join(kept)
    found = words.split()
    return words if len(found) <= most else f"{' '.join(found[:most])} …"


def first_items(items: Iterable[T], most: int) -> tuple[Sequence[T], int]:
    """Return the first items, and how many are left out.

    >>> first_items("abc", 2)
    (('a', 'b'), 1)
    """
    found = tuple(items)
    return found[:most], max(len(found) - most, 0)
