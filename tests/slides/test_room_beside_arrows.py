"""Nothing beside an arrow covers anything: words, numbers and marks, on slides and in draw.io."""

import io
from collections.abc import Sequence
from xml.etree import ElementTree

import pptx
import pytest
from attrs import evolve
from example_models import NAMES, model_file
from picture_measures import words_in_the_way
from slide_measures import LEAST, DrawnSlide, drawn_page, drawn_slide
from wordy_theories import wordy_theory

from tocmodel.drawing import Drawing, draw
from tocmodel.fileformat.loading import load
from tocmodel.slides.drawio.write import to_drawio
from tocmodel.slides.pictures import to_slides
from tocmodel.slides.powerpoint.write import to_pptx

WORDY = [7]
"""The most crowded of the theories made up for measuring."""
CASES = [*NAMES, *(f"made up {number}" for number in WORDY)]


def drawings(case: str) -> tuple[Drawing, ...]:
    """Every view of an example, or that of a made-up theory."""
    if case not in NAMES:
        return (draw(wordy_theory(int(case.rsplit(maxsplit=1)[-1])), "all"),)
    theory = load(model_file(case))
    return tuple(draw(theory, view) for view in theory.views) or (draw(theory),)


def slides_of(pictures: Sequence[Drawing]) -> list[DrawnSlide]:
    presentation = pptx.Presentation(io.BytesIO(to_pptx(pictures)))
    return [drawn_slide(slide) for slide in presentation.slides]


@pytest.mark.parametrize("case", CASES)
def test_on_slides_nothing_beside_an_arrow_covers_anything_and_all_letters_are_large(
    case: str,
) -> None:
    slides = slides_of(drawings(case))
    assert [slide.in_the_way() for slide in slides] == [[]] * len(slides)
    assert [slide.broken for slide in slides] == [()] * len(slides)
    assert min(size for slide in slides for size in slide.sizes) >= LEAST


@pytest.mark.parametrize("number", WORDY)
def test_in_drawio_and_on_pages_nothing_beside_an_arrow_covers_anything(number: int) -> None:
    """The tests of these formats look at all examples."""
    (drawing,) = drawings(f"made up {number}")
    (page,) = ElementTree.fromstring(to_drawio([drawing]))
    assert drawn_page(page).in_the_way() == []
    assert [words_in_the_way(slide.scene) for slide in to_slides(drawing)] == [[]] * 3


def test_the_measure_sees_words_on_another_line() -> None:
    (slide, *_) = slides_of(drawings("com-b"))
    ((id_, area), *rest) = slide.words
    other = next(line for name, line in slide.lines.items() if name != id_)
    x, y = ((a + b) / 2 for a, b in zip(other[0], other[-1], strict=True))
    found = evolve(slide, words=((id_, evolve(area, x=x - 9, y=y - 9)), *rest))
    assert id_ in {one for one, _ in found.in_the_way()}
