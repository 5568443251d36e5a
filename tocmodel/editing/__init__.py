"""Changes to the text of a theory's file that leave everything else as it stands.

A person's file keeps its comments, its order and its spacing: a change puts a few characters in at
a place, and nothing is kept unless the whole then reads as exactly what was meant.
"""

from tocmodel.editing.changes import (
    AddItem,
    AddKey,
    Change,
    Remove,
    RenameKey,
    SetList,
    SetWord,
    changed,
)
from tocmodel.editing.entries import with_entries

__all__ = [
    "AddItem",
    "AddKey",
    "Change",
    "Remove",
    "RenameKey",
    "SetList",
    "SetWord",
    "changed",
    "with_entries",
]
