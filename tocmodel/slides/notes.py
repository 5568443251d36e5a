"""The notes of a slide: its story, and all that the slide itself has no room for."""

from collections.abc import Iterator, Sequence

from tocmodel.characters import one_line
from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.drawing import Drawing
from tocmodel.narrative import Narrative, narrate
from tocmodel.render.text import text
from tocmodel.slides.model import Slide, SlideKind
from tocmodel.slides.part_diagrams import STUB, with_boxes
from tocmodel.wording import say


def notes_of(
    slide: Slide, drawing: Drawing, loose: Sequence[Arrow], story: Narrative | None
) -> str:
    """Return the notes of a slide.

    Args:
        slide: the slide.
        drawing: the whole picture, with the figures and small lines that the slide leaves out.
        loose: the arrows of the slide that are not glued to their boxes.
        story: the theory as prose; ``None`` if the picture has no theory.
    """
    prose = "" if story is None else _prose_about(story, _elements(slide, drawing))
    return "\n".join(_lines(slide, drawing.diagram, loose, prose)).strip() + "\n"


def story_of(drawing: Drawing) -> Narrative | None:
    """Return the theory of a picture as prose, if it has one."""
    if drawing.theory is None:
        return None
    return narrate(drawing.theory, language=drawing.language or None)


def _elements(slide: Slide, drawing: Drawing) -> frozenset[str]:
    """Return the elements on a slide, with those of a group that is one box."""
    ids = set(slide.elements)
    elements = drawing.theory.whole.elements if drawing.theory else {}
    held = (id_ for id_, one in elements.items() if getattr(one, "group", "") in ids)
    return frozenset((*ids, *held))


def _prose_about(story: Narrative, ids: frozenset[str]) -> str:
    """Return the paragraphs about links that a slide shows, below their headings."""
    parts: list[str] = []
    for section in story.sections:
        paragraphs = [
            paragraph.text
            for paragraph in section.paragraphs
            if any(set(pair) <= ids for one in paragraph.sentences for pair in one.links)
        ]
        if paragraphs:
            parts += [section.heading, *paragraphs, ""]
    return "\n".join(parts).strip()


def _lines(slide: Slide, whole: Diagram, loose: Sequence[Arrow], prose: str) -> Iterator[str]:
    if whole.imagined:
        yield f"{whole.imagined}."
        yield ""
    if prose:
        yield from (prose, "")
    yield text(_shown(slide, whole)).rstrip()
    stubs = {box.id for box in slide.diagram.boxes if box.kind == STUB}
    away = [arrow for arrow in slide.diagram.arrows if {arrow.from_, arrow.to} & stubs]
    yield from _listed(say("slide-away"), away)
    yield from _listed(say("slide-not-glued"), loose)


def _listed(heading: str, arrows: Sequence[Arrow]) -> Iterator[str]:
    if arrows:
        yield from ("", heading)
        for arrow in arrows:
            yield f"- {one_line(arrow.description or f'{arrow.from_} to {arrow.to}')}"


def _shown(slide: Slide, whole: Diagram) -> Diagram:
    """Return the part of the whole picture that a slide shows, with all its words."""
    if slide.kind in (SlideKind.WHOLE, SlideKind.OVERVIEW):
        return whole
    ids = set(slide.elements)
    ends = ids | {box.cluster for box in whole.boxes if box.id in ids}
    arrows = (a for a in whole.arrows if a.from_ in ends and a.to in ends)
    return with_boxes(whole, ids, arrows)
