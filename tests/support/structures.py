"""The structure of an output as programs that read its format see it, without its words.

A structure is a set: the elements and attributes of XML, the keys of JSON, the kinds of block of
Markdown, and so on. Words that mean harm add nothing to it.
"""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pygraphviz
import pypdf
import yaml
from markdown_it import MarkdownIt

from tocmodel.characters import UNSAFE
from tocmodel.conversion.lz_string import from_utf16

FORMULA = re.compile(r"\s*[=+\-@|\uff1d\uff0b\uff0d\uff20]")


def _of_xml(data: bytes) -> set[str]:
    root = ET.fromstring(data)
    elements = {f"{item.tag} {name}" for item in root.iter() for name in ("", *item.attrib)}
    return elements | _of_html(data)  # as a page has it, if the picture is put into one


class _Elements(HTMLParser):
    """The elements, the attributes, comments and instructions of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {f"<{tag} {name}>" for name in ("", *(name for name, _ in attrs))}
        for name, value in attrs:
            if name in ("href", "src", "action", "style") and "ALIVE" in (value or ""):
                self.found.add(f"{name} {value}")

    def handle_comment(self, data: str) -> None:
        self.found.add("comment")

    def handle_decl(self, decl: str) -> None:
        self.found.add(decl)

    def unknown_decl(self, data: str) -> None:
        self.found.add("unknown")

    def handle_pi(self, data: str) -> None:
        self.found.add("instruction")


def _of_html(data: bytes) -> set[str]:
    reader = _Elements()
    reader.feed(data.decode())
    reader.close()
    return reader.found


def _of_json(data: bytes) -> set[str]:
    return set(_keys(json.loads(data), ""))


def _of_yaml(data: bytes) -> set[str]:
    return set(_keys(yaml.safe_load(data), ""))


def _keys(value: Any, path: str) -> Iterator[str]:
    yield f"{path} {type(value).__name__}"
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _keys(item, f"{path}/{key}")
    elif isinstance(value, list):
        for item in value:
            yield from _keys(item, f"{path}/*")


def _of_markdown(data: bytes) -> set[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = tokens.parse(data.decode())
    inside = (child for token in found for child in token.children or ())
    return {f"{token.type} {token.tag}" for token in (*found, *inside)} - {"softbreak br"}


def _of_csv(data: bytes) -> set[str]:
    """A column of Excel may be split at commas or at semicolons; no part of a cell is a formula."""
    text = data.decode("utf-8-sig")
    rows = [*csv.reader(io.StringIO(text, newline=""), strict=True)]
    parts = (line for row in rows for cell in row for line in re.split(r"[\n;\t]", cell))
    found = {f"formula {part}" for part in parts if FORMULA.match(part) and not _is_plain(part)}
    return found | {f"{len(row)} columns" for row in rows}


def _is_plain(part: str) -> bool:
    return part in ("+", "-") or _is_number(part)  # a sign alone computes nothing


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?[\d.]+", text) is not None


def _of_dot(data: bytes) -> set[str]:
    """The numbers of nodes and edges, and the attributes, as Graphviz writes them after reading."""
    graph = pygraphviz.AGraph(string=data.decode())
    text = re.sub(r'"(?:[^"\\]|\\.)*"', '""', graph.to_string(), flags=re.DOTALL)
    found = {f"{name}={'HTML' if html else ''}" for name, html in re.findall(r"(\w+)=(<?)", text)}
    return found | {f"{len(graph.nodes())} nodes", f"{len(graph.edges())} edges"}


def _of_mermaid(data: bytes) -> set[str]:
    """The first word of each line; the words of a label are within its quotes."""
    lines = (re.sub(r'"[^"]*"', '""', line) for line in data.decode().splitlines())
    return {re.sub(r"\bn?\d+\b", "N", line.strip()).split(" ")[0] for line in lines if line.strip()}


def _of_dagitty(data: bytes) -> set[str]:
    """The form of each line; the words of a label are within its quotes."""
    lines = (re.sub(r'"[^"]*"', '""', line) for line in data.decode().splitlines())
    return {re.sub(r"\w+", "w", line) for line in lines}


def _of_github(data: bytes) -> set[str]:
    """The commands, as the runner of GitHub Actions reads them."""
    lines = re.split(r"[\r\n]", data.decode())
    commands = (re.match(r"\s*::(\S+)( [^:]*)?::", line) for line in lines)
    found = {
        f"{command[1]} {re.sub('=[^,]*', '', command[2] or '')}" for command in commands if command
    }
    return found | {"legacy" for line in lines if "##[" in line or "##vso[" in line}


def _of_text(data: bytes) -> set[str]:
    """What a terminal acts on, and what the log of a build server takes for a command."""
    lines = data.decode().split("\n")
    found = {letter for line in lines for letter in UNSAFE.findall(line)}
    return found | {line for line in lines if re.match(r"\s*::|.*##\w*\[", line)}


_FONTS = r"/F\d\S*|/FontFile\d?"
"""The names of fonts, and the kinds of font file: rare letters may need another font."""


def _of_pdf(data: bytes) -> set[str]:
    """The keys and types of its objects, and what a terminal would act on in its words."""
    reader = pypdf.PdfReader(io.BytesIO(data), strict=True)
    numbers = range(1, int(reader.trailer["/Size"]))
    objects = [reader.get_object(pypdf.generic.IndirectObject(at, 0, reader)) for at in numbers]
    dictionaries = [item for item in objects if isinstance(item, dict)]
    words = [page.extract_text().replace("\n", "") for page in reader.pages]
    words += map(str, (reader.metadata or {}).values())
    return {
        *(key for item in dictionaries for key in item if not re.fullmatch(_FONTS, key)),
        *(str(item.get("/Type")) for item in dictionaries),
        *(letter for text in words for letter in UNSAFE.findall(text)),
    }


def _of_png(data: bytes) -> set[str]:
    at, found = 8, set()
    while at < len(data):
        found.add(data[at + 4 : at + 8].decode("latin-1"))
        at += 12 + int.from_bytes(data[at : at + 4])
    return found


def _of_xlsx(data: bytes) -> set[str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    linked = {"link" for cell in cells if cell.hyperlink}
    return {*book.sheetnames, *(f"cell {cell.data_type}" for cell in cells)} | linked


def _of_docx(data: bytes) -> set[str]:
    """The parts, their elements and attributes, the fields, and where links lead."""
    found: set[str] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            part = re.sub(r"\d+", "N", name)
            found.add(part)
            if name.endswith((".xml", ".rels")):
                root = ET.fromstring(package.read(name))
                found |= {f"{part} {item.tag} {key}" for item in root.iter() for key in item.attrib}
                found |= {f"{part} {item.tag}" for item in root.iter()}
                fields = (item for item in root.iter() if item.tag.endswith("}instrText"))
                found |= {f"field {item.text}" for item in fields}
                found |= {
                    f"link {item.attrib['Target']}" for item in root if "TargetMode" in item.attrib
                }
    return found


def _of_pptx(data: bytes) -> set[str]:
    """The elements and attributes of its parts, and what its parts lead to."""
    found: set[str] = set()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            for item in ET.fromstring(archive.read(name)).iter():
                found |= {f"{item.tag} {key}" for key in ("", *item.attrib)}
                if item.get("TargetMode"):
                    found.add(f"outside {item.get('Target')}")
    return found


def _of_drawio(data: bytes) -> set[str]:
    """The elements and attributes, the keys of styles, and the HTML of tooltips."""
    root = ET.fromstring(data)
    found = {f"{item.tag} {name}" for item in root.iter() for name in ("", *item.attrib)}
    for item in root.iter():
        found |= _of_html(item.get("tooltip", "").encode())
        parts = item.get("style", "").split(";")
        found |= {part.partition("=")[0] for part in parts}
        if item.get("style") and "html=0" not in parts:
            found.add("a label in HTML")
    return found


def _of_prsm(data: bytes) -> set[str]:
    return set(_keys(json.loads(from_utf16(data.decode())), ""))


STRUCTURES: Mapping[str, Callable[[bytes], set[str]]] = {
    "svg": _of_xml,
    "html": _of_html,
    "junit": _of_xml,
    "json": _of_json,
    "sarif": _of_json,
    "theory": _of_yaml,
    "markdown": _of_markdown,
    "csv": _of_csv,
    "dot": _of_dot,
    "mermaid": _of_mermaid,
    "github": _of_github,
    "text": _of_text,
    "pdf": _of_pdf,
    "png": _of_png,
    "xlsx": _of_xlsx,
    "docx": _of_docx,
    "workbook": _of_xlsx,
    "causal-map": _of_xlsx,
    "graphml": _of_xml,
    "gexf": _of_xml,
    "dagitty": _of_dagitty,
    "iati": _of_xml,
    "cids": _of_json,
    "pptx": _of_pptx,
    "drawio": _of_drawio,
    "edges": _of_csv,
    "kumu": _of_json,
    "prsm": _of_prsm,
    "outline": _of_markdown,
    "logframe": _of_csv,
    "kumu-sheets": _of_xlsx,
    "opml": _of_xml,
}
"""The structure of each format; a test asks for a line for every format there is."""
