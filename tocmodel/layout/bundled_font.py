"""The font that comes with tocmodel: its files, the letters it has, and how wide they are."""

import json
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

FONT_FOLDER = Path(__file__).with_name("fonts")
FONT_FAMILY = "Liberation Sans"
FONT_FILES = {
    False: FONT_FOLDER / "LiberationSans-Regular.ttf",
    True: FONT_FOLDER / "LiberationSans-Bold.ttf",
}
SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken; it is seen, as a hyphen, only where that happens."""
STAND_INS = {"\u2011": "\u2010"}
"""A hyphen that does not break, which the bundled font lacks, and one that looks the same."""
BLANKS = {"\u1680": 0.278, "\u205f": 4 / 18, "\u3000": 1.0}
"""Spaces that the bundled font lacks, with their widths in units of the text size."""

_UNITS = 2048
_SELECTORS = frozenset(map(chr, (0x34F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""They choose between two looks of a letter: emoji or sign, for one."""
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
    """Say whether a character leaves no mark: it steers line breaks, or what others look like.

    >>> is_unseen("\u200d"), is_unseen("\ufe0f"), is_unseen("a"), is_unseen(" ")
    (True, True, False, False)
    """
    return character in _SELECTORS or unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}


def has_glyph(character: str) -> bool:
    """Say whether a character can be drawn with the bundled font, as itself or by a stand-in.

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
    return sum(widths[c] if c in widths else _estimate(c) for c in text)


@lru_cache(maxsize=4096)
def _estimate(character: str) -> float:
    """Width of a character that the bundled font lacks, in units of the text size.

    Chinese, Japanese and Korean characters are as wide as they are high; marks that sit on a
    letter take no room; anything else is taken to be as wide as a broad Latin letter, which is
    more than Arabic, Hebrew, Devanagari or Thai letters need on average.
    """
    if ord(character) >= 0x1F000:
        return _EMOJI
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    if unicodedata.category(character) in {"Mn", "Me", "Cf", "Cc"}:
        return 0.0
    return _OTHER
