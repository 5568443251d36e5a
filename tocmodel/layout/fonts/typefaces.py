"""Font files, opened with HarfBuzz: their letters, and the shapes of shaped text.

HarfBuzz chooses and places the glyphs of scripts in which letters change with their neighbours. It
is part of the extra ``fonts`` and is imported when a picture needs it.
"""

import stat
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from attrs import field, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.fonts.bundled_font import FONT_FILES, STAND_INS, is_unseen
from tocmodel.layout.scene import PathCommand
from tocmodel.system.files import read_whole, world_error

INSTALL = "pip install 'tocmodel[fonts]'"
MOST_BYTES = 200 * 2**20
"""A larger file is refused: the largest fonts for Chinese, Japanese and Korean have 150 MiB."""
_BOLD_FROM = 600
_EMBOLDENED = 0.022
_OUTLINES = {"glyf", "CFF ", "CFF2"}


def can_shape() -> bool:
    """Whether the extra ``fonts`` is installed."""
    return find_spec("uharfbuzz") is not None


@frozen(kw_only=True)
class ShapedText:
    """A piece of text with its glyphs chosen and placed, in units of the text size."""

    width: float
    outline: tuple[PathCommand, ...]


@frozen(eq=False, kw_only=True)
class Typeface:
    """A font file.

    Attributes:
        name: the name of its file.
        bold: it is a bold font.
        latin: it has the letters from a to z.
        bundled: it comes with tocmodel; the table gives the widths of its letters.
    """

    name: str
    bold: bool
    latin: bool
    bundled: bool = False
    _face: Any = field(repr=False)
    _letters: Any = field(repr=False)  # a HarfBuzz set: the font's tables are read once
    _fonts: dict[bool, Any] = field(factory=dict, init=False, repr=False)
    _glyphs: dict[tuple[int, bool], tuple[PathCommand, ...]] = field(
        factory=dict, init=False, repr=False
    )

    def has(self, letter: str) -> bool:
        """Whether the font can draw a letter; a letter that it has only in colour does not count.

        HarfBuzz makes every kind of space from the common one, and does not draw invisible
        characters.
        """
        if letter.isspace():
            return ord(" ") in self._letters
        if ord(letter) not in self._letters:
            letter = STAND_INS.get(letter, letter)
        if ord(letter) not in self._letters:
            return is_unseen(letter)
        glyph = self._font(bold=False).get_nominal_glyph(ord(letter))
        return is_unseen(letter) or bool(self._glyph(glyph, bold=False))

    def shape(self, text: str, *, right_to_left: bool, language: str, bold: bool) -> ShapedText:
        """Choose and place the glyphs of a text in one script and one direction."""
        import uharfbuzz  # type: ignore[import-untyped]  # noqa: PLC0415  (an extra)

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.language = language  # otherwise it would be that of the machine
        font = self._font(bold=bold)
        uharfbuzz.shape(font, buffer, {"kern": False, "liga": False} if self.bundled else {})
        commands: list[PathCommand] = []
        x, em = 0, self._face.upem
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            glyph = self._glyph(info.codepoint, bold=bold)
            commands += _moved(glyph, x + place.x_offset, place.y_offset, em)
            x += place.x_advance
        return ShapedText(width=x / em, outline=tuple(commands))

    def _font(self, *, bold: bool) -> Any:
        """The font, emboldened if bold is wanted and the file is not bold."""
        import uharfbuzz  # noqa: PLC0415  (an extra)

        wanted = bold and not self.bold
        if wanted not in self._fonts:
            font = uharfbuzz.Font(self._face)
            if wanted and any(axis.tag == "wght" for axis in self._face.axis_infos):
                font.set_variations({"wght": 700})
            elif wanted:
                font.synthetic_bold = (_EMBOLDENED, _EMBOLDENED, True)
            self._fonts[wanted] = font
        return self._fonts[wanted]

    def _glyph(self, glyph: int, *, bold: bool) -> tuple[PathCommand, ...]:
        key = (glyph, bold)
        if key not in self._glyphs:
            pen = _Pen()
            self._font(bold=bold).draw_glyph_with_pen(glyph, pen)
            self._glyphs[key] = tuple(pen.commands)
        return self._glyphs[key]


def read_typefaces(paths: Iterable[str | Path]) -> tuple[Typeface, ...]:
    """Open font files.

    Raises:
        TocModelError: the extra is not installed, or a file cannot be read, or is not a font with
            outlines.
    """
    return tuple(read_typeface(Path(path)) for path in paths)


def read_typeface(path: Path) -> Typeface:
    """Open a font file: TrueType or OpenType, or the first font of a collection.

    Raises:
        TocModelError: as for ``read_typefaces``.
    """
    if not can_shape():
        raise TocModelError(f"a font of your own needs more software: {INSTALL}")
    data = _read(path)
    reason = _fault(data)
    if reason:
        raise TocModelError(f"cannot use '{path}' as a font: {reason}")
    return _open(path.name, data)


@cache
def bundled_typeface(*, bold: bool) -> Typeface:
    """Return the font that comes with tocmodel, for scripts that need shaping."""
    path = FONT_FILES[bold]
    return _open(path.name, path.read_bytes(), bundled=True)


def _read(path: Path) -> bytes:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise world_error(error, path, doing="read") from error
    if status.st_size > MOST_BYTES:
        reason = f"it is larger than {MOST_BYTES // 2**20} MiB"
        raise TocModelError(f"cannot use '{path}' as a font: {reason}")
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise TocModelError(f"cannot use '{path}' as a font: it is a device or a pipe")
    return read_whole(path, MOST_BYTES)


@lru_cache(maxsize=8)  # all views of a theory use the same fonts
def _open(name: str, data: bytes, *, bundled: bool = False) -> Typeface:
    import uharfbuzz  # noqa: PLC0415  (an extra)

    face = uharfbuzz.Face(uharfbuzz.Blob(data))
    weight = uharfbuzz.Font(face).get_style_value(uharfbuzz.StyleTag.WEIGHT)
    letters = face.unicodes
    latin = all(ord(letter) in letters for letter in "abcdefghijklmnopqrstuvwxyz")
    return Typeface(
        name=name,
        bold=weight >= _BOLD_FROM,
        latin=latin,
        bundled=bundled,
        face=face,
        letters=letters,
    )


def _fault(data: bytes) -> str:
    """Return why a file is not a usable font; empty if it is."""
    start = 0
    if data[:4] == b"ttcf":
        start = int.from_bytes(data[12:16], "big")
    if data[:4] in {b"wOFF", b"wOF2"}:
        return "it is a font for web pages; name a TrueType or OpenType file (.ttf, .otf)"
    if data[start : start + 4] not in {b"\0\1\0\0", b"OTTO", b"true"}:
        return "it is not a TrueType or OpenType file (.ttf, .otf)"
    tables = list(_tables(data, start))
    if any(end > len(data) for _, end in tables) or "cmap" not in dict(tables):
        return "it is broken or cut short"
    if not _OUTLINES & dict(tables).keys():
        return "it has pictures of letters but no outlines; name a font that has outlines"
    return ""


def _tables(data: bytes, start: int) -> Iterator[tuple[str, int]]:
    """Yield the tag of each table of a font, and the end of the table."""
    count = int.from_bytes(data[start + 4 : start + 6], "big")
    for at in range(start + 12, start + 12 + 16 * count, 16):
        offset, length = (int.from_bytes(data[at + i : at + i + 4], "big") for i in (8, 12))
        yield data[at : at + 4].decode("latin-1"), offset + length


def _moved(outline: Iterable[PathCommand], x: float, y: float, em: int) -> Iterator[PathCommand]:
    """An outline at its place, in units of the text size, with *y* growing downwards."""
    for letter, numbers in outline:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        yield letter, tuple(n for a, b in pairs for n in ((a + x) / em, -(b + y) / em))


class _Pen:
    """Collects an outline; HarfBuzz and fontTools require these method names."""

    def __init__(self) -> None:
        self.commands: list[PathCommand] = []

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.commands.append(("M", point))

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self.commands.append(("L", point))

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.commands.append(("C", tuple(number for point in points for number in point)))

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        """A curve with one control point equals one with two, each two thirds of the way to it."""
        start = self.commands[-1][1][-2:]
        first, second = (
            tuple(a + 2 / 3 * (b - a) for a, b in zip(side, control, strict=True))
            for side in (start, end)
        )
        self.commands.append(("C", (*first, *second, *end)))

    def closePath(self) -> None:  # noqa: N802
        self.commands.append(("Z", ()))

    def endPath(self) -> None:  # noqa: N802
        """An open outline is filled in the same way."""
