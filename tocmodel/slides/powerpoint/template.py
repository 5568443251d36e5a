"""The presentation that slides are put into: a council's own template, or a plain one of ours."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from attrs import evolve, frozen

from tocmodel.diagnostics import TocModelError, listed
from tocmodel.layout.palette import CATEGORIES, INK, PAPER
from tocmodel.layout.scene import Bounds
from tocmodel.package.archive import Package
from tocmodel.package.limits import PackageLimits, UnreadableFileError
from tocmodel.package.markup import feed, guarded_parser
from tocmodel.slides.powerpoint.archive import rewritten
from tocmodel.slides.powerpoint.xml import emu

Presentation = Any
SlideLayout = Any
"""A presentation of python-pptx, and a layout."""

INSTALL = "PowerPoint files need more software: pip install 'tocmodel[office]'"
LEGEND = "Legend"
"""How the names of shapes of a legend begin."""
_POINT = 12700
_WIDTH, _HEIGHT = 960.0, 540.0
_MARGIN = 24.0
_TITLE = Bounds(x=_MARGIN, y=6.0, width=_WIDTH - 2 * _MARGIN, height=36.0)
_FOOT = 26.0
"""The height of the line with the slide's number."""
_OUR_LAYOUT = "Theory of change"
_CONTENT_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"presentationml.template.main+xml"
_PRESENTATION_TYPE = b"presentationml.presentation.main+xml"


@frozen(kw_only=True)
class TemplateLimits(PackageLimits):
    """The limits for a template: it may have large pictures, but its XML is small."""

    noun = "template"
    saved_as = "a PowerPoint file (.pptx or .potx)"
    size: int = 64 * 1024 * 1024
    content: int = 256 * 1024 * 1024
    parts: int = 2_000


@frozen(kw_only=True)
class Canvas:
    """A presentation without slides, and the layout for new ones.

    Attributes:
        presentation: the presentation.
        layout: the layout with a title and nothing else.
        area: the room below the title, in points.
        beside_number: the room for a row of the legend beside the number of the slide, which may
            have no height.
        title_size: the size of the letters of a title, in points.
        title_area: the room of the title.
        letter_width: how wide the letters of its font are, where those that we measure are 1.
    """

    presentation: Presentation
    layout: SlideLayout
    area: Bounds
    beside_number: Bounds
    title_size: float
    title_area: Bounds
    letter_width: float = 1.0


def require_library() -> None:
    """Check that the library for PowerPoint files is installed.

    Raises:
        TocModelError: it is not.
    """
    try:
        import pptx  # noqa: F401, PLC0415  (comes with the extra)
    except ImportError as error:
        raise TocModelError(INSTALL) from error


def plain_canvas() -> Canvas:
    """Return a presentation of our own: white, 16 by 9, with fonts that every computer has."""
    require_library()
    import pptx  # noqa: PLC0415  (comes with the extra)

    presentation: Presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = emu(_WIDTH), emu(_HEIGHT)
    _keep_one_layout(presentation)
    _drop_parts(presentation, ("/docProps/thumbnail.jpeg", "/ppt/printerSettings"))
    _recolour(presentation)
    _rearrange(presentation)
    return _canvas(presentation, presentation.slide_layouts[0])


def template_canvas(data: bytes) -> Canvas:
    """Return a presentation with the layouts, fonts and colours of a template, without its slides.

    Args:
        data: the content of the template, a .pptx or .potx file.

    Raises:
        TocModelError: it is no such file, is damaged or too large, has macros, or has no layout
            with a title and nothing else.
    """
    require_library()
    import pptx  # noqa: PLC0415  (comes with the extra)

    checked = _checked(data)
    with damage_reported():
        presentation: Presentation = pptx.Presentation(io.BytesIO(checked))
        _remove_slides(presentation)
        layout = _title_only(presentation)
        _remove_old_legend(layout)
        return _canvas(presentation, layout)


@contextmanager
def damage_reported() -> Iterator[None]:
    """Report any failure of python-pptx as damage of a template: it raises many kinds of error.

    Raises:
        TocModelError: something failed.
    """
    try:
        yield
    except TocModelError:
        raise
    except Exception as error:
        raise UnreadableFileError(
            "the template is damaged; open it in PowerPoint and save it again"
        ) from error


def _checked(data: bytes) -> bytes:
    """Return the archive with only parts that are safe to read, as a presentation."""
    package = Package(data, TemplateLimits())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [item.filename for item in archive.infolist() if not item.is_dir()]
    if any(name.casefold().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        raise UnreadableFileError(
            "the template has macros, which are programs; save it without macros, as .pptx"
        )
    parts: dict[str, bytes] = {}
    for name in names:
        parts[name] = b"".join(package.pieces(name))
        if name.casefold().endswith((".xml", ".rels")):
            names_in_xml: dict[str, str] = {}
            parser = guarded_parser(names_in_xml, package.limits, name)
            feed(parser, (parts[name],), names_in_xml, package.limits, name)
    if _CONTENT_TYPES not in parts or "ppt/presentation.xml" not in parts:
        raise UnreadableFileError("the template is not a PowerPoint file (.pptx or .potx)")
    types = parts[_CONTENT_TYPES]
    parts[_CONTENT_TYPES] = types.replace(_TEMPLATE_TYPE, _PRESENTATION_TYPE)
    return rewritten(parts)


def _remove_slides(presentation: Presentation) -> None:
    ids = presentation.slides._sldIdLst
    for entry in list(ids):
        presentation.part.drop_rel(entry.rId)
        ids.remove(entry)
    for extension in presentation.part._element.findall("{*}extLst"):
        presentation.part._element.remove(extension)  # it names sections of the slides


def _remove_old_legend(layout: SlideLayout) -> None:
    """Remove the legend of slides that tocmodel wrote, if these are the template."""
    for shape in list(layout.shapes):
        if shape.name.startswith(LEGEND):
            shape._element.getparent().remove(shape._element)


def _title_only(presentation: Presentation) -> SlideLayout:
    """Return the layout with a title and nothing else.

    Raises:
        TocModelError: there is none.
    """
    layouts = [layout for master in presentation.slide_masters for layout in master.slide_layouts]
    by_type = [one for one in layouts if one._element.get("type") == "titleOnly"]
    by_name = [one for one in layouts if one.name.strip().casefold() == "title only"]
    alone = [one for one in layouts if _placeholders(one) == {"title"}]
    for found in (*by_type, *by_name, *alone):
        if "title" in _placeholders(found):
            return found
    names = listed(f"‘{one.name[:60]}’" for one in layouts[:20]) if layouts else "none"
    raise UnreadableFileError(
        f"the template has no layout ‘Title Only’, with a title and nothing else; it has {names}; "
        "add one in PowerPoint with View, Slide Master, Insert Layout"
    )


_FURNITURE = frozenset({"dt", "ftr", "sldNum"})


def _placeholders(layout: Any) -> set[str]:
    found = {_type_of(shape) for shape in layout.placeholders}
    return {"title" if kind == "ctrTitle" else kind for kind in found} - _FURNITURE


def _type_of(shape: Any) -> str:
    return str(shape._element.xpath(".//p:ph")[0].get("type", "obj"))


def _canvas(presentation: Presentation, layout: SlideLayout) -> Canvas:
    """Measure a layout: its title, and the room from there to its footer."""
    width, height = presentation.slide_width / _POINT, presentation.slide_height / _POINT
    title = next(shape for shape in layout.placeholders if "itle" in _type_of(shape))
    title_area = _area_of(title, Bounds(x=_MARGIN, y=12, width=width - 2 * _MARGIN, height=60))
    left = max(min(title_area.x, width * 0.1), 8.0)
    right = min(max(title_area.right, width * 0.9), width - 8.0)
    top = title_area.bottom + 2 if title_area.bottom < height * 0.45 else 30.0
    feet = [
        _area_of(shape, Bounds(x=0, y=height - _FOOT, width=1, height=_FOOT)).y
        for shape in layout.placeholders
        if _type_of(shape) in _FURNITURE
    ]
    bottom = min([foot for foot in feet if foot > height * 0.7] or [height - _FOOT])
    area = Bounds(x=left, y=top, width=right - left, height=bottom - top - 2)
    return Canvas(
        presentation=presentation,
        layout=layout,
        area=area,
        beside_number=_beside_number(area, layout, height),
        title_size=_title_size(layout),
        title_area=title_area,
        letter_width=_letter_width(layout),
    )


_MEASURED = frozenset(
    {"arial", "helvetica", "liberation sans", "calibri", "aptos", "times new roman"}
)
_WIDE = {"verdana": 1.18, "montserrat": 1.16, "poppins": 1.14, "century gothic": 1.12}
_PERHAPS_WIDER = 1.08
"""The room for a font that we do not know."""


def _letter_width(layout: SlideLayout) -> float:
    """Return how much wider than ours the letters of a template are, by the name of its font."""
    from lxml import etree  # noqa: PLC0415  (comes with the extra)

    master = layout.slide_master.part
    themes = [rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme")]
    for theme in themes:
        for latin in etree.fromstring(theme.blob).iterfind(".//{*}minorFont/{*}latin"):
            font = latin.get("typeface", "").casefold()
            return 1.0 if font in _MEASURED else _WIDE.get(font, _PERHAPS_WIDER)
    return _PERHAPS_WIDER


def _beside_number(area: Bounds, layout: SlideLayout, height: float) -> Bounds:
    """Return the room left of the number of a slide, if nothing else of the layout is there."""
    feet = {_type_of(shape): shape for shape in layout.placeholders}
    below = Bounds(x=area.x, y=area.bottom + 2, width=area.width, height=0.0)
    if not _is_ours(layout) or "sldNum" not in feet:
        return below
    number = _area_of(feet["sldNum"], below)
    return evolve(below, width=number.x - area.x, height=height - 6 - below.y)


def _is_ours(layout: SlideLayout) -> bool:
    return bool(layout.name == _OUR_LAYOUT)


def _area_of(shape: Any, usual: Bounds) -> Bounds:
    """Return the area of a placeholder, which may inherit it from its master."""
    numbers = (shape.left, shape.top, shape.width, shape.height)
    if None in numbers:
        return usual
    x, y, width, height = (number / _POINT for number in numbers)
    return Bounds(x=x, y=y, width=width, height=height)


def _title_size(layout: SlideLayout) -> float:
    """Return the size of the letters of a title."""
    paths = (
        (layout, ".//p:sp[.//p:ph[@type='title']]//a:lstStyle/a:lvl1pPr/a:defRPr/@sz"),
        (layout.slide_master, ".//p:sp[.//p:ph[@type='title']]//a:lstStyle/a:lvl1pPr/a:defRPr/@sz"),
        (layout.slide_master, ".//p:titleStyle/a:lvl1pPr/a:defRPr/@sz"),
    )
    sizes = (found[0] for owner, path in paths if (found := owner._element.xpath(path)))
    return int(next(sizes, 4400)) / 100


def _keep_one_layout(presentation: Presentation) -> None:
    layouts = presentation.slide_layouts
    for layout in list(layouts):
        if layout.name == "Title Only":
            layout.name = _OUR_LAYOUT
            _remove_date_and_footer(layout)
        else:
            layouts.remove(layout)


def _remove_date_and_footer(layout: SlideLayout) -> None:
    """Leave room for the legend beside the number."""
    for shape in list(layout.placeholders):
        if _type_of(shape) in ("dt", "ftr"):
            shape._element.getparent().remove(shape._element)


def _drop_parts(presentation: Presentation, names: tuple[str, ...]) -> None:
    """Remove what nobody needs: a thumbnail of an empty slide, and settings of a printer."""
    for owner in (presentation.part.package, presentation.part):
        for id_, relation in list(owner._rels.items()):
            if not relation.is_external and str(relation.target_part.partname).startswith(names):
                owner._rels.pop(id_)


def _recolour(presentation: Presentation) -> None:
    """Give the theme our colours, and a font that every computer has."""
    theme = next(
        part
        for part in presentation.part.package.iter_parts()
        if str(part.partname).startswith("/ppt/theme/")
    )
    from lxml import etree  # noqa: PLC0415  (comes with the extra)

    tree = etree.fromstring(theme.blob)
    accents = [tone.dark for tone in CATEGORIES[:6]]
    colours = {f"accent{number}": accent for number, accent in enumerate(accents, 1)}
    colours |= {"dk1": INK, "lt1": PAPER, "dk2": CATEGORIES[0].dark, "lt2": CATEGORIES[0].pale}
    for name, colour in colours.items():
        for owner in tree.iter(f"{{*}}{name}"):
            for child in list(owner):
                owner.remove(child)
            etree.SubElement(owner, owner.tag.replace(name, "srgbClr"), {"val": colour[1:].upper()})
    for latin in tree.iter("{*}latin"):
        latin.set("typeface", "Arial")
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rearrange(presentation: Presentation) -> None:
    """Move the title to the top, and the number to the foot, of a wide slide."""
    master = presentation.slide_master
    places = {
        "title": _TITLE,
        "body": Bounds(x=_MARGIN, y=60, width=_WIDTH - 2 * _MARGIN, height=440),
        "dt": Bounds(x=_MARGIN, y=_HEIGHT - _FOOT, width=200, height=20),
        "ftr": Bounds(x=_WIDTH / 2 - 200, y=_HEIGHT - _FOOT, width=400, height=20),
        "sldNum": Bounds(x=_WIDTH - _MARGIN - 100, y=_HEIGHT - _FOOT, width=100, height=20),
    }
    for shape in master.placeholders:
        area = places[_type_of(shape)]
        shape.left, shape.top = emu(area.x), emu(area.y)
        shape.width, shape.height = emu(area.width), emu(area.height)
    style = master._element.xpath(".//p:titleStyle/a:lvl1pPr")[0]
    style.set("algn", "l")
    words = style.find("{*}defRPr")
    words.set("sz", "2400")
    words.set("b", "1")
    body = master._element.xpath(".//p:sp[.//p:ph[@type='title']]//a:bodyPr")[0]
    for side in ("lIns", "rIns"):
        body.set(side, "0")
