"""Read a workbook with a theory, as tocmodel writes it, after people filled it in."""

from collections.abc import Iterable

from tocmodel.conversion.sketch import Note, Remark
from tocmodel.conversion.workbook.problems import CellProblem
from tocmodel.conversion.workbook.read import holds_theory, read_workbook
from tocmodel.diagnostics import ModelFileError
from tocmodel.model import TheoryOfChange


def recognises(data: bytes, name: str) -> bool:  # every reader takes both
    """Whether a file is such a workbook."""
    return holds_theory(data)


def read_whole(data: bytes, name: str) -> tuple[TheoryOfChange, tuple[Note, ...]]:
    """Return the theory in a workbook, and what a theory cannot keep.

    Raises:
        ModelFileError: cells are wrong; it lists all of them.
        UnreadableFileError: the workbook is damaged or too large.
    """
    found = read_workbook(data, name)
    if found.theory is None:
        raise ModelFileError(found.findings)
    return found.theory, lost_notes(found.lost)


def lost_notes(lost: Iterable[CellProblem]) -> tuple[Note, ...]:
    """Return what a theory cannot keep as notes on the conversion."""
    return tuple(
        Note(
            remark=Remark.LOST,
            message="; ".join(filter(None, (one.message, one.help))),
            place=str(one.place),
        )
        for one in lost
    )
