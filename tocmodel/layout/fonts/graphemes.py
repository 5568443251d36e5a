"""Grapheme clusters: characters that a reader sees as one, and that no line may separate.

Source: the extended grapheme clusters of Unicode Standard Annex #29, with the conjuncts of Indian
scripts kept whole, and without its rare prefixes (such as the sign before an Arabic number).
"""

import unicodedata

_FOLLOWING = frozenset({"Mn", "Mc", "Me", "Cf"})
"""Categories of accents, vowel signs, joiners and other characters that belong to the character
before them."""
SKIN_TONES = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_LETTERS_THAT_FOLLOW = frozenset("\u0e33\u0eb3\uff9e\uff9f")
"""The vowel *am* of Thai and of Lao, and the voicing marks of half-width Japanese letters."""
ZERO_WIDTH_JOINER = "\u200d"
_VIRAMA = 9
"""The combining class of the sign that ties a letter of an Indian script to the next one."""


def graphemes(text: str) -> list[str]:
    r"""Return the grapheme clusters of a text.

    >>> graphemes("cafe\u0301") == ["c", "a", "f", "e\u0301"]
    True
    >>> graphemes("👩\u200d👧🇬🇧👍🏽") == ["👩\u200d👧", "🇬🇧", "👍🏽"]
    True
    """
    if text.isascii():
        return list(text)
    found: list[str] = []
    for character in text:
        if found and _joins(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _joins(before: str, character: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    return (
        unicodedata.category(character) in _FOLLOWING
        or character in SKIN_TONES
        or character in _LETTERS_THAT_FOLLOW
        or (unicodedata.combining(before[-1]) == _VIRAMA and character.isalpha())
        or (before[-1] == ZERO_WIDTH_JOINER and _is_pictograph(character))
        or (len(before) == 1 and is_half_a_flag(before) and is_half_a_flag(character))
        or _makes_a_syllable(before[-1], character)
    )


def _is_pictograph(character: str) -> bool:
    return unicodedata.category(character) == "So"


def is_half_a_flag(character: str) -> bool:
    """Whether a character is one of the two that make the flag of a country."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _makes_a_syllable(before: str, character: str) -> bool:
    """Whether two Korean characters belong to one syllable."""
    if _is_vowel_or_end(character):
        return _is_start(before) or _is_vowel_or_end(before) or _is_syllable(before)
    return _is_start(before) and (_is_start(character) or _is_syllable(character))


def _is_start(character: str) -> bool:
    return "\u1100" <= character <= "\u115f" or "\ua960" <= character <= "\ua97c"


def _is_vowel_or_end(character: str) -> bool:
    return "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb"


def _is_syllable(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"
