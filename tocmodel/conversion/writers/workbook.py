"""Write a theory as a workbook, with all that it has."""

from tocmodel.conversion.sketch import Note
from tocmodel.conversion.workbook.write import theory_workbook
from tocmodel.fileformat.loading import TheoryLike


def write(theory: TheoryLike) -> bytes:
    """Return a theory as a workbook (.xlsx).

    Raises:
        TocModelError: XlsxWriter is not installed, or a text is too long for a cell.
    """
    return theory_workbook(theory)


def left_out(_theory: TheoryLike) -> tuple[Note, ...]:
    """Return what a workbook cannot hold, which is nothing."""
    return ()
