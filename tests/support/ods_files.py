"""OpenDocument spreadsheets made by hand: sound ones, and some that would do harm."""

from collections.abc import Callable, Mapping
from xml.sax.saxutils import quoteattr

from workbooks import packed

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
)


def cell(content: str = "", attributes: str = 'office:value-type="string"') -> str:
    """A cell with paragraphs."""
    return f"<table:table-cell {attributes}>{content}</table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def page(rows: str, name: str = "Sheet", before: str = "") -> str:
    """The content of a spreadsheet with one sheet."""
    return (
        f"{before}<office:document-content {_NAMES}><office:body><office:spreadsheet>"
        f"<table:table table:name={quoteattr(name)}>{rows}</table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )


def spreadsheet(content: str, more: Mapping[str, str] | None = None) -> bytes:
    """A spreadsheet as a file."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return packed({"mimetype": kind, "content.xml": content, **(more or {})})


_TEXT = "<text:p>x</text:p>"
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

HOSTILE: Mapping[str, tuple[Callable[[], bytes], str, str]] = {
    "a cell repeated in a million columns": (
        lambda: spreadsheet(page(row(cell(_TEXT, 'table:number-columns-repeated="1000000"')))),
        "Sheet!BDWGN1",
        "the sheet goes on beyond row 5,000 or column ZZ",
    ),
    "a row repeated a million times": (
        lambda: spreadsheet(
            page(row(cell(_TEXT), attributes='table:number-rows-repeated="1000000"'))
        ),
        "Sheet!A1000000",
        "the sheet goes on beyond row 5,000 or column ZZ",
    ),
    "a table of repeated cells": (
        lambda: spreadsheet(
            page(
                row(
                    cell(_TEXT, 'table:number-columns-repeated="700"'),
                    attributes='table:number-rows-repeated="4000"',
                )
            )
        ),
        "",
        "the workbook has more than 200,000 filled cells",
    ),
    "a space repeated a billion times": (
        lambda: spreadsheet(page(row(cell('<text:p><text:s text:c="999999999"/></text:p>')))),
        "Sheet!A1",
        "the cell has more than 32,767 characters",
    ),
    "entities": (
        lambda: spreadsheet(page(row(cell("<text:p>&x;</text:p>")), before="<!DOCTYPE x>")),
        "",
        "the workbook is damaged: 'content.xml' has a document type, which no workbook has",
    ),
    "a password": (
        lambda: spreadsheet(
            "?",
            {
                "META-INF/manifest.xml": (
                    f'<m:manifest xmlns:m="{_MANIFEST}"><m:file-entry><m:encryption-data/>'
                    "</m:file-entry></m:manifest>"
                )
            },
        ),
        "",
        "the workbook has a password; save it without one",
    ),
}
"""Harmful spreadsheets, each with the place and the words of its message."""
