"""The styles, the page and the properties of a Word document."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tocmodel.documents.blocks import clean
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.writers.docx_elements import add_element, full_name, new_element

_POINT = 12_700
_MILLIMETRE = 36_000

PAGE = (210 * _MILLIMETRE, 297 * _MILLIMETRE)
"""The width and height of A4."""

PAGE_MARGIN = 20 * _MILLIMETRE
PICTURE_MARGIN = 14 * _MILLIMETRE
"""The margin around a picture with a page of its own."""

_FONT = "Arial"
_INK = "1B1F24"
_QUIET = "4A525C"
_ACCENT = "1D3F66"
_LINK = "1D5A98"

_CREATED = datetime(2000, 1, 1, tzinfo=UTC)
"""The same in every file, so that the same report gives the same bytes."""

_TABLE = """
<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    w:type="table" w:customStyle="1" w:styleId="ReportTable">
  <w:name w:val="Report Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>
  <w:tblPr><w:tblBorders>
    {borders}
  </w:tblBorders><w:tblCellMar>
    <w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
  </w:tblCellMar></w:tblPr>
  <w:tblStylePr w:type="firstRow">
    <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="3C4652"/></w:tcPr>
  </w:tblStylePr>
</w:style>
"""


def set_styles(document: Any, report: WrittenReport) -> None:
    """Set the page, the fonts and the language of a document that is made for the report."""
    _set_page(document)
    _set_defaults(document, report.language)
    _set_own_styles(document.styles, report)
    add_styles(document, report, font=_FONT)
    add_page_numbers(document)


def add_styles(document: Any, report: WrittenReport, *, font: str = "") -> None:
    """Add the styles that a document lacks, and leave those it has as they are.

    Args:
        document: the document.
        report: the report to write into it.
        font: the font of these styles; without it, that of the document.
    """
    scale = _LARGE if report.is_large else 1.0
    styles = document.styles
    known = {style.name for style in styles}
    for name, (size, before, after, look) in _ADDED.items():
        if name not in known:
            base = look.get("base", "Normal")
            style = styles.add_style(name, 1)
            style.base_style = styles[base] if base in known else None
            _style(
                style,
                size * scale,
                before=before,
                after=after * scale,
                colour=look.get("colour", _INK),
                bold="bold" in look,
                font=font,
            )
            known.add(name)
    styles["Picture"].paragraph_format.keep_with_next = True
    for name in ("Table Heading", "Table Row Heading", "Table Text"):
        styles[name].paragraph_format.line_spacing = 1.0
    if "Hyperlink" not in known:
        _link_style(styles)
    if "Report Table" not in known:
        _table_style(styles)
    _frame(styles["Callout"])


_LARGE = 16 / 10.5
"""How much larger the type of an easy-read report is."""

_ADDED: Mapping[str, tuple[float, float, float, Mapping[str, str]]] = {
    "Heading 1": (16, 16, 6, {"bold": "", "colour": _ACCENT}),
    "Heading 2": (12.5, 12, 4, {"bold": "", "colour": _ACCENT}),
    "Heading 3": (11, 10, 3, {"bold": "", "colour": _ACCENT}),
    "List Bullet": (10.5, 0, 3, {}),
    "List Number": (10.5, 0, 3, {}),
    "Quote": (10.5, 0, 6, {}),
    "Caption": (9, 0, 8, {"colour": _QUIET}),
    "Lead": (12, 0, 8, {}),
    "Small": (9, 0, 6, {}),
    "Callout": (10.5, 0, 8, {}),
    "Contents": (11, 0, 4, {}),
    "Picture": (10.5, 0, 4, {}),
    "After Table": (4, 0, 4, {}),
    "Table Text": (9, 2, 2, {}),
    "Table Row Heading": (9, 2, 2, {"bold": ""}),
    "Table Heading": (9, 2, 2, {"bold": "", "colour": "FFFFFF"}),
}
"""The styles that a report uses: size, space before and after in points, and look."""


def _set_own_styles(styles: Any, report: WrittenReport) -> None:
    scale = _LARGE if report.is_large else 1.0
    chapter = 16 if report.has_cover or report.is_large else 13
    _style(styles["Normal"], 10.5 * scale, after=6 * scale)
    styles["Normal"].paragraph_format.line_spacing = 1.5 if report.is_large else 1.08
    for name, size, before, after in (
        ("Title", 26 if report.has_cover else 22, 0, 6),
        ("Heading 1", chapter, chapter - 3, 4),
        ("Heading 2", 12.5 if report.has_cover else 11.5, 10, 4),
        ("Heading 3", 11, 10, 3),
    ):
        _style(styles[name], size * scale, before=before, after=after, colour=_ACCENT, bold=True)
        styles[name].paragraph_format.keep_with_next = True
    _style(styles["Subtitle"], 10.5 * scale, after=3, colour=_QUIET)
    _style(styles["Quote"], 10.5 * scale, after=6, indent=12)
    _style(styles["Caption"], 9 * scale, after=8, colour=_QUIET)
    _style(styles["TOC Heading"], 14 * scale, before=24, after=6, colour=_ACCENT, bold=True)
    for name in ("List Bullet", "List Number"):
        _style(styles[name], 10.5 * scale, after=3 * scale)


def set_properties(document: Any, report: WrittenReport) -> None:
    """Set what Word shows as the properties of a file; none of them depends on the clock."""
    properties = document.core_properties
    properties.title = clean(report.title)[:255]
    properties.subject = clean(report.imagined)
    properties.language = report.language
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.keywords = properties.category = ""
    properties.revision = 1
    properties.created = properties.modified = _CREATED


def add_page_numbers(document: Any) -> None:
    """Put the number of each page in the middle of its foot."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = 1
    for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(text)
        _field(paragraph, field)
    for run in paragraph.runs:
        run.font.size = 9 * _POINT


def _field(paragraph: Any, name: str) -> None:
    for kind, text in (("begin", ""), ("", name), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            add_element(run._r, "w:fldChar").set(full_name("w:fldCharType"), kind)
        elif not kind:
            instruction = add_element(run._r, "w:instrText")
            instruction.set(full_name("xml:space"), "preserve")
            instruction.text = f" {text} "


def _set_page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.left_margin = section.right_margin = PAGE_MARGIN
    section.top_margin = section.bottom_margin = PAGE_MARGIN
    section.footer_distance = section.header_distance = 9 * _MILLIMETRE


def _set_defaults(document: Any, language: str) -> None:
    """Set the language of every style, and drop the fonts of the template's theme."""
    defaults = document.styles.element.find(f".//{full_name('w:rPrDefault')}")
    found = defaults.find(f".//{full_name('w:lang')}")
    found.set(full_name("w:val"), language)
    fonts = defaults.find(f".//{full_name('w:rFonts')}")
    fonts.attrib.clear()
    for use in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(full_name(f"w:{use}"), _FONT)


def _style(  # noqa: PLR0913  (each is a property of a style)
    style: Any,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    indent: float = 0,
    colour: str = _INK,
    bold: bool = False,
    font: str = _FONT,
) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415  (an extra)

    for odd in ("w:pBdr", "w:rFonts", "w:spacing", "w:kern"):
        for found in list(style.element.iter(full_name(odd))):
            found.getparent().remove(found)
    if font:
        style.font.name = font
    style.font.size = int(size * _POINT)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before = int(before * _POINT)
    style.paragraph_format.space_after = int(after * _POINT)
    if indent:
        style.paragraph_format.left_indent = int(indent * _POINT)


def _frame(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    if properties.find(full_name("w:pBdr")) is not None:
        return
    borders = new_element("w:pBdr")
    left = add_element(borders, "w:left")
    for key, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", _ACCENT)):
        left.set(full_name(f"w:{key}"), value)
    shade = new_element("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", "EEF0F3")):
        shade.set(full_name(f"w:{key}"), value)
    properties.insert(0, shade)
    properties.insert(0, borders)


def _link_style(styles: Any) -> None:
    from docx.shared import RGBColor  # noqa: PLC0415  (an extra)

    style = styles.add_style("Hyperlink", 2)
    style.font.underline = True
    style.font.color.rgb = RGBColor.from_string(_LINK)


def _table_style(styles: Any) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415  (an extra)

    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8A929C"/>' for side in sides
    )
    styles.element.append(parse_xml(_TABLE.format(borders=borders)))
