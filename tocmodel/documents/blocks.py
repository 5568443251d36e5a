"""The blocks that a report consists of: headings, paragraphs, lists, tables and pictures.

Blocks have plain words and no markup, and every writer escapes them in its own way.
"""

import re
from collections.abc import Iterable

from attrs import evolve, field, frozen

from tocmodel.characters import one_line
from tocmodel.layout.scene import Scene
from tocmodel.self_describing import SelfDescribing


@frozen
class TextRun(SelfDescribing):
    """A few words in one style.

    Attributes:
        text: the words.
        bold: whether they are bold.
        link: the web address that they lead to; empty for none.
    """

    text: str
    bold: bool = False
    link: str = ""


Runs = tuple[TextRun, ...]
"""A line of text: words in one style after words in another."""


def runs(*parts: str | TextRun | Iterable[TextRun]) -> Runs:
    """Return a line of text from words and runs; empty words are left out.

    >>> runs("If ", TextRun("visits", bold=True), "")
    (TextRun(text='If '), TextRun(text='visits', bold=True))
    """
    found: list[TextRun] = []
    for part in parts:
        if isinstance(part, str | TextRun):
            found.append(TextRun(part) if isinstance(part, str) else part)
        else:
            found.extend(part)
    return tuple(run for run in found if run.text)


def bold(text: str) -> TextRun:
    """Return words in bold."""
    return TextRun(text, bold=True)


def plain_text(line: Runs) -> str:
    """Return the words of a line without their styles.

    >>> plain_text(runs("If ", bold("visits"), ", then trust"))
    'If visits, then trust'
    """
    return "".join(run.text for run in line)


def clean(text: str) -> str:
    r"""Return words on one line, without characters that act on a reader or hide from one.

    A space at either end is kept, as other words may follow.

    >>> clean("If\n visits\x07 \u202e"), clean("a "), clean(" "), clean("")
    ('If visits �', 'a ', ' ', '')
    """
    words = one_line(text)
    if not words:
        return " " if text else ""
    before, after = (" " if end.isspace() else "" for end in (text[0], text[-1]))
    return f"{before}{words}{after}"


_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\{}|^\x00-\x20]+", re.IGNORECASE)


def web_address(text: str) -> str:
    """Return an address of the web that is safe to follow; empty for anything else.

    >>> web_address("https://example.org/a?b=1"), web_address("javascript:alert(1)")
    ('https://example.org/a?b=1', '')
    """
    found = text.strip()
    return found if _ADDRESS.fullmatch(found) and found == one_line(found) else ""


@frozen
class SectionHeading(SelfDescribing):
    """A heading.

    Attributes:
        text: its words.
        level: 1 for a chapter, 2 and 3 for its parts.
        is_ours: whether the words are tocmodel's own, and so English, in a report in any language.
    """

    text: str
    level: int = 1
    is_ours: bool = True


@frozen
class TextParagraph(SelfDescribing):
    """A paragraph.

    Attributes:
        text: its words.
        style: ``body``, ``lead`` for the first words of a report, ``quotation``, or ``small`` for
            a remark below a table or a picture.
    """

    text: Runs
    style: str = "body"


@frozen
class ItemList(SelfDescribing):
    """A list.

    Attributes:
        items: its items.
        numbered: whether they have numbers.
    """

    items: tuple[Runs, ...]
    numbered: bool = False


@frozen
class TableColumn(SelfDescribing):
    """A column of a table.

    Attributes:
        title: its heading.
        width: its share of the width of the table.
    """

    title: str
    width: float = 1.0


TableCell = tuple[Runs, ...]
"""The lines of a cell."""


def cell(*lines: str) -> TableCell:
    r"""Return the lines of a cell; empty lines are left out.

    >>> cell("Rents\n rise", "")
    ((TextRun(text='Rents rise'),),)
    """
    return tuple(runs(" ".join(line.split())) for line in lines if line.strip())


@frozen
class TextTable(SelfDescribing):
    """A table with a row of headings; the first cell of each row is the heading of the row.

    Attributes:
        title: its name, for those who cannot see it.
        columns: its columns.
        rows: the cells, row by row, each with a list of lines.
    """

    title: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[TableCell, ...], ...]


@frozen
class Illustration(SelfDescribing):
    """A picture.

    Attributes:
        scene: the picture.
        alternative: the picture in words, for those who cannot see it.
        caption: the line below it.
        own_page: whether it has a page of its own, on its side if the picture is wide.
        heading: the heading of that page, as of a chapter.
        height: the most of a page that it may take, in millimetres; 0 for as much as there is.
    """

    scene: Scene = field(repr=False)
    alternative: str
    caption: str = ""
    own_page: bool = False
    heading: str = ""
    height: float = 0.0


@frozen
class PageBreak(SelfDescribing):
    """The end of a page."""


@frozen
class Callout(SelfDescribing):
    """Words that no reader should miss, in a frame.

    Attributes:
        text: the words.
    """

    text: Runs


Block = SectionHeading | TextParagraph | ItemList | TextTable | Illustration | PageBreak | Callout


def paragraph(*parts: str | TextRun | Iterable[TextRun], style: str = "body") -> TextParagraph:
    """Return a paragraph from words and runs."""
    return TextParagraph(runs(*parts), style)


def deeper(blocks: Iterable[Block], levels: int = 1) -> tuple[Block, ...]:
    """Return blocks with their headings further down.

    >>> deeper([SectionHeading("Risks")])
    (SectionHeading(text='Risks', level=2),)
    """
    return tuple(
        evolve(block, level=min(block.level + levels, 3))
        if isinstance(block, SectionHeading)
        else block
        for block in blocks
    )


def words_in(blocks: Iterable[Block]) -> int:
    """Return how many words blocks have, as a word processor counts them.

    >>> words_in([SectionHeading("Risks"), paragraph("Rents ", bold("may"), " rise.")])
    4
    """
    return sum(len(text.split()) for block in blocks for text in texts_of(block))


def texts_of(block: Block) -> tuple[str, ...]:
    """Return the texts of a block, line by line."""
    if isinstance(block, SectionHeading):
        return (block.text,)
    if isinstance(block, TextParagraph | Callout):
        return (plain_text(block.text),)
    if isinstance(block, ItemList):
        return tuple(map(plain_text, block.items))
    if isinstance(block, TextTable):
        heads = tuple(column.title for column in block.columns)
        return (
            *heads,
            *(plain_text(line) for row in block.rows for cell in row for line in cell),
        )
    return (block.heading, block.caption) if isinstance(block, Illustration) else ()
