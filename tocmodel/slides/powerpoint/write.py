"""Drawings to a PowerPoint file: native shapes, glued connectors, notes, and alternative text."""

import io
import re
from collections.abc import Sequence
from datetime import datetime

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.diagram.phrases import speaking_as
from tocmodel.drawing import Drawing
from tocmodel.slides.deck import PictureSlides, lay_out_slides
from tocmodel.slides.powerpoint.archive import without_clock
from tocmodel.slides.powerpoint.legend import draw_on_layout, height_of, place_entries
from tocmodel.slides.powerpoint.page import LINE, SlidePage
from tocmodel.slides.powerpoint.template import (
    Canvas,
    damage_reported,
    plain_canvas,
    template_canvas,
)
from tocmodel.slides.powerpoint.xml import slide_text

_LONG_AGO = datetime(2000, 1, 1)
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"


def write(drawing: Drawing) -> bytes:
    """Return a drawing as a PowerPoint file.

    Raises:
        TocModelError: the extra is missing, or the picture cannot be laid out.
    """
    return to_pptx([drawing])


def to_pptx(
    drawings: Sequence[Drawing],
    *,
    title: str = "",
    names: Sequence[str] = (),
    template: bytes | None = None,
) -> bytes:
    """Return drawings as one PowerPoint file, each in a section of its own.

    Args:
        drawings: the drawings, at least one.
        title: the title of the file; by default that of the first drawing.
        names: the name of each section; by default the title of its drawing.
        template: the content of a .pptx or .potx file, whose layouts, fonts and colours to use.

    Raises:
        TocModelError: there are no drawings, the extra is missing, a picture cannot be laid out, or
            the template cannot be used.
    """
    if not drawings:
        raise TocModelError("there is nothing to draw")
    titles = list(names) or [drawing.diagram.title for drawing in drawings]
    if template is None:
        return _presentation(plain_canvas(), drawings, title, titles)
    canvas = template_canvas(template)
    with damage_reported():
        return _presentation(canvas, drawings, title, titles)


def _presentation(
    canvas: Canvas, drawings: Sequence[Drawing], title: str, titles: Sequence[str]
) -> bytes:
    """Return the slides of some drawings as a file."""
    entries = [entry for drawing in drawings for entry in drawing.diagram.legend]
    beside = canvas.beside_number
    with speaking_as(drawings[0].diagram):
        legend = place_entries(entries, beside.width)
    foot = max(height_of(legend) - beside.height, 0.0)
    area = evolve(
        canvas.area,
        y=canvas.area.y + LINE + 2,
        height=max(canvas.area.height - LINE - 2 - foot, 40.0),
    )
    chapters = lay_out_slides(drawings, titles, area, canvas.letter_width)
    colours = _colours(chapters)
    made = [
        SlidePage(canvas, placed, area, colours).draw()
        for chapter in chapters
        for placed in chapter.slides
    ]
    below = evolve(beside, y=beside.bottom - height_of(legend))
    language = drawings[0].diagram.language
    draw_on_layout(canvas.layout, made[0], legend, below, colours, language)
    if len(chapters) > 1:
        _add_sections(canvas, chapters)
    _set_properties(canvas, title or titles[0], drawings[0].diagram)
    file = io.BytesIO()
    canvas.presentation.save(file)
    return without_clock(file.getvalue())


def _colours(chapters: Sequence[PictureSlides]) -> dict[str, str]:
    """Return a colour of the theme for each column and each colour of the boxes, in turn."""
    diagrams = [placed.diagram for chapter in chapters for placed in chapter.slides]
    keys = dict.fromkeys(
        key
        for diagram in diagrams
        for key in (
            *(column.id for column in diagram.columns),
            *diagram.colours,
            *(lane.colour for lane in diagram.lanes if lane.colour.startswith("group:")),
        )
        if not key.endswith("-slides") and not key.startswith("step-")
    )
    return {key: f"accent{number % 6 + 1}" for number, key in enumerate(keys)}


def _add_sections(canvas: Canvas, chapters: Sequence[PictureSlides]) -> None:
    """Give the slides of each picture a section of their own."""
    from lxml import etree  # noqa: PLC0415  (comes with the extra)

    root = canvas.presentation.part._element
    listed = root.find("{*}extLst")
    if listed is None:
        listed = etree.SubElement(root, root.tag.replace("presentation", "extLst"))
    tag = root.tag.replace("presentation", "ext")
    extension = etree.SubElement(listed, tag, {"uri": _SECTIONS})
    sections = etree.SubElement(extension, f"{{{_P14}}}sectionLst", nsmap={"p14": _P14})
    ids = iter(entry.get("id") for entry in canvas.presentation.slides._sldIdLst)
    for number, chapter in enumerate(chapters, 1):
        section = etree.SubElement(
            sections,
            f"{{{_P14}}}section",
            {
                "name": slide_text(chapter.title)[:100],
                "id": f"{{00000000-0000-4000-8000-{number:012d}}}",
            },
        )
        slides = etree.SubElement(section, f"{{{_P14}}}sldIdLst")
        for _ in chapter.slides:
            etree.SubElement(slides, f"{{{_P14}}}sldId", {"id": next(ids)})


def _set_properties(canvas: Canvas, title: str, diagram: Diagram) -> None:
    """Set the properties of the file: no name of a person, and no clock."""
    properties = canvas.presentation.core_properties
    date = _date_of(diagram.date)
    properties.title = slide_text(title)[:255]
    properties.subject = slide_text(diagram.imagined)[:255]
    properties.language = diagram.language
    for name in ("author", "last_modified_by", "comments", "keywords", "category"):
        setattr(properties, name, "")
    properties.created = properties.modified = date
    properties.revision = 1
    last_printed = properties._element.find("{*}lastPrinted")
    if last_printed is not None:
        properties._element.remove(last_printed)


def _date_of(date: str) -> datetime:
    """Return a date for the file: that of the theory, or a fixed one.

    >>> _date_of("2018-09").isoformat(), _date_of("").year
    ('2018-09-01T00:00:00', 2000)
    """
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date):
        return _LONG_AGO
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return datetime(year, month, day)


__all__ = ["to_pptx", "write"]
