"""Add stories to the text of a theory's file: all of them, or none."""

from collections.abc import Mapping

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.dumping import entry_data
from tocmodel.fileformat.editing import with_entries
from tocmodel.fileformat.loading import reads
from tocmodel.model import Story, TheoryOfChange


def insert_stories(document: Document, stories: Mapping[str, Story]) -> str:
    """Return the text of a theory's file with stories added; everything else stays the same.

    Raises:
        TocModelError: the layout of the file does not allow a safe insertion.
    """
    entries = {id_: entry_data(story) for id_, story in stories.items()}
    text = with_entries(document.tree, "stories", entries)
    theory = reads(text, document.path).theory
    if document.theory is None or theory != _expected(document.theory, stories):
        raise TocModelError(
            f"the stories cannot be put into '{document.path}' safely, so nothing was written; "
            "write 'stories:' on a line of its own in it, and each story below that"
        )
    return text


def _expected(theory: TheoryOfChange, stories: Mapping[str, Story]) -> TheoryOfChange:
    return evolve(theory, stories={**theory.stories, **stories})
