"""The slides of one file: each laid out, with its notes, before any format."""

from collections.abc import Sequence

from attrs import evolve, frozen

from tocmodel.diagram.model import Diagram
from tocmodel.drawing import Drawing, scene_on
from tocmodel.layout.scene import Bounds, Scene
from tocmodel.layout.sheet import SLIDES, Sheet
from tocmodel.self_describing import SelfDescribing
from tocmodel.slides.glue import Glue, find_glue
from tocmodel.slides.model import Slide
from tocmodel.slides.native_words import with_native_words
from tocmodel.slides.notes import notes_of, story_of
from tocmodel.slides.pictures import loops_on_slides
from tocmodel.slides.plan import plan_slides

_EDGE = 2.0
"""The margin of a picture in its area."""


@frozen(kw_only=True)
class PlacedSlide(SelfDescribing):
    """A slide with a position for everything.

    Attributes:
        slide: what it shows.
        diagram: the same with words instead of symbols.
        scene: the picture alone, without title and legend.
        glue: the arrows that are one straight line, by the id of their group in the scene.
        remark: a sentence below the picture; may be empty.
        notes: the words for whoever presents it.
    """

    slide: Slide
    diagram: Diagram
    scene: Scene
    glue: dict[str, Glue]
    remark: str
    notes: str


@frozen(kw_only=True)
class PictureSlides(SelfDescribing):
    """The slides of one picture.

    Attributes:
        title: the name of the picture.
        slides: its slides, at least one.
    """

    title: str
    slides: tuple[PlacedSlide, ...]


def lay_out_slides(
    drawings: Sequence[Drawing], titles: Sequence[str], area: Bounds, letter_width: float = 1.0
) -> tuple[PictureSlides, ...]:
    """Return the slides of some pictures, numbered through.

    Args:
        drawings: the pictures.
        titles: their names.
        area: the room for a picture on a slide, in points.
        letter_width: how wide the letters on the slides are, where those that we measure are 1.

    Raises:
        TocModelError: a picture cannot be laid out.
    """
    chapters: list[PictureSlides] = []
    first = 1
    for drawing, title in zip(drawings, titles, strict=True):
        slides = _Placer(drawing, _sheets(area, letter_width)).slides(first)
        chapters.append(PictureSlides(title=title, slides=slides))
        first += len(slides)
    return tuple(chapters)


class _Placer:
    """Lays out the slides of one drawing, and remembers what it has laid out."""

    def __init__(self, drawing: Drawing, sheets: tuple[Sheet, ...]) -> None:
        self._drawing = drawing
        self._sheets = sheets
        self._story = story_of(drawing)
        self._known: dict[Diagram, Scene] = {}

    def slides(self, first: int) -> tuple[PlacedSlide, ...]:
        drawing = self._drawing
        slides = plan_slides(
            drawing.diagram, fits=self._fits, loops=loops_on_slides(drawing.theory), first=first
        )
        return tuple(map(self._place, slides))

    def _place(self, slide: Slide) -> PlacedSlide:
        diagram, remark = with_native_words(slide.diagram)
        scene = self._best(diagram)
        glue = find_glue(scene)
        loose = [arrow for arrow in diagram.arrows if f"arrow:{arrow.id}" not in glue]
        notes = notes_of(slide, self._drawing, loose, self._story)
        return PlacedSlide(
            slide=slide, diagram=diagram, scene=scene, glue=glue, remark=remark, notes=notes
        )

    def _fits(self, diagram: Diagram) -> bool:
        return bool(self._best(with_native_words(diagram)[0]).page)

    def _best(self, diagram: Diagram) -> Scene:
        """Return a scene with room for the words beside arrows, or without it if that fits."""
        scene = self._scene(diagram)
        if scene.page:
            return scene
        silent = tuple(evolve(arrow, label="") for arrow in diagram.arrows)
        closer = self._scene(evolve(diagram, arrows=silent))
        return closer if closer.page else scene

    def _scene(self, diagram: Diagram) -> Scene:
        alone = evolve(diagram, title="", subtitle="", legend=(), note="")
        if alone not in self._known:
            self._known[alone] = scene_on(self._drawing, alone, self._sheets)
        return self._known[alone]


def _sheets(area: Bounds, letter_width: float) -> tuple[Sheet, ...]:
    """Return the sheets of a slide for an area of it: the picture reaches its edges."""
    around = _EDGE * 2
    return tuple(
        evolve(
            sheet,
            width=area.width + around,
            height=area.height + around,
            margin=_EDGE,
            heading=sheet.heading * letter_width,
            text=sheet.text * letter_width,
            small=sheet.small * letter_width,
        )
        for sheet in SLIDES
    )
