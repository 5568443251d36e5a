"""Read workbooks (.xlsx, .ods) safely, as a stream within limits.

A workbook is a zip archive (a *package*) of XML files (its *parts*). Both are read as a stream with
the standard library, and every limit in ``Limits`` is checked before the work that it limits.
No other parser reads the file later, so nothing can pass a check here and cause trouble there.
"""

from tocmodel.workbook.contents import CellKind, TypedCell
from tocmodel.workbook.limits import LIMITS, Limits, WorkbookError
from tocmodel.workbook.read import Worksheet, read_sheet
from tocmodel.workbook.sheets import SheetContents, read_sheets

__all__ = [
    "LIMITS",
    "CellKind",
    "Limits",
    "SheetContents",
    "TypedCell",
    "WorkbookError",
    "Worksheet",
    "read_sheet",
    "read_sheets",
]
