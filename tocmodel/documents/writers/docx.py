"""A report as a Word document (.docx), with real headings, lists, tables and pictures.

python-docx writes it and comes with the extra ``office``.
"""

import io
from collections.abc import Iterable
from typing import Any

from tocmodel.characters import one_line
from tocmodel.documents.blocks import (
    Block,
    Callout,
    Illustration,
    ItemList,
    Runs,
    SectionHeading,
    TextParagraph,
    TextTable,
    clean,
    runs,
    web_address,
)
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.writers.docx_elements import add_element, full_name, new_element
from tocmodel.documents.writers.docx_package import same_bytes
from tocmodel.documents.writers.docx_styles import (
    PAGE,
    PAGE_MARGIN,
    PICTURE_MARGIN,
    set_properties,
    set_styles,
)
from tocmodel.extras import extra_library

_MILLIMETRE = 36_000
"""English Metric Units, in which Word measures."""

_DPI = 200.0


def docx(report: WrittenReport) -> bytes:
    """Return a report as a Word document; the same report gives the same bytes.

    Raises:
        TocModelError: python-docx is not installed.
    """
    document = extra_library(
        "docx", "office", "Word documents need", "write the report as html"
    ).Document()
    set_styles(document, report)
    set_properties(document, report)
    writer = _Writer(document, report.language)
    writer.write_title(report)
    for block in report.blocks:
        writer.write(block)
    file = io.BytesIO()
    document.save(file)
    return same_bytes(file.getvalue())


def write_blocks(document: Any, blocks: Iterable[Block]) -> None:
    """Write blocks at the end of a document that has the styles of reports."""
    writer = _Writer(document)
    for block in blocks:
        writer.write(block)


class _Writer:
    """Writes blocks at the end of a document."""

    def __init__(self, document: Any, language: str = "en") -> None:
        self.document = document
        self.is_english = language.lower().split("-")[0] == "en"
        # looked up once: python-docx looks through all styles for each paragraph
        self.style_ids = {style.name: style.style_id for style in document.styles}
        self.numbered_lists = 0
        self.pictures = 0
        self.bookmarks: dict[str, str] = {}
        self.needs_page = False

    def write_title(self, report: WrittenReport) -> None:
        """Write the title, and on a cover the chapters too."""
        self.document.add_paragraph(style="Title").add_run(clean(report.title))
        for line in report.subtitle:
            self.document.add_paragraph(style="Subtitle").add_run(clean(line))
        if report.has_cover:
            self._contents(report)
            self.write_page_break()

    def _contents(self, report: WrittenReport) -> None:
        self.document.add_paragraph("Contents", style="TOC Heading")
        for number, chapter in enumerate(filter(None, map(_chapter, report.blocks))):
            self.bookmarks[chapter] = f"chapter{number}"
            line = self.document.add_paragraph(style="Contents")
            _add_link(line, clean(chapter), anchor=f"chapter{number}")

    def write(self, block: Block) -> None:
        """Write one block."""
        if isinstance(block, SectionHeading):
            self._heading(block)
        elif isinstance(block, TextParagraph):
            _fill(self._paragraph(_STYLES[block.style]), block.text)
        elif isinstance(block, ItemList):
            self._list(block)
        elif isinstance(block, TextTable):
            self._table(block)
        elif isinstance(block, Illustration):
            self._picture(block)
        elif isinstance(block, Callout):
            _fill(self._paragraph("Callout"), block.text)
        else:
            self.write_page_break()

    def write_page_break(self) -> None:
        """Begin the next block on a new page."""
        self.needs_page = True

    def _paragraph(self, style: str) -> Any:
        made = self.document.add_paragraph()
        made._p.style = self.style_ids[style]
        if self.needs_page:
            made.paragraph_format.page_break_before = True
            self.needs_page = False
        return made

    def _heading(self, heading: SectionHeading) -> None:
        made = self._paragraph(f"Heading {heading.level}")
        name = self.bookmarks.get(heading.text) if heading.level == 1 else None
        if name:
            _bookmark(made, name, lambda: made.add_run(clean(heading.text)))
        else:
            made.add_run(clean(heading.text))
        self._mark_ours(made, is_ours=heading.is_ours)

    def _mark_ours(self, paragraph: Any, *, is_ours: bool = True) -> None:
        """Mark words of tocmodel, which are English, in a document in another language."""
        if is_ours and not self.is_english:
            for run in paragraph.runs:
                add_element(run._r.get_or_add_rPr(), "w:lang").set(full_name("w:val"), "en-GB")

    def _list(self, block: ItemList) -> None:
        style = "List Number" if block.numbered else "List Bullet"
        number = _new_numbering(self.document) if block.numbered else None
        for item in block.items:
            made = self._paragraph(style)
            _fill(made, item)
            if number is not None:
                properties = made._p.get_or_add_pPr().get_or_add_numPr()
                properties.get_or_add_numId().val = number
                properties.get_or_add_ilvl().val = 0

    def _table(self, table: TextTable) -> None:
        if self.needs_page:
            self._paragraph("Normal")
        section = self.document.sections[-1]
        room = section.page_width - section.left_margin - section.right_margin
        shares = sum(column.width for column in table.columns)
        widths = [int(room * column.width / shares) for column in table.columns]
        made = self.document.add_table(len(table.rows) + 1, len(widths), style="Report Table")
        _set_up(made, widths, clean(table.title))
        cells = made._cells  # worked out once: `table.cell` works them out for each cell
        heads = tuple((runs(column.title),) for column in table.columns)
        for place, cell in enumerate(cell for row in (heads, *table.rows) for cell in row):
            target = cells[place]
            target.width = widths[place % len(widths)]
            for number, line in enumerate(cell or (runs(""),)):
                paragraph = target.add_paragraph() if number else target.paragraphs[0]
                paragraph._p.style = self.style_ids[_style_of_cell(place, len(widths), number)]
                _fill(paragraph, line)
                self._mark_ours(paragraph, is_ours=place < len(widths))
        for row in made._tbl.tr_lst:
            add_element(row.get_or_add_trPr(), "w:cantSplit")
        add_element(made._tbl.tr_lst[0].get_or_add_trPr(), "w:tblHeader")
        self.document.add_paragraph(style="After Table")

    def _picture(self, picture: Illustration) -> None:
        from tocmodel.render.png import png  # noqa: PLC0415  (resvg is slow to load)

        scene = picture.scene
        if picture.own_page:
            self._section(flipped=scene.width > scene.height, margin=PICTURE_MARGIN)
        if picture.heading:
            self._heading(SectionHeading(picture.heading))
        section = self.document.sections[-1]
        wide = section.page_width - section.left_margin - section.right_margin
        high = section.page_height - section.top_margin - section.bottom_margin - 30 * _MILLIMETRE
        if picture.height:
            high = min(high, int(picture.height * _MILLIMETRE))
        width = int(min(wide, high * scene.width / scene.height))
        made = self._paragraph("Picture")
        shape = made.add_run().add_picture(io.BytesIO(png(scene, _DPI)), width=width)
        self.pictures += 1
        described = shape._inline.docPr
        described.set("descr", one_line(picture.alternative))
        described.set("name", f"Picture {self.pictures}")
        if picture.caption:
            self.document.add_paragraph(style="Caption").add_run(clean(picture.caption))
        if picture.own_page:
            self._section(flipped=False, margin=PAGE_MARGIN)

    def _section(self, *, flipped: bool, margin: int) -> None:
        """Begin a page of another shape."""
        section = self.document.add_section()
        width, height = reversed(PAGE) if flipped else PAGE
        section.orientation = 1 if flipped else 0
        section.page_width, section.page_height = width, height
        section.left_margin = section.right_margin = margin
        section.top_margin = section.bottom_margin = margin
        self.needs_page = False


def _chapter(block: Block) -> str:
    """Return the words of a heading of a chapter; empty for any other block."""
    if isinstance(block, Illustration):
        return block.heading
    return block.text if isinstance(block, SectionHeading) and block.level == 1 else ""


_STYLES = {"body": "Normal", "lead": "Lead", "quotation": "Quote", "small": "Small"}


def _style_of_cell(place: int, columns: int, number: int) -> str:
    """Return the style of a line of a cell; the first line of a row names it.

    Args:
        place: the place of the cell, counted row by row.
        columns: how many cells a row has.
        number: the number of the line in its cell.
    """
    if place < columns:
        return "Table Heading"
    return "Table Text" if place % columns or number else "Table Row Heading"


def _fill(paragraph: Any, line: Runs) -> None:
    for run in line:
        address = web_address(run.link)
        if address:
            _add_link(paragraph, clean(run.text), address=address)
        else:
            paragraph.add_run(clean(run.text)).bold = run.bold or None


def _add_link(paragraph: Any, text: str, *, address: str = "", anchor: str = "") -> None:
    """Add words that lead to an address of the web, or to a bookmark."""
    element = new_element("w:hyperlink")
    if address:
        related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        id_ = paragraph.part.relate_to(address, related, is_external=True)
        element.set(full_name("r:id"), id_)
    else:
        element.set(full_name("w:anchor"), anchor)
    run = paragraph.add_run(text, style="Hyperlink")
    element.append(run._r)
    paragraph._p.append(element)


def _bookmark(paragraph: Any, name: str, fill: Any) -> None:
    number = name.removeprefix("chapter")
    start, end = add_element(paragraph._p, "w:bookmarkStart"), None
    start.set(full_name("w:id"), number)
    start.set(full_name("w:name"), name)
    fill()
    end = add_element(paragraph._p, "w:bookmarkEnd")
    end.set(full_name("w:id"), number)


def _set_up(table: Any, widths: list[int], title: str) -> None:
    """Set the widths of the columns, the name of a table, and that its first row has headings."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    properties = table._tbl.tblPr
    add_element(properties, "w:tblCaption").set(full_name("w:val"), title)


def _new_numbering(document: Any) -> int:
    """Return a new list of numbers, which begins with one."""
    numbering = document.part.numbering_part.numbering_definitions._numbering
    style = document.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    abstract = next(item for item in numbering.num_lst if item.numId == used).abstractNumId.val
    made = numbering.add_num(abstract)
    made.add_lvlOverride(ilvl=0).add_startOverride(1)
    number: int = made.numId
    return number
