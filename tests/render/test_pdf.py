"""PDF: one sheet, searchable, always the same."""

import io
import re
import shutil
from collections import Counter
from collections.abc import Callable

import pytest
from attrs import evolve
from diagrams import club
from drawn_words import poppler, words_by_poppler, words_of_pdf, words_of_svg
from pypdf import PdfReader

from tocmodel.diagnostics import TocModelError
from tocmodel.layout import Scene, SceneGroup, Text, layout
from tocmodel.layout.text import measure
from tocmodel.render.pdf import pdf, pdf_pages
from tocmodel.render.svg import svg

Require = Callable[[bool, str], None]


def test_every_word_can_be_found() -> None:
    diagram = club()
    (page,) = PdfReader(io.BytesIO(pdf(layout(diagram)))).pages
    found = re.sub(r"\s+", "", page.extract_text())
    wanted = [diagram.title, *(c.title for c in diagram.columns), *(b.text for b in diagram.boxes)]
    assert [words for words in wanted if re.sub(r"\s+", "", words) not in found] == []


def test_the_file_has_a_title_and_a_language() -> None:
    reader = PdfReader(io.BytesIO(pdf(layout(club()))))
    assert reader.metadata
    assert reader.metadata.title == "How breakfast helps"
    assert reader.root_object["/Lang"] == "en-GB"


@pytest.mark.parametrize(
    ("date", "written"),
    [("2018", "D:2018"), ("2018-09", "D:201809"), ("2018-09-01", "D:20180901")],
)
def test_the_date_of_the_file_is_that_of_the_theory(date: str, written: str) -> None:
    made = pdf(evolve(layout(club()), date=date))
    information = dict(PdfReader(io.BytesIO(made)).trailer["/Info"])
    del information["/Producer"]  # reportlab's own name, which changes with its releases
    assert information == {
        "/Title": "How breakfast helps",
        "/Subject": club().description,
        "/Creator": "tocmodel",
        "/CreationDate": written,
    }


def test_a_theory_without_a_date_gives_the_file_none() -> None:
    made = pdf(layout(club()))
    information = PdfReader(io.BytesIO(made)).trailer["/Info"]
    assert sorted(information) == ["/Creator", "/Producer", "/Subject", "/Title"]
    assert b"D:2000" not in made


def test_several_scenes_are_pages_with_bookmarks_each_of_its_own_size() -> None:
    first = evolve(layout(club()), page="A4")
    second = evolve(layout(club()), page="A3", title="Café & crèche", date="2019")
    made = pdf_pages((first, second), title="Breakfast club")
    reader = PdfReader(io.BytesIO(made))
    assert [float(page.mediabox.width) for page in reader.pages] == [841.89, 1190.55]
    assert [(mark.title, reader.get_destination_page_number(mark)) for mark in reader.outline] == [
        ("How breakfast helps", 0),
        ("Café & crèche", 1),
    ]
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.subject) == ("Breakfast club", None)
    assert reader.trailer["/Info"]["/CreationDate"] == "D:2019"
    assert made == pdf_pages((first, second), title="Breakfast club")


@pytest.mark.parametrize(("page", "size"), [("A3", (1190.55, 841.89)), ("", None)])
def test_the_page_is_the_sheet(page: str, size: tuple[float, float] | None) -> None:
    scene = evolve(layout(club()), page=page)
    box = PdfReader(io.BytesIO(pdf(scene))).pages[0].mediabox
    width, height = size or (scene.width, scene.height)
    assert (float(box.width), float(box.height)) == pytest.approx((width, height), abs=0.01)


def test_the_font_is_in_the_file() -> None:
    fonts = PdfReader(io.BytesIO(pdf(layout(club())))).pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    assert any("LiberationSans" in name for name in names)


def test_one_scene_has_one_file() -> None:
    scene = layout(club())
    assert pdf(scene) == pdf(scene)


SPACES = "\u0020\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u202f\u205f\u3000"
HAIR = "\u200a"
"""Poppler goes by the gap alone, and takes one as narrow as this for none."""


@pytest.mark.parametrize("read", [words_of_pdf, words_by_poppler])
def test_every_space_divides_words(read: Callable[[bytes], Counter[str]], require: Require) -> None:
    require(bool(shutil.which("pdftotext")), "poppler's pdftotext is not installed")
    seen = SPACES.replace(HAIR, "") if read is words_by_poppler else SPACES
    title = " ".join(f"Children{space}read{number}" for number, space in enumerate(seen))
    scene = layout(evolve(club(), title=title))
    assert read(pdf(scene)) == words_of_svg(svg(scene))


@pytest.mark.parametrize("space", SPACES)
def test_a_space_is_as_wide_as_it_was_measured(space: str, require: Require) -> None:
    require(bool(shutil.which("pdftotext")), "poppler's pdftotext is not installed")
    line = Text(x=10, y=60, text=f"a{space}b", size=40, width=90, colour="#000000")
    group = SceneGroup(id="title", role="title", items=(line,))
    picture = pdf(Scene(width=200, height=100, title="", groups=(group,)))
    places = re.findall(r'xMin="([\d.]+)".*>([ab])<', poppler("-bbox", pdf=picture))
    assert [(letter, round(float(x), 1)) for x, letter in places] == [
        ("a", 10.0),
        ("b", round(10 + measure(f"a{space}", 40), 1)),
    ]


def test_hyphens_print() -> None:
    scene = layout(evolve(club(), title="co\u00adproduction is long\u2011term"))
    assert {"coproduction", "long\u2010term"} <= set(words_of_pdf(pdf(scene)))


def test_letters_that_the_font_lacks_are_named_with_their_place() -> None:
    scene = layout(evolve(club(), title="漢字"))
    with pytest.raises(TocModelError) as caught:
        pdf(scene)
    assert str(caught.value).startswith("the title has letters that the font lacks: 字 漢; ")
