"""Limits for reading a workbook, and the error for an unreadable one."""

from typing import ClassVar

from attrs import frozen

from tocmodel.package import PackageLimits, UnreadableFileError

_MEBIBYTE = 1024 * 1024


class WorkbookError(UnreadableFileError):
    """A workbook cannot be read, or exceeds a limit; its place is a cell, such as ``C4``."""


@frozen(kw_only=True)
class Limits(PackageLimits):
    """The limits for one workbook; one that exceeds them is refused.

    Attributes:
        rows: rows of the sheet.
        columns: columns of the sheet; 702 is up to ZZ.
        cells: cells of the sheet that are not empty.
        cell_text: characters of one cell; the same limit as in Excel.
        text: characters of all cells. A text that many cells share counts once for each.
    """

    noun: ClassVar[str] = "workbook"
    saved_as: ClassVar[str] = "an .xlsx workbook"
    error: ClassVar[type[UnreadableFileError]] = WorkbookError
    rows: int = 5_000
    columns: int = 702
    cells: int = 200_000
    cell_text: int = 32_767
    text: int = 8 * _MEBIBYTE


LIMITS = Limits()
"""The usual limits: more than any form needs, and little enough for a small computer."""


def damaged(how: str) -> UnreadableFileError:
    """Return the error for a workbook that no spreadsheet would have written."""
    return LIMITS.damaged(how)
