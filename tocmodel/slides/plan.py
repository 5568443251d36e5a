"""Which boxes and arrows go on which slide: one slide if all fit, otherwise several.

A picture with more boxes than a slide has room for becomes an overview, a slide for each part with
boxes that name the slides on which it continues, and a slide for each loop.
"""

from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from tocmodel.diagram.model import Diagram
from tocmodel.diagram.without_badges import without_badges
from tocmodel.slides.division import MOST_BOXES, PART_SIZE, Part, divide
from tocmodel.slides.model import Slide, SlideKind
from tocmodel.slides.part_diagrams import loop_diagram, overview_diagram, part_diagram
from tocmodel.wording import say

MOST_LOOPS = 6
"""The most slides for loops."""
_SIZES = range(PART_SIZE, 1, -2)
"""The sizes of parts to try until each part fits on a slide."""

Fits = Callable[[Diagram], bool]
"""Whether a diagram fits on one slide."""


@frozen
class LoopOnSlide:
    """A loop that may have a slide of its own: its name, and the elements that it passes."""

    title: str
    through: tuple[str, ...]


def plan_slides(
    diagram: Diagram, *, fits: Fits, loops: Sequence[LoopOnSlide] = (), first: int = 1
) -> tuple[Slide, ...]:
    """Return the slides of a picture.

    Args:
        diagram: the picture; the small lines in its boxes go into their descriptions.
        fits: whether a diagram fits on one slide.
        loops: the loops that have a slide each if the picture is divided; those with elements
            outside the picture are left out.
        first: the number of the first slide.
    """
    whole = without_badges(diagram)
    ids = tuple(box.id for box in whole.boxes)
    if len(ids) <= 1 or (len(ids) <= MOST_BOXES and fits(whole)):
        slide = Slide(
            number=first, kind=SlideKind.WHOLE, title=whole.title, diagram=whole, elements=ids
        )
        return (slide,)
    parts, on_parts = _parts_that_fit(whole, fits, first + 1)
    numbers = [slide.number for slide in on_parts]
    overview = overview_diagram(whole, parts, numbers)
    shown = [loop for loop in loops if set(loop.through) <= set(ids)][:MOST_LOOPS]
    return (
        _slide(first, SlideKind.OVERVIEW, say("slide-overview"), whole, overview),
        *on_parts,
        *(
            _slide(number, SlideKind.LOOP, loop.title, whole, loop_diagram(whole, loop.through))
            for number, loop in enumerate(shown, first + 1 + len(parts))
        ),
    )


def _slide(number: int, kind: SlideKind, name: str, whole: Diagram, diagram: Diagram) -> Slide:
    title = f"{whole.title}: {name}"
    elements = {box.id for box in diagram.boxes}
    return Slide(
        number=number,
        kind=kind,
        title=title,
        diagram=evolve(diagram, title=title),
        elements=tuple(box.id for box in whole.boxes if box.id in elements),
    )


def _parts_that_fit(
    whole: Diagram, fits: Fits, first: int
) -> tuple[tuple[Part, ...], tuple[Slide, ...]]:
    """Return parts that each fit on a slide, as far as this is possible, and their slides.

    Args:
        whole: the picture.
        fits: whether a diagram fits on one slide.
        first: the number of the slide of the first part.
    """
    found: tuple[tuple[Part, ...], tuple[Slide, ...]] = ((), ())
    for size in _SIZES:
        parts = divide(whole, size)
        numbers = range(first, first + len(parts))
        slides = tuple(
            _slide(
                numbers[place],
                SlideKind.PART,
                part.title,
                whole,
                part_diagram(whole, parts, place, numbers),
            )
            for place, part in enumerate(parts)
        )
        found = parts, slides
        if all(fits(slide.diagram) for slide in slides):
            break
    return found
