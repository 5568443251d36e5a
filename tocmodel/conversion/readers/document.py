"""Read the headings and lists of a Word document (.docx) as an outline."""

from collections.abc import Iterable

from attrs import evolve

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.kinds import known_kind, without_kind
from tocmodel.conversion.outline_items import OutlineItem, outline_sketch
from tocmodel.conversion.sketch import Note, Remark, Sketch
from tocmodel.conversion.word_parts import WordParagraph, WordTable, read_word
from tocmodel.package import UnreadableFileError
from tocmodel.wording import counted

_FIRST_IN_LIST = 10
"""The level of the outermost list item: below every heading."""


def recognises(data: bytes, _name: str) -> bool:
    """Whether it is a Word document with headings or lists."""
    try:
        return any(True for block in read_word(data) if _level(block))
    except UnreadableFileError:
        return False


def read(data: bytes, name: str) -> Sketch:
    """Read a document.

    Raises:
        ForeignFileError: it has neither headings nor lists.
        UnreadableFileError: it is not a Word document, is damaged, or exceeds a limit.
    """
    blocks = read_word(data)
    titles = [block for block in blocks if _is_title(block)]
    title = _words(titles[0]) if titles else ""
    before, items = _outline(block for block in blocks if block not in titles)
    if not title and items and items[0].level < _FIRST_IN_LIST and not _has_kind(items[0].text):
        title, items = items[0].text, items[1:]
    if not items:
        help_ = "give its headings the styles for headings, or make its list a list"
        raise unreadable(name, "the document has no headings and no lists", help_=help_)
    tables = sum(isinstance(block, WordTable) for block in blocks)
    lost = [Note(remark=Remark.LOST, message=counted(tables, "table"))] if tables else []
    return outline_sketch(items, title=title, description=before, notes=lost)


def _outline(blocks: Iterable[WordParagraph | WordTable]) -> tuple[str, list[OutlineItem]]:
    """Return the text before the first item, and the items with the text below each."""
    before: list[str] = []
    items: list[OutlineItem] = []
    for block in blocks:
        words = _words(block)
        level = _level(block)
        if level and words and isinstance(block, WordParagraph):
            text = " ".join(words.split())
            items.append(OutlineItem(level=level, text=text, place=f"paragraph {block.number}"))
        elif words and items:
            description = f"{items[-1].description}\n{words}".strip()
            items[-1] = evolve(items[-1], description=description)
        elif words:
            before.append(words)
    return "\n".join(before), items


def _level(block: WordParagraph | WordTable) -> int:
    if not isinstance(block, WordParagraph):
        return 0
    return block.heading or (block.list_level and _FIRST_IN_LIST + block.list_level)


def _is_title(block: WordParagraph | WordTable) -> bool:
    return isinstance(block, WordParagraph) and block.style == "title"


def _words(block: WordParagraph | WordTable) -> str:
    return block.text if isinstance(block, WordParagraph) else ""


def _has_kind(text: str) -> bool:
    return known_kind(text) is not None or without_kind(text)[1] is not None
