"""Numbers with their nouns."""

from tocmodel.model import (
    Number,
)
from tocmodel.wording.phrases import say_count


def count_words(number: int, section: str) -> str:
    """Return ``1 outcome``, ``2 outcomes``.

    >>> count_words(1, "stories"), count_words(2, "stories")
    ('1 story', '2 stories')
    """
    return say_count(number, section)


def counted(number: Number, one: str, several: str = "") -> str:
    """Return a number with its noun; ``several`` if the plural is not the noun with an s.

    >>> counted(1, "error"), counted(0, "error"), counted(1200, "finding has", "findings have")
    ('1 error', '0 errors', '1,200 findings have')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"
