"""Change parts of a theory's file and leave the rest of its text as it is.

A person's file keeps its comments, order and spacing. A change edits only a few characters, and is
rejected unless the whole file then reads back as exactly the intended data.
"""

from tocmodel.fileformat.editing.changes import (
    AddItem,
    AddKey,
    FileEdit,
    Remove,
    RenameKey,
    SetList,
    SetWord,
    edited_text,
)
from tocmodel.fileformat.editing.entries import with_entries, with_items

__all__ = [
    "AddItem",
    "AddKey",
    "FileEdit",
    "Remove",
    "RenameKey",
    "SetList",
    "SetWord",
    "edited_text",
    "with_entries",
    "with_items",
]
