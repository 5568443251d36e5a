"""Where a word may be broken with a hyphen, by the patterns of its language.

The patterns are those of LibreOffice, which pyphen has. Languages without patterns there, such as
Welsh and Finnish, have no such places: only their authors know them, and can write soft hyphens.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from tocmodel.layout.fonts.graphemes import graphemes

_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST, _LAST = 3, 3
"""The least letters before and after a hyphen."""
_LONGEST = 100
"""A longer run of letters is no word of any language."""
_OTHER_NAMES = {"no": "nb"}
_WITHOUT_HYPHENS = frozenset({"th"})
"""Languages that break words without a hyphen."""


@lru_cache(maxsize=2048)
def syllables(word: str, language: str) -> tuple[str, ...]:
    """Return the parts of a word between which a hyphen may end a line; the word if there are none.

    Args:
        word: a word, with what is written against it.
        language: its language, as a BCP 47 tag.

    >>> syllables("Kindertageseinrichtungen,", "de")
    ('Kin', 'der', 'ta', 'ges', 'ein', 'rich', 'tun', 'gen,')
    >>> syllables("Llanfairpwllgwyngyll", "cy")
    ('Llanfairpwllgwyngyll',)
    """
    find = _patterns(language)
    if find is None:
        return (word,)
    ends = _ends_of_graphemes(word)
    breaks = [
        run.start() + place
        for run in _LETTERS.finditer(word)
        if _FIRST + _LAST <= len(run[0]) <= _LONGEST and len(run[0].lower()) == len(run[0])
        for place in find(run[0])
        if _FIRST <= place <= len(run[0]) - _LAST and run.start() + place in ends
    ]
    return tuple(word[a:b] for a, b in zip([0, *breaks], [*breaks, len(word)], strict=True))


def _ends_of_graphemes(word: str) -> frozenset[int]:
    at = 0
    return frozenset(at := at + len(cluster) for cluster in graphemes(word))


@lru_cache(maxsize=8)
def _patterns(language: str) -> Callable[[str], Sequence[int]] | None:
    """Return a function for the places in a word; none if the language has no patterns."""
    import pyphen  # noqa: PLC0415  (only where a word has to be broken)

    main, _, rest = language.lower().partition("-")
    name = pyphen.language_fallback("-".join(filter(None, (_OTHER_NAMES.get(main, main), rest))))
    if name is None or main in _WITHOUT_HYPHENS:
        return None
    patterns = pyphen.Pyphen(lang=name).hd

    def places(word: str) -> list[int]:
        """The places without those at which the spelling would change."""
        return [int(place) for place in patterns.positions(word) if place.data is None]

    return places
