"""Add stories to the text of a theory's file: all of them, or none."""

from collections.abc import Mapping

from tocmodel.fileformat.document import Document
from tocmodel.fileformat.dumping import entry_data
from tocmodel.fileformat.editing.insert import insert_entries
from tocmodel.model import Story


def insert_stories(document: Document, stories: Mapping[str, Story]) -> str:
    """Return the text of a theory's file with stories added; everything else stays the same.

    Raises:
        TocModelError: the layout of the file does not allow a safe insertion.
    """
    entries = {id_: entry_data(story) for id_, story in stories.items()}
    return insert_entries(document, "stories", entries)
