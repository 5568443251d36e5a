"""Blocks as plain data, for writers that fill a template: typst and jinja2."""

from collections.abc import Iterator
from typing import Any

from tocmodel.documents.blocks import (
    Block,
    Callout,
    Illustration,
    ItemList,
    Runs,
    SectionHeading,
    TableCell,
    TextParagraph,
    TextTable,
    clean,
    plain_text,
    web_address,
)


def block_data(block: Block) -> Iterator[dict[str, Any]]:
    """Yield a block as plain data: its kind and its words.

    >>> list(block_data(SectionHeading("Risks")))
    [{'kind': 'heading', 'text': 'Risks', 'level': 1, 'ours': True}]
    """
    if isinstance(block, SectionHeading):
        yield {
            "kind": "heading",
            "text": clean(block.text),
            "level": block.level,
            "ours": block.is_ours,
        }
    elif isinstance(block, TextParagraph):
        yield {"kind": "paragraph", "style": block.style, "runs": _runs(block.text)}
    elif isinstance(block, ItemList):
        kind = "numbered" if block.numbered else "list"
        yield {"kind": kind, "items": [_runs(item) for item in block.items]}
    elif isinstance(block, TextTable):
        yield _table(block)
    elif isinstance(block, Illustration):
        yield _picture(block)
    elif isinstance(block, Callout):
        yield {"kind": "callout", "runs": _runs(block.text)}
    else:
        yield {"kind": "page"}


def _runs(line: Runs) -> list[dict[str, Any]]:
    return [
        {"text": clean(run.text), "bold": run.bold, "link": web_address(run.link)} for run in line
    ]


def _table(table: TextTable) -> dict[str, Any]:
    return {
        "kind": "table",
        "title": clean(table.title),
        "widths": [column.width for column in table.columns],
        "heads": [clean(column.title) for column in table.columns],
        "rows": [[[_runs(line) for line in cell] for cell in row] for row in table.rows],
        "short": [_is_short(row) for row in table.rows],
    }


def _picture(picture: Illustration) -> dict[str, Any]:
    from tocmodel.render.svg import svg  # noqa: PLC0415  (a report may have no picture)

    return {
        "kind": "picture",
        "svg": svg(picture.scene),
        "alt": clean(picture.alternative),
        "caption": clean(picture.caption),
        "own_page": picture.own_page,
        "heading": clean(picture.heading),
        "wide": picture.scene.width > picture.scene.height,
        "height": picture.height,
        "ratio": picture.scene.width / picture.scene.height,
    }


_SHORT = 400
"""The most letters in a cell of a row that stays on one page."""


def _is_short(row: tuple[TableCell, ...]) -> bool:
    return all(sum(len(plain_text(line)) for line in cell) <= _SHORT for cell in row)
