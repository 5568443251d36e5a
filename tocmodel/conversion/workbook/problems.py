"""What is wrong in a workbook, with its place."""

from attrs import frozen

from tocmodel.diagnostics import Pointer
from tocmodel.workbook.cells import cell_name


@frozen
class CellPlace:
    """A cell of a workbook; rows and columns count from 1.

    >>> str(CellPlace("Links", 7, 2)), str(CellPlace("Value creation", 1, 1))
    ('Links!B7', "'Value creation'!A1")
    """

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        name = self.sheet if self.sheet.isalnum() else f"'{self.sheet}'"
        return f"{name}!{cell_name(self.row, self.column)}"


@frozen(kw_only=True)
class CellProblem:
    """A cell that is wrong, or something that a theory cannot keep.

    Attributes:
        place: the cell; the first one of a sheet for the whole sheet.
        message: the problem in plain words.
        help: what to do; may be empty.
        pointer: the address of the value in the data of the theory; empty without one.
    """

    place: CellPlace
    message: str
    help: str = ""
    pointer: Pointer = ()
