"""Pictures in scripts whose letters join, change places or run from right to left."""

import io
import os
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import fonts
import pytest
import resvg_py
from attrs import evolve
from drawn_words import words_by_poppler, words_of_svg
from fonts import NO_NOTO, NOTO, SCRIPTS, Script
from fontTools.ttLib import TTFont
from PIL import Image, ImageChops, ImageFilter

import tocmodel
from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import Drawing, draw
from tocmodel.layout.fonts.bundled_font import FONT_FILES
from tocmodel.layout.fonts.lettering import Lettering
from tocmodel.layout.fonts.typefaces import read_typefaces
from tocmodel.render.pdf import pdf
from tocmodel.render.png import png

Require = Callable[[bool, str], None]
TITLE = (40, 40, 400, 90)
"""The position of a small picture's title, at 144 dots per inch."""
PICTURES = ("svg", "png", "pdf")
PATHS = (Path(fonts.__file__).parent, Path(tocmodel.__file__).parents[1])
PROGRAM = """
import hashlib
from fonts import SCRIPTS
from tocmodel.drawing import draw
for script in SCRIPTS.values():
    drawing = draw(script.theory, font=script.files)
    for format_ in ("svg", "png", "pdf"):
        print(hashlib.sha256(drawing.to_bytes(format_)).hexdigest())
"""


def drawn(name: str) -> Drawing:
    """A theory in a script, with fonts that have it."""
    return draw(SCRIPTS[name].theory, font=SCRIPTS[name].files)


def without_bidi_marks(words: Counter[str]) -> Counter[str]:
    """The words without characters that control their order, and without symbols at their sides."""
    marks = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))
    return Counter(
        word.translate(marks).strip("(),،") for word in words.elements() if word.translate(marks)
    )


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_letter_is_drawn(name: str, require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    assert drawn(name).notes == ()


@pytest.mark.parametrize("name", SCRIPTS)
def test_png_and_pdf_look_alike(name: str, require: Require, tmp_path: Path) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    require(bool(shutil.which("pdftoppm")), "poppler's pdftoppm is not installed")
    made = Image.open(io.BytesIO(drawn(name).png(144))).convert("L")
    assert difference(rastered(drawn(name), tmp_path).crop(TITLE), made.crop(TITLE)) < 40


def rastered(drawing: Drawing, folder: Path) -> Image.Image:
    """A PDF as poppler shows it, on a page of the picture's own size, at 144 dots to the inch."""
    (folder / "a.pdf").write_bytes(pdf(evolve(drawing.scene, page="")))
    command = ["pdftoppm", "-r", "144", "-png", "-singlefile", "a.pdf", "a"]
    subprocess.run(command, cwd=folder, check=True)
    return Image.open(folder / "a.png").convert("L")


@pytest.mark.parametrize("name", SCRIPTS)
def test_words_look_as_another_program_draws_them(name: str, require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    script = SCRIPTS[name]
    lettering = Lettering(typefaces=read_typefaces(script.files), language=script.language)
    for word in f"{script.fed} {script.club}".split():
        line = lettering.line(word, bold=False)
        if line is None or set(word) & set("(),،0123456789১২"):
            continue  # signs and numbers come from another font
        steps = "".join(f"{step}{' '.join(map(str, numbers))}" for step, numbers in line.outline)
        ours = f'<path d="{steps}" transform="translate(20 60) scale(40)"/>'
        theirs = f'<text x="20" y="60" font-size="40">{word}</text>'
        assert difference(seen_by_resvg(ours, script), seen_by_resvg(theirs, script)) < 40, word


def seen_by_resvg(content: str, script: Script) -> Image.Image:
    """What resvg, which shapes text on its own, makes of a piece of SVG."""
    family = TTFont(script.files[0])["name"].getBestFamilyName()
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100">'
        f'<rect width="400" height="100" fill="#fff"/><g font-family="{family}">{content}</g></svg>'
    )
    files = [str(script.files[0])]
    made = resvg_py.svg_to_bytes(svg_string=svg, font_files=files, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(made))).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """How much two pictures differ where they differ most, edges left aside."""
    blurred = (picture.filter(ImageFilter.GaussianBlur(2)) for picture in (one, other))
    return float(ImageChops.difference(*blurred).getextrema()[1])


@pytest.mark.parametrize("name", SCRIPTS)
def test_words_that_are_drawn_as_outlines_can_be_searched(name: str, require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    require(bool(shutil.which("pdftotext")), "poppler's pdftotext is not installed")
    script, drawing = SCRIPTS[name], drawn(name)
    words = words_of_svg(drawing.svg)
    assert set(script.club.split()) | set(script.fed.split()) <= words.keys()
    assert without_bidi_marks(words_by_poppler(drawing.pdf())) == without_bidi_marks(words)


def test_every_run_makes_the_same_files(require: Require, tmp_path: Path) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    paths = os.pathsep.join(map(str, PATHS))
    made = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed, "LC_ALL": locale},
            capture_output=True,
            check=True,
            cwd=tmp_path,
        ).stdout
        for seed, locale in (("1", "C.UTF-8"), ("2", "C"))
    }
    assert len(made) == 1


def refusal(drawing: Drawing, format_: str) -> str:
    """The message instead of a drawing; empty if it is drawn."""
    try:
        drawing.to_bytes(format_)
    except TocModelError as error:
        return str(error)
    return ""


def test_without_the_extra_scripts_that_need_shaping_are_refused_in_every_format(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    for name, script in (("Urdu", "Arabic"), ("Hebrew", "Hebrew"), ("Bengali", "Bengali")):
        drawing = draw(SCRIPTS[name].theory)
        said = (
            f"the title has {script} letters, which need more software to be drawn: "
            "pip install 'tocmodel[fonts]'"
        )
        assert [refusal(drawing, format_) for format_ in PICTURES] == [said] * 3


def test_without_the_extra_other_pictures_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uharfbuzz", None)
    drawing = draw(evolve(SCRIPTS["Georgian"].theory, title="Größe, Ωμέγα, Добро"))
    assert [bool(refusal(drawing, format_)) for format_ in PICTURES] == [False, True, True]
    words = draw(evolve(SCRIPTS["Urdu"].theory, title="Trust"))
    assert "بچے" in words.to_bytes("text").decode()


def test_without_a_font_the_letters_are_named_in_every_format() -> None:
    theory = evolve(SCRIPTS["Georgian"].theory, title="Trust 🙂 信")
    theory = evolve(theory, interventions={}, outcomes={}, links=())
    drawing = draw(theory)
    missing = "the title has letters that the font lacks: 信 🙂"
    advice = "name a font that has them with --font (font= in Python)"
    assert [refusal(drawing, format_) for format_ in PICTURES] == [
        "",
        f"{missing}; {advice}",
        f"{missing}; {advice}",
    ]
    viewer = "a viewer draws them in a font of its own, and their width is a guess"
    assert drawing.notes == (f"{missing}: {viewer}; {advice}",)


def test_only_what_no_font_has_is_named(require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    script = SCRIPTS["Bengali"]
    drawing = draw(evolve(script.theory, title="শিশুরা 信"), font=script.files)
    assert refusal(drawing, "png").startswith("the title has letters that the font lacks: 信; ")
    assert 'fill-opacity="0"' in drawing.svg
    assert ">信</text>" in drawing.svg


def test_what_chooses_between_sign_and_emoji_is_no_letter(require: Require) -> None:
    require(NOTO.is_dir(), NO_NOTO)
    theory = evolve(SCRIPTS["Hebrew"].theory, title="Done ✔\ufe0f ☺")
    drawing = draw(theory, font=NOTO / "NotoSansSymbols2-Regular.ttf")
    assert [refusal(drawing, format_) for format_ in PICTURES] == ["", "", ""]
    said = refusal(draw(theory), "pdf")
    assert said.startswith("the title has letters that the font lacks: ✔; ")


def test_characters_that_nobody_can_type_do_no_harm() -> None:
    theory = evolve(SCRIPTS["Hebrew"].theory, title="Trust\x07 \u202eשלום)\u200d\ufeff \x85")
    for font in (FONT_FILES[False], None):
        drawing = draw(theory, font=font)
        assert [refusal(drawing, format_) for format_ in PICTURES] == ["", "", ""]


def test_accents_are_on_their_letters(require: Require, tmp_path: Path) -> None:
    require(bool(shutil.which("pdftoppm")), "poppler's pdftoppm is not installed")
    together, apart = (
        draw(evolve(SCRIPTS["Hebrew"].theory, title=unicodedata.normalize(form, "Café à Ŵyn, ẹ́kọ̀")))
        for form in ("NFC", "NFD")
    )
    assert difference(*(rastered(drawing, tmp_path) for drawing in (together, apart))) == 0
    seen = Image.open(io.BytesIO(png(together.scene, 144))).convert("L")
    assert difference(seen.crop(TITLE), rastered(together, tmp_path).crop(TITLE)) < 40


def test_hebrew_needs_no_font_of_ones_own() -> None:
    drawing = draw(SCRIPTS["Hebrew"].theory)
    assert [refusal(drawing, format_) for format_ in PICTURES] == ["", "", ""]
    assert drawing.notes == ()


def test_a_font_of_ones_own_draws_latin_letters_too() -> None:
    theory = evolve(SCRIPTS["Georgian"].theory, title="Trust", outcomes={}, links=())
    plain, own = (draw(theory, font=font) for font in (None, FONT_FILES[True]))
    assert 'fill-opacity="0"' not in plain.svg
    assert ">Trust</text>" in own.svg
    assert own.svg.count("<path") > plain.svg.count("<path")
