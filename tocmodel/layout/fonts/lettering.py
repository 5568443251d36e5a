"""How the letters of one picture are drawn: the font, order and width of each.

If the bundled font can draw the letters of a line one after the other, the line stays text and the
writers set it. Any other line is shaped here and drawn as outlines, so that SVG, PNG and PDF agree;
its words stay in the picture, invisible, for searching, copying and screen readers.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from attrs import evolve, field, frozen

from tocmodel.layout.fonts.bidi import is_right_to_left, levels, visual_order
from tocmodel.layout.fonts.bundled_font import width_in_bundled_font
from tocmodel.layout.fonts.scripts import has_loose_marks, needs_shaping, script_of
from tocmodel.layout.fonts.typefaces import ShapedText, Typeface, bundled_typeface, can_shape
from tocmodel.layout.scene import PathCommand

_FOLLOWING = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})
"""Categories of characters that belong to the letter before them."""
_COMMON = frozenset("NPSZ")
"""Categories of numbers, signs and spaces, which many scripts share."""


@frozen(kw_only=True)
class Run:
    """Neighbouring letters with the same font, script and direction.

    Attributes:
        text: the letters in reading order.
        typeface: the font that draws them; ``None`` if no font has them.
        level: odd if they run from right to left.
    """

    text: str
    typeface: Typeface | None
    level: int


@frozen(kw_only=True)
class OutlinedLine:
    """A line that is drawn as outlines, in units of the text size.

    Attributes:
        outline: the shapes of its letters, from the start of the baseline.
        rest: letters that no font has, with their start and estimated width.
    """

    outline: tuple[PathCommand, ...]
    rest: tuple[tuple[float, float, str], ...] = ()


@frozen(eq=False, kw_only=True)
class Lettering:
    """The fonts of a picture.

    Attributes:
        typefaces: the user's own fonts; the first that has a letter draws it, and the bundled font
            draws the rest.
        language: the language of the words, which decides the forms of some letters.
    """

    typefaces: tuple[Typeface, ...] = ()
    language: str = ""
    _known: dict[tuple[str, bool], Typeface | None] = field(factory=dict, init=False, repr=False)
    _lines: dict[tuple[str, bool], OutlinedLine | None] = field(
        factory=dict, init=False, repr=False
    )
    _widths: dict[tuple[str, bool], float] = field(factory=dict, init=False, repr=False)

    def is_plain(self, text: str) -> bool:
        """Whether only the bundled font is needed, one letter after the other."""
        return not self.typefaces and (not _must_be_placed(text) or not can_shape())

    def width(self, text: str, *, bold: bool) -> float:
        """Return the width of a line in units of its size, with an estimate for missing letters."""
        if self.is_plain(text):
            return width_in_bundled_font(text, bold=bold)
        key = (text, bold)
        if key not in self._widths:
            self._widths[key] = sum(
                self._width(run, bold=bold) for run in self.runs(text, bold=bold)
            )
        return self._widths[key]

    def line(self, text: str, *, bold: bool) -> OutlinedLine | None:
        """Return a line as outlines; ``None`` if it stays text."""
        key = (text, bold)
        if key not in self._lines:
            self._lines[key] = None if self.is_plain(text) else self._shape(text, bold=bold)
        return self._lines[key]

    def runs(self, text: str, *, bold: bool) -> list[Run]:
        """Divide a line into runs, in their order on the page."""
        text = "".join(letter for letter in text if unicodedata.category(letter) != "Cc")
        towards_left = is_right_to_left(text, self.language)
        found: list[Run] = []
        script = ""
        for letter, level in zip(text, levels(text, right_to_left=towards_left), strict=True):
            follows = bool(found) and unicodedata.category(letter) in _FOLLOWING
            last = found[-1] if found else None
            typeface = self._typeface(letter, last, bold=bold, follows=follows)
            own = script if follows else script_of(letter)
            if last and last.typeface is typeface and last.level == level and own == script:
                found[-1] = evolve(last, text=last.text + letter)
            else:
                found.append(Run(text=letter, typeface=typeface, level=level))
            script = own
        return [found[index] for index in visual_order([run.level for run in found])]

    def _typeface(
        self, letter: str, last: Run | None, *, bold: bool, follows: bool
    ) -> Typeface | None:
        if follows and last and (not last.typeface or last.typeface.has(letter)):
            return last.typeface
        key = (letter, bold)
        if key not in self._known:
            fonts = (font for font in self._order(letter, bold=bold) if font.has(letter))
            self._known[key] = next(fonts, None)
        return self._known[key]

    def _order(self, letter: str, *, bold: bool) -> list[Typeface]:
        """The fonts in the order in which they are tried for a letter.

        Numbers and symbols look best in a font that also has Latin letters: they are usually among
        these.
        """
        own = sorted(self.typefaces, key=lambda font: font.bold != bold)
        fonts = [*own, bundled_typeface(bold=bold)]
        if unicodedata.category(letter)[0] in _COMMON:
            fonts.sort(key=lambda font: not font.latin)
        return fonts

    def _width(self, run: Run, *, bold: bool) -> float:
        font = run.typeface
        if font is None or (font.bundled and not needs_shaping(run.text)):
            return width_in_bundled_font(run.text, bold=bold)
        return self._shape_run(run, font, bold=bold).width

    def _shape(self, text: str, *, bold: bool) -> OutlinedLine | None:
        runs = self.runs(text, bold=bold)
        own = any(run.typeface and not run.typeface.bundled for run in runs)
        whole = all(run.typeface for run in runs)
        if not own and not (whole and _must_be_placed(text)):
            return None
        outline: list[PathCommand] = []
        rest: list[tuple[float, float, str]] = []
        x = 0.0
        for run in runs:
            width = self._width(run, bold=bold)
            if run.typeface is None:
                rest.append((x, width, run.text))
            else:
                outline += _shifted(self._shape_run(run, run.typeface, bold=bold), x)
            x += width
        return OutlinedLine(outline=tuple(outline), rest=tuple(rest))

    def _shape_run(self, run: Run, typeface: Typeface, *, bold: bool) -> ShapedText:
        towards_left = run.level % 2 == 1
        return typeface.shape(
            run.text, right_to_left=towards_left, language=self.language or "und", bold=bold
        )


def _must_be_placed(text: str) -> bool:
    return needs_shaping(text) or has_loose_marks(text)


_PLAIN = Lettering()
_CURRENT: ContextVar[Lettering] = ContextVar("lettering", default=_PLAIN)


def current_lettering() -> Lettering:
    """Return the lettering of the picture being laid out.

    Nearly every function of the layout measures words. The fonts are the same for a whole picture,
    so they are here once instead of in the arguments of all these functions.
    """
    return _CURRENT.get()


@contextmanager
def use_lettering(lettering: Lettering) -> Iterator[None]:
    """Measure words in these fonts from here on, until the end of the ``with``."""
    before = _CURRENT.set(lettering)
    try:
        yield
    finally:
        _CURRENT.reset(before)


def _shifted(shaped: ShapedText, x: float) -> Iterator[PathCommand]:
    for letter, numbers in shaped.outline:
        yield letter, tuple(n if index % 2 else n + x for index, n in enumerate(numbers))
