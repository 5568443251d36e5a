"""What kind of file some bytes are, as programs that read such files see it."""

import csv
import io
import json
import re
import zlib
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from xml.etree import ElementTree

import docx
import networkx
import openpyxl
import pptx
import pygraphviz
import pypdf

from tocmodel.conversion.lz_string import from_utf16
from tocmodel.fileformat.loading import reads

_SVG = "{http://www.w3.org/2000/svg}svg"
_DIAGRAM = re.compile(r"(---\n.*?\n---\n)?(%%.*\n)*(flowchart|graph) ", re.DOTALL)


def is_svg(data: bytes) -> bool:
    return ElementTree.fromstring(data).tag == _SVG


def is_junit(data: bytes) -> bool:
    return ElementTree.fromstring(data).tag == "testsuites"


def is_png(data: bytes) -> bool:
    """Whether every chunk, from the first to the last, has the sum that it gives."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        return False
    at, names = 8, []
    while at < len(data):
        size = int.from_bytes(data[at : at + 4])
        name, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        names.append(name)
        if zlib.crc32(name + body) != int.from_bytes(data[at + 8 + size : at + 12 + size]):
            return False
        at += 12 + size
    return (names[0], names[-1]) == (b"IHDR", b"IEND")


def is_pdf(data: bytes) -> bool:
    return len(pypdf.PdfReader(io.BytesIO(data), strict=True).pages) > 0


def is_dot(data: bytes) -> bool:
    if not data.startswith(b"digraph "):
        return False  # or the library complains of it on standard error
    return pygraphviz.AGraph(string=data.decode()).number_of_nodes() > 0


def is_mermaid(data: bytes) -> bool:
    return _DIAGRAM.match(data.decode()) is not None


def is_html(data: bytes) -> bool:
    """Whether every element that is opened is closed again."""
    text = data.decode()
    opened = _Opened()
    opened.feed(text)
    opened.close()
    return text.startswith("<!doctype html>") and opened.first == "html" and opened.names == []


class _Opened(HTMLParser):
    """The elements that are open, and the name of the first one."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.first = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.first = self.first or tag
        if tag not in ("meta", "link", "br", "img", "col", "hr", "input"):
            self.names.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.names.pop() == tag


def is_csv(data: bytes) -> bool:
    """Whether it is a table whose rows are of one length, and which Excel reads as UTF-8."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    return data.startswith(b"\xef\xbb\xbf") and len({len(row) for row in rows}) == 1


def is_json(data: bytes) -> bool:
    """Whether it is JSON for programs: a mapping, or rows of a table."""
    held = json.loads(data)
    return isinstance(held, dict | list) and "runs" not in held


def is_sarif(data: bytes) -> bool:
    held = json.loads(data)
    return held["version"] == "2.1.0" and len(held["runs"]) == 1


def is_github(data: bytes) -> bool:
    """Whether it is remarks on lines of files, and a last line that counts them."""
    *lines, _ = data.decode().splitlines()
    return all(re.match(r"::(error|warning|notice) file=", line) for line in lines) and lines != []


def is_xlsx(data: bytes) -> bool:
    return openpyxl.load_workbook(io.BytesIO(data)).sheetnames != []


def is_workbook(data: bytes) -> bool:
    """Whether it is a workbook with a theory."""
    return openpyxl.load_workbook(io.BytesIO(data)).sheetnames[:2] == ["Read me", "Theory"]


def is_docx(data: bytes) -> bool:
    return docx.Document(io.BytesIO(data)).paragraphs != []


def is_pptx(data: bytes) -> bool:
    return len(pptx.Presentation(io.BytesIO(data)).slides) > 0


def is_drawio(data: bytes) -> bool:
    """Whether it is pages of cells, each with the cells that draw.io cannot do without."""
    root = ElementTree.fromstring(data)
    pages = [
        [cell.get("id") for cell in page.iterfind("./mxGraphModel/root/mxCell")]
        for page in root.iterfind("diagram")
    ]
    return root.tag == "mxfile" and pages != [] and all(ids[:2] == ["0", "1"] for ids in pages)


def is_theory(data: bytes) -> bool:
    return reads(data.decode(), "x.toc.yaml").theory is not None


def is_markdown(data: bytes) -> bool:
    """Whether it is text that has a heading."""
    return is_text(data) and re.search(r"^#+ \S", data.decode(), re.MULTILINE) is not None


def is_text(data: bytes) -> bool:
    """Whether it is words for people, in lines that end in line feeds."""
    text = data.decode()
    odd = any(letter < " " and letter not in "\n\r" for letter in text)
    return not odd and text.endswith("\n") and not data.startswith((b"\xef\xbb\xbf", b"<", b"{"))


def is_edges(data: bytes) -> bool:
    """Whether it is a list of links in CSV."""
    return is_csv(data) and b'"From","From kind","To"' in data.partition(b"\r")[0]


def is_kumu(data: bytes) -> bool:
    """Whether it is a Kumu blueprint."""
    return isinstance(json.loads(data)["connections"], list)


def is_logframe(data: bytes) -> bool:
    """Whether it is a logframe in CSV, with the level and the number of each result."""
    return is_csv(data) and b'"Level","No","Result"' in data.partition(b"\r")[0]


def is_kumu_sheets(data: bytes) -> bool:
    """Whether it is a workbook with sheets of elements and connections."""
    names = openpyxl.load_workbook(io.BytesIO(data)).sheetnames
    return names == ["Elements", "Connections"]


def is_prsm(data: bytes) -> bool:
    """Whether it is packed as PRSM packs its maps."""
    return isinstance(json.loads(from_utf16(data.decode()))["nodes"], list)


def is_opml(data: bytes) -> bool:
    return ElementTree.fromstring(data).tag == "opml"


def is_outline(data: bytes) -> bool:
    """Whether it is Markdown in which every item begins with its kind."""
    items = re.findall(r"^ *- (.*)", data.decode(), re.MULTILINE)
    return items != [] and all(_OUTLINE_ITEM.match(item) for item in items)


_OUTLINE_ITEM = re.compile(r"(\d[\d.]* )?(Because|[A-Z][a-z -]{3,25}): \S")


def is_graphml(data: bytes) -> bool:
    return networkx.read_graphml(io.BytesIO(data)).number_of_nodes() > 0


def is_gexf(data: bytes) -> bool:
    """Whether it is GEXF 1.3, which networkx reads since its release 3.6."""
    space = "{http://gexf.net/1.3}"
    root = ElementTree.fromstring(data)
    return root.tag == f"{space}gexf" and root.find(f"{space}graph/{space}nodes/*") is not None


def is_dagitty(data: bytes) -> bool:
    """Whether it is a DAGitty graph; with loops it is also one in DOT."""
    return re.match(r'(dag|digraph) \{\ntitle="', data.decode()) is not None


def is_iati(data: bytes) -> bool:
    return ElementTree.fromstring(data).tag == "iati-activities"


def is_cids(data: bytes) -> bool:
    """Whether it is JSON-LD of the Common Impact Data Standard."""
    return json.loads(data)["@graph"][0]["@type"] == "cids:ImpactPathway"


def is_causal_map(data: bytes) -> bool:
    return openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["links", "factors", "sources"]


_KINDS: Mapping[str, Callable[[bytes], bool]] = {
    "svg": is_svg,
    "png": is_png,
    "pdf": is_pdf,
    "dot": is_dot,
    "mermaid": is_mermaid,
    "text": is_text,
    "markdown": is_markdown,
    "html": is_html,
    "csv": is_csv,
    "json": is_json,
    "sarif": is_sarif,
    "github": is_github,
    "junit": is_junit,
    "xlsx": is_xlsx,
    "docx": is_docx,
    "pptx": is_pptx,
    "drawio": is_drawio,
    "theory": is_theory,
    "edges": is_edges,
    "workbook": is_workbook,
    "kumu": is_kumu,
    "prsm": is_prsm,
    "outline": is_outline,
    "logframe": is_logframe,
    "kumu-sheets": is_kumu_sheets,
    "opml": is_opml,
    "causal-map": is_causal_map,
    "graphml": is_graphml,
    "gexf": is_gexf,
    "dagitty": is_dagitty,
    "iati": is_iati,
    "cids": is_cids,
}
_AMONG = {
    "workbook": "xlsx",
    "edges": "csv",
    "kumu": "json",
    "kumu-sheets": "xlsx",
    "logframe": "csv",
    "causal-map": "xlsx",
    "dagitty": "dot",
    "cids": "json",
}
"""Formats of other programs, each with the more general format that it is in."""
KINDS = tuple(_KINDS)
_WORDS = {"text", "markdown", "outline"}


def is_kind(name: str, data: bytes) -> bool:
    """Whether some bytes are a file of this kind and of no other, but for words among words."""
    found = {other for other, is_of in _KINDS.items() if _holds(is_of, data)}
    if name in _WORDS:
        return found <= _WORDS and name in found
    return name in found and found - _WORDS - {_AMONG.get(name)} == {name}


def _holds(is_of: Callable[[bytes], bool], data: bytes) -> bool:
    try:
        return is_of(data)
    except Exception:  # what reads another kind of file may fail in any way
        return False
