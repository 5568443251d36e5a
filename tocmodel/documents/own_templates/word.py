"""A Word template, such as a council's own: its fields, and the place for the report.

docxtpl fills the fields, and escapes every value. A paragraph that holds only ``{{ report }}`` or
``{{ chapters.evidence }}`` is replaced by these, in the styles of the template.
"""

import io
import zipfile
from pathlib import Path
from typing import Any, ClassVar

from attrs import evolve, frozen

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError
from tocmodel.documents.blocks import Block, Illustration, clean
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.own_templates.environment import (
    LARGEST_TEMPLATE,
    LARGEST_UNPACKED,
    mistakes_of,
    sandbox,
)
from tocmodel.documents.own_templates.variables import variables
from tocmodel.documents.subject import ReportSubject
from tocmodel.documents.writers.docx import write_blocks
from tocmodel.documents.writers.docx_package import same_bytes
from tocmodel.documents.writers.docx_styles import add_styles
from tocmodel.extras import extra_library
from tocmodel.package import Package, PackageLimits
from tocmodel.system.files import read_whole

_MARK = "\ue000{}\ue001"
"""A place for blocks, while docxtpl fills the fields; no theory has these letters."""


@frozen(kw_only=True)
class _WordLimits(PackageLimits):
    noun: ClassVar[str] = "template"
    saved_as: ClassVar[str] = "a .docx document"
    size: int = LARGEST_TEMPLATE
    content: int = LARGEST_UNPACKED


def fill_word(template: Path, subject: ReportSubject, report: WrittenReport) -> bytes:
    """Return what a Word template makes of a theory.

    Raises:
        TocModelError: the template cannot be read, has a mistake or names an unknown variable; or
            docxtpl is not installed.
    """
    document = extra_library(
        "docxtpl", "office", "a Word template needs", "use a template of text"
    ).DocxTemplate(io.BytesIO(_checked(template)))
    places: list[tuple[Block, ...]] = []

    def mark(blocks: tuple[Block, ...]) -> str:
        places.append(blocks)
        return _MARK.format(len(places) - 1)

    environment = sandbox(None, _visible, autoescape=True)
    with mistakes_of(template):
        document.render(variables(subject, report, mark), environment, autoescape=True)
    word = document.docx  # `get_docx` would read the template again
    add_styles(word, report)
    for number, blocks in enumerate(places):
        _insert(word, _MARK.format(number), tuple(map(_in_line, blocks)))
    file = io.BytesIO()
    word.save(file)
    return same_bytes(file.getvalue())


def _checked(template: Path) -> bytes:
    """Return the content of a template that unpacks to a bounded size."""
    data = read_whole(template, LARGEST_TEMPLATE)
    package = Package(data, _WordLimits())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    if "word/document.xml" not in names:
        name = terminal_text(template.name)
        raise TocModelError(f"'{name}' is not a Word document; save it as .docx")
    for name in names:
        for _ in package.pieces(name):
            pass
    return data


def _visible(value: Any) -> Any:
    """Make what is hidden visible; jinja2 escapes the words after that."""
    if isinstance(value, str) and value.startswith("\ue000") and value.endswith("\ue001"):
        return value
    return clean(str(value)).replace("\ue000", "").replace("\ue001", "")


def _in_line(block: Block) -> Block:
    """Return a block that leaves the pages of the template as they are."""
    if isinstance(block, Illustration) and block.own_page:
        return evolve(block, own_page=False)
    return block


def _insert(word: Any, mark: str, blocks: tuple[Block, ...]) -> None:
    """Write blocks in place of each paragraph that holds only a mark; else remove the mark."""
    body = word.element.body
    found = [paragraph for paragraph in word.paragraphs if mark in paragraph.text]
    for paragraph in found:
        before = list(body)
        write_blocks(word, blocks)
        made = [element for element in body if element not in before]
        for element in made:
            paragraph._p.addprevious(element)
        paragraph._p.getparent().remove(paragraph._p)
