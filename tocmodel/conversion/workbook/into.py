"""Put the changes in a workbook into the file of its theory, and change nothing else there."""

from attrs import frozen

from tocmodel.conversion.workbook.problems import CellProblem
from tocmodel.conversion.workbook.read import read_workbook
from tocmodel.conversion.workbook.write import digest
from tocmodel.diagnostics import ModelFileError, TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.editing.update import updated_text
from tocmodel.fileformat.loading import reads
from tocmodel.model import TheoryOfChange


@frozen(kw_only=True)
class FileUpdate:
    """A theory's file with the changes of a workbook.

    Attributes:
        text: the new text of the file.
        theory: the theory in it.
        lost: what the workbook has and a theory cannot keep.
    """

    text: str
    theory: TheoryOfChange
    lost: tuple[CellProblem, ...] = ()


def update_file(
    document: Document,
    workbook: bytes,
    name: str,
    *,
    remove_links: bool = False,
    although_changed: bool = False,
) -> FileUpdate:
    """Return the file of a theory with the changes that people made in a workbook.

    Args:
        document: the file.
        workbook: the workbook.
        name: the name of the workbook.
        remove_links: whether links and other rows go with the entries whose rows were removed.
        although_changed: whether a file may be changed that differs from what the workbook was
            made from; then what was changed in the file is undone where the workbook differs.

    Raises:
        ModelFileError: cells of the workbook are wrong, or the file holds no theory.
        TocModelError: the file has changed since, or its layout does not allow the changes.
    """
    if document.theory is None:
        raise ModelFileError(document.findings)
    found = read_workbook(workbook, name, included_beside=document.path, remove_links=remove_links)
    if found.theory is None:
        raise ModelFileError(found.findings)
    is_same = found.made_from == digest(to_data(document.theory))
    places = [number - 1 if number and is_same else None for number in found.link_numbers]
    text = updated_text(document, found.theory, places)
    if not (is_same or although_changed or text == document.tree.text):
        raise TocModelError(
            f"'{document.path}' has changed since the workbook '{name}' was made from it, and what "
            "changed there would be undone; make a new workbook, or see what --dry-run --force "
            "shows"
        )
    theory = reads(text, document.path).theory
    if theory is None:
        raise ValueError("a file without its theory was accepted")
    return FileUpdate(text=text, theory=theory, lost=found.lost)
