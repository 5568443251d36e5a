"""Slides of a picture: what is on each, and that each fits with large text."""

from functools import cache
from itertools import pairwise

import pytest
from example_models import NAMES, model_file
from geometry import faults, texts
from picture_measures import words_in_the_way

from tocmodel.diagram.model import Arrow, Box, Column, Diagram, LegendEntry
from tocmodel.drawing import Drawing, draw, draw_diagram
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange
from tocmodel.slides.part_diagrams import STUB
from tocmodel.slides.pictures import to_slides

VIEWS = [(name, view) for name in NAMES for view in load(model_file(name)).views]


@cache
def example(name: str) -> TheoryOfChange:
    """An example, read once."""
    return load(model_file(name))


def chain(length: int, **keys: object) -> Diagram:
    """Outcomes that lead from one to the next."""
    ids = [f"o{number}" for number in range(length)]
    return Diagram(
        title="Long",
        columns=(Column(id="short", title="Short-term outcomes"),),
        boxes=tuple(
            Box(id=id_, kind="outcome", text=f"Change {id_}", column="short") for id_ in ids
        ),
        arrows=tuple(
            Arrow(id=f"{one} -> {other}", from_=one, to=other, description=f"{one} to {other}")
            for one, other in pairwise(ids)
        ),
        **keys,  # type: ignore[arg-type]
    )


def titles(slides: tuple[Drawing, ...]) -> list[str]:
    return [slide.diagram.title for slide in slides]


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_each_view_of_an_example_is_on_slides_with_large_text(name: str, view: str) -> None:
    drawing = draw(example(name), view)
    slides = to_slides(drawing)
    shown = [{box.id for box in slide.diagram.boxes} for slide in slides]
    assert {box.id for box in drawing.diagram.boxes} <= set().union(*shown)
    assert max(map(len, shown)) <= 12
    assert {slide.scene.page for slide in slides} == {"slide"}
    signs = {"?"}  # in its disc beside an arrow, whose words are in the legend
    sizes = {text.size for slide in slides for text in texts(slide.scene) if text.text not in signs}
    assert min(sizes) >= 12
    assert [words_in_the_way(slide.scene) for slide in slides] == [[]] * len(slides)
    assert [faults(slide.scene) for slide in slides if slide.diagram.boxes] == [[]] * sum(
        bool(slide.diagram.boxes) for slide in slides
    )


def test_every_arrow_of_a_divided_picture_is_on_a_slide() -> None:
    drawing = draw(example("pembury"))
    words = "\n".join(
        arrow.description for slide in to_slides(drawing) for arrow in slide.diagram.arrows
    )
    assert [a.id for a in drawing.diagram.arrows if a.description not in words] == []


def test_a_picture_with_few_boxes_is_one_slide() -> None:
    drawing = draw_diagram(chain(5))
    assert titles(to_slides(drawing)) == ["Long"]


def test_a_divided_picture_names_the_slides_on_which_it_continues() -> None:
    slides = to_slides(draw_diagram(chain(20)), first=4)
    assert titles(slides) == [
        "Long: overview",
        "Long: towards ‘Change o7’",
        "Long: towards ‘Change o15’",
        "Long: towards ‘Change o19’",
    ]
    stubs = [[b.text for b in s.diagram.boxes if b.kind == STUB] for s in slides]
    assert stubs == [
        [],
        ["continues on slide 6: ‘Change o8’"],
        ["from slide 5: ‘Change o7’", "continues on slide 7: ‘Change o16’"],
        ["from slide 6: ‘Change o15’"],
    ]
    overview = slides[0].diagram
    assert [(box.text, box.badges[0].text) for box in overview.boxes] == [
        ("Towards ‘Change o7’", "slide 5: 8 boxes"),
        ("Towards ‘Change o15’", "slide 6: 8 boxes"),
        ("Towards ‘Change o19’", "slide 7: 4 boxes"),
    ]


def test_a_loop_of_a_divided_picture_has_a_slide() -> None:
    ids = [f"o{number}" for number in range(16)]
    theory = TheoryOfChange(
        title="Circle",
        outcomes={id_: {"title": f"Change {id_}"} for id_ in ids},
        links=[
            *(f"{one} -> {other}" for one, other in pairwise(ids)),
            {"from": "o9", "to": "o7", "feedback": True},
        ],
    )
    last = to_slides(draw(theory))[-1].diagram
    assert last.title == "Circle: loop 1, reinforcing"
    assert [box.id for box in last.boxes] == ["o7", "o8", "o9"]
    assert [(arrow.from_, arrow.to) for arrow in last.arrows] == [
        ("o7", "o8"),
        ("o8", "o9"),
        ("o9", "o7"),
    ]


def test_a_legend_without_room_is_on_a_slide_of_its_own() -> None:
    entries = tuple(
        LegendEntry(sample="box:outcome", text=f"Meaning {number} " + "in many words " * 6)
        for number in range(60)
    )
    slides = to_slides(draw_diagram(chain(3, legend=entries, note="Source: a survey")))
    assert titles(slides) == ["Long", "Long: key"]
    assert slides[0].diagram.legend == ()
    assert slides[1].diagram.note == "Source: a survey"


def test_doubt_about_a_box_stays_on_its_slide() -> None:
    diagram = draw(example("blackpool-resilience-revolution")).diagram
    guesses = [box.id for box in diagram.boxes if any(b.kind == "inferred" for b in box.badges)]
    (slide, _) = to_slides(draw_diagram(diagram))
    assert guesses
    for box in slide.diagram.boxes:
        assert (box.id in guesses) == any(badge.text == "inferred" for badge in box.badges)


def test_a_note_says_that_a_picture_does_not_fit_a_slide() -> None:
    (note,) = draw_diagram(chain(200), page="slide").notes
    assert note == (
        "the picture does not fit a slide: draw a smaller view (focus on one element, or collapse "
        "groups), or divide it"
    )
