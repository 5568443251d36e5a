"""Limits for reading an archive or XML, and the error for an unreadable file."""

from typing import ClassVar

from attrs import frozen

from tocmodel.diagnostics import TocModelError

_MEBIBYTE = 1024 * 1024


class UnreadableFileError(TocModelError):
    """A file cannot be read, or exceeds a limit.

    Attributes:
        place: the place in it, such as ``C4`` or ``line 12``; empty for the whole file.
        help: the solution; may be empty.
    """

    def __init__(self, message: str, *, place: str = "", help_: str = "") -> None:
        self.place = place
        self.help = help_
        super().__init__(message)


@frozen(kw_only=True)
class PackageLimits:
    """The limits for one archive or XML file; one that exceeds them is refused.

    Attributes:
        noun: what people call such a file, for messages.
        saved_as: the kind of file that their program should save, for messages.
        error: the error to raise.
        size: bytes of the file.
        content: bytes of the unpacked parts that are read.
        parts: files in the archive; there is one for each sheet, slide, picture and chart.
        tags: XML elements of the parts that are read.
        depth: elements inside one another.
        tag: bytes of one tag with its attributes. The parser examines an unfinished tag again with
            each new piece, so without a limit its work grows with the square of the size.
        names: different names of elements and attributes; the parser keeps each of them.
    """

    noun: ClassVar[str] = "file"
    saved_as: ClassVar[str] = "a zip archive"
    error: ClassVar[type[UnreadableFileError]] = UnreadableFileError
    size: int = 8 * _MEBIBYTE
    content: int = 64 * _MEBIBYTE
    parts: int = 2_000
    tags: int = 1_000_000
    depth: int = 64
    tag: int = 128 * 1024
    names: int = 2_000

    def damaged(self, how: str, *, place: str = "") -> UnreadableFileError:
        """Return the error for a file that no program would have written."""
        message = f"the {self.noun} is damaged: {how}"
        return self.error(message, place=place, help_="open it and save it again")


def mebibytes(size: int) -> str:
    """Return a number of bytes in words.

    >>> mebibytes(8 * 1024 * 1024)
    '8 MiB'
    """
    return f"{size / _MEBIBYTE:g} MiB"
