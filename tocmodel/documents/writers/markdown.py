"""A report as Markdown (CommonMark, with the tables of GitHub)."""

import re
from collections.abc import Iterable, Iterator

from tocmodel.documents.blocks import (
    Block,
    Callout,
    Illustration,
    ItemList,
    Runs,
    SectionHeading,
    TableCell,
    TextParagraph,
    TextRun,
    TextTable,
    clean,
    web_address,
)
from tocmodel.documents.model import WrittenReport

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
_AT_THE_START = re.compile(r"^(\s*\d*)([-+=]|(?<=\d)[.)])")
"""What begins a list, or underlines a heading."""


def markdown(report: WrittenReport) -> str:
    r"""Return a report as the text of a Markdown file.

    A picture is given in words, as a Markdown file cannot hold one.

    >>> print(markdown(WrittenReport(title="A *zone*", blocks=(SectionHeading("1. Risks"),))))
    # A \*zone\*
    <BLANKLINE>
    ## 1\. Risks
    <BLANKLINE>
    """
    return "\n".join([*_lines(report), ""])


def escape_markdown(text: str) -> str:
    r"""Return words that Markdown shows as they are, wherever they stand in a line.

    >>> escape_markdown("*a* [b](c) <d>"), escape_markdown("1. one"), escape_markdown("- a")
    ('\\*a\\* \\[b\\](c) \\<d\\>', '1\\. one', '\\- a')
    """
    escaped = _MARKUP.sub(r"\\\1", clean(text))
    return _AT_THE_START.sub(r"\1\\\2", escaped)


def _lines(report: WrittenReport) -> Iterator[str]:
    yield f"# {escape_markdown(report.title)}"
    for line in report.subtitle:
        yield from ("", escape_markdown(line))
    for block in report.blocks:
        yield from _spaced(block)


def blocks_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, for a template of the user's own."""
    return "\n".join(line for block in blocks for line in _spaced(block)).strip("\n")


def _spaced(block: Block) -> Iterator[str]:
    lines = list(_block(block))
    if lines:
        yield from ("", *lines)


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, SectionHeading):
        yield f"{'#' * (block.level + 1)} {escape_markdown(block.text).strip()}"
    elif isinstance(block, TextParagraph):
        yield f"> {_line(block.text)}" if block.style == "quotation" else _line(block.text)
    elif isinstance(block, ItemList):
        marks = (f"{number}." for number in range(1, len(block.items) + 1))
        for mark, item in zip(marks, block.items, strict=True):
            yield f"{mark if block.numbered else '-'} {_line(item)}"
    elif isinstance(block, TextTable):
        yield from _table(block)
    elif isinstance(block, Illustration):
        yield from _picture(block)
    elif isinstance(block, Callout):
        yield f"> {_line(block.text)}"


def _line(line: Runs) -> str:
    return "".join(map(_run, line)).strip()


def _run(run: TextRun) -> str:
    words = escape_markdown(run.text)
    shown = words.strip()
    if not shown:
        return words
    marked = f"**{shown}**" if run.bold else shown
    address = web_address(run.link)
    marked = f"[{marked}](<{address}>)" if address else marked
    return words.replace(shown, marked, 1)


def _table(table: TextTable) -> Iterator[str]:
    yield _row(escape_markdown(column.title) for column in table.columns)
    yield _row("---" for _ in table.columns)
    for row in table.rows:
        yield _row(map(_cell, row))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: TableCell) -> str:
    return "; ".join(filter(None, map(_line, cell)))


def _picture(picture: Illustration) -> Iterator[str]:
    if picture.heading:
        yield from (f"## {escape_markdown(picture.heading).strip()}", "")
    yield f"**The picture in words.** {escape_markdown(picture.alternative).strip()}"
    if picture.caption:
        yield from ("", escape_markdown(picture.caption))
