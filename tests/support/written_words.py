"""The words that people see or hear in a written picture, without the syntax of its format."""

import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from xml.etree import ElementTree

_NAMES = ("aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder")
"""The attributes that are read out or shown."""
_UNSEEN = ("style", "script", "dl", "table")
"""What nobody reads, and the fields of elements, whose labels are those of the file format."""
_ALONE = frozenset("area base br col embed hr img input link meta source wbr".split())


def words_of_svg(text: str) -> Iterator[str]:
    """Yield every text of an SVG file: title, desc, labels, and the lines of each group as one."""
    for element in ElementTree.fromstring(text).iter():
        lines = [line.text or "" for line in element if line.tag.endswith("}text")]
        yield from filter(None, ("".join(lines), *(element.attrib.get(name) for name in _NAMES)))
        if not element.tag.endswith("}text"):
            yield from filter(None, (element.text,))


def words_of_dot(text: str) -> Iterator[str]:
    """Yield every label and tooltip of a DOT file."""
    for quoted in re.findall(r'\b(?:label|xlabel|tooltip)="((?:[^"\\]|\\.)*)"', text):
        yield quoted.replace(r"\n", " ")


def words_of_mermaid(text: str) -> Iterator[str]:
    """Yield the title, the description and every label of a Mermaid file."""
    yield from re.findall(r"^\s*(?:title|accTitle|accDescr): (.*)$", text, re.MULTILINE)
    for label in re.findall(r'"([^"]*)"', text.partition("flowchart")[2]):
        yield from re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label).split("<br/>")


def words_of_text(text: str) -> Iterator[str]:
    """Yield every line of a text file."""
    yield from text.splitlines()


def words_of_page(text: str) -> Iterator[str]:
    """Yield every text of a web page, and its labels for screen readers.

    What says that it is in another language than the page is left out.
    """
    reader = _PageReader()
    reader.feed(text)
    yield from reader.words


READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "dot": words_of_dot,
    "mermaid": words_of_mermaid,
    "text": words_of_text,
}
"""What reads each format that lays itself out."""


class _PageReader(HTMLParser):
    """Collects the words of a page in its own language."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside: list[tuple[str, str]] = []
        self._was_line = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        inherited = self._inside[-1][1] if self._inside else ""
        language = "none" if tag in _UNSEEN else held.get("lang") or inherited
        if tag not in _ALONE:
            self._inside.append((tag, language))
        if language == self._language:
            self.words += (held[name] or "" for name in (*_NAMES, "data-usual") if name in held)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ALONE:
            self._inside.pop()

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        tag, language = self._inside[-1]
        is_line = tag == "text"
        if is_line and self._was_line:
            self.words[-1] += data  # the lines of a box are one text
        elif language == self._language:
            self.words.append(data)
        self._was_line = is_line and language == self._language

    @property
    def _language(self) -> str:
        return self._inside[0][1] if self._inside else ""
