"""Workbooks with theories, as people change them in a spreadsheet."""

import io
from collections.abc import Callable, Mapping
from typing import Any

import openpyxl

Change = Callable[[Any], None]
"""Changes a workbook of openpyxl."""


def changed(data: bytes, cells: Mapping[str, Any] | Change) -> bytes:
    """Return a workbook with other cells, such as ``{"Links!B7": "Home visits"}``."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    if isinstance(cells, Mapping):
        for place, value in cells.items():
            sheet, _, cell = place.rpartition("!")
            book[sheet][cell] = value
    else:
        cells(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def place_in(data: bytes, sheet: str, heading: str, row: int) -> str:
    """Return the name of the cell below a heading, such as ``Links!H7``."""
    page = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    column = next(cell.column_letter for cell in page[1] if cell.value == heading)
    return f"{sheet}!{column}{row}"
