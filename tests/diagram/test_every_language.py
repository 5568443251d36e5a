"""Everything that a picture says can be said in another language: no word of English is left."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

import pytest
from example_models import NAMES, PARTS, model_file
from marked_words import MARKERS, in_greek, seen_in, words_of_frameworks
from pptx import Presentation
from written_words import READERS, words_of_page, words_of_svg

from tocmodel.analysis import titles
from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.model import Diagram
from tocmodel.drawing import draw
from tocmodel.fileformat.loading import load
from tocmodel.layout import layout
from tocmodel.model import TheoryOfChange
from tocmodel.page.drawing_page import to_html
from tocmodel.render.dot import dot
from tocmodel.render.mermaid import mermaid
from tocmodel.render.svg import svg
from tocmodel.render.text import text
from tocmodel.slides.pictures import to_slides
from tocmodel.slides.powerpoint.write import to_pptx
from tocmodel.wording.languages import words_in

FRAMEWORK_WORDS = words_of_frameworks()
_KEYS = re.compile(r"⟦[a-z0-9-]+⟧|\{[a-z]+\}")
_TERM = re.compile(r"\d-(autumn|spring|summer|winter|q\d)")
_LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def _words_are_markers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titles, "words_in", lambda tag: MARKERS if tag == "cy" else words_in(tag))


def english_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the texts with words that are neither the authors' nor have a key."""
    for words in texts:
        rest = _TERM.sub("", _KEYS.sub("", words))
        for title in FRAMEWORK_WORDS:
            rest = rest.replace(title, "").replace(title[:1].lower() + title[1:], "")
        if _LATIN.search(rest):
            yield words


def pictures(theory: TheoryOfChange) -> Iterator[Diagram]:
    """Yield each view of a theory in markers, also with its progress and loops."""
    greek = in_greek(theory)
    for view in views(greek):
        yield to_diagram(greek, view, language="cy")
        more: dict[str, Any] = {"show_progress": True, "colour": "progress", "show_loops": True}
        yield to_diagram(greek, view, language="cy", **more)


WITHOUT_LAYOUT: Mapping[str, Callable[[Diagram], str]] = {
    "dot": dot,
    "mermaid": mermaid,
    "text": text,
}


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_no_example_says_a_word_of_english_that_has_no_key(name: str) -> None:
    theory = load(model_file(name))
    found: set[str] = set()
    for picture in pictures(theory):
        found.update(english_in(seen_in(picture)))
        for format_, write in WITHOUT_LAYOUT.items():
            found.update(english_in(READERS[format_](write(picture))))
    assert found == set()


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_the_smallest_picture_of_an_example_says_no_such_word_as_svg(name: str) -> None:
    greek = in_greek(load(model_file(name)))
    every = (to_diagram(greek, view, language="cy") for view in views(greek))
    smallest = min(every, key=lambda picture: len(picture.boxes))
    assert list(english_in(words_of_svg(svg(layout(smallest))))) == []


@pytest.mark.parametrize("view", load(model_file("imagined-zone")).views)
def test_no_web_page_says_such_a_word(view: str) -> None:
    page = to_html([draw(in_greek(load(model_file("imagined-zone"))), view, language="cy")])
    assert '<html lang="cy"' in page
    assert list(english_in(words_of_page(page))) == []


DIVIDED = [
    ("blackpool-resilience-revolution", "overview"),
    ("city-growth", "overview"),
    ("imagined-zone", "overview"),
    ("pembury", "everything"),
]


@pytest.mark.parametrize(("name", "view"), DIVIDED)
def test_no_slide_says_such_a_word(name: str, view: str) -> None:
    drawing = draw(in_greek(load(model_file(name))), view, language="cy")
    deck = Presentation(BytesIO(to_pptx([drawing])))
    shapes = [shape for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    words = [shape.text_frame.text for shape in shapes if shape.name != "Slide number"]
    for slide in to_slides(drawing):
        words += seen_in(slide.diagram)
    assert len(words) > 20
    assert list(english_in(words)) == []
