"""The font that comes with tocmodel: its files, its letters, and their widths."""

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from tocmodel.layout.fonts.graphemes import SKIN_TONES, ZERO_WIDTH_JOINER, is_half_a_flag

FONT_FOLDER = Path(__file__).parent
FONT_FAMILY = "Liberation Sans"
FONT_FILES = {
    False: FONT_FOLDER / "LiberationSans-Regular.ttf",
    True: FONT_FOLDER / "LiberationSans-Bold.ttf",
}
SOFT_HYPHEN = "\u00ad"
"""A place where a word may be broken; it is visible, as a hyphen, only if that happens."""
STAND_INS = {"\u2011": "\u2010"}
"""A non-breaking hyphen, which the bundled font lacks, and one that looks the same."""
BLANKS = {"\u1680": 0.278, "\u205f": 4 / 18, "\u3000": 1.0}
"""Spaces that the bundled font lacks, with their widths in units of the text size."""

_UNITS = 2048
_SELECTORS = frozenset(map(chr, (0x34F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""They choose between two looks of a letter, such as emoji or symbol."""
_JOINED = re.compile(f"{ZERO_WIDTH_JOINER}[\u2190-\u2bff\U0001f000-\U0001faff]")
"""The joiner of several emojis drawn as one, such as the members of a family."""
_EMOJI = 1.37
_WIDE = 1.0
_OTHER = 0.66


@cache
def _widths(*, bold: bool) -> dict[str, float]:
    table = json.loads((FONT_FOLDER / "widths.json").read_text(encoding="utf-8"))
    widths = {
        chr(run[0] + index): width / _UNITS
        for run in table["bold" if bold else "regular"]
        for index, width in enumerate(run[1:])
    }
    widths |= BLANKS | {letter: widths[other] for letter, other in STAND_INS.items()}
    widths[SOFT_HYPHEN] = 0.0
    return widths


def is_unseen(character: str) -> bool:
    """Whether a character is invisible: it controls line breaks, or the look of others.

    >>> is_unseen("\u200d"), is_unseen("\ufe0f"), is_unseen("a"), is_unseen(" ")
    (True, True, False, False)
    """
    return character in _SELECTORS or unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}


def has_glyph(character: str) -> bool:
    """Whether the bundled font can draw a character, as itself or as a substitute.

    >>> has_glyph("é"), has_glyph("\u2011"), has_glyph("漢")
    (True, True, False)
    """
    return character in _widths(bold=False)


def width_in_bundled_font(text: str, *, bold: bool = False) -> float:
    """Return the width of a text in units of its size; letters that the font lacks are estimated.

    >>> round(width_in_bundled_font("Trust"), 3)
    2.278
    """
    widths = _widths(bold=bold)
    if ZERO_WIDTH_JOINER in text:
        text = _JOINED.sub("", text)
    return sum(widths[c] if c in widths else _estimate(c) for c in text)


@lru_cache(maxsize=4096)
def _estimate(character: str) -> float:
    """Width of a character that the bundled font lacks, in units of the text size.

    Chinese, Japanese and Korean characters are as wide as they are high; marks on a letter and the
    skin tone of an emoji take no room, and a flag consists of two letters; anything else counts as
    wide as a broad Latin letter, which is more than Arabic, Hebrew, Devanagari or Thai letters need
    on average.
    """
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"} or character in SKIN_TONES:
        return 0.0
    if is_half_a_flag(character):
        return _EMOJI / 2
    if ord(character) >= 0x1F000:
        return _EMOJI
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    return _OTHER
