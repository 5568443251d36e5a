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
SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken; it is seen, as a hyphen, only where that happens."""
STAND_INS = {"\u2011": "\u2010"}
"""A hyphen that does not break, which the bundled font lacks, and one that looks the same."""
BLANKS = {"\u1680": 0.278, "\u205f": 4 / 18, "\u3000": 1.0}
"""Spaces that the bundled font lacks, with their widths in units of the text size."""


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


def has_glyph(character: str) -> bool:
    """Say whether a character can be drawn with the bundled font, as itself or by a stand-in.

    >>> has_glyph("é"), has_glyph("\u2011"), has_glyph("漢")
    (True, True, False)
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


@lru_cache(maxsize=8192)
def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text, in points.

    >>> round(measure("Trust", 10), 2)
    22.78
    """
    widths = _widths(bold=bold)
    return size * sum(widths[c] if c in widths else _estimate(c) for c in text)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break text into as few lines as fit the width, and make those lines of like length.

    Nothing is cut off: a word wider than the line is broken, at a hyphen if it has one. A soft
    hyphen becomes a hyphen where the word is broken, and goes away elsewhere.

    >>> wrap("Children start school ready", 80, 10)
    ('Children start', 'school ready')
    >>> "".join(wrap("Llanfairpwllgwyngyll", 40, 10))
    'Llanfairpwllgwyngyll'
    >>> wrap("co\u00adproduction", 60, 10), wrap("co\u00adproduction", 52, 10)
    (('coproduction',), ('co-', 'production'))
    """
    ruler = _Ruler(text, size, bold=bold)
    if not ruler.words:
        return ()
    return tuple(ruler.even(width) if ruler.longest <= width else ruler.fill(width))


def count_lines(text: str, width: float, size: float) -> int:
    """Return how many lines a text is broken into.

    >>> count_lines("Children start school ready", 80, 10)
    2
    """
    ruler = _Ruler(text, size, bold=False)
    if not ruler.words:
        return 0
    return len(ruler.starts(width) if ruler.longest <= width else ruler.fill(width))


class _Ruler:
    """Fills lines with the words of one text, each measured once."""

    def __init__(self, text: str, size: float, *, bold: bool) -> None:
        self.words = [word for word in _SPACE.split(text) if word.strip(SOFT_HYPHEN)]
        self._size = size
        self._bold = bold
        self._widths = [self.width(word) for word in self.words]
        self._space = self.width(" ")
        self.longest = max(self._widths, default=0.0)

    def width(self, text: str) -> float:
        """Width of a piece of text."""
        return measure(text, self._size, bold=self._bold)

    def starts(self, width: float) -> list[int]:
        """At which word each line starts, where every word fits the width."""
        starts, used, space = [0], self._widths[0], self._space
        for index, wide in enumerate(self._widths[1:], 1):
            longer = used + space + wide
            if longer <= width:
                used = longer
            else:
                starts.append(index)
                used = wide
        return starts

    def even(self, width: float) -> list[str]:
        """Fill lines, narrower ones as long as there are not more of them."""
        best = self.starts(width)
        low, high = self.longest, width
        while len(best) > 1 and high - low > 1:
            middle = (low + high) / 2
            tried = self.starts(middle)
            if len(tried) == len(best):
                best, high = tried, middle
            else:
                low = middle
        ends = [*best[1:], len(self.words)]
        return [_seen(" ".join(self.words[a:b])) for a, b in zip(best, ends, strict=True)]

    def fill(self, width: float) -> list[str]:
        """Put as many words on each line as fit, and break those that do not fit by themselves."""
        lines: list[str] = []
        line, used = "", 0.0
        for word, wide in zip(self.words, self._widths, strict=True):
            if line and used + self._space + wide <= width:
                line, used = f"{line} {word}", used + self._space + wide
                continue
            if line:
                lines.append(_seen(line))
            *full, line = self._parts(word, width)
            lines += full
            used = self.width(line)
        return [*lines, _seen(line)]

    def _parts(self, word: str, width: float) -> list[str]:
        """A word whole if it fits, else broken after hyphens, else between its characters."""
        if self.width(word) <= width:
            return [word]
        parts = [""]
        for piece in _pieces(word):
            if self.width(_ended(parts[-1] + piece)) <= width:
                parts[-1] += piece
            elif self.width(_ended(piece)) <= width:
                parts.append(piece)
            else:
                parts += self._broken(piece.rstrip(SOFT_HYPHEN), width)
        *full, last = (part for part in parts if part)
        return [*map(_ended, full), last]

    def _broken(self, piece: str, width: float) -> list[str]:
        parts = [""]
        for character in piece:
            joins = unicodedata.category(character) in {"Mn", "Me", "Cf"}
            if not joins and parts[-1] and self.width(parts[-1] + character) > width:
                parts.append("")
            parts[-1] += character
        return parts


def _ended(part: str) -> str:
    """A part of a word as it stands at the end of a line, with the hyphen of a break."""
    return _seen(part) + "-" * part.endswith(SOFT_HYPHEN)


def _seen(line: str) -> str:
    return line.replace(SOFT_HYPHEN, "")


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
