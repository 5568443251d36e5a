"""Measure and wrap text as it will appear on the page, without the machine's fonts."""

import re
import unicodedata
from functools import lru_cache

from tocmodel.layout.fonts.bundled_font import SOFT_HYPHEN, width_in_bundled_font
from tocmodel.layout.fonts.graphemes import graphemes
from tocmodel.layout.fonts.lettering import current_lettering
from tocmodel.layout.hyphens import syllables

LEADING = 1.16
"""From one line to the next, in units of the text size."""
ASCENT = 0.91
"""From the top of a line to its baseline, in units of the text size, once centred."""

_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")
_HYPHENS = frozenset("-–—/")
"""A line may end after these, inside a word; they stay on the line they end."""
_OPENINGS = frozenset({SOFT_HYPHEN, "\u200b"})
"""Invisible characters that allow a break after them: soft hyphen and zero-width space."""
_GLUE = frozenset("\u00a0\u2007\u202f\u2060\ufeff")
"""Non-breaking spaces and word joiners: a word is broken beside one only if it must be."""


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
    """Break text into as few lines as fit the width, and make their lengths similar.

    Nothing is cut off: a word wider than the line is broken, at a hyphen if it has one, and
    otherwise where its language allows a hyphen. A soft hyphen becomes a hyphen where the word is
    broken, and disappears elsewhere.

    >>> wrap("Children start school ready", 80, 10)
    ('Children start', 'school ready')
    >>> "".join(wrap("Llanfairpwllgwyngyll", 40, 10))
    'Llanfairpwllgwyngyll'
    >>> wrap("co\u00adproduction", 60, 10), wrap("co\u00adproduction", 52, 10)
    (('coproduction',), ('co-', 'production'))
    """
    ruler = _ruler(text, size, bold=bold)
    if not ruler.words:
        return ()
    return tuple(ruler.even(width) if ruler.longest <= width else ruler.fill(width))


def count_lines(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """Return how many lines a text is broken into.

    >>> count_lines("Children start school ready", 80, 10)
    2
    """
    ruler = _ruler(text, size, bold=bold)
    if not ruler.words:
        return 0
    return len(ruler.starts(width) if ruler.longest <= width else ruler.fill(width))


def longest_word(text: str, size: float, *, bold: bool = False) -> float:
    r"""Return the width of the widest word: a line of this width breaks no word.

    >>> round(longest_word("10\u00a0km of roads", 10), 2) == round(measure("10\u00a0km", 10), 2)
    True
    """
    return max((measure(word, size, bold=bold) for word in _words(text)), default=0.0)


def width_of_words(text: str, size: float) -> float:
    """Return the width of all words of a text together, without the spaces between them.

    >>> round(width_of_words("Trust  grows", 10), 2) == round(measure("Trustgrows", 10), 2)
    True
    """
    return sum(measure(word, size) for word in _words(text))


def _words(text: str) -> list[str]:
    return [word for word in _SPACE.split(text) if word.strip(SOFT_HYPHEN)]


def _ruler(text: str, size: float, *, bold: bool) -> "_Ruler":
    plain = current_lettering().is_plain(text)
    return _plain_ruler(text, size, bold) if plain else _Ruler(text, size, bold=bold)


@lru_cache(maxsize=4096)
def _plain_ruler(text: str, size: float, bold: bool) -> "_Ruler":
    return _Ruler(text, size, bold=bold)


class _Ruler:
    """Fills lines with the words of one text, each measured once."""

    def __init__(self, text: str, size: float, *, bold: bool) -> None:
        self.words = _words(text)
        self._size = size
        self._bold = bold
        self._adds_up = current_lettering().is_plain(text)
        self._widths = [self.width(word) for word in self.words]
        self._space = self.width(" ")
        self.longest = max(self._widths, default=0.0)

    def width(self, text: str) -> float:
        """Width of a piece of text."""
        if self._adds_up:  # what is part of plain text is plain
            return _measure_plain(text, self._size, bold=self._bold)
        return measure(text, self._size, bold=self._bold)

    def starts(self, width: float) -> list[int]:
        """At which word each line starts, where every word fits the width."""
        starts, used = [0], self._widths[0]
        for index, wide in enumerate(self._widths[1:], 1):
            longer = self._longer(self.words[starts[-1] : index], used, index)
            if longer <= width:
                used = longer
            else:
                starts.append(index)
                used = wide
        return starts

    def _longer(self, line: list[str], used: float, index: int) -> float:
        """Width of a line, ``used`` so far, with one more word on it.

        Letters that change with their neighbours may be wider or narrower together than alone.
        """
        if self._adds_up:
            return used + self._space + self._widths[index]
        return self.width(" ".join([*line, self.words[index]]))

    def even(self, width: float) -> list[str]:
        """Fill lines, as narrow as possible without more of them."""
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
        for index, word in enumerate(self.words):
            longer = self._longer([line], used, index)
            if line and longer <= width:
                line, used = f"{line} {word}", longer
                continue
            if line:
                lines.append(_seen(line))
            *full, line = self._parts(word, width)
            lines += full
            used = self.width(line)
        return [*lines, _seen(line)]

    def _parts(self, word: str, width: float) -> list[str]:
        """A word whole if it fits, otherwise broken at the best places that there are.

        They are after hyphens, then between syllables, then between characters.
        """
        if self.width(word) <= width:
            return [word]
        parts = [""]
        for piece in _pieces(word):
            whole = self.width(_ended(piece)) <= width
            for part in (piece,) if whole else _hyphenated(piece):
                if self.width(_ended(parts[-1] + part)) <= width:
                    parts[-1] += part
                elif self.width(_ended(part)) <= width:
                    parts.append(part)
                else:
                    parts += self._broken(part, width)
        *full, last = (part for part in parts if part)
        return [*map(_ended, full), last]

    def _broken(self, piece: str, width: float) -> list[str]:
        parts = [""]
        for cluster in graphemes(_seen(piece)):
            if parts[-1] and self.width(parts[-1] + cluster) > width:
                parts.append("")
            parts[-1] += cluster
        return parts


def _hyphenated(piece: str) -> list[str]:
    """The syllables of a piece of a word, each with a soft hyphen if another one follows."""
    *others, last = syllables(piece, current_lettering().language)
    return [*(syllable + SOFT_HYPHEN for syllable in others), last]


def _ended(part: str) -> str:
    """A part of a word at the end of a line, with the hyphen of a break."""
    return _seen(part) + "-" * part.endswith(SOFT_HYPHEN)


def _seen(line: str) -> str:
    return line.replace(SOFT_HYPHEN, "")


def _pieces(word: str) -> list[str]:
    r"""The preferred breaks of a word: after a hyphen, and around ideographs.

    >>> _pieces("secondary-aged"), _pieces("漢字\u2060一")
    (['secondary-', 'aged'], ['漢', '字\u2060一'])
    """
    pieces = [""]
    before, earlier = "", ""
    for cluster in graphemes(word):
        if before and _may_part(earlier, before, cluster):
            pieces.append("")
        pieces[-1] += cluster
        before, earlier = cluster, before
    return pieces


def _may_part(earlier: str, before: str, after: str) -> bool:
    """Whether a line may end between two clusters; ``earlier`` is the one before them."""
    if before[-1] in _GLUE or after[0] in _GLUE:
        return False
    if before[-1] in _OPENINGS or _is_wide(before) or _is_wide(after):
        return True
    return before in _HYPHENS and _is_letter(earlier, ")") and _is_letter(after[0])


def _is_letter(text: str, others: str = "") -> bool:
    last = text[-1:]
    return last.isalnum() or (last != "" and last in f"_{others}")


def _is_wide(cluster: str) -> bool:
    return unicodedata.east_asian_width(cluster[0]) in "WF"
