"""The paragraphs and tables of a Word document (.docx), read safely and without Word's library.

Source: ECMA-376, Part 1, 17 (WordprocessingML). A paragraph is a heading by its style, whose name
is in ``styles.xml`` (*heading 1*, in any language), or by the outline level of its style.
"""

import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from attrs import frozen

from tocmodel.package import Package, PackageLimits, XmlElement, part_tree

_HEADING = re.compile(r"heading ([1-9])")
_LIST = re.compile(r"list(?: bullet| number| paragraph)? ([2-9])")
_TEXT = ("t", "tab", "br", "cr", "noBreakHyphen")
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DOCUMENT = "word/document.xml"


class WordLimits(PackageLimits):
    """The limits for one Word document."""

    noun: ClassVar[str] = "document"
    saved_as: ClassVar[str] = "a .docx document"


LIMITS = WordLimits()


@frozen
class WordParagraph:
    """A paragraph.

    Attributes:
        text: its words.
        style: the name of its style in lower case, such as ``title`` or ``heading 2``.
        heading: the level of its heading; 0 for text.
        list_level: how deep it is in a list, from 1; 0 outside a list.
        number: its number among the paragraphs of the document, from 1.
    """

    text: str
    style: str = ""
    heading: int = 0
    list_level: int = 0
    number: int = 0


@frozen
class WordTable:
    """A table: the words of its cells, row by row."""

    rows: tuple[tuple[str, ...], ...]


def is_word(data: bytes) -> bool:
    """Whether the archive seems to be a Word document."""
    return b"word/document.xml" in data


def read_word(data: bytes) -> tuple[WordParagraph | WordTable, ...]:
    """Return the paragraphs and tables of a document, in their order.

    Raises:
        UnreadableFileError: it is not a Word document, is damaged, or exceeds a limit.
    """
    package = Package(data, LIMITS)
    if _DOCUMENT not in package:
        raise LIMITS.error(f"the file is not {LIMITS.saved_as}; save it as one")
    styles = _styles(package)
    body = part_tree(package, _DOCUMENT).first("body")
    return tuple(_blocks(body, styles)) if body is not None else ()


@frozen
class _Style:
    name: str = ""
    heading: int = 0
    list_level: int = 0


def _styles(package: Package[WordLimits]) -> Mapping[str, _Style]:
    part = "word/styles.xml"
    if part not in package:
        return {}
    found = {}
    for style in part_tree(package, part).each("style"):
        name = _value(style.first("name")).casefold()
        by_name = _HEADING.fullmatch(name)
        by_level = _value(style.first("pPr", "outlineLvl"))
        level = int(by_name[1]) if by_name else int(by_level) + 1 if by_level.isdigit() else 0
        in_list = _LIST.fullmatch(name)
        depth = int(in_list[1]) if in_list else _list_level(style.first("pPr"))
        found[style.get("styleId")] = _Style(name, level if level < 10 else 0, depth)
    return found


def _value(element: XmlElement | None) -> str:
    return element.get("val") if element is not None else ""


def _blocks(body: XmlElement, styles: Mapping[str, _Style]) -> Iterator[WordParagraph | WordTable]:
    number = 0
    waiting = list(reversed([*body.each()]))
    while waiting:
        item = waiting.pop()
        if item.name == "p":
            number += 1
            yield _paragraph(item, styles, number)
        elif item.name == "tbl":
            yield WordTable(tuple(_rows(item)))
        elif item.name in ("sdt", "sdtContent", "ins", "smartTag", "customXml"):
            waiting += reversed([*item.each()])


def _paragraph(item: XmlElement, styles: Mapping[str, _Style], number: int) -> WordParagraph:
    look = item.first("pPr")
    style = styles.get(_value(look.first("pStyle")) if look is not None else "", _Style())
    level = _value(look.first("outlineLvl")) if look is not None else ""
    heading = int(level) + 1 if level.isdigit() and int(level) < 9 else style.heading
    return WordParagraph(
        text=_words(item),
        style=style.name,
        heading=heading,
        list_level=_list_level(look) or style.list_level,
        number=number,
    )


def _list_level(look: XmlElement | None) -> int:
    """Return how deep a paragraph is in a list; ``numId`` 0 takes it out of one."""
    numbering = look.first("numPr") if look is not None else None
    if numbering is None or _value(numbering.first("numId")) == "0":
        return 0
    level = _value(numbering.first("ilvl"))
    return int(level) + 1 if level.isdigit() and len(level) < 3 else 1


def _rows(table: XmlElement) -> Iterator[tuple[str, ...]]:
    above: tuple[str, ...] = ()
    for row in table.each("tr"):
        cells: list[str] = []
        for cell in row.each("tc"):
            words = "\n".join(filter(None, map(_words, cell.within("p"))))
            merged = cell.first("tcPr", "vMerge")
            if merged is not None and _value(merged) != "restart" and len(cells) < len(above):
                words = above[len(cells)]  # it continues the cell above
            cells.append(words)
            span = _value(cell.first("tcPr", "gridSpan"))
            cells += [""] * (min(int(span), 60) - 1 if span.isdigit() and len(span) < 4 else 0)
        above = tuple(cells)
        yield above


def _words(item: XmlElement) -> str:
    """Return the words of a paragraph as they are shown; what was struck out is not."""
    pieces: list[str] = []
    waiting = list(reversed([*item.each()]))
    while waiting:
        part = waiting.pop()
        if part.name in _TEXT:
            pieces.append(_SIGNS.get(part.name, "") or part.text)
        elif part.name not in ("del", "pPr", "rPr", "tbl", "moveFrom"):
            waiting += reversed([*part.each()])
    return "".join(pieces).strip()
