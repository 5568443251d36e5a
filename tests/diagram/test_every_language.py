"""Everything that a picture says can be said in another language: no word of English is left."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from example_models import NAMES, PARTS, model_file
from marked_words import MARKERS, in_greek, seen_in, words_of_frameworks

from tocmodel.analysis import titles
from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.model import Diagram
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange
from tocmodel.wording.languages import words_in

FRAMEWORK_WORDS = words_of_frameworks()
_KEYS = re.compile(r"⟦[a-z0-9-]+⟧|\{[a-z]+\}")
_TERM = re.compile(r"\d-(autumn|spring|summer|winter|q\d)")
_LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(autouse=True)
def _words_are_markers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(titles, "words_in", lambda tag: MARKERS if tag == "cy" else words_in(tag))


def english_in(picture: Diagram) -> Iterator[str]:
    """Yield the texts of a picture with words that are neither the authors' nor have a key."""
    for text in seen_in(picture):
        rest = _TERM.sub("", _KEYS.sub("", text))
        for title in FRAMEWORK_WORDS:
            rest = rest.replace(title, "").replace(title[:1].lower() + title[1:], "")
        if _LATIN.search(rest):
            yield text


def pictures(theory: TheoryOfChange) -> Iterator[Diagram]:
    """Yield each view of a theory in markers, also with its progress and loops."""
    greek = in_greek(theory)
    for view in views(greek):
        yield to_diagram(greek, view, language="cy")
        more: dict[str, Any] = {"show_progress": True, "colour": "progress", "show_loops": True}
        yield to_diagram(greek, view, language="cy", **more)


@pytest.mark.parametrize("name", [*NAMES, *PARTS])
def test_no_example_shows_a_word_of_english_that_has_no_key(name: str) -> None:
    theory = load(model_file(name))
    found = {text for picture in pictures(theory) for text in english_in(picture)}
    assert found == set()
