"""The slides of one file: each laid out, with its notes, before any format."""

from collections.abc import Sequence

from attrs import evolve, frozen

from tocmodel.diagram.model import Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.drawing import Drawing, scene_on
from tocmodel.layout.scene import Bounds, Scene
from tocmodel.layout.sheet import SLIDES, Sheet
from tocmodel.self_describing import SelfDescribing
from tocmodel.slides.beside import SPARE, BesideArrows, height_of_key
from tocmodel.slides.glue import Glue, find_glue
from tocmodel.slides.model import Slide
from tocmodel.slides.narrow import breaks_words
from tocmodel.slides.native_words import with_native_words
from tocmodel.slides.notes import notes_of, story_of
from tocmodel.slides.pictures import loops_on_slides
from tocmodel.slides.place_beside import lines_of, place_beside
from tocmodel.slides.plan import plan_slides

EDGE = 2.0
"""The margin of a picture, which reaches this far out of its area."""
_KEY_TRIES = 3
"""How often a picture is laid out anew because its key needs more room."""


@frozen(kw_only=True)
class PlacedSlide(SelfDescribing):
    """A slide with a position for everything.

    Attributes:
        slide: what it shows.
        diagram: the same with words instead of symbols.
        scene: the picture alone, without title and legend.
        glue: the arrows that are one straight line, by the id of their group in the scene.
        beside: the words and marks beside its arrows, and the key to words without room.
        key_height: the height of that key, below the picture; 0 without one.
        remark: a sentence below the picture; may be empty.
        notes: the words for whoever presents it.
    """

    slide: Slide
    diagram: Diagram
    scene: Scene
    glue: dict[str, Glue]
    beside: BesideArrows
    key_height: float
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
        with speaking_as(drawing.diagram):
            slides = _Placer(drawing, area, letter_width).slides(first)
        chapters.append(PictureSlides(title=title, slides=slides))
        first += len(slides)
    return tuple(chapters)


@frozen(kw_only=True)
class _Picture:
    """The picture of a slide, and the height of the key below it.

    Attributes:
        scene, glue, beside: as on a `PlacedSlide`.
        key_height: the height of the key; 0 without one.
        fits: whether both have room on the slide, and no word of a box is broken.
    """

    scene: Scene
    glue: dict[str, Glue]
    beside: BesideArrows
    key_height: float
    fits: bool


class _Placer:
    """Lays out the slides of one drawing, and remembers what it has laid out."""

    def __init__(self, drawing: Drawing, area: Bounds, letter_width: float) -> None:
        self._drawing = drawing
        self._area = area
        self._letter_width = letter_width
        self._story = story_of(drawing)
        self._known: dict[Diagram, _Picture] = {}

    def slides(self, first: int) -> tuple[PlacedSlide, ...]:
        drawing = self._drawing
        slides = plan_slides(
            drawing.diagram, fits=self._fits, loops=loops_on_slides(drawing.theory), first=first
        )
        return tuple(map(self._place, slides))

    def _place(self, slide: Slide) -> PlacedSlide:
        diagram, remark = with_native_words(slide.diagram)
        picture = self._best(diagram)
        loose = [arrow for arrow in diagram.arrows if f"arrow:{arrow.id}" not in picture.glue]
        return PlacedSlide(
            slide=slide,
            diagram=diagram,
            scene=picture.scene,
            glue=picture.glue,
            beside=picture.beside,
            key_height=picture.key_height,
            remark=remark,
            notes=notes_of(slide, self._drawing, loose, self._story),
        )

    def _fits(self, diagram: Diagram) -> bool:
        return self._best(with_native_words(diagram)[0]).fits

    def _best(self, diagram: Diagram) -> _Picture:
        """Return a picture with room for the words beside arrows, or without it if that fits."""
        alone = evolve(diagram, title="", subtitle="", legend=(), note="")
        if alone not in self._known:
            silent = evolve(alone, arrows=tuple(evolve(arrow, label="") for arrow in alone.arrows))
            roomy = self._picture(alone, alone)
            closer = roomy if roomy.fits else self._picture(alone, silent)
            self._known[alone] = closer if closer.fits else roomy
        return self._known[alone]

    def _picture(self, diagram: Diagram, laid_out: Diagram) -> _Picture:
        """Return the picture of a diagram, laid out with or without room for its words.

        A key takes room from the picture, which may then need a longer key.
        """
        below = 0.0
        for _ in range(_KEY_TRIES):
            picture = self._above(diagram, laid_out, below)
            if picture.fits or picture.key_height <= below:
                break
            below = picture.key_height
        return picture

    def _above(self, diagram: Diagram, laid_out: Diagram, below: float) -> _Picture:
        """Return a picture that leaves some room below it."""
        area = evolve(self._area, height=self._area.height - below)
        sheets = _sheets(area, self._letter_width)
        scene = scene_on(self._drawing, laid_out, sheets)
        glue, beside = _with_most_words(diagram, scene, sheets[0])
        high = height_of_key(beside.key, self._area.width / self._letter_width)
        room = self._area.height + 2 * EDGE
        fits = bool(scene.page) and scene.height + high <= room
        fits = fits and not breaks_words(scene, laid_out, self._letter_width)
        return _Picture(scene=scene, glue=glue, beside=beside, key_height=high, fits=fits)


def _with_most_words(
    diagram: Diagram, scene: Scene, sheet: Sheet
) -> tuple[dict[str, Glue], BesideArrows]:
    """Return the straight lines of a slide, and what is beside all lines.

    An arrow keeps the route of the picture, which has room for its words, if a straight line has
    none.
    """
    glue = find_glue(scene)
    beside = place_beside(diagram, scene, lines_of(diagram, scene, glue), sheet)
    crowded = {f"arrow:{id_}" for id_ in beside.in_key}
    less = {id_: line for id_, line in glue.items() if id_ not in crowded}
    other = place_beside(diagram, scene, lines_of(diagram, scene, less), sheet)
    return (less, other) if len(other.in_key) < len(beside.in_key) else (glue, beside)


def _sheets(area: Bounds, letter_width: float) -> tuple[Sheet, ...]:
    """Return the sheets of a slide for an area of it: the picture reaches its edges."""
    return tuple(
        evolve(
            sheet,
            width=area.width + 2 * EDGE,
            height=area.height + 2 * EDGE,
            margin=EDGE,
            heading=sheet.heading * letter_width,
            text=sheet.text * letter_width,
            small=sheet.small * letter_width * SPARE,
            key_apart=True,
        )
        for sheet in SLIDES
    )
