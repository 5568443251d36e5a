"""Add entries to a section of a theory's file: all of them, or none."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.editing.entries import with_entries
from tocmodel.fileformat.loading import reads
from tocmodel.model import TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES


def insert_entries(document: Document, section: str, entries: Mapping[str, Any]) -> str:
    """Return the text of a theory's file with entries added; everything else stays the same.

    Args:
        document: the file with its theory.
        section: the section that they belong to.
        entries: their plain data by id.

    Raises:
        TocModelError: the layout of the file does not allow a safe insertion.
    """
    text = with_entries(document.tree, section, entries)
    before, now = document.theory, reads(text, document.path).theory
    if before is None or now != _with(before, section, entries):
        several = SECTION_NAMES[section].several
        raise TocModelError(
            f"the {several} cannot be put into '{document.path}' safely, so nothing was written; "
            f"write '{section}:' on a line of its own in it, and each entry below that"
        )
    return text


def _with(theory: TheoryOfChange, section: str, entries: Mapping[str, Any]) -> TheoryOfChange:
    held: Mapping[str, Any] = getattr(theory, section)
    changed: dict[str, Any] = {section: {**held, **entries}}
    return evolve(theory, **changed)
