"""The writers of a theory for other programs, one file a format.

A writer is a module with two functions that take a theory. ``write`` returns the content of a file;
``left_out`` returns notes on what the format cannot hold. Its line in ``tocmodel.formats.FORMATS``
has the input ``WriterInput.THEORY``.
"""

from importlib import import_module

from tocmodel.conversion.sketch import Note
from tocmodel.formats import WriterInput, find_format
from tocmodel.model import TheoryOfChange


def left_out(name: str, theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what a format cannot hold of a theory."""
    module, _, _ = find_format(name, WriterInput.THEORY).writer.partition(":")
    found: tuple[Note, ...] = import_module(module).left_out(theory)
    return found
