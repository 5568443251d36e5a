"""A drawing as slides: each a drawing of its own, for any format."""

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from tocmodel.analysis.loops import loops
from tocmodel.analysis.named_loops import named_loops
from tocmodel.diagram.model import Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.drawing import Drawing
from tocmodel.layout.sheet import SLIDE
from tocmodel.model import TheoryOfChange
from tocmodel.slides.division import MOST_BOXES
from tocmodel.slides.model import Slide
from tocmodel.slides.plan import Fits, LoopOnSlide, plan_slides
from tocmodel.wording import say

_LOOPS_LOOKED_AT = 50
"""How many loops to look through for those of a picture."""


def to_slides(drawing: Drawing, *, first: int = 1) -> tuple[Drawing, ...]:
    """Return a drawing as slides of 960 by 540 points, with text of at least 12 points.

    A picture of at most 12 boxes is one slide. Any other becomes an overview, a slide for each part
    with boxes that name the slides on which it continues, and a slide for each loop. A legend or a
    note without room on these is on a slide of its own, the last.

    Args:
        drawing: the drawing.
        first: the number of the first slide, which other slides name.

    >>> from tocmodel.model import TheoryOfChange
    >>> from tocmodel.drawing import draw
    >>> outcomes = {f"o{n}": {"title": f"Change {n}"} for n in range(30)}
    >>> links = [f"o{n} -> o{n + 1}" for n in range(29)]
    >>> theory = TheoryOfChange(title="Long", outcomes=outcomes, links=links)
    >>> slides = to_slides(draw(theory, layout="stages"))
    >>> [slide.diagram.title for slide in slides][:2]
    ['Long: overview', 'Long: towards ‘Change 7’']

    Raises:
        TocModelError: the picture cannot be laid out.
    """
    fits = _fits(drawing)
    with speaking_as(drawing.diagram):
        loops = loops_on_slides(drawing.theory)
        slides = plan_slides(drawing.diagram, fits=_fits_alone(fits), loops=loops, first=first)
        diagrams = list(_with_legends(slides, fits))
    return tuple(evolve(drawing, diagram=diagram, page=SLIDE.page) for diagram in diagrams)


def loops_on_slides(theory: TheoryOfChange | None) -> tuple[LoopOnSlide, ...]:
    """Return the loops that may have a slide: those with a name, or if none has, the shortest."""
    if theory is None:
        return ()
    named = tuple(
        LoopOnSlide(
            say(
                "slide-loop",
                name=f"‘{found.loop.title}’",
                sign=say(f"loop-{found.sign}" if found.sign else "loop-not-closed"),
            ),
            found.elements,
        )
        for found in named_loops(theory)
    )
    if named:
        return named
    shortest = loops(theory, MOST_BOXES, limit=_LOOPS_LOOKED_AT)
    return tuple(
        LoopOnSlide(say("slide-loop", name=number, sign=say(f"loop-{loop.sign}")), loop.elements)
        for number, loop in enumerate(shortest, 1)
        if len(loop.elements) > 1
    )


def _fits(drawing: Drawing) -> Fits:
    def fits(diagram: Diagram) -> bool:
        return evolve(drawing, diagram=diagram, page=SLIDE.page).scene.page == SLIDE.page

    return fits


def _fits_alone(fits: Fits) -> Callable[[Diagram], bool]:
    return lambda diagram: fits(evolve(diagram, legend=(), note=""))


def _with_legends(slides: Sequence[Slide], fits: Fits) -> Iterator[Diagram]:
    """Yield the diagrams with their legends and the note, as far as they fit, and then the rest."""
    left = False
    for place, slide in enumerate(slides):
        diagram = slide.diagram if place == 0 else evolve(slide.diagram, note="")
        tries = (diagram, evolve(diagram, note=""), evolve(diagram, note="", legend=()))
        found = next((one for one in tries if fits(one)), tries[-1])
        left = left or found != diagram
        yield found
    if left:
        yield _key(slides)


def _key(slides: Sequence[Slide]) -> Diagram:
    """Return a diagram without boxes, with the legend of all slides and the note."""
    first = slides[0].diagram
    legend = dict.fromkeys(entry for slide in slides for entry in slide.diagram.legend)
    whole = slides[0].title.removesuffix(f": {say('slide-overview')}")
    return evolve(
        first,
        title=f"{whole}: {say('slide-key')}",
        description=say("slide-key-about"),
        columns=(),
        lanes=(),
        clusters=(),
        boxes=(),
        arrows=(),
        ceiling="",
        legend=tuple(legend),
    )
