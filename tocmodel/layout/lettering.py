"""How the letters of one picture are drawn: in which font each, in which order, and how wide.

A line whose letters the bundled font draws one after the other stays text, and the writers set it.
Any other line is shaped here and drawn as outlines, so that SVG, PNG and PDF agree; its words stay
in the picture, unseen, for those who search, copy or listen.
"""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from attrs import evolve

from tocmodel.layout.bidi import is_right_to_left, levels, visual_order
from tocmodel.layout.bundled_font import width_in_bundled_font
from tocmodel.layout.scene import Command
from tocmodel.layout.scripts import has_loose_marks, needs_shaping, script_of
from tocmodel.layout.typefaces import Shaped, Typeface, bundled_typeface, can_shape
from tocmodel.values import field, frozen

_FOLLOWING = frozenset({"Mn", "Mc", "Me", "Cf", "Sk"})
"""Categories of characters that belong to the letter before them."""
_COMMON = frozenset("NPSZ")
"""Categories of numbers, signs and spaces, which many scripts share."""


@frozen(kw_only=True)
class Run:
    """Neighbouring letters of one font, one script and one direction.

    Attributes:
        text: the letters in the order in which they are read.
        typeface: what draws them; ``None`` where no font has them.
        level: odd where they run from right to left.
    """

    text: str
    typeface: Typeface | None
    level: int


@frozen(kw_only=True)
class Line:
    """A line that is drawn as outlines, in units of the text size.

    Attributes:
        outline: the shapes of its letters, from the start of the baseline.
        rest: what no font has: where it starts, how wide it is taken to be, and its letters.
    """

    outline: tuple[Command, ...]
    rest: tuple[tuple[float, float, str], ...] = ()


@frozen(eq=False, kw_only=True)
class Lettering:
    """The fonts of a picture.

    Attributes:
        typefaces: fonts of one's own; the first that has a letter draws it, and the bundled font
            what none of them has.
        language: the language of the words, which decides the forms of some letters.
    """

    typefaces: tuple[Typeface, ...] = ()
    language: str = ""
    _known: dict[tuple[str, bool], Typeface | None] = field(factory=dict, init=False, repr=False)
    _lines: dict[tuple[str, bool], Line | None] = field(factory=dict, init=False, repr=False)
    _widths: dict[tuple[str, bool], float] = field(factory=dict, init=False, repr=False)

    def is_plain(self, text: str) -> bool:
        """Say whether nothing but the bundled font is asked for, one letter after the other."""
        return not self.typefaces and (not _must_be_placed(text) or not can_shape())

    def width(self, text: str, *, bold: bool) -> float:
        """Return the width of a line in units of its size; what no font has is estimated."""
        if self.is_plain(text):
            return width_in_bundled_font(text, bold=bold)
        key = (text, bold)
        if key not in self._widths:
            self._widths[key] = sum(
                self._width(run, bold=bold) for run in self.runs(text, bold=bold)
            )
        return self._widths[key]

    def line(self, text: str, *, bold: bool) -> Line | None:
        """Return a line as outlines; ``None`` where it stays text."""
        key = (text, bold)
        if key not in self._lines:
            self._lines[key] = None if self.is_plain(text) else self._shape(text, bold=bold)
        return self._lines[key]

    def runs(self, text: str, *, bold: bool) -> list[Run]:
        """Part a line into runs, in the order in which they stand on the page."""
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
        """The fonts in the order in which they are asked for a letter.

        Numbers and signs are best in a font that has Latin letters as well: they stand among these
        more often than not.
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

    def _shape(self, text: str, *, bold: bool) -> Line | None:
        runs = self.runs(text, bold=bold)
        own = any(run.typeface and not run.typeface.bundled for run in runs)
        whole = all(run.typeface for run in runs)
        if not own and not (whole and _must_be_placed(text)):
            return None
        outline: list[Command] = []
        rest: list[tuple[float, float, str]] = []
        x = 0.0
        for run in runs:
            width = self._width(run, bold=bold)
            if run.typeface is None:
                rest.append((x, width, run.text))
            else:
                outline += _shifted(self._shape_run(run, run.typeface, bold=bold), x)
            x += width
        return Line(outline=tuple(outline), rest=tuple(rest))

    def _shape_run(self, run: Run, typeface: Typeface, *, bold: bool) -> Shaped:
        towards_left = run.level % 2 == 1
        return typeface.shape(
            run.text, right_to_left=towards_left, language=self.language or "und", bold=bold
        )


def _must_be_placed(text: str) -> bool:
    return needs_shaping(text) or has_loose_marks(text)


_PLAIN = Lettering()
_CURRENT: ContextVar[Lettering] = ContextVar("lettering", default=_PLAIN)


def current_lettering() -> Lettering:
    """Return the lettering of the picture that is being laid out.

    Nearly every function of the layout measures words. The fonts are those of one whole picture, so
    they stand here once instead of in the arguments of all of these.
    """
    return _CURRENT.get()


@contextmanager
def lettered(lettering: Lettering) -> Iterator[None]:
    """Measure words in these fonts from here on, until the end of the ``with``."""
    before = _CURRENT.set(lettering)
    try:
        yield
    finally:
        _CURRENT.reset(before)


def _shifted(shaped: Shaped, x: float) -> Iterator[Command]:
    for letter, numbers in shaped.outline:
        yield letter, tuple(n if index % 2 else n + x for index, n in enumerate(numbers))
