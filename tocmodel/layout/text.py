"""Measure and wrap text as it will stand on the page, with no help from the machine's fonts."""

import json
import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

FONT_FOLDER = Path(__file__).with_name("fonts")
FONT_FAMILY = "Liberation Sans"
FONT_FILES = {
    False: FONT_FOLDER / "LiberationSans-Regular.ttf",
    True: FONT_FOLDER / "LiberationSans-Bold.ttf",
}
LEADING = 1.16
"""From one line to the next, in units of the text size."""
ASCENT = 0.91
"""From the top of a line to its baseline, in units of the text size, once centred."""

_UNITS = 2048
_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# A line may end after these, inside a word; the characters stay on the line they end.
_AFTER = re.compile(r"(?<=[\w)][-–—/])(?=\w)|(?<=\u200b)|(?<=\u00ad)")
_EMOJI = 1.37
_WIDE = 1.0
_OTHER = 0.66


@cache
def _widths(*, bold: bool) -> dict[str, float]:
    table = json.loads((FONT_FOLDER / "widths.json").read_text(encoding="utf-8"))
    return {
        chr(run[0] + index): width / _UNITS
        for run in table["bold" if bold else "regular"]
        for index, width in enumerate(run[1:])
    }


def has_glyph(character: str) -> bool:
    """Say whether the bundled font can draw a character.

    >>> has_glyph("é"), has_glyph("漢")
    (True, False)
    """
    return character in _widths(bold=False)


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


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text, in points.

    >>> round(measure("Trust", 10), 2)
    22.78
    """
    widths = _widths(bold=bold)
    return size * sum(widths[c] if c in widths else _estimate(c) for c in text)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break text into as few lines as fit the width, and make those lines of like length.

    Nothing is cut off: a word wider than the line is broken, at a hyphen if it has one.

    >>> wrap("Children start school ready", 80, 10)
    ('Children start', 'school ready')
    >>> "".join(wrap("Llanfairpwllgwyngyll", 40, 10))
    'Llanfairpwllgwyngyll'
    """
    words = [word for word in _SPACE.split(text) if word]
    if not words:
        return ()
    ruler = _Ruler(size, bold=bold)
    lines = ruler.fill(words, width)
    return tuple(ruler.even(words, lines, width))


class _Ruler:
    """Fills lines with words of one size; it remembers the width of each word."""

    def __init__(self, size: float, *, bold: bool) -> None:
        self._size = size
        self._bold = bold
        self._known: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of a piece of text."""
        if text not in self._known:
            self._known[text] = measure(text, self._size, bold=self._bold)
        return self._known[text]

    def fill(self, words: list[str], width: float) -> list[str]:
        """Put as many words on each line as fit."""
        lines: list[str] = []
        line, used = "", 0.0
        space = self.width(" ")
        for word in words:
            wide = self.width(word)
            if line and used + space + wide <= width:
                line, used = f"{line} {word}", used + space + wide
                continue
            if line:
                lines.append(line)
            *full, line = self._parts(word, width)
            lines += full
            used = self.width(line)
        return [*lines, line]

    def even(self, words: list[str], lines: list[str], width: float) -> list[str]:
        """Narrow the lines while neither their number nor the number of broken words grows."""
        if len(lines) == 1 or any(self.width(word) > width for word in words):
            return lines
        low, high = max(self.width(word) for word in words), width
        best = lines
        while high - low > 1:
            middle = (low + high) / 2
            tried = self.fill(words, middle)
            if len(tried) == len(lines):
                best, high = tried, middle
            else:
                low = middle
        return best

    def _parts(self, word: str, width: float) -> list[str]:
        """A word whole if it fits, else broken after hyphens, else between its characters."""
        if self.width(word) <= width:
            return [word]
        parts = [""]
        for piece in _pieces(word):
            if self.width(parts[-1] + piece) <= width:
                parts[-1] += piece
            elif self.width(piece) <= width:
                parts.append(piece)
            else:
                parts += self._broken(piece, width)
        return [part for part in parts if part]

    def _broken(self, piece: str, width: float) -> list[str]:
        parts = [""]
        for character in piece:
            joins = unicodedata.category(character) in {"Mn", "Me", "Cf"}
            if not joins and parts[-1] and self.width(parts[-1] + character) > width:
                parts.append("")
            parts[-1] += character
        return parts


def _pieces(word: str) -> list[str]:
    """Where a word may be broken first: after a hyphen, and around ideographs.

    >>> _pieces("secondary-aged")
    ['secondary-', 'aged']
    """
    return [piece for part in _AFTER.split(word) for piece in _ideographs(part) if piece]


def _ideographs(part: str) -> list[str]:
    pieces = [""]
    for character in part:
        if unicodedata.east_asian_width(character) in "WF":
            pieces += [character, ""]
        else:
            pieces[-1] += character
    return pieces
