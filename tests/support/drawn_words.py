"""The words of a picture, as programs of others read them."""

import io
import subprocess
from collections import Counter
from xml.etree import ElementTree

from pypdf import PdfReader


def words_of_svg(svg: str) -> Counter[str]:
    """How often each word occurs in a picture; any space divides two words."""
    texts = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")
    return Counter(word for text in texts for word in (text.text or "").split())


def words_of_pdf(pdf: bytes) -> Counter[str]:
    """The same of all pages of a PDF, as pypdf reads it."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return Counter(word for page in pages for word in page.extract_text().split())


def words_by_poppler(pdf: bytes) -> Counter[str]:
    """The same, as poppler's pdftotext reads it."""
    return Counter(poppler("-raw", pdf=pdf).split())


def poppler(*options: str, pdf: bytes) -> str:
    """What pdftotext writes."""
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
