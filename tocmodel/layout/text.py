"""Measure and wrap text as it will stand on the page, with no help from the machine's fonts."""

import re
import unicodedata
from functools import lru_cache

from tocmodel.layout.bundled_font import SOFT_HYPHEN, width_in_bundled_font
from tocmodel.layout.lettering import current_lettering

LEADING = 1.16
"""From one line to the next, in units of the text size."""
ASCENT = 0.91
"""From the top of a line to its baseline, in units of the text size, once centred."""

_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
# A line may end after these, inside a word; the characters stay on the line they end.
_AFTER = re.compile(r"(?<=[\w)][-–—/])(?=\w)|(?<=\u200b)|(?<=\u00ad)")


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of one line of text, in points, in the fonts of the picture.

    >>> round(measure("Trust", 10), 2)
    22.78
    """
    lettering = current_lettering()
    if lettering.is_plain(text):
        return _measure_plain(text, size, bold=bold)
    return size * lettering.width(text, bold=bold)


@lru_cache(maxsize=8192)
def _measure_plain(text: str, size: float, *, bold: bool) -> float:
    return size * width_in_bundled_font(text, bold=bold)


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
            if (
                not _joins(parts[-1], character)
                and parts[-1]
                and self.width(parts[-1] + character) > width
            ):
                parts.append("")
            parts[-1] += character
        return parts


def _joins(before: str, character: str) -> bool:
    """Whether a character is one with what stands before it: a mark, or the rest of a conjunct."""
    virama = unicodedata.combining(before[-1]) == 9 if before else False
    return virama or unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


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
