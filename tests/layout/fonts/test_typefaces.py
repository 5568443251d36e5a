"""The user's own fonts: those that can be used, those that cannot, and the messages."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fonts import NO_NOTO, NOTO, SCRIPTS
from fontTools import varLib
from fontTools.designspaceLib import DesignSpaceDocument
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.fonts.bundled_font import FONT_FILES
from tocmodel.layout.fonts.lettering import Lettering
from tocmodel.layout.fonts.typefaces import (
    MOST_BYTES,
    bundled_typeface,
    read_typeface,
    read_typefaces,
)

Require = Callable[[bool, str], None]
OWN = FONT_FILES[False]


def in_pieces(data: bytes, tag: bytes) -> bytes:
    """A font whose table of this name goes by another."""
    return data.replace(tag, b"none", 1)


BROKEN = {
    "empty": (b"", "it is not a TrueType or OpenType file (.ttf, .otf)"),
    "words": (
        b"tocmodel: 1\ntitle: Not a font\n",
        "it is not a TrueType or OpenType file (.ttf, .otf)",
    ),
    "web": (
        b"wOF2" + bytes(60),
        "it is a font for web pages; name a TrueType or OpenType file (.ttf, .otf)",
    ),
    "head only": (OWN.read_bytes()[:12], "it is broken or cut short"),
    "cut short": (OWN.read_bytes()[:20_000], "it is broken or cut short"),
    "no letters": (in_pieces(OWN.read_bytes(), b"cmap"), "it is broken or cut short"),
    "colour only": (
        in_pieces(OWN.read_bytes(), b"glyf"),
        "it has pictures of letters but no outlines; name a font that has outlines",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_usable_font_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    data, reason = BROKEN[name]
    path = tmp_path / "own.ttf"
    path.write_bytes(data)
    with pytest.raises(TocModelError) as caught:
        read_typeface(path)
    assert str(caught.value) == f"cannot use '{path}' as a font: {reason}"


def test_a_missing_font_and_a_folder_are_reported(tmp_path: Path) -> None:
    said, missing = [], tmp_path / "none.ttf"
    for path in (missing, tmp_path):
        with pytest.raises(TocModelError) as caught:
            read_typeface(path)
        said.append(str(caught.value))
    assert said == [
        f"cannot read '{missing}': there is no such file; check the name and the folder",
        f"cannot read '{tmp_path}': it is a folder; name a file in it",
    ]


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.ttf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(TocModelError, match="as a font: it is larger than 200 MiB"):
        read_typeface(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "pipe.ttf"
    os.mkfifo(path)
    with pytest.raises(TocModelError, match="as a font: it is a device or a pipe"):
        read_typeface(path)


def test_the_first_font_of_a_collection_is_used(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [TTFont(path) for path in FONT_FILES.values()]
    collection.save(tmp_path / "both.ttc")
    both, alone = (read_typefaces([path]) for path in (tmp_path / "both.ttc", OWN))
    assert [font.bold for font in both] == [False]
    widths = {Lettering(typefaces=fonts).width("Trust", bold=False) for fonts in (both, alone)}
    assert len(widths) == 1


def test_a_variable_font_has_its_own_bold(tmp_path: Path) -> None:
    path = tmp_path / "variable.ttf"
    designspace = DesignSpaceDocument()
    designspace.addAxisDescriptor(name="Weight", tag="wght", minimum=400, default=400, maximum=700)
    for weight, width in ((400, 500), (700, 900)):
        designspace.addSourceDescriptor(font=bar(width), location={"Weight": weight})
    varLib.build(designspace)[0].save(path)
    own = Lettering(typefaces=read_typefaces([path]))
    assert [own.width("l", bold=bold) for bold in (False, True)] == [0.5, 0.9]


def bar(width: int) -> TTFont:
    """A font with one letter, an upright bar."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "l"])
    builder.setupCharacterMap({ord("l"): "l"})
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (width - 50, 700), (width - 50, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder.setupGlyf({".notdef": Glyph(), "l": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "l": (width, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Bar", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    return builder.font


def test_any_byte_of_a_font_may_be_wrong(tmp_path: Path) -> None:
    """HarfBuzz looks at what it reads; whatever it makes of it, nothing breaks."""
    data = bytearray(OWN.read_bytes())
    path = tmp_path / "own.ttf"
    for at in range(0, 6_000, 97):
        data[at] ^= 0xFF
        path.write_bytes(data)
        try:
            lettering = Lettering(typefaces=read_typefaces([path]))
        except TocModelError:
            continue
        assert lettering.width("Trust grows", bold=True) >= 0
        lettering.line("Trust grows", bold=True)


def test_without_the_extra_a_font_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    with pytest.raises(TocModelError) as caught:
        read_typeface(OWN)
    assert str(caught.value) == (
        "a font of your own needs more software: pip install 'tocmodel[fonts]'"
    )


def test_a_font_knows_whether_it_is_bold_and_has_latin_letters(require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    files = (*FONT_FILES.values(), *SCRIPTS["Bengali"].files)
    assert [(font.bold, font.latin) for font in read_typefaces(files)] == [
        (False, True),
        (True, True),
        (False, False),
        (True, False),
    ]


def test_letters_side_by_side_are_as_wide_as_in_the_table() -> None:
    words = "Trust grows – fairly: 12 °C (AVA)"
    for bold in (False, True):
        shaped = bundled_typeface(bold=bold).shape(
            words, right_to_left=False, language="en", bold=bold
        )
        assert shaped.width == pytest.approx(Lettering().width(words, bold=bold), abs=0.01)


def runs(lettering: Lettering, text: str, *, bold: bool = False) -> list[tuple[str, str]]:
    """The runs of a line from the left, each with the file of its font."""
    found = lettering.runs(text, bold=bold)
    return [(run.text, run.typeface.name if run.typeface else "") for run in found]


def test_each_letter_is_drawn_in_the_first_font_that_has_it(require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    regular, bold = SCRIPTS["Bengali"].fonts
    own = Lettering(typefaces=read_typefaces(SCRIPTS["Bengali"].files))
    assert runs(own, "ক 12 漢") == [
        ("ক", regular),
        (" 12 ", "LiberationSans-Regular.ttf"),
        ("漢", ""),
    ]
    assert runs(own, "ক্ষ", bold=True) == [("ক্ষ", bold)]


def test_runs_of_right_to_left_are_in_reverse(require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    own = Lettering(typefaces=read_typefaces(SCRIPTS["Hebrew"].files), language="he")
    assert [text for text, _ in runs(own, "אב 12 abc")] == ["abc", " ", "12", " ", "אב"]


@given(st.text(st.characters(exclude_categories=["Cc"]), max_size=40), st.booleans())
def test_no_letter_of_any_line_is_lost(text: str, bold: bool) -> None:
    own = Lettering(typefaces=read_typefaces([OWN]), language="ur")
    found = own.runs(text, bold=bold)
    assert sorted("".join(run.text for run in found)) == sorted(text)
    line = own.line(text, bold=bold)
    rest = sum(width for _, width, _ in line.rest) if line else 0.0
    assert 0.0 <= rest <= own.width(text, bold=bold) + 1e-6


def test_letters_join_and_conjuncts_form(require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    for script, joined, parts in (("Urdu", "بچے", "ب چ ے"), ("Bengali", "ক্ষ", "ক ্ ষ")):
        own = Lettering(typefaces=read_typefaces(SCRIPTS[script].files))
        apart = sum(own.width(letter, bold=False) for letter in parts.split())
        assert own.width(joined, bold=False) < 0.9 * apart


def test_bold_is_made_where_no_file_is_bold() -> None:
    own = Lettering(typefaces=read_typefaces([FONT_FILES[False]]))
    plain, bold = (own.line("Trust", bold=wanted) for wanted in (False, True))
    assert plain
    assert bold
    assert plain.outline != bold.outline
    assert own.width("Trust", bold=True) == pytest.approx(own.width("Trust", bold=False))
