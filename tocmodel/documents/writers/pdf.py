"""A report as a tagged PDF (PDF/UA-1), typeset by typst.

typst gets the report as JSON beside one template, so that no word of a theory is ever read as its
markup. It refuses a picture without alternative text. It comes with the extra ``report``.
"""

import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tocmodel.characters import without_hidden
from tocmodel.diagnostics import TocModelError
from tocmodel.documents.blocks import clean
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.writers.block_data import block_data
from tocmodel.extras import extra_library
from tocmodel.layout import fonts
from tocmodel.layout.fonts.typefaces import MOST_BYTES
from tocmodel.system.files import read_whole

_TEMPLATE = Path(__file__).with_name("report.typ")
_FONTS = Path(fonts.__file__).parent
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?(?:-.*)?")


def pdf(report: WrittenReport) -> bytes:
    """Return a report as a tagged PDF; the same report gives the same bytes.

    Raises:
        TocModelError: typst is not installed, or its fonts lack a letter.
    """
    typst = extra_library("typst", "report", "a report as a pdf needs", "write it as html")
    try:
        with _folder_of_fonts(report.font) as own:
            made = typst.compile(
                _TEMPLATE.read_bytes(),
                format="pdf",
                font_paths=[str(_FONTS), *own],
                ignore_system_fonts=True,
                sys_inputs={"report": json.dumps(_report(report))},
                pdf_standards=["ua-1"],
            )
    except RuntimeError as error:
        raise TocModelError(_reason(error)) from error
    data: bytes = made
    return data


@contextmanager
def _folder_of_fonts(own: Sequence[Path]) -> Iterator[list[str]]:
    """Put copies of the user's fonts into a folder, as typst takes fonts from folders only."""
    if not own:
        yield []
        return
    with tempfile.TemporaryDirectory() as folder:
        for number, font in enumerate(own):
            copy = Path(folder) / f"{number}{font.suffix}"
            copy.write_bytes(read_whole(font, MOST_BYTES))
        yield [folder]


def _reason(error: RuntimeError) -> str:
    """Return why typst could not write a report, in a sentence.

    >>> _reason(RuntimeError('PDF/UA-1 error: the text "X" could not be displayed with any font'))
    'no font of the pdf has some letters of the report; name one that has them with --font'
    """
    text = str(error)
    if "could not be displayed" in text or "font" in text:
        return (
            "no font of the pdf has some letters of the report; name one that has them with --font"
        )
    return f"typst could not write the pdf: {clean(text)[:200]}"


def _report(report: WrittenReport) -> dict[str, Any]:
    language = _LANGUAGE.fullmatch(report.language)
    lang, region = language.groups() if language else ("en", "GB")
    return {
        "title": clean(report.title) or "Report",
        "subtitle": [clean(line) for line in report.subtitle],
        "lang": lang.lower(),
        "region": (region or "").upper(),
        "cover": report.has_cover,
        "large": report.is_large,
        "blocks": [_shown(made) for block in report.blocks for made in block_data(block)],
    }


def _shown(block: dict[str, Any]) -> dict[str, Any]:
    """Return a block without the hidden characters of its picture, which a PDF would keep."""
    return {**block, "svg": without_hidden(block["svg"])} if "svg" in block else block
